/** The package as npm would publish it, installed as a user would. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { temporary } from '../support/temporary.ts';
import { bundled } from './support/bundled.ts';

const root = join(import.meta.dirname, '..', '..');
const bundle = bundled();

const npm = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** Packs a copy of the repository with the bundle of the sources as they are. */
async function packed(): Promise<Packed & { readonly directory: string }> {
  const directory = await temporary();
  for (const file of ['package.json', 'action.yml', 'README.md', 'LICENSE'])
    copyFileSync(join(root, file), join(directory, file));
  cpSync(bundle, join(directory, 'dist'), { recursive: true });
  const [one] = JSON.parse(npm(directory, 'pack', '--json')) as readonly Packed[];
  if (!one) throw new Error('npm has packed nothing');
  return { ...one, directory };
}

test('it holds the bundle, and nothing else of the repository', async () => {
  const { files } = await packed();
  const paths = files.map(({ path }) => path);
  expect(paths.filter((path) => !path.startsWith('dist/')).toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'action.yml',
    'package.json',
  ]);
  for (const path of ['cli.js', 'index.js', 'THIRD_PARTY_LICENSES', 'migrate_check_driver/__main__.py'])
    expect(paths).toContain(`dist/${path}`);
});

test('once installed it brings nothing else, and the command and the library are there', async () => {
  const { directory, filename } = await packed();
  const project = await temporary({ 'package.json': '{"private":true,"type":"module"}' });
  npm(project, 'install', join(directory, filename));
  const list = JSON.parse(npm(project, 'ls', '--all', '--json')) as { readonly dependencies: object };
  expect(Object.keys(list.dependencies)).toEqual(['migrate-check']);
  const command = join(project, 'node_modules', '.bin', 'migrate-check');
  const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
  expect(stdout).toContain(manifest.version);
  expect(status).toBe(0);
  const script = 'import * as library from "migrate-check"; console.log(typeof library.check)';
  const used = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: project,
    encoding: 'utf8',
  });
  expect(used.stdout, used.stderr).toBe('function\n');
});
