import { randomBytes } from 'node:crypto';
import { lstat, mkdir, statfs, unlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SetupError } from '../../model/setup-error.ts';
import { serverOwner } from './run.ts';

/**
 * Where binaries and initialised data directories are kept between runs: the named directory, or `.cache/migrate-check`
 * in the home, or for root `/var/cache/migrate-check`, since root's home is closed to the user that the server runs as.
 * Where that cannot be written, a directory for temporary files.
 */
export function cacheDirectory(named?: string): Promise<string> {
  const usual =
    process.getuid?.() === 0 ? '/var/cache/migrate-check' : join(homedir(), '.cache', 'migrate-check');
  const spare = join(tmpdir(), `migrate-check-cache-${process.getuid?.() ?? 0}`);
  return firstUsable(
    [...(named === undefined ? [] : [named]), usual, spare],
    'No directory for a cache can be used',
  );
}

/** Where data directories live while a server runs. Memory where there is enough of it: twice as fast as a disk for small statements. */
export async function scratchDirectory(): Promise<string> {
  const memory = await statfs('/dev/shm').catch(() => undefined);
  const roomy = memory !== undefined && memory.bavail * memory.bsize > 2 ** 30;
  return firstUsable(
    [...(roomy ? ['/dev/shm'] : []), tmpdir(), '/tmp'],
    'No directory for temporary files can be used',
  );
}

/** Throws SetupError `no-database` with the reason for each when there is none. */
export async function firstUsable(candidates: readonly string[], otherwise: string): Promise<string> {
  const details: string[] = [];
  for (const candidate of new Set(candidates)) {
    const refusal = await refusalOf(candidate);
    if (refusal === undefined) return candidate;
    details.push(`${candidate}: ${refusal}`);
  }
  throw new SetupError(
    'no-database',
    `${otherwise}: ${details.join('; ')}`,
    'Make one of them writable, or set TMPDIR to a directory that is',
    { details },
  );
}

async function refusalOf(directory: string): Promise<string | undefined> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o755 });
    const probe = join(directory, `migrate-check-probe-${randomBytes(6).toString('hex')}`);
    await writeFile(probe, 'x'.repeat(4096), { flag: 'wx' });
    await unlink(probe);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return (await strangersCanWrite(directory)) ?? (await closedToServer(directory));
}

/** What somebody else could have put there must not be run. A directory for everybody's temporary files is another matter. */
async function strangersCanWrite(directory: string): Promise<string | undefined> {
  const { mode, uid } = await lstat(directory);
  const sticky = (mode & 0o1000) !== 0;
  if (sticky || process.getuid === undefined) return undefined;
  if ([0, process.getuid()].includes(uid) && (mode & 0o002) === 0) return undefined;
  return 'it is, or can be, somebody else’s';
}

/** The server of root runs as another user, which has to come there. */
async function closedToServer(directory: string): Promise<string | undefined> {
  if (serverOwner().uid === undefined) return undefined;
  for (let path = directory; ; path = dirname(path)) {
    if (((await lstat(path)).mode & 0o001) === 0)
      return `${path} is closed to the user that the server runs as`;
    if (path === dirname(path)) return undefined;
  }
}
