import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Fate, Mutant } from './mutant.ts';

interface Alive {
  readonly is: 'alive';
}
interface Ready {
  readonly is: 'ready';
  /** Milliseconds of the slowest test. */
  readonly slowest: number;
}
/** What the program says. */
export type Answer = Ready | Alive | { readonly is: 'fate'; readonly fate: Fate };

const program = join(import.meta.dirname, 'program.ts');
/** The slowest test may take this many times as long while a mutant is on; and nobody is given up sooner than that. */
const slower = 10;
const atLeast = 20_000;
/** Nor while it loads everything. */
const starting = 120_000;

/** A process that has loaded the changed sources, and their tests. */
export interface Trier {
  /** The mutant's fate. */
  try(mutant: Mutant): Promise<Fate>;
  /** It is gone, or was given up: a mutant may take it along. */
  readonly over: boolean;
  /** Ends it, with the server that its tests may have started. */
  end(): Promise<void>;
}

/** Starts one. Rejects where a test fails without a mutant, which the program then has said on stderr. */
export async function startTrier(
  sources: ReadonlyMap<string, string>,
  env: NodeJS.ProcessEnv,
): Promise<Trier> {
  const child = fork(program, [], {
    env,
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  child.send(sources);
  const first = await answerOf(child, starting);
  if (first?.is !== 'ready') throw new Error('The tests have to pass before they can be tried on mutants');
  const patience = Math.max(atLeast, first.slowest * slower);
  return {
    async try(mutant) {
      child.send(mutant);
      const answer = await answerOf(child, patience);
      if (answer?.is === 'fate') return answer.fate;
      child.kill('SIGKILL');
      return 'timeout';
    },
    get over() {
      return child.killed || !child.connected;
    },
    async end() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

/** What it says next beside that it is alive; undefined where it has ended, or was silent for so many milliseconds. */
const answerOf = (child: ChildProcess, patience: number): Promise<Exclude<Answer, Alive> | undefined> =>
  new Promise((resolve) => {
    let silence: NodeJS.Timeout;
    const wait = (): void => {
      clearTimeout(silence);
      silence = setTimeout(done, patience);
    };
    const done = (answer?: Exclude<Answer, Alive>): void => {
      clearTimeout(silence);
      child.off('message', heard).off('exit', gone);
      resolve(answer);
    };
    const heard = (answer: Answer): void => (answer.is === 'alive' ? wait() : done(answer));
    const gone = (): void => done();
    child.on('message', heard).on('exit', gone);
    wait();
  });
