/** Runs the tests: `npm test`, or some of them: `npm test -- catalog`. Ends with the line "N passed, N failed". */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type EnvironmentName, pythonEnv } from './python-env.ts';

const root = join(import.meta.dirname, '..');
const results = join(root, '.cache', 'test-results.json');

for (const name of [
  'current',
  'oldest',
  'flask',
  'managers',
  'tooOld',
  'workflows',
] satisfies EnvironmentName[])
  pythonEnv(name);
// Ours is started a thousand times, and never leaves behind what Python has compiled.
const driver = join(root, 'src', 'tools', 'alembic', 'migrate_check_driver');
spawnSync(pythonEnv('current'), ['-m', 'compileall', '-q', driver], { stdio: 'inherit' });
mkdirSync(join(root, '.cache'), { recursive: true });
rmSync(results, { force: true });

const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
const run = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});

interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
}
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
  readFileSync(results, 'utf8'),
) as Results;
const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
console.log(`${numPassedTests} passed, ${numFailedTests} failed${skipped}`);
process.exitCode = run.status ?? 1;
