/**
 * Cuts the part of GitHub's own OpenAPI description that the tests' stand-in for GitHub answers by:
 * `node scripts/github-openapi.ts <directory of the package @octokit/openapi>`. The package is large, and so no
 * dependency.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the action asks for, as method and path of the description. */
const operations = [
  'get /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'post /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'patch /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'delete /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'get /repos/{owner}/{repo}/pulls',
  'get /repos/{owner}/{repo}/pulls/{pull_number}/files',
  'get /repos/{owner}/{repo}/pulls/{pull_number}/comments',
  'post /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
  'post /repos/{owner}/{repo}/check-runs',
  'patch /repos/{owner}/{repo}/check-runs/{check_run_id}',
  'get /repos/{owner}/{repo}/git/ref/{ref}',
];

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Mapping = { readonly [key: string]: Json };

/** Validates nothing. Descriptions stay: a response has to have one. */
const unread = new Set(['example', 'examples', 'summary', 'externalDocs', 'tags', 'x-github']);

const isMapping = (value: Json | undefined): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Without what validates nothing. Below `properties` keys are names of fields, whatever they are called. */
function bare(value: Json, areNames = false): Json {
  if (Array.isArray(value)) return value.map((item: Json) => bare(item));
  if (!isMapping(value)) return value;
  const kept = Object.entries(value).filter(([key]) => areNames || !unread.has(key));
  return Object.fromEntries(
    kept.map(([key, inner]) => [key, bare(inner, !areNames && key === 'properties')]),
  );
}

/** Every `$ref` in it. */
function refsOf(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => refsOf(item));
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : refsOf(inner),
  );
}

const at = (document: Mapping, keys: readonly string[]): Json | undefined =>
  keys.reduce<Json | undefined>((value, key) => (isMapping(value) ? value[key] : undefined), document);

/** `#/components/schemas/user` */
const keysOf = (ref: string): readonly string[] => ref.slice('#/'.length).split('/');

function pathsOf(document: Mapping): Mapping {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    const [method = '', path = ''] = operation.split(' ');
    const found = at(document, ['paths', path, method]);
    if (found === undefined) throw new Error(`The description has no ${operation}`);
    paths[path] = { ...paths[path], [method]: bare(found) };
  }
  return paths;
}

/** The components that are referred to, and those that they refer to. */
function componentsOf(document: Mapping, paths: Mapping): Mapping {
  const components: Record<string, Record<string, Json>> = {};
  const wanted = new Set(refsOf(paths));
  // Grows while it is walked.
  for (const ref of wanted) {
    const [, kind = '', name = ''] = keysOf(ref);
    const found = bare(at(document, ['components', kind, name]) ?? {});
    components[kind] = { ...components[kind], [name]: found };
    for (const inner of refsOf(found)) wanted.add(inner);
  }
  return components;
}

const [directory = '.'] = process.argv.slice(2);
const read = async (name: string): Promise<Mapping> =>
  JSON.parse(await readFile(join(directory, name), 'utf8')) as Mapping;
const [document, { version = '' }] = await Promise.all([
  read('generated/api.github.com.json'),
  read('package.json'),
]);
const paths = pathsOf(document);
const slice = {
  openapi: document['openapi'],
  info: {
    title: "A part of GitHub's REST API",
    version,
    description: `Cut by scripts/github-openapi.ts from @octokit/openapi ${String(version)}`,
    license: { name: 'MIT' },
  },
  paths,
  components: componentsOf(document, paths),
};
const target = join(import.meta.dirname, '..', 'test', 'github', 'fake', 'openapi.json');
await writeFile(target, `${JSON.stringify(slice, null, 1)}\n`);
