import { expect, test } from 'vitest';
import { openAlembic, revisionPy, writeProject } from '../../support/alembic.ts';

/** What the one revision of a project relies on: `8 application shop.models User`. */
async function reliedOn(
  upgrade: string,
  {
    files = {},
    downgrade = 'pass',
    top = '',
    connections = false,
  }: {
    files?: Readonly<Record<string, string>>;
    downgrade?: string;
    top?: string;
    connections?: boolean;
  } = {},
): Promise<readonly string[]> {
  const source = revisionPy('a', null, upgrade, downgrade, top);
  const directory = await writeProject({ ...files, 'migrations/versions/a.py': source });
  const { graph } = await openAlembic(directory);
  expect(graph.faults).toEqual([]);
  const lines = source.split('\n');
  return (graph.revisions[0]?.reliances ?? [])
    .filter(({ on }) => on !== 'connection' || connections)
    .map(({ on, name, parts, place }) =>
      [on, name, ...parts, '@', lines[(place.line ?? 0) - 1]?.trim()].join(' '),
    );
}

const shop = {
  'alembic.ini': '[alembic]\nscript_location = migrations\nprepend_sys_path = .\n',
  'shop/__init__.py': '',
  'shop/models.py': 'class User: pass\n',
  'migrations/__init__.py': '',
  'migrations/helpers.py': 'def help(): pass\n',
  'alone.py': 'x = 1\n',
};

test('modules of the project are told from those of others and from helpers of the migrations', async () => {
  const top =
    'from shop.models import User\nimport shop, json\nimport alone\nfrom migrations.helpers import help';
  expect(await reliedOn('from shop import models', { files: shop, top })).toEqual([
    'application shop.models User @ from shop.models import User',
    'application shop @ import shop, json',
    'application alone @ import alone',
    'application shop models @ from shop import models',
  ]);
});

test('the environment, and nothing else of os', async () => {
  const lines = ['a = os.environ["A"]', 'b = os.getenv("B")', 'c = os.path.join("c")'];
  expect(
    await reliedOn('pass\n'.concat(lines.slice(1).join('\n')), { top: `import os\nos.environ.get("A")\n` }),
  ).toEqual(['environment os.environ @ os.environ.get("A")', 'environment os.getenv @ b = os.getenv("B")']);
});

test.each([
  ['if not sa.inspect(op.get_bind()).has_table("t"):\n    pass', 'has_table'],
  ['x = 1 if "t" in sa.inspect(op.get_bind()).get_table_names() else 2', 'get_table_names'],
  ['names = sa.inspect(op.get_bind()).get_columns("t")\nhas = "a" in names\nif has:\n    pass', 'has'],
  [
    'while op.get_bind().execute(sa.text("SELECT 1 FROM information_schema.tables")).scalar():\n    pass',
    'information_schema',
  ],
  [`there = op.get_bind().scalar(sa.text("SELECT to_regclass('t')"))\nif there:\n    pass`, 'there'],
])('a branch that is taken by what the database has: %s', async (upgrade, question) => {
  const found = await reliedOn(upgrade);
  expect(found.map((one) => one.split(' @ ')[0])).toEqual([`schema ${question}`]);
});

test('a function that asks is a question', async () => {
  const top = 'def there(name):\n    return sa.inspect(op.get_bind()).has_table(name)\n';
  expect(await reliedOn('if there("t"):\n    pass', { top })).toEqual(['schema there @ if there("t"):']);
});

test.each([
  ['another branch', 'if op.get_bind().dialect.name == "postgresql":\n    pass', 'pass'],
  ['a question that decides nothing', 'print(sa.inspect(op.get_bind()).get_table_names())', 'pass'],
  ['one in the downgrade', 'pass', 'if sa.inspect(op.get_bind()).has_table("t"):\n    pass'],
])('no reliance: %s', async (_, upgrade, downgrade) => {
  expect(await reliedOn(upgrade, { downgrade })).toEqual([]);
});

test('an answer of the database, unless the revision knows that there may be none', async () => {
  const lines = [
    'bind = op.get_bind()',
    'bind.execute(sa.text("SELECT 1"))',
    'one = bind.execute(sa.text("SELECT 1")).scalar()',
    'two = op.get_bind().scalar(sa.text("SELECT 2"))',
    'names = sa.inspect(bind)',
    'sa.Enum("a", name="mood").create(bind, checkfirst=True)',
  ];
  const downgrade = 'print(op.get_bind().scalar(sa.text("SELECT 1")))';
  expect(await reliedOn(lines.join('\n'), { downgrade, connections: true })).toEqual([
    `connection execute @ ${lines[2]}`,
    `connection scalar @ ${lines[3]}`,
    `connection inspect @ ${lines[4]}`,
  ]);
  const offline = `if op.get_context().as_sql:\n    return\n${lines.join('\n')}`;
  expect(await reliedOn(offline, { connections: true })).toEqual([]);
});
