import { randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  copyFile,
  mkdir,
  mkdtemp,
  open,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exists } from './install.ts';
import { run, serverOwner } from './run.ts';

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
}

export interface Cluster {
  /** Holds `data` and `log`; owned by whoever runs the server. */
  readonly directory: string;
  readonly password: string;
}

/** A new data directory: unpacked from the cache, after `initdb` has run once. */
export async function makeCluster(request: ClusterRequest): Promise<Cluster> {
  const directory = await ownDirectory(request.scratch);
  try {
    const template = await templateOf(request, directory);
    if (!(await exists(join(directory, 'data')))) await unpack(template.archive, directory, request.signal);
    return { directory, password: template.password };
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
}

interface Template {
  readonly archive: string;
  readonly password: string;
}

async function templateOf(request: ClusterRequest, directory: string): Promise<Template> {
  const home = join(request.cache, 'clusters', request.key);
  const template = { archive: join(home, 'data.tar'), secret: join(home, 'password') };
  if (!(await exists(home))) await makeTemplate(request, directory, home);
  return { archive: template.archive, password: (await readFile(template.secret, 'utf8')).trim() };
}

/** Runs `initdb` and keeps its result, readable by nobody but us: the archive holds the password's hash. */
async function makeTemplate(
  { home: binaries, signal }: ClusterRequest,
  directory: string,
  home: string,
): Promise<void> {
  await mkdir(dirname(home), { recursive: true, mode: 0o755 });
  const making = await mkdtemp(join(dirname(home), 'making-'));
  try {
    await chmod(making, 0o700);
    await writeFile(join(making, 'password'), randomBytes(24).toString('hex'), { mode: 0o600 });
    await initialise(binaries, directory, join(making, 'password'), signal);
    const archive = await open(join(making, 'data.tar'), 'w', 0o600);
    await run('tar', ['cf', '-', 'data'], { cwd: directory, signal, stdio: ['ignore', archive.fd, 'pipe'] });
    await archive.close();
    await rename(making, home).catch(async (error: unknown) => {
      if (!(await exists(home))) throw error;
      await rm(join(directory, 'data'), { recursive: true });
    });
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

async function initialise(
  binaries: string,
  directory: string,
  secret: string,
  signal: AbortSignal,
): Promise<void> {
  const owner = serverOwner();
  const password = join(directory, 'password');
  await copyFile(secret, password);
  if (owner.uid !== undefined && owner.gid !== undefined) await chown(password, owner.uid, owner.gid);
  const args = [
    '-D',
    join(directory, 'data'),
    '-U',
    superuser,
    '-A',
    'scram-sha-256',
    `--pwfile=${password}`,
    '-E',
    'UTF8',
    '--no-sync',
  ];
  await run(join(binaries, 'bin', 'initdb'), [...args, await localeFlag()], {
    ...owner,
    cwd: directory,
    signal,
    env: bare,
  });
  await rm(password);
}

/** C.UTF-8 where the machine has it, so that lower() and upper() know more than ASCII. */
async function localeFlag(): Promise<string> {
  const known = await run('locale', ['-a']).catch(() => '');
  return /^C\.utf-?8$/im.test(known) ? '--locale=C.UTF-8' : '--no-locale';
}

async function unpack(archive: string, directory: string, signal: AbortSignal): Promise<void> {
  const file = await open(archive, 'r');
  try {
    await run('tar', ['xf', '-'], {
      ...serverOwner(),
      cwd: directory,
      signal,
      stdio: [file.fd, 'ignore', 'pipe'],
    });
  } finally {
    await file.close();
  }
}

async function ownDirectory(scratch: string): Promise<string> {
  const directory = await mkdtemp(join(scratch, 'migrate-check-'));
  const { uid, gid } = serverOwner();
  if (uid !== undefined && gid !== undefined) await chown(directory, uid, gid);
  return directory;
}

/** The server's programs need nothing of our environment, and must not obey its locale or its PG* variables. */
export const bare = { PATH: '/usr/bin:/bin', HOME: '/tmp', LC_ALL: 'C', TZ: 'UTC' };
