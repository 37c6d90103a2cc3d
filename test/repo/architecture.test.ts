/** The page about the rooms says what the rooms are, and what the arrows are. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'architecture.md'), 'utf8');

/** Rows of the table of rooms: name, and what it may import. */
const rooms = new Map(
  [...page.matchAll(/^\| `(\w+)` \|[^|]+\|([^|]*)\|$/gm)].map(([, name = '', imports = '']) => [
    name,
    imports
      .split(',')
      .map((word) => word.trim().replaceAll('`', ''))
      .filter(Boolean),
  ]),
);

/** A pattern of the rules as the page spells it. */
const spelled = (pattern: string): string =>
  pattern
    .replace(/^\^src\//, '')
    .replace(/\/$/, '')
    .replace(/\$$/, '')
    .replaceAll('\\', '');

interface ArrowRule {
  readonly name: string;
  readonly to: { readonly pathNot?: readonly string[] };
}

async function arrows(): Promise<ReadonlyMap<string, readonly string[]>> {
  const url = new URL('../../.dependency-cruiser.js', import.meta.url).href;
  const { default: config } = (await import(url)) as { default: { forbidden: readonly ArrowRule[] } };
  const rules = config.forbidden.filter(({ name }) => name.startsWith('arrow-'));
  return new Map(
    rules.map(({ name, to }) => [name.slice('arrow-'.length), (to.pathNot ?? []).slice(1).map(spelled)]),
  );
}

test('every room is on the page, and every room of the page is there', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect([...rooms.keys()].sort()).toEqual(folders.map(({ name }) => name).sort());
});

test('what the page says a room may import is what the arrows allow', async () => {
  const allowed = await arrows();
  expect(allowed.size).toBeGreaterThan(5);
  for (const [name, imports] of allowed) expect(rooms.get(name), name).toEqual(imports);
});

test('the modules of the driver are all on the page', () => {
  const files = readdirSync(join(root, 'src/tools/alembic/migrate_check_driver'));
  const modules = files.flatMap((name) => /^([a-z]\w*)\.py$/.exec(name)?.[1] ?? []);
  const rows = [...page.matchAll(/^\| ((?:`\w+`(?:, )?)+) \| /gm)].flatMap(([, names = '']) =>
    names.split(', '),
  );
  const listed = new Set(rows.map((name) => name.replaceAll('`', '')));
  expect(modules.filter((name) => !listed.has(name))).toEqual([]);
});

test('every decision is in the list, and every link of the list leads somewhere', () => {
  const directory = join(root, 'docs', 'decisions');
  const list = readFileSync(join(directory, 'README.md'), 'utf8');
  const linked = [...list.matchAll(/\((\d{4}-[\w-]+\.md)\)/g)].map(([, file]) => file);
  expect(linked.sort()).toEqual(
    readdirSync(directory)
      .filter((name) => name !== 'README.md')
      .sort(),
  );
});
