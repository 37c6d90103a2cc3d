/** Bundles the doors into `dist/`, which is committed. `npm run build -- --check` fails when it differs from the sources. */
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { wasmBytes } from '../src/sql/wasm.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** Compiled add-ons that are only ever an optional speed-up of SSH, which is not used. */
const withoutNatives: Plugin = {
  name: 'without-natives',
  setup(builder) {
    builder.onResolve({ filter: /\.node$|^cpu-features$/ }, ({ path }) => ({ path, namespace: 'native' }));
    builder.onLoad({ filter: /.*/, namespace: 'native' }, ({ path }) => ({
      contents: `throw new Error(${JSON.stringify(`${path} is not bundled`)})`,
    }));
  },
};

/** Carries PostgreSQL's parser, a seventh of its size, in the place of the module that looks for it in its package. */
const withParser: Plugin = {
  name: 'with-parser',
  setup(builder) {
    let carried = false;
    builder.onLoad({ filter: /[/\\]src[/\\]sql[/\\]wasm\.ts$/ }, async () => {
      carried = true;
      const packed = brotliCompressSync(await wasmBytes()).toString('base64');
      return {
        contents: `import { brotliDecompressSync } from 'node:zlib';
          export const wasmBytes = async () => brotliDecompressSync(Buffer.from('${packed}', 'base64'));`,
      };
    });
    builder.onEnd(() => (carried ? {} : { errors: [{ text: 'src/sql/wasm.ts was not bundled' }] }));
  },
};

/** What CommonJS packages expect to find in a module. */
const banner = `import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;`;

async function bundle(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['src/cli.ts', 'src/action.ts', 'src/index.ts'],
    outdir: directory,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // All in one folder, so that what a chunk looks for beside itself is there.
    chunkNames: '[name]-[hash]',
    external: ['pg-native'],
    banner: { js: banner },
    legalComments: 'inline',
    plugins: [withoutNatives, withParser],
    logLevel: 'warning',
  });
  await cp(
    join(root, 'src', 'tools', 'alembic', 'migrate_check_driver'),
    join(directory, 'migrate_check_driver'),
    {
      recursive: true,
      filter: (source) => !source.includes('__pycache__'),
    },
  );
}

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
