import { availableParallelism } from 'node:os';
import type { Fate, Mutant, Mutated } from './mutant.ts';
import { startTrier } from './process.ts';

/** A process has to run all tests before its first mutant: one more has to be worth that. */
const mutantsOfOne = 300;

/** The fate of every mutant. `tell` is called with each, as it is known. Rejects where the tests fail without any. */
export async function tryAll(
  { mutants, sources }: Mutated,
  env: NodeJS.ProcessEnv,
  tell: (known: number) => void,
): Promise<ReadonlyMap<Mutant, Fate>> {
  const fates = new Map<Mutant, Fate>();
  const waiting = mutants.values();

  const lane = async (): Promise<void> => {
    let trier = await startTrier(sources, env);
    for (const mutant of waiting) {
      if (trier.over) trier = await startTrier(sources, env);
      fates.set(mutant, await trier.try(mutant));
      tell(fates.size);
    }
    if (!trier.over) await trier.end();
  };

  const lanes = Math.min(availableParallelism(), Math.ceil(mutants.length / mutantsOfOne));
  await Promise.all(Array.from({ length: lanes }, lane));
  return fates;
}
