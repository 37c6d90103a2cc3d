/** What is written down when a history is walked. */
import { expect, test } from 'vitest';
import { envPy, revisionPy } from '../support/alembic.ts';
import { testServer } from '../support/postgres.ts';
import { walkProject } from '../support/replay.ts';
import { noModels, table, told } from './told.ts';

test('a clean history comes back and goes again, down to the base and up in one go', async () => {
  const seen = await walkProject({
    a: revisionPy('a', null, ...table('t')),
    b: revisionPy('b', 'a', ...table('u')),
  });
  expect(told(seen)).toEqual(['a: ok ok ok', 'b: ok ok ok']);
  expect(seen.roundTrips[0]?.effect?.map(({ words }) => words)).toEqual(['table t is new']);
  expect(seen.chain).toEqual({ down: ['b', 'a'], reached: 'base', below: [] });
  expect(seen.rehearsal).toMatchObject({
    from: 'chain',
    moves: 2,
    expectedHeads: ['b'],
    foundHeads: ['b'],
    differences: [],
  });
  expect(seen.notObserved).toEqual([noModels]);
  expect(seen.recoveries).toEqual({ count: 0, moves: 0 });
});

test('a head that another one depends on is reached, although the version table does not name it', async () => {
  const seen = await walkProject({
    a: revisionPy('a', null, ...table('t')),
    b: revisionPy('b', null, ...table('u'), 'depends_on = "a"'),
  });
  expect(told(seen)).toEqual(['a: ok ok ok', 'b: ok ok ok']);
  expect(seen.rehearsal).toMatchObject({
    moves: 2,
    expectedHeads: ['b'],
    foundHeads: ['b'],
    differences: [],
  });
});

test('what is left behind and what drifts is written down, and does not reach the next revision', async () => {
  const seen = await walkProject({
    a: revisionPy('a', null, 'op.execute("CREATE TABLE IF NOT EXISTS kept (id int)")'),
    b: revisionPy(
      'b',
      'a',
      'op.execute("ALTER TABLE kept ADD COLUMN c" || (SELECT 1))'.replace(
        '" || (SELECT 1))',
        '%d int" % (1 + len(sa.inspect(op.get_bind()).get_columns("kept"))))',
      ),
    ),
    c: revisionPy('c', 'b', ...table('t')),
  });
  expect(told(seen)).toEqual([
    'a: ok ok ok; table kept is new',
    'b: ok ok ok; column kept.c2 is new; column kept.c3 is new',
    'c: ok ok ok',
  ]);
  expect(seen.recoveries.count).toBe(1);
  expect(seen.rehearsal?.differences).toEqual([]);
});

test('rows that stay and rows that are doubled are counted', async () => {
  const seen = await walkProject({
    a: revisionPy(
      'a',
      null,
      ...(table('t').map((line) => line.replace(', primary_key=True', ', nullable=True')) as [
        string,
        string,
      ]),
    ),
    b: revisionPy('b', 'a', 'op.execute("INSERT INTO t VALUES (1), (2)")', 'pass'),
  });
  expect(seen.roundTrips[1]?.rowsAfterDowngrade).toEqual([
    { table: 't', before: 0, after: 2, contentChanged: false },
  ]);
  expect(seen.roundTrips[1]?.rowsAfterReupgrade).toEqual([
    { table: 't', before: 2, after: 4, contentChanged: false },
  ]);
});

test('only what is in scope takes the round trip', async () => {
  const versions = {
    a: revisionPy('a', null, ...table('t')),
    b: revisionPy('b', 'a', ...table('u')),
    c: revisionPy('c', 'b', ...table('v')),
  };
  const seen = await walkProject(versions, { plan: { changedFiles: new Set(['migrations/versions/c.py']) } });
  expect(told(seen)).toEqual(['c: ok ok ok']);
  expect(seen.passedThrough.map(({ revision }) => revision)).toEqual(['a', 'b']);
  expect(seen.chain).toMatchObject({ down: ['c'], stopped: { above: 'b' } });
});

test('branches, a merge and a dependency are walked in an order that has them all', async () => {
  const seen = await walkProject({
    a: revisionPy('a', null, ...table('t')),
    b: revisionPy('b', 'a', ...table('u')),
    c: revisionPy('c', 'a', ...table('v')),
    d: revisionPy('d', ['b', 'c'], 'pass'),
    x: revisionPy('x', null, ...table('w'), 'depends_on = "d"\n'),
  });
  expect(told(seen)).toEqual(['a: ok ok ok', 'b: ok ok ok', 'c: ok ok ok', 'd: ok ok ok', 'x: ok ok ok']);
  expect(seen.chain).toMatchObject({ reached: 'base', below: [] });
  expect(seen.rehearsal).toMatchObject({ moves: 5, differences: [] });
});

