import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { SetupError } from '../../model/setup-error.ts';
import type { Detection, Whereabouts } from '../tool.ts';
import { readIni } from './ini.ts';

export interface Named {
  readonly config?: string;
  readonly name?: string;
}

const depth = 6;
const closed = /^(node_modules|__pycache__|site-packages|venv|env|build|dist)$|^\./;
const defaultSection = 'alembic';

/** The project that a named file makes; else the one in the directory; else all below it. */
export async function detectProjects(where: Whereabouts, named: Named = {}): Promise<readonly Detection[]> {
  if (named.config !== undefined) return [await namedProject(where, named.config, named.name)];
  const here = await projectsIn(where, where.directory, named.name);
  if (here.length > 0) return here;
  const below = await directoriesBelow(where.directory, depth);
  return (await Promise.all(below.map((directory) => projectsIn(where, directory, named.name)))).flat();
}

async function namedProject(
  where: Whereabouts,
  config: string,
  name: string | undefined,
): Promise<Detection> {
  const file = resolve(where.directory, config);
  const text = await readFile(file, 'utf8').catch((cause: Error) => {
    throw unreadable(config, cause, 'Name the alembic.ini or the pyproject.toml of the project');
  });
  const section = name ?? defaultSection;
  const known = sectionsOf(file, text);
  if (!known.includes(section)) {
    throw new SetupError(
      'no-project',
      `${config} has no section [${section}] with a script_location`,
      known.length > 0
        ? `Use one of its sections: --name ${known.join(', --name ')}`
        : 'Name the file that has script_location',
    );
  }
  return detection(where, file, section, text);
}

/** The project in one directory, looked for where Alembic and Flask-Migrate put their files; several when only a name could tell. */
async function projectsIn(
  where: Whereabouts,
  directory: string,
  name: string | undefined,
): Promise<readonly Detection[]> {
  for (const file of [join(directory, 'alembic.ini'), join(directory, 'pyproject.toml')]) {
    const text = await readIfThere(file, directory === where.directory);
    if (text === undefined) continue;
    const sections = sectionsOf(file, text);
    const flask = basename(file) === 'alembic.ini' && (await isFlaskLayout(directory));
    const chosen = choose(flask && sections.length === 0 ? [defaultSection] : sections, name);
    if (chosen.length > 0) return Promise.all(chosen.map((section) => detection(where, file, section, text)));
  }
  return [];
}

/** A file that nobody named and that cannot be read is worth a word only where the user is looking. */
async function readIfThere(file: string, strict: boolean): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (!strict || !(cause instanceof Error) || ('code' in cause && cause.code === 'ENOENT'))
      return undefined;
    throw unreadable(
      basename(file),
      cause,
      'Make it readable, or name another: --config path/to/alembic.ini',
    );
  }
}

const unreadable = (file: string, cause: Error, hint: string): SetupError =>
  new SetupError('no-project', `The configuration file ${file} cannot be read: ${cause.message}`, hint, {
    cause,
  });

/** As Alembic chooses: the section that was named, else its own; all of them when there is neither. */
function choose(sections: readonly string[], name: string | undefined): readonly string[] {
  const wanted = name ?? defaultSection;
  if (sections.includes(wanted)) return [wanted];
  return name === undefined ? sections : [];
}

/** Flask-Migrate keeps alembic.ini beside env.py and leaves script_location to itself. */
async function isFlaskLayout(directory: string): Promise<boolean> {
  const names: readonly string[] = await readdir(directory).catch(() => []);
  return names.includes('env.py');
}

async function detection(
  where: Whereabouts,
  file: string,
  section: string,
  text: string,
): Promise<Detection> {
  const home = dirname(file);
  const flask = (await isFlaskLayout(home)) && !/^\s*script_location\s*=/m.test(text);
  const directory = flask ? dirname(home) : home;
  const shown = slashes(relative(where.root, file));
  return {
    project: {
      directory: slashes(relative(where.root, directory)) || '.',
      tool: 'alembic',
      label: labelOf(where, directory, section),
      because: `${shown}, section [${section}]${others(file, text, section)}`,
      file: shown,
    },
    directory,
    config: { file, section, shown, ...(flask ? { scriptLocation: home } : {}) },
  };
}

/** Sections that this check does not look at, so that nobody believes it did. */
function others(file: string, text: string, section: string): string {
  const names = sectionsOf(file, text).filter((name) => name !== section);
  return names.length === 0 ? '' : ` (there is also ${names.map((name) => `--name ${name}`).join(', ')})`;
}

function labelOf(where: Whereabouts, directory: string, section: string): string {
  const place = slashes(relative(where.root, directory)) || basename(directory);
  return section === defaultSection ? place : `${place} [${section}]`;
}

const sectionsOf = (file: string, text: string): readonly string[] =>
  file.endsWith('.toml') ? tomlSections(text) : iniSections(text);

/** Sections of an ini file that have a script_location. */
const iniSections = (text: string): readonly string[] =>
  [...readIni(text)].flatMap(([section, options]) => (options.has('script_location') ? [section] : []));

/** `[tool.alembic]` is the only one that Alembic reads from pyproject.toml. */
function tomlSections(text: string): readonly string[] {
  return /^\[tool\.alembic\][^[]*^\s*"?script_location"?\s*=/m.test(text) ? [defaultSection] : [];
}

async function directoriesBelow(directory: string, levels: number): Promise<readonly string[]> {
  if (levels === 0) return [];
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const below = entries
    .filter((entry) => entry.isDirectory() && !closed.test(entry.name))
    .map((entry) => join(directory, entry.name));
  const deeper = await Promise.all(
    below.sort().map(async (child) => [child, ...(await directoriesBelow(child, levels - 1))]),
  );
  return deeper.flat();
}

const slashes = (path: string): string => path.split(sep).join('/');
