import { randomBytes } from 'node:crypto';
import { chown, copyFile, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Janitor } from '../janitor.ts';
import { ask } from './ask.ts';
import { exists } from './install.ts';
import { bare, run, serverOwner } from './run.ts';

export const superuser = 'migrate_check';

export interface ClusterRequest {
  /** Directory with `bin/`. */
  readonly home: string;
  /** Names the version and the machine: what an initialised directory can be used for. */
  readonly key: string;
  readonly cache: string;
  /** Where data directories live while a server runs. */
  readonly scratch: string;
  readonly signal: AbortSignal;
  readonly janitor: Janitor;
}

export interface Cluster {
  /** Holds `data` and `log`; owned by whoever runs the server. It goes with the janitor. */
  readonly directory: string;
  readonly password: string;
}

/** A new data directory: unpacked from the cache, after `initdb` has run once. */
export async function makeCluster(request: ClusterRequest): Promise<Cluster> {
  const directory = await ownDirectory(request);
  const template = templateOf(request);
  if (!(await hasTemplate(request))) await makeTemplate(request, directory);
  if (!(await exists(join(directory, 'data')))) await unpack(template.archive, directory, request);
  return { directory, password: (await readFile(template.secret, 'utf8')).trim() };
}

/** Whether an initialised directory is there from an earlier run. */
export const hasTemplate = (request: ClusterRequest): Promise<boolean> => exists(templateOf(request).home);

/** Takes the initialised directory out of the cache, when no server starts from it. */
export async function forgetTemplate(request: ClusterRequest): Promise<void> {
  await rm(templateOf(request).home, { recursive: true, force: true });
}

function templateOf({ cache, key }: ClusterRequest): { home: string; archive: string; secret: string } {
  const home = join(cache, 'clusters', key);
  return { home, archive: join(home, 'data.tar'), secret: join(home, 'password') };
}

/** Runs `initdb` and keeps its result, readable by nobody but us: the archive holds the password's hash. */
async function makeTemplate(request: ClusterRequest, directory: string): Promise<void> {
  const { signal, janitor } = request;
  const { home } = templateOf(request);
  const making = join(dirname(home), `making-${randomBytes(6).toString('hex')}`);
  await mkdir(dirname(home), { recursive: true, mode: 0o755 });
  const forget = janitor.watch({ kind: 'directory', path: making });
  try {
    await mkdir(making, { mode: 0o700 });
    const secret = join(making, 'password');
    await writeFile(secret, randomBytes(24).toString('hex'), { mode: 0o600 });
    await initialise(request, directory, secret);
    await using archive = await open(join(making, 'data.tar'), 'w', 0o600);
    await run('tar', ['cf', '-', 'data'], { cwd: directory, signal, janitor, output: archive.fd });
    await rename(making, home).catch(async (error: unknown) => {
      if (!(await exists(home))) throw error;
      // Another run was quicker, and its password is the one that counts.
      await rm(join(directory, 'data'), { recursive: true });
    });
  } finally {
    await rm(making, { recursive: true, force: true });
    forget();
  }
}

async function initialise(
  { home, signal, janitor }: ClusterRequest,
  directory: string,
  secret: string,
): Promise<void> {
  const password = join(directory, 'password');
  await copyFile(secret, password);
  await giveToServer(password);
  const args = [
    '-D',
    join(directory, 'data'),
    '-U',
    superuser,
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--no-sync',
  ];
  await run(join(home, 'bin', 'initdb'), [...args, `--pwfile=${password}`, await localeFlag()], {
    ...serverOwner(),
    cwd: directory,
    env: bare,
    signal,
    janitor,
    // The servers that it runs would leave shared memory, and it is over in half a second.
    endsBy: 0,
  });
  await rm(password);
}

/** C.UTF-8 where the machine has it, so that lower() and upper() know more than ASCII. */
async function localeFlag(): Promise<string> {
  const known = (await ask('locale', '-a')) ?? '';
  return /^C\.utf-?8$/im.test(known) ? '--locale=C.UTF-8' : '--no-locale';
}

async function unpack(
  archive: string,
  directory: string,
  { signal, janitor }: ClusterRequest,
): Promise<void> {
  await using file = await open(archive, 'r');
  await run('tar', ['xf', '-'], { ...serverOwner(), cwd: directory, signal, janitor, input: file.fd });
}

async function ownDirectory({ scratch, janitor }: ClusterRequest): Promise<string> {
  const directory = join(scratch, `migrate-check-${randomBytes(6).toString('hex')}`);
  janitor.watch({ kind: 'directory', path: directory });
  await mkdir(directory, { mode: 0o700 });
  await giveToServer(directory);
  return directory;
}

/** Whoever runs the server may read and write it from now on. */
export async function giveToServer(path: string): Promise<void> {
  const { uid, gid } = serverOwner();
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}
