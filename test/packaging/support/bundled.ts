import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { bundle } from '../../../scripts/build/bundle.ts';

/** The bundle of the sources as they are, in a folder of its own with no node_modules above it. It goes with the test file. */
export async function bundled(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'migrate-check-bundle-'));
  afterAll(() => rm(directory, { recursive: true, force: true }));
  await bundle(directory);
  return directory;
}

/** Text of each script of a bundle, by its name. */
export async function scriptsOf(directory: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.js'));
  const read = names.map(
    async (name): Promise<[string, string]> => [name, await readFile(join(directory, name), 'utf8')],
  );
  return new Map(await Promise.all(read));
}

/** What a script imports before it does anything. */
export const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:import|\} from|import [^(].*? from|export .*? from) "([^"]+)"/gm)].map(
    ([, name = '']) => name,
  );

/** Names of the scripts that are read when one is started. */
export function readAtOnce(scripts: ReadonlyMap<string, string>, door: string): readonly string[] {
  const found = new Set([door]);
  // Grows while it is walked.
  for (const name of found)
    for (const imported of importsOf(scripts.get(name) ?? ''))
      if (imported.startsWith('./')) found.add(imported.slice(2));
  return [...found];
}

/** Packages of which something is in a script: the bundler names each file before its text. */
export const packagesIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/^ *\/\/ (?:\S*\/)?node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm)].map(
      ([, name = '']) => name,
    ),
  ),
];
