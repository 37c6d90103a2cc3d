/** Python environments for the fixtures, the tests and the bench: made once under `.cache/`, from exact versions. */
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const shelf = join(import.meta.dirname, '..', '.cache', 'python');

const current = [
  'alembic==1.20.1',
  'sqlalchemy[asyncio]==2.1.9',
  'psycopg2-binary==2.9.13',
  'psycopg[binary]==3.3.9',
  'asyncpg==0.32.0',
];
const oldest = [
  'alembic==1.8.1',
  'sqlalchemy[asyncio]==1.4.54',
  'psycopg2-binary==2.9.13',
  'psycopg[binary]==3.3.9',
  'asyncpg==0.32.0',
];

/** What each environment holds: the newest and the oldest stack that the driver understands, and others' tools. */
const environments = {
  current,
  oldest,
  flask: [...current, 'flask-migrate==4.1.0'],
  bench: [...current, 'pytest-alembic==0.13.1'],
} as const satisfies Record<string, readonly string[]>;

export type EnvironmentName = keyof typeof environments;

/** Path of the environment's interpreter; builds it when it is not there. Throws with pip's own words. */
export function pythonEnv(name: EnvironmentName): string {
  const packages = environments[name];
  const key = createHash('sha256').update(packages.join(' ')).digest('hex').slice(0, 10);
  const home = join(shelf, `${name}-${key}`);
  if (!existsSync(home)) build(home, packages);
  return join(home, 'bin', 'python');
}

/** In a directory of its own that is renamed when it is whole: two may build at once. */
function build(home: string, packages: readonly string[]): void {
  mkdirSync(shelf, { recursive: true });
  const making = `${home}.${randomBytes(4).toString('hex')}`;
  must('python3', ['-m', 'venv', making]);
  must(join(making, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', ...packages]);
  try {
    renameSync(making, home);
  } catch (error) {
    rmSync(making, { recursive: true });
    if (!existsSync(home)) throw error;
  }
}

function must(command: string, args: readonly string[]): void {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  if (done.status === 0) return;
  throw new Error(`${command} ${args.join(' ')}\n${done.error?.message ?? done.stderr}`);
}
