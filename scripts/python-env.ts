/** Python environments for the fixtures, the tests and the bench: made once under `.cache/`, from exact versions. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
  tooOld: ['alembic==1.7.7', 'sqlalchemy==1.4.54', 'psycopg2-binary==2.9.13'],
  flask: [...current, 'flask-migrate==4.1.0'],
  managers: ['uv==0.13.9', 'poetry==2.5.1', 'pipenv==2026.10.3'],
  workflows: ['zizmor==1.32.0', 'check-jsonschema==0.39.0', 'pre-commit==4.7.0'],
  bench: [...current, 'pytest-alembic==0.13.1'],
} as const satisfies Record<string, readonly string[]>;

export type EnvironmentName = keyof typeof environments;

/** Path of the environment's interpreter; builds it when it is not there. Throws with pip's own words. */
export function pythonEnv(name: EnvironmentName): string {
  const packages = environments[name];
  const key = createHash('sha256').update(packages.join(' ')).digest('hex').slice(0, 10);
  const home = join(shelf, `${name}-${key}`);
  const python = join(home, 'bin', 'python');
  const ready = join(home, 'ready');
  if (existsSync(ready)) return python;
  mkdirSync(shelf, { recursive: true });
  locked(`${home}.lock`, () => {
    if (existsSync(ready)) return;
    console.error(`making a Python environment, once: ${packages.join(' ')}`);
    must('python3', ['-m', 'venv', '--clear', home]);
    must(python, ['-m', 'pip', 'install', '--quiet', ...packages]);
    writeFileSync(ready, '');
  });
  return python;
}

/** Older than this, a lock was left by somebody who was killed. */
const staleMs = 600_000;

/** Another process that builds the same environment is waited for. */
function locked(path: string, work: () => void): void {
  while (!take(path)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  try {
    work();
  } finally {
    rmSync(path, { recursive: true });
  }
}

function take(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch {
    const since = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - since > staleMs) rmSync(path, { recursive: true, force: true });
    return false;
  }
}

function must(command: string, args: readonly string[]): void {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  if (done.status === 0) return;
  throw new Error(`${command} ${args.join(' ')}\n${done.error?.message ?? done.stderr}`);
}
