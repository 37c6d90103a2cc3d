import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { versionOf } from './ask.ts';
import { exists } from './install.ts';

/** A PostgreSQL that is on this machine. */
export interface Binaries {
  /** Directory with `bin/`. */
  readonly home: string;
  readonly major: number;
  /** Such as 15.18. */
  readonly version: string;
}

/** Where distributions put servers, each major in a directory of its own: Debian, PGDG on Red Hat, Homebrew, Postgres.app. */
const shelves = [
  '/usr/lib/postgresql',
  '/usr',
  '/opt/homebrew/opt',
  '/usr/local/opt',
  '/Applications/Postgres.app/Contents/Versions',
];
/** And where there is one at most: Fedora and Arch, Homebrew without a version, what was built from source. */
const single = ['/usr', '/opt/homebrew', '/usr/local', '/usr/local/pgsql'];

/** The server binaries of this machine, newest first. */
export async function findBinaries(): Promise<readonly Binaries[]> {
  const homes = [...(await Promise.all(shelves.map(homesOn))).flat(), ...single];
  const found = await Promise.all(homes.map(inspectHome));
  return found.filter((binaries) => binaries !== undefined).sort((a, b) => b.major - a.major);
}

async function homesOn(shelf: string): Promise<readonly string[]> {
  const names = await readdir(shelf).catch(() => []);
  return names.filter((name) => /^(postgresql@|pgsql-)?\d+$/.test(name)).map((name) => join(shelf, name));
}

async function inspectHome(home: string): Promise<Binaries | undefined> {
  if (!(await exists(join(home, 'bin', 'initdb')))) return undefined;
  const version = await versionOf(home);
  return version === undefined ? undefined : { home, version, major: Number.parseInt(version, 10) };
}
