/** Runs the check as a newcomer would: on the example project, or with the arguments given. `npm start -- --help`. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pythonEnv } from './python-env.ts';

const root = join(import.meta.dirname, '..');
const example = join('fixtures', 'projects', 'alembic', 'zyeta');
const given = process.argv.slice(2);
const words = given.length > 0 ? given : [example];

/** The fixtures bring no Python of their own; a project of the user's does. */
const isFixture = words.some((word) => word.startsWith('fixtures/') && existsSync(join(root, word)));
const python = isFixture && !words.includes('--python') ? ['--python', pythonEnv('current')] : [];

const done = spawnSync(process.execPath, [join(root, 'dist', 'cli.js'), ...words, ...python], {
  stdio: 'inherit',
});
process.exitCode = done.status ?? 1;
