/**
 * The process in which the mutants are tried: it is sent the changed sources once, then one mutant after the other, and
 * answers each with its fate. It ends when its parent has no more.
 */
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hook } from './hooks.ts';
import type { Mutant } from './mutant.ts';
import type { Answer } from './process.ts';
import { cover, fateOf } from './trials.ts';
import { after, before, inFile, tests } from './vitest.ts';

const root = join(import.meta.dirname, '..', '..');
// How deep a statement may be is a matter of the stack that is left, and here other frames are on it.
const matterOfStack = /nested too deeply|for a deep one/;

const answer = (message: Answer): void => void process.send?.(message);

let told = 0;
/** A process that cannot say so any more hangs. */
function alive(): void {
  const now = performance.now();
  if (now - told < 1000) return;
  told = now;
  answer({ is: 'alive' });
}

const [sources] = (await once(process, 'message')) as [ReadonlyMap<string, string>];
hook(sources);
await import('../../test/support/sql.ts');
for (const file of globSync('test/{rules,sql}/**/*.test.ts', { cwd: root }).sort()) {
  inFile(file);
  await import(pathToFileURL(join(root, file)).href);
}
for (const task of before) await task();
const coverage = await cover(
  tests.filter(({ name }) => !matterOfStack.test(name)),
  alive,
);

process.on('message', async (mutant: Mutant) => {
  answer({ is: 'fate', fate: await fateOf(mutant, coverage, alive) });
});
process.once('disconnect', async () => {
  for (const task of after) await task();
  process.exit();
});
answer({ is: 'ready', slowest: coverage.slowest });
