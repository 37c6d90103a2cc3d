import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** SPDX identifiers of terms that ask for no more than their own text, which is carried along. */
const allowed = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MIT-0',
  'PostgreSQL',
  'Unlicense',
];

/** What a package has compiled into it without its text: which package, and the file in `texts/`. */
const within: Readonly<Record<string, readonly string[]>> = {
  'libpg-query': ['libpg_query.txt', 'PostgreSQL.txt'],
};

export interface Package {
  readonly name: string;
  readonly version: string;
  /** SPDX expression, or what stood in its place. */
  readonly licence: string;
  /** Whole texts. */
  readonly texts: readonly string[];
}

/** The page of all licences: of each package of which something is in the outputs, by name and version. */
export async function licences(root: string, metafile: Metafile): Promise<string> {
  const packages = await Promise.all(
    directoriesIn(metafile).map((directory) => readPackage(root, directory)),
  );
  return licencePage(packages);
}

/** Throws when one of them is under terms that are not allowed here. */
export function licencePage(packages: readonly Package[]): string {
  const refused = packages.filter(({ licence }) => !isAllowed(licence));
  if (refused.length > 0) {
    const names = refused.map(
      ({ name, version, licence }) => `${name} ${version} (${licence || 'no licence'})`,
    );
    throw new Error(`May not be bundled under the licences that they have: ${names.join(', ')}`);
  }
  const sections = new Set(packages.map(section).sort());
  return [`The bundle contains the following packages.\n`, ...sections].join(`\n${'-'.repeat(80)}\n`);
}

function section({ name, version, licence, texts }: Package): string {
  return `${name} ${version} (${licence})\n\n${texts.map((text) => `${text.trim()}\n`).join('\n')}`;
}

/** One of the terms of `(MIT OR GPL-3.0)` has to be allowed, all of those of `MIT AND Zlib`. */
export function isAllowed(expression: string): boolean {
  const plain = expression.replaceAll(/[()]/g, '');
  if (plain.includes(' AND ') && plain.includes(' OR ')) return false;
  if (plain.includes(' AND ')) return plain.split(' AND ').every((one) => allowed.includes(one));
  return plain.split(' OR ').some((one) => allowed.includes(one));
}

/** Where the packages are, relative to the root, of which at least one byte is in an output. */
function directoriesIn({ outputs }: Metafile): readonly string[] {
  const files = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  const directories = files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  return [...new Set(directories)];
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  /** As it was written before SPDX. */
  readonly licenses?: readonly { readonly type: string }[];
  readonly author?: string | { readonly name: string };
}

async function readPackage(root: string, directory: string): Promise<Package> {
  const manifest = JSON.parse(await readFile(join(root, directory, 'package.json'), 'utf8')) as Manifest;
  const { name, version, license, licenses = [] } = manifest;
  const licence = license ?? licenses.map(({ type }) => type).join(' OR ');
  const files = await readdir(join(root, directory));
  const own = files.filter((file) => /^(licen[sc]e|copying|notice)\b/i.test(file)).sort();
  const texts = await Promise.all([
    ...own.map((file) => readFile(join(root, directory, file), 'utf8')),
    ...(own.length === 0 ? [standardText(manifest, licence)] : []),
    ...(within[name] ?? []).map(readText),
  ]);
  return { name, version, licence, texts };
}

/** For a package that names its licence and does not bring the text. Throws for one whose text is not here either. */
async function standardText({ name, author = '' }: Manifest, licence: string): Promise<string> {
  const who = typeof author === 'string' ? author : author.name;
  const text = await readText(`${licence}.txt`).catch((cause: unknown) => {
    throw new Error(`${name} has no text of its licence ${licence}`, { cause });
  });
  return `Copyright (c) ${who || `the authors of ${name}`}\n\n${text}`;
}

const readText = (file: string): Promise<string> =>
  readFile(join(import.meta.dirname, 'texts', file), 'utf8');