test('a base file and a revision to start at', async () => {
  const seen = await walkProject(
    {
      a: revisionPy('a', null, 'raise RuntimeError("cannot run any more")'),
      b: revisionPy(
        'b',
        'a',
        'op.add_column("legacy", sa.Column("c", sa.Integer))',
        'op.drop_column("legacy", "c")',
      ),
    },
    {
      plan: { startAt: ['a'], baseSql: 'base.sql' },
      baseSql: 'CREATE TABLE legacy (id int PRIMARY KEY);\nINSERT INTO legacy VALUES (1);',
    },
  );
  expect(told(seen)).toEqual(['b: ok ok ok']);
  expect(seen.chain).toEqual({ down: ['b'], reached: 'base', below: [] });
  expect(seen.rehearsal).toMatchObject({ from: 'chain', foundHeads: ['b'], differences: [] });
});

const unsafe = envPy().replace(
  '    context.configure',
  '    connection.execute(text("SELECT 1"))\n    context.configure',
);

test('an upgrade that is never committed is seen from a fresh connection', async () => {
  const seen = await walkProject(
    { a: revisionPy('a', null, ...table('t')) },
    { files: { 'migrations/env.py': unsafe } },
  );
  // Each move by itself is not committed either.
  expect(seen.roundTrips[0]?.upgrade.failure).toMatchObject({ reason: 'not-applied' });
  expect(seen.remarks).toEqual([
    expect.objectContaining({ kind: 'own-transaction', place: { file: 'migrations/env.py', line: 7 } }),
  ]);
});

test('one transaction for all revisions fails where each by itself does not', async () => {
  const seen = await walkProject(
    {
      a: revisionPy(
        'a',
        null,
        `op.execute("CREATE TYPE mood AS ENUM ('sad')")`,
        'op.execute("DROP TYPE mood")',
      ),
      b: revisionPy('b', 'a', `op.execute("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'ok'")`),
      c: revisionPy('c', 'b', `op.execute("SELECT 'ok'::mood")`),
    },
    { plan: { changedFiles: new Set(['migrations/versions/b.py', 'migrations/versions/c.py']) } },
  );
  expect(seen.roundTrips.every(({ upgrade }) => !upgrade.failure)).toBe(true);
  expect(seen.rehearsal?.failure).toMatchObject({ reason: 'sql', sqlstate: '55P04' });
});

test('nothing is left on the server but what the walk still uses', async () => {
  const server = await testServer();
  const database = await server.create();
  const sessions = await database.query<{ who: string }>(
    "SELECT DISTINCT datname AS who FROM pg_stat_activity WHERE application_name <> 'migrate-check' AND backend_type = 'client backend'",
  );
  expect(sessions).toEqual([]);
});

test('the tables that an upgrade touches are told whole, before and after it, and no others', async () => {
  const seen = await walkProject({
    a: revisionPy('a', null, `${table('t')[0]}\n${table('u')[0]}`, 'op.drop_table("u")\nop.drop_table("t")'),
    b: revisionPy('b', 'a', 'op.add_column("t", sa.Column("c", sa.Integer))', 'op.drop_column("t", "c")'),
    c: revisionPy('c', 'b', 'op.execute("SELECT nope")'),
  });
  const [first, second, third] = seen.roundTrips.map(({ schema }) => ({
    before: schema?.before.map(({ kind, name }) => `${kind} ${name}`),
    after: schema?.after.map(({ kind, name }) => `${kind} ${name}`),
  }));
  const t = ['column t.id', 'constraint t.t_pkey', 'index t_pkey', 'sequence t_id_seq', 'table t'];
  expect(first?.before).toEqual([]);
  expect(first?.after).toHaveLength(10);
  expect(second).toEqual({ before: t, after: ['column t.c', ...t] });
  expect(third).toEqual({});
  expect(seen.roundTrips[1]?.schema?.after.find(({ name }) => name === 't.c')).toEqual({
    kind: 'column',
    name: 't.c',
    parent: { kind: 'table', name: 't' },
    facts: { type: 'integer', nullable: 'yes' },
  });
});
