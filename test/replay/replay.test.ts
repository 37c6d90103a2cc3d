/** What is written down when a history is walked, and that a failing revision does not spoil the rest of the walk. */
import { expect, test } from 'vitest';
import type { Observations } from '../../src/model/observation.ts';
import { envPy, revisionPy } from '../support/alembic.ts';
import { testServer } from '../support/postgres.ts';
import { walkProject } from '../support/replay.ts';

const table = (name: string): [string, string] => [
  `op.create_table("${name}", sa.Column("id", sa.Integer, primary_key=True))`,
  `op.drop_table("${name}")`,
];

const noModels = { what: 'models', why: 'env.py gives no target_metadata' };

/** One line for each round trip: what it did, what failed, what was left, what drifted. */
const told = ({ roundTrips }: Observations): readonly string[] =>
  roundTrips.map(({ revision, upgrade, downgrade, reupgrade, trace, drift }) => {
    const moves = [upgrade, downgrade, reupgrade]
      .map((move) => (move ? (move.failure?.reason ?? 'ok') : '-'))
      .join(' ');
    const left = [...(trace ?? []), ...(drift ?? [])].map(({ words }) => words);
    return [`${revision}: ${moves}`, ...left].join('; ');
  });

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

test('a downgrade that fails half way is recovered from, and the walk goes on', async () => {
  const half =
    'op.drop_table("u")\nwith op.get_context().autocommit_block():\n    op.execute("DROP TABLE t")\nraise RuntimeError("half way")';
  const seen = await walkProject({
    a: revisionPy('a', null, ...table('t')),
    b: revisionPy('b', 'a', table('u')[0], half),
    c: revisionPy('c', 'b', 'op.add_column("t", sa.Column("c", sa.Integer))', 'op.drop_column("t", "c")'),
  });
  expect(told(seen)).toEqual(['a: ok ok ok', 'b: ok python -', 'c: ok ok ok']);
  expect(seen.chain).toMatchObject({
    down: ['c'],
    reached: 'part of the way',
    stopped: { above: 'b' },
    below: [],
    above: [],
  });
  expect(seen.rehearsal).toMatchObject({ from: 'new', foundHeads: ['c'], differences: [] });
  expect(seen.recoveries).toEqual({ count: 1, moves: 2 });
  expect(seen.notObserved).toEqual([
    { what: 'reupgrade', revision: 'b', why: 'the downgrade fails' },
    noModels,
  ]);
});

test('many failing downgrades cost one more walk up, not one each', async () => {
  const bad =
    'with op.get_context().autocommit_block():\n    op.execute("CREATE TABLE spoilt_%s ()")\nraise RuntimeError';
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const versions = Object.fromEntries(
    names.map((name, at) => [
      name,
      revisionPy(name, names[at - 1] ?? null, table(`t_${name}`)[0], bad.replace('%s', name)),
    ]),
  );
  const seen = await walkProject(versions);
  expect(told(seen)).toEqual(names.map((name) => `${name}: ok python -`));
  expect(seen.recoveries).toEqual({ count: 6, moves: 6 });
});

test('when an upgrade cannot be repeated, what comes after it is not checked, and that is said', async () => {
  const once = 'import builtins\nassert not hasattr(builtins, "once"), "only once"\nbuiltins.once = True\n';
  const spoil =
    'with op.get_context().autocommit_block():\n    op.execute("DROP TABLE t")\nraise RuntimeError';
  const seen = await walkProject({
    a: revisionPy('a', null, `${once}${table('t')[0]}`, spoil),
    b: revisionPy('b', 'a', ...table('u')),
  });
  expect(told(seen)).toEqual(['a: ok python -']);
  expect(seen.notObserved).toContainEqual({
    what: 'revision',
    revision: 'b',
    why: 'the database cannot be rebuilt: the upgrade of a worked once and failed when it was repeated: only once',
  });
  expect(seen.rehearsal?.failure).toMatchObject({ error: 'AssertionError' });
});

test('a role that a revision makes stands in the way of no other database', async () => {
  const seen = await walkProject({
    a: revisionPy(
      'a',
      null,
      `${table('t')[0]}\nop.execute("CREATE ROLE mc_reader")\nop.execute("GRANT SELECT ON t TO mc_reader")`,
      'op.drop_table("t")\nop.execute("DROP ROLE mc_reader")',
    ),
    b: revisionPy(
      'b',
      'a',
      table('u')[0],
      'with op.get_context().autocommit_block():\n    op.execute("DROP TABLE u")\nraise RuntimeError',
    ),
    c: revisionPy(
      'c',
      'b',
      'op.execute("GRANT ALL ON t TO mc_reader")',
      'op.execute("REVOKE ALL ON t FROM mc_reader")\nop.execute("GRANT SELECT ON t TO mc_reader")',
    ),
  });
  expect(told(seen)).toEqual(['a: ok ok ok', 'b: ok python -', 'c: ok ok ok']);
  expect(seen.recoveries.count).toBe(1);
  expect(seen.rehearsal).toMatchObject({ foundHeads: ['c'], differences: [] });
  expect(seen.rehearsal?.failure).toBeUndefined();
});

test('a downgrade that fails and is rolled back costs no new database', async () => {
  const seen = await walkProject({
    a: revisionPy('a', null, table('t')[0], 'op.drop_table("t")\nraise RuntimeError'),
  });
  expect(told(seen)).toEqual(['a: ok python -']);
  expect(seen.recoveries).toEqual({ count: 0, moves: 0 });
});

test('an upgrade that fails takes those with it that need it, and no others', async () => {
  const seen = await walkProject({
    a: revisionPy('a', null, ...table('t')),
    b: revisionPy('b', 'a', 'op.execute("SELECT nope")'),
    c: revisionPy('c', 'b', ...table('u')),
    x: revisionPy('x', null, ...table('x')),
  });
  expect(told(seen)).toEqual(['a: ok ok ok', 'b: sql - -', 'x: ok ok ok']);
  expect(seen.notObserved).toContainEqual({
    what: 'revision',
    revision: 'c',
    blockedBy: 'b',
    why: 'it needs b, whose upgrade fails',
  });
  expect(seen.notObserved).toContainEqual({ what: 'rehearsal', why: 'the upgrade of b fails by itself' });
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

test('a move that hangs is cut off, and the revisions that do not need it go on', async () => {
  const seen = await walkProject(
    {
      a: revisionPy('a', null, ...table('t')),
      b: revisionPy('b', 'a', 'op.execute("SELECT pg_sleep(60)")'),
      x: revisionPy('x', null, ...table('x')),
    },
    { timeoutMs: 3000 },
  );
  expect(told(seen)).toEqual(['a: ok ok ok', 'b: timed-out - -', 'x: ok ok ok']);
});

test('a connection that the migration leaves open with locks does not stop the walk', async () => {
  const holds =
    'other = sa.create_engine("postgresql+psycopg2://", poolclass=sa.pool.NullPool).connect()\nother.execute(sa.text("CREATE TABLE IF NOT EXISTS held (id int)"))\nother.execute(sa.text("LOCK TABLE t"))\nsa.held = other';
  const seen = await walkProject({
    a: revisionPy('a', null, ...table('t')),
    b: revisionPy('b', 'a', holds),
    c: revisionPy('c', 'b', ...table('u')),
  });
  expect(told(seen)[2]).toBe('c: ok ok ok');
  expect(seen.remarks.map(({ kind, text }) => `${kind}: ${text}`)).toContain(
    'session-left-open: the upgrade of b left a session open that holds locks; it was ended',
  );
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
