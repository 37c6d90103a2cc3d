/** What is suggested in the place of an UPDATE or DELETE has been executed before anybody sees it. */
import { expect, test } from 'vitest';
import type { Move, Statement } from '../../src/model/observation.ts';
import type { Trial } from '../../src/model/trial.ts';
import { Trials } from '../../src/replay/trials.ts';
import { revisionPy } from '../support/alembic.ts';
import { testDatabase } from '../support/postgres.ts';
import { walkProject } from '../support/replay.ts';

const before = `CREATE TABLE t (id int PRIMARY KEY, c text);
INSERT INTO t VALUES (1, 'a'), (2, 'b');
CREATE SCHEMA app; CREATE TABLE app.t (a int, b int, n int, PRIMARY KEY (b, a)); INSERT INTO app.t VALUES (1, 2, 3);
CREATE TABLE keyless (n int); INSERT INTO keyless VALUES (1)`;

/** The trials of the statements of a revision, by their text. */
async function trialsOf(upgrade: string): Promise<ReadonlyMap<string, Trial | undefined>> {
  const { roundTrips } = await walkProject({
    a: revisionPy('a', null, `op.execute("""${before}""")`),
    b: revisionPy('b', 'a', upgrade),
  });
  const move = roundTrips[1]?.upgrade;
  expect(move?.failure).toBeUndefined();
  return new Map(move?.statements.map(({ sql, trial }) => [sql, trial]));
}

test('an UPDATE by its key, a DELETE, one in another schema, one with parameters', async () => {
  const trials = await trialsOf(`op.execute("UPDATE t SET c = lower(c) WHERE c <> lower(c)")
op.execute("DELETE FROM t WHERE c IS NULL")
op.execute("SET LOCAL search_path TO app")
op.execute("UPDATE t SET n = 1 WHERE n > 1")
op.execute("SET LOCAL search_path TO public")
op.get_bind().execute(sa.text("UPDATE t SET c = :x WHERE c > :y"), {"x": "z", "y": "a"})
op.execute("DELETE FROM public.keyless")`);
  const told = (sql: string): readonly (string | undefined)[] => {
    const { count, batches } = trials.get(sql) ?? {};
    return [count, batches?.key.join(), batches?.first, batches?.next];
  };
  const select = (...more: readonly string[]): string =>
    `SELECT "id" FROM "t" WHERE ${['(c <> lower(c))', ...more].join(' AND ')} ORDER BY "id" ASC LIMIT 10000`;
  expect(told('UPDATE t SET c = lower(c) WHERE c <> lower(c)')).toEqual([
    'SELECT COUNT(*) FROM "t" WHERE c <> lower(c)',
    'id',
    `UPDATE "t" SET c = lower(c) WHERE "id" IN (${select()}) RETURNING "id"`,
    `UPDATE "t" SET c = lower(c) WHERE "id" IN (${select('"id" > $1')}) RETURNING "id"`,
  ]);
  const [count, key, first, next] = told('DELETE FROM t WHERE c IS NULL');
  expect([count, key]).toEqual(['SELECT COUNT(*) FROM "t" WHERE c IS NULL', 'id']);
  expect(first).toMatch(/^DELETE FROM "t" WHERE "id" IN \(SELECT .* LIMIT 10000\)$/);
  expect(next).toBe(first);
  // The other table of that name, whose key has another order than its columns.
  expect(told('UPDATE t SET n = 1 WHERE n > 1')[1]).toBe('b,a');
  expect(told('UPDATE t SET n = 1 WHERE n > 1')[3]).toContain('("b", "a") > ($1, $2)');
  expect(told('UPDATE t SET c = $1 WHERE c > $2')[3]).toContain('(c > $2) AND "id" > $3');
  expect(trials.get('DELETE FROM public.keyless')).toEqual({
    count: 'SELECT COUNT(*) FROM "public"."keyless"',
  });
  expect(trials.get('SET LOCAL search_path TO app')).toBeUndefined();
});

