import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Detection } from '../tool.ts';
import { readIni } from './ini.ts';

/**
 * The files and directories that the history of a project is read from, absolute: its configuration, its env.py with all
 * beside it, and wherever else its revisions are. Undefined where only Python could tell: a location in a package, a
 * value made of other values, a second configuration beside the first.
 * Source: Alembic documentation, "Editing the .ini File" and "Working with Multiple Bases".
 */
export async function sourcesOf({ directory, config }: Detection): Promise<readonly string[] | undefined> {
  const { file = '', section = '', scriptLocation } = config;
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined || (await isConfiguredTwice(file))) return undefined;
  const written = file.endsWith('.toml') ? inToml(text) : inIni(text, section);
  if (!written) return undefined;
  const here = dirname(file);
  const scripts = scriptLocation ?? written.scripts;
  // Whatever parts them, each part has to be a directory that is there: a wrong guess is none.
  const values = [scripts, ...written.versions.flatMap((value) => value.split(/[\s,:;]+/))].filter(Boolean);
  const locations = await Promise.all(values.map((value) => directoryOf(value, here, directory)));
  if (scripts === '' || !locations.every((location) => location !== undefined)) return undefined;
  return [file, ...locations];
}

interface Written {
  /** Empty where it is not said. */
  readonly scripts: string;
  readonly versions: readonly string[];
}

function inIni(text: string, section: string): Written {
  const ini = readIni(text);
  const read = (option: string): string =>
    ini.get(section)?.get(option) ?? ini.get('DEFAULT')?.get(option) ?? '';
  return { scripts: read('script_location'), versions: [read('version_locations')] };
}

/** Plain strings in `[tool.alembic]` alone; undefined where anything of it is written otherwise. */
function inToml(text: string): Written | undefined {
  const [, table = ''] = /^\[tool\.alembic\][^\S\n]*\n((?:(?!\[).*\n?)*)/m.exec(text) ?? [];
  const [, scripts = ''] = /^\s*script_location\s*=\s*["']([^"'\\]+)["']\s*$/m.exec(table) ?? [];
  if (!/version_locations/.test(table)) return { scripts, versions: [] };
  const [, list] =
    /^\s*version_locations\s*=\s*\[((?:\s*["'][^"'\\]*["']\s*,)*(?:\s*["'][^"'\\]*["'])?)\s*\]\s*$/m.exec(
      table,
    ) ?? [];
  const versions = list === undefined ? undefined : [...list.matchAll(/["']([^"']*)["']/g)];
  return versions && { scripts, versions: versions.map(([, value = '']) => value) };
}

/** Alembic 1.16 and newer read both, and a value may come from either. */
async function isConfiguredTwice(file: string): Promise<boolean> {
  if (file.endsWith('.toml')) return false;
  const beside = await readFile(join(dirname(file), 'pyproject.toml'), 'utf8').catch(() => '');
  return beside.includes('tool.alembic') || /\[\s*tool\s*\]/.test(beside);
}

/** Absolute; undefined where it is no directory, or is written with other values. */
async function directoryOf(value: string, here: string, cwd: string): Promise<string | undefined> {
  const plain = value.replaceAll('%(here)s', () => here).replaceAll('%%', '%');
  if (plain.includes('%(')) return undefined;
  const directory = resolve(cwd, plain);
  const isThere = await stat(directory).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isThere ? directory : undefined;
}
