import { basename } from 'node:path';
import { forget } from './forget.ts';
import type { Fate, Mutant } from './mutant.ts';
import { meeting, metOutside, withMutant } from './switches.ts';
import { failureOf, type Test } from './vitest.ts';

interface Timed {
  readonly test: Test;
  readonly milliseconds: number;
}

/** The tests that meet a mutant, and how often the one that meets it most. */
interface Met {
  readonly by: Timed[];
  readonly hits: number;
}

/** Which tests meet which mutant, as they are when no mutant is on. */
export interface Coverage {
  readonly of: ReadonlyMap<string, Met>;
  readonly static: ReadonlySet<string>;
  /** Milliseconds of the slowest test. */
  readonly slowest: number;
}

/** A mutant that makes a loop of what ended is found by how often it is met. */
const moreOften = 100;

/** Runs all tests once, and calls `alive` before each. Throws where one fails: nothing can be said of mutants then. */
export async function cover(tests: readonly Test[], alive: () => void): Promise<Coverage> {
  const outside = metOutside();
  const of = new Map<string, Met>();
  let slowest = 0;
  for (const test of tests) {
    alive();
    forgetAll();
    const start = performance.now();
    const [failure, met] = await meeting(() => failureOf(test));
    if (failure !== undefined) throw new Error(`fails without a mutant: ${test.name}: ${failure}`);
    const timed = { test, milliseconds: performance.now() - start };
    slowest = Math.max(slowest, timed.milliseconds);
    for (const [id, hits] of met) {
      const { by, hits: most } = of.get(id) ?? { by: [], hits: 0 };
      by.push(timed);
      of.set(id, { by, hits: Math.max(most, hits) });
    }
  }
  return { of, static: outside, slowest };
}

/** Runs the tests that meet the mutant until one fails. `alive` is called before each. */
export async function fateOf(mutant: Mutant, coverage: Coverage, alive: () => void): Promise<Fate> {
  const met = coverage.of.get(mutant.id);
  if (met === undefined) return coverage.static.has(mutant.id) ? 'static' : 'not covered';
  forgetFor(mutant);
  for (const { test } of inOrder(mutant, met.by)) {
    alive();
    const failure = await withMutant(mutant.id, met.hits * moreOften, () => failureOf(test));
    if (failure === undefined) continue;
    forgetFor(mutant);
    return String(failure).includes('Hit count limit reached') ? 'timeout' : 'killed';
  }
  forgetFor(mutant);
  return 'survived';
}

/** Those that are named after the file first, and the quick ones before the slow ones. */
function inOrder({ file }: Mutant, meet: readonly Timed[]): readonly Timed[] {
  const name = basename(file, '.ts');
  const far = ({ test }: Timed): number => (test.name.includes(name) ? 0 : 1);
  return meet.toSorted((a, b) => far(a) - far(b) || a.milliseconds - b.milliseconds);
}

function forgetFor({ file }: Mutant): void {
  forget('rules');
  if (file.startsWith('src/sql/')) forget('sql');
}

function forgetAll(): void {
  forget('rules');
  forget('sql');
}
