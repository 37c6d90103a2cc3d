import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { exists } from './install.ts';
import { run } from './run.ts';

/** A PostgreSQL that is on this machine. */
export interface Binaries {
  /** Directory with `bin/`. */
  readonly home: string;
  readonly major: number;
  /** Such as 15.18. */
  readonly version: string;
}

/** Where distributions put servers: Debian, Red Hat, Homebrew, Postgres.app. */
const shelves = [
  '/usr/lib/postgresql',
  '/usr/pgsql',
  '/opt/homebrew/opt',
  '/usr/local/opt',
  '/Applications/Postgres.app/Contents/Versions',
];

/** The server binaries of this machine, newest first. */
export async function findBinaries(): Promise<readonly Binaries[]> {
  const homes = (await Promise.all(shelves.map(homesOn))).flat();
  const found = await Promise.all(homes.map(inspectHome));
  return found.filter((binaries) => binaries !== undefined).sort((a, b) => b.major - a.major);
}

async function homesOn(shelf: string): Promise<readonly string[]> {
  const names = await readdir(shelf).catch(() => []);
  return names.filter((name) => /^(postgresql@?)?\d+$/.test(name)).map((name) => join(shelf, name));
}

async function inspectHome(home: string): Promise<Binaries | undefined> {
  const program = join(home, 'bin', 'postgres');
  if (!(await exists(program)) || !(await exists(join(home, 'bin', 'initdb')))) return undefined;
  const version = /(\d+)(\.\d+)?/.exec(await run(program, ['--version']).catch(() => ''))?.[0];
  return version === undefined ? undefined : { home, version, major: Number.parseInt(version, 10) };
}
