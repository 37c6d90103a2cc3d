/** A failing revision does not spoil the rest of the walk. */
import { expect, test } from 'vitest';
import { revisionPy } from '../support/alembic.ts';
import { walkProject } from '../support/replay.ts';
import { noModels, table, told } from './told.ts';

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
