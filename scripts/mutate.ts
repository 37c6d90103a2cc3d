/**
 * Changes the rules and the reading of SQL line by line, and asks their tests whether they notice: `npm run mutate`, or
 * a part of it: `npm run mutate -- src/rules/set-not-null-scan.ts`. What PostgreSQL did for the live cases is recorded
 * once, and judged again by each mutant.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pythonEnv } from './python-env.ts';

const root = join(import.meta.dirname, '..');
const records = join(root, '.cache', 'recorded');
const mutated = process.argv.slice(2);

pythonEnv('current');
rmSync(records, { recursive: true, force: true });
run('vitest/vitest.mjs', ['run', '--project', 'postgres 18', 'test/rules/live'], {
  MIGRATE_CHECK_RECORD: records,
});
run(
  '@stryker-mutator/core/bin/stryker.js',
  ['run', 'scripts/mutate/stryker.json', ...(mutated.length > 0 ? ['--mutate', mutated.join(',')] : [])],
  { MIGRATE_CHECK_RECORDED: records, MIGRATE_CHECK_TEST_POSTGRES: '18' },
);

/** A package's own program, with this Node. Ends us where it fails. */
function run(program: string, options: readonly string[], env: NodeJS.ProcessEnv): void {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...options], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exit(status ?? 1);
}
