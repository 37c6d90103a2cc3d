import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import type {} from './build.ts';

/** The bundle of the sources as they are, which nobody may change: other test files try it, too. */
export function bundled(): string {
  const directory: string | undefined = inject('bundle');
  if (directory === undefined) throw new Error('what tries the bundle is listed in vitest.config.ts');
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
