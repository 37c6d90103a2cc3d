/** The models of a project against its database: what differs, what does not, and why nobody could look. */
import { expect, test } from 'vitest';
import type { ComparedModels } from '../../../src/model/models.ts';
import { envPy, openAlembic, revisionPy, writeProject } from '../../support/alembic.ts';
import { id } from '../../support/graph.ts';
import { testDatabase } from '../../support/postgres.ts';

const url = 'postgresql+psycopg2://nobody:secret@127.0.0.1:1/production';
const head = 'import sqlalchemy as sa\n';
const t =
  'target_metadata = sa.MetaData()\nsa.Table("t", target_metadata, sa.Column("id", sa.Integer, primary_key=True)';

/** env.py with a text that makes target_metadata, and more options of context.configure. */
const envWith = (models: string, options = ''): string =>
  `${head}${models}\n${envPy(url).replace('connection=connection', `connection=connection, target_metadata=target_metadata${options}`)}`;

/** What is said after the SQL was run, in words. */
async function compared(
  sql: string,
  env: string,
): Promise<ComparedModels | { readonly why: string } | undefined> {
  const session = await openAlembic(
    await writeProject({
      'migrations/env.py': env,
      'migrations/versions/a.py': revisionPy('a', null, `op.execute(${JSON.stringify(sql)})`),
    }),
  );
  const run = { database: (await testDatabase()).address, timeoutMs: 30_000 };
  const { failure } = await session.move('upgrade', id('a'), run);
  expect(failure).toBeUndefined();
  const answer = await session.compareModels?.(run);
  const after = await session.move('downgrade', id('a'), run);
  expect(after.failure, 'the session goes on').toBeUndefined();
  return answer;
}

const wordsOf = (answer: Awaited<ReturnType<typeof compared>>): readonly string[] => {
  if (!answer || 'why' in answer) throw new Error(answer?.why ?? 'nothing was compared');
  return answer.differences.map(({ table, words }) => `${table}: ${words}`).sort();
};

const simple = 'CREATE TABLE t (id serial PRIMARY KEY)';

test.each([
  ['equal', simple, `${t})`, '', []],
  [
    'a table on each side',
    'CREATE TABLE u (id int PRIMARY KEY, a int); CREATE INDEX ON u (a)',
    `${t})`,
    '',
    [
      't: table t is in the models and not in the database',
      'u: table u is in the database and not in the models',
    ],
  ],
  [
    'columns, indexes and what a column may hold',
    'CREATE TABLE t (id serial PRIMARY KEY, a int, b int, gone text); CREATE INDEX ix_gone ON t (b)',
    `${t}, sa.Column("a", sa.Text, nullable=False), sa.Column("b", sa.Integer), sa.Column("c", sa.Integer), sa.UniqueConstraint("b", name="uq_b"))`,
    ', compare_type=True',
    [
      't: column a is INTEGER in the database and TEXT in the models',
      't: column a is nullable in the database and not in the models',
      't: column c is in the models and not in the database',
      't: column gone is in the database and not in the models',
      't: index ix_gone (b) is in the database and not in the models',
      't: unique constraint uq_b (b) is in the models and not in the database',
    ],
  ],
  [
    'a type that the options do not ask about',
    'CREATE TABLE t (id serial PRIMARY KEY, a int)',
    `${t}, sa.Column("a", sa.Text))`,
    ', compare_type=False',
    [],
  ],
  [
    'what autogenerate does not look for',
    "CREATE TYPE mood AS ENUM ('a', 'old'); CREATE TABLE t (id serial PRIMARY KEY, m mood, d int, k int CONSTRAINT k_there CHECK (k > 0))",
    `${t}, sa.Column("m", sa.Enum("a", "b", name="mood")), sa.Column("d", sa.Integer, server_default="1"), sa.Column("k", sa.Integer, server_default=sa.FetchedValue()), sa.CheckConstraint("k > 0", name="k_there"), sa.CheckConstraint("d > 0", name="d_missing"), sa.CheckConstraint("d > 1"))`,
    ', compare_type=False',
    [
      't: check constraint d_missing is in the models and not in the database',
      't: column d has a server_default in the models and no default in the database',
      't: column m: the enum of the database has no label b',
    ],
  ],
  [
    'a default that autogenerate is asked about is one difference',
    'CREATE TABLE t (id serial PRIMARY KEY, d int)',
    `${t}, sa.Column("d", sa.Integer, server_default="1"))`,
    ', compare_server_default=True',
    ['t: column d is of another default in the database than in the models'],
  ],
  [
    'what include_object leaves out',
    `${simple}; CREATE TABLE theirs (id int)`,
    `${t}, sa.Column("d", sa.Integer, server_default="1"))`,
    ', include_object=lambda _object, name, *_rest: name not in ("d", "theirs")',
    [],
  ],
  [
    'what the hook of env.py leaves out',
    `${simple}; CREATE TABLE theirs (id int)`,
    `${t})`,
    ', process_revision_directives=lambda _context, _heads, directives: directives.clear()',
    [],
  ],
  [
    'other schemas that autogenerate does not see, and its own spelled out',
    `${simple}; CREATE SCHEMA s; CREATE TABLE s.u (id int PRIMARY KEY); CREATE VIEW v AS SELECT 1 AS id`,
    `${t}, schema="public")\nsa.Table("u", target_metadata, sa.Column("id", sa.Integer, primary_key=True), schema="s")\nsa.Table("v", target_metadata, sa.Column("id", sa.Integer))`,
    '',
    [],
  ],
  [
    'partitions',
    'CREATE TABLE t (id int PRIMARY KEY) PARTITION BY RANGE (id); CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (1) TO (9)',
    `${t})`,
    '',
    [],
  ],
])('%s', async (_name, sql, models, options, words) => {
  expect(wordsOf(await compared(sql, envWith(models, options)))).toEqual(words);
});

test('the place is where env.py says what the models are', async () => {
  expect(await compared(simple, envWith(`${t})`))).toMatchObject({
    place: { file: 'migrations/env.py', line: 2 },
  });
});

test.each([
  ['no models', envPy(url), 'env.py gives no target_metadata'],
  ['an empty one', envWith('target_metadata = sa.MetaData()'), 'target_metadata holds no table'],
  [
    'a hook that fails',
    envWith(`${t})\ndef fails(*_all): raise KeyError("broken")`, ', include_object=fails'),
    "the comparison fails: KeyError: 'broken'",
  ],
  [
    'several runs',
    `for _ in range(2):\n    ${envWith(`${t})`).replaceAll('\n', '\n    ')}`,
    'more than once',
  ],
])('%s', async (_name, env, why) => {
  expect(await compared(simple, env)).toEqual({ why: expect.stringContaining(why) });
});
