/** What the changed sources ask and tell while they run: https://github.com/stryker-mutator/stryker-js, InstrumenterContext. */
interface Switches {
  /** The mutant that is on; none where undefined. */
  activeMutant?: string | undefined;
  /** Whom the coverage is counted for; where undefined it is `static`. */
  currentTestId?: string | undefined;
  /** How often the active mutant was met; it throws where that is above the limit. */
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  /** How often each mutant was met. */
  readonly mutantCoverage: {
    readonly static: Record<string, number>;
    readonly perTest: Record<string, Record<string, number>>;
  };
}

const switches: Switches = { mutantCoverage: { static: {}, perTest: {} } };
Object.assign(globalThis, { __stryker__: switches });

/** Mutants that were met while no test ran, so far. */
export const metOutside = (): ReadonlySet<string> => new Set(Object.keys(switches.mutantCoverage.static));

/** What `run` resolves with, and how often it met each mutant (by id) without one being on. */
export async function meeting<T>(run: () => Promise<T>): Promise<[T, ReadonlyMap<string, number>]> {
  const { perTest } = switches.mutantCoverage;
  switches.currentTestId = 'one';
  const result = await run();
  switches.currentTestId = undefined;
  const met = new Map(Object.entries(perTest['one'] ?? {}));
  delete perTest['one'];
  return [result, met];
}

/** What `run` resolves with while this mutant is on. It throws once it was met more often than `limit` times. */
export async function withMutant<T>(id: string, limit: number, run: () => Promise<T>): Promise<T> {
  switches.activeMutant = id;
  switches.hitCount = 0;
  switches.hitLimit = limit;
  try {
    return await run();
  } finally {
    switches.activeMutant = undefined;
    switches.hitCount = undefined;
  }
}