const untried = (sql: string, more: Partial<Statement> = {}): Statement => {
  const relation = { schema: 'public', name: 't', kind: 'table', existed: true };
  const locks = [{ relation, mode: 'ROW EXCLUSIVE' }];
  return {
    sql,
    milliseconds: 1,
    trace: { locks, scanned: [], written: [] },
    ...more,
  } as unknown as Statement;
};
async function tried(...statements: readonly Statement[]): Promise<readonly (Trial | undefined)[]> {
  const database = await testDatabase();
  await database.query(before);
  const move = await new Trials(database).of({ statements } as unknown as Move);
  const rows = await database.query('SELECT id, c FROM t ORDER BY id');
  expect(rows, 'nothing is changed').toEqual([
    { id: 1, c: 'a' },
    { id: 2, c: 'b' },
  ]);
  return move.statements.map(({ trial }) => trial);
}

test('what the database refuses is not suggested', async () => {
  const [column, table, count] = await tried(
    untried("UPDATE t SET gone = 1 WHERE c = 'a'"),
    untried("DELETE FROM t WHERE gone = 'a'"),
    untried("UPDATE t SET c = 'x' WHERE id > 1"),
  );
  expect(column).toEqual({ count: expect.stringContaining('COUNT(*)') });
  expect(table).toBeUndefined();
  expect(count?.batches?.key).toEqual(['id']);
});

const update = "UPDATE t SET c = 'x' WHERE id > 1";

test('what is not one command on a table that was there is not tried', async () => {
  const none = { locks: [], scanned: [], written: [] };
  const seen = (kind: string, existed: boolean, schema = 'public') =>
    ({
      trace: { ...none, scanned: [{ relation: { schema, name: 't', kind, existed } }] },
    }) as unknown as Statement;
  const { trace: _, ...blind } = untried(update);
  expect(
    await tried(
      untried(`${update}; ${update}`),
      untried(`${update} this is no SQL`),
      untried("SELECT 'update'"),
      untried(update.replace(' t ', ' u ')),
      untried(update.replace(' t ', ' app.t ')),
      untried("UPDATE t SET c = nextval('s')"),
      untried(update.replace('x', 'x\n')),
      untried(`/* 1 */ ${update}`, seen('table', false)),
      untried(`/* 2 */ ${update}`, seen('index', true)),
      untried(`/* 3 */ ${update}`, { trace: none } as unknown as Statement),
      { ...blind, sql: `/* 4 */ ${update}` },
    ),
  ).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    { count: expect.any(String) },
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  const [scanned] = await tried(untried(update, seen('partitioned table', true)));
  expect(scanned?.batches).toBeDefined();
});

test('a table that others inherit from has rows with the same key', async () => {
  const database = await testDatabase();
  await database.query(`${before}; CREATE TABLE child () INHERITS (t)`);
  const { statements } = await new Trials(database).of({ statements: [untried(update)] } as unknown as Move);
  expect(statements[0]?.trial).toEqual({ count: expect.any(String) });
});

test('what takes too long is not suggested', async () => {
  const [sets, reads] = await tried(
    untried('UPDATE t SET c = pg_sleep(20)::text'),
    untried('DELETE FROM t WHERE pg_sleep(20) IS NULL'),
  );
  expect([sets, reads]).toEqual([{ count: 'SELECT COUNT(*) FROM "t"' }, undefined]);
});

test('only so many are tried, each text once', async () => {
  const many = Array.from({ length: 25 }, (_, at) => untried(`DELETE FROM t WHERE id = ${at}`));
  const trials = await tried(...many, ...many);
  expect(trials.map((trial) => trial !== undefined)).toEqual(many.concat(many).map((_, at) => at % 25 < 20));
});

test('a move without any is handed on', async () => {
  const move = { statements: [untried('SELECT 1')] } as unknown as Move;
  expect(await new Trials(await testDatabase()).of(move)).toBe(move);
});
