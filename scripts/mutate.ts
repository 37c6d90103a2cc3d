/**
 * Changes the rules and the reading of SQL place by place, and asks their tests whether they notice: `npm run mutate`, or
 * a part of it: `npm run mutate -- src/rules/set-not-null-scan.ts`. What PostgreSQL did for the live cases is recorded
 * once, and judged again by each mutant; `--recorded` takes what the run before has recorded. Fails below 85 %.
 */
import { spawnSync } from 'node:child_process';
import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { instrument } from './mutate/instrument.ts';
import { scoreOf, show } from './mutate/show.ts';
import { tryAll } from './mutate/try-all.ts';
import { pythonEnv } from './python-env.ts';

const root = join(import.meta.dirname, '..');
const records = join(root, '.cache', 'recorded');
const atLeast = 85;
/** Lists, contracts and types: nothing in them decides anything. */
const undecided = ['src/rules/{index,rule,page}.ts', 'src/sql/**/*.d.ts'];

const { values, positionals } = parseArgs({
  options: { recorded: { type: 'boolean' } },
  allowPositionals: true,
});
const files =
  positionals.length > 0
    ? positionals
    : globSync('src/{rules,sql}/**/*.ts', { cwd: root, exclude: undecided }).sort();

if (!values.recorded) record();
const mutated = await instrument(root, files);
console.log(`${mutated.mutants.length} mutants of ${files.length} files`);
const env = { ...process.env, MIGRATE_CHECK_RECORDED: records, MIGRATE_CHECK_TEST_POSTGRES: '18' };
const fates = await tryAll(mutated, env, (known) => {
  if (known % 500 === 0) console.log(`${known} tried`);
});
console.log(show([...fates]));
if (scoreOf([...fates]) < atLeast) {
  console.log(`That is less than ${atLeast} %.`);
  process.exitCode = 1;
}

/** Runs the live cases on a server, which keeps what was seen of them. Ends us where one fails. */
function record(): void {
  pythonEnv('current');
  rmSync(records, { recursive: true, force: true });
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--project', 'postgres 18', 'test/rules/live'],
    { cwd: root, stdio: 'inherit', env: { ...process.env, MIGRATE_CHECK_RECORD: records } },
  );
  if (status !== 0) process.exit(status ?? 1);
}
