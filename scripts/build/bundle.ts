import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { licences } from './licences.ts';
import { withoutIdentityTokens, withoutNatives, withParser } from './plugins.ts';

const root = join(import.meta.dirname, '..', '..');

/** What is started by somebody else, and so has a name that stays. */
const doors = ['cli', 'action', 'post', 'index'];

/** What CommonJS packages expect to find in a module. */
const banner = `import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;`;

/**
 * Writes the doors into a directory, with all that they need but Node, and the licences of what is in there. The
 * directory is emptied. Throws when a package may not be carried along, or does not say under which terms.
 */
export async function bundle(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: doors.map((door) => `src/${door}.ts`),
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
    plugins: [withoutNatives, withoutIdentityTokens, withParser],
    metafile: true,
    logLevel: 'warning',
  });
  await writeFile(join(directory, 'THIRD_PARTY_LICENSES'), await licences(root, metafile));
  await cp(
    join(root, 'src', 'tools', 'alembic', 'migrate_check_driver'),
    join(directory, 'migrate_check_driver'),
    { recursive: true, filter: (source) => !source.includes('__pycache__') },
  );
}
