/** Bundles the doors into `dist/`, which is committed. `npm run build -- --check` fails when it differs from the sources. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { bundle } from './build/bundle.ts';

const dist = join(import.meta.dirname, '..', 'dist');

async function contents(directory: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.map(
    async (file): Promise<[string, string]> => [relative(directory, file), await readFile(file, 'utf8')],
  );
  return new Map(await Promise.all(read));
}

/** Names of the files that differ between what is committed and what the sources give. */
async function differing(): Promise<readonly string[]> {
  const fresh = await mkdtemp(join(tmpdir(), 'migrate-check-dist-'));
  try {
    await bundle(fresh);
    const [built, committed] = [await contents(fresh), await contents(dist).catch(() => new Map())];
    return [...new Set([...built.keys(), ...committed.keys()])].filter(
      (name) => built.get(name) !== committed.get(name),
    );
  } finally {
    await rm(fresh, { recursive: true });
  }
}

if (process.argv.includes('--check')) {
  const names = await differing();
  if (names.length > 0) {
    console.error(`dist/ is not what the sources give: ${names.join(', ')}\nRun: npm run build`);
    process.exitCode = 1;
  }
} else await bundle(dist);
