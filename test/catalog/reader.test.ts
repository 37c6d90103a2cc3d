import { afterEach, describe, expect, test } from 'vitest';
import { compare } from '../../src/catalog/compare.ts';
import { CatalogReader } from '../../src/catalog/reader.ts';
import type { Database } from '../../src/database/provider.ts';
import { testDatabase, testMajor, testServer } from '../support/postgres.ts';
import { richSchema } from './schema.ts';
import { objectsOf, Stand } from './stand.ts';

let stand: Stand;
afterEach(() => stand?.end());

/** Every difference that some SQL makes, and that a reader that never looked before agrees. */
async function said(schema: string, ...statements: readonly string[]): Promise<readonly string[]> {
  stand = await Stand.make(schema);
  const before = await stand.reader.take();
  for (const sql of statements) await stand.run(sql);
  const after = await stand.reader.take();
  expect(objectsOf(after)).toEqual(objectsOf(await stand.lookAfresh()));
  return compare(before, after).map((difference) => difference.words);
}

describe('several things at once', () => {
  test('a cascade is told link by link', async () => {
    const schema = `CREATE TABLE a (id integer PRIMARY KEY); CREATE TABLE b (a_id integer CONSTRAINT fk REFERENCES a);
      CREATE VIEW v AS SELECT id FROM a; CREATE VIEW w AS SELECT id FROM v; CREATE SCHEMA s; CREATE TABLE s.t ()`;
    expect(await said(schema, 'DROP TABLE a CASCADE; DROP SCHEMA s CASCADE')).toEqual([
      'constraint b.fk is gone',
      'schema s is gone',
      'table a is gone',
      'table s.t is gone',
      'view v is gone',
      'view w is gone',
    ]);
  });

  test('a type that is renamed is named so by all that use it', async () => {
    const schema = `CREATE TYPE t AS ENUM ('a'); CREATE TABLE u (c t DEFAULT 'a', d t[]); CREATE FUNCTION f(t) RETURNS t LANGUAGE sql AS 'SELECT $1'`;
    expect(await said(schema, 'ALTER TYPE t RENAME TO s')).toEqual([
      `column u.c: default 'a'::t became 'a'::s, type t became s`,
      'column u.d: type t[] became s[]',
      'enum type s is new',
      'enum type t is gone',
      'function f(s) is new',
      'function f(t) is gone',
    ]);
  });

  test('a column that a check, a foreign key, a policy and a view spell', async () => {
    const schema = `CREATE TABLE a (k integer UNIQUE CONSTRAINT c CHECK (k > 0)); CREATE TABLE b (r integer CONSTRAINT f REFERENCES a (k));
      CREATE POLICY p ON b USING (EXISTS (SELECT FROM a WHERE k = r)); CREATE VIEW v AS SELECT k FROM a`;
    expect(await said(schema, 'ALTER TABLE a RENAME k TO l')).toEqual([
      'column a.k is gone',
      'column a.l is new',
      'constraint a.a_k_key: definition changed',
      'constraint a.c: definition changed',
      'constraint b.f: definition changed',
      'policy b.p: using changed',
      'view v: definition changed',
    ]);
  });

  test('a schema that is renamed takes everything along', async () => {
    expect(await said('CREATE SCHEMA s; CREATE TABLE s.t (a integer)', 'ALTER SCHEMA s RENAME TO r')).toEqual(
      ['schema r is new', 'schema s is gone', 'table r.t is new', 'table s.t is gone'],
    );
  });

  test('more units than are read one by one', async () => {
    const many = Array.from({ length: 500 }, (_, at) => `CREATE TABLE t${at} ()`).join(';');
    expect(await said('', many)).toHaveLength(500);
  });

  test('several transactions, and savepoints in them', async () => {
    const moves = [
      'CREATE TABLE b ()',
      'BEGIN; SAVEPOINT x; ALTER TABLE a ADD c text; RELEASE x; COMMIT',
      'DROP TABLE b',
    ];
    expect(await said('CREATE TABLE a ()', ...moves)).toEqual(['column a.c is new']);
  });
});

test('a change that another session has not committed yet is seen once it has', async () => {
  stand = await Stand.make('CREATE TABLE a ()');
  const before = await stand.reader.take();
  await stand.run('BEGIN; CREATE TABLE late ()');
  await stand.database.query('CREATE TABLE early ()');
  const between = await stand.reader.take();
  await stand.run('COMMIT');
  const after = await stand.reader.take();
  expect(compare(before, between).map(({ words }) => words)).toEqual(['table early is new']);
  expect(compare(between, after).map(({ words }) => words)).toEqual(['table late is new']);
});

test('settings of the database change no definition', async () => {
  stand = await Stand.make(richSchema(testMajor));
  const before = await stand.lookAfresh();
  for (const setting of [
    `timezone = 'Asia/Tokyo'`,
    'search_path = sales',
    `datestyle = 'German'`,
    'quote_all_identifiers = on',
  ])
    await stand.run(`ALTER DATABASE {database} SET ${setting}`);
  const kinds = new Set(compare(before, await stand.lookAfresh()).map(({ kind }) => kind));
  expect([...kinds]).toEqual(['setting']);
  await stand.run('DROP OWNED BY mc_reader, mc_writer; DROP ROLE mc_reader, mc_writer');
});

test('the version table is left out, with its key and whatever else is on it', async () => {
  const table = 'CREATE TABLE alembic_version (version_num varchar(32) CONSTRAINT pkc PRIMARY KEY)';
  expect(await said('', table, 'CREATE INDEX i ON alembic_version (version_num)')).toEqual([]);
});

test('what may be a secret is never read', async () => {
  stand =
    await Stand.make(`CREATE FOREIGN DATA WRAPPER w OPTIONS (api_key 'hush', url 'u'); CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (password 'hush');
    CREATE USER MAPPING FOR CURRENT_USER SERVER s OPTIONS (user 'hush'); ALTER DATABASE {database} SET app.jwt_secret = 'hush'`);
  const text = JSON.stringify(objectsOf(await stand.reader.take()));
  expect(text).toContain('api_key=***');
  expect(text).not.toContain('hush');
});

test('no oid is in what is compared: the same history gives the same objects in another database', async () => {
  stand = await Stand.make(richSchema(testMajor));
  const first = objectsOf(await stand.lookAfresh());
  await stand.run('DROP OWNED BY mc_reader, mc_writer; DROP ROLE mc_reader, mc_writer');
  await stand.end();
  stand = await Stand.make(`CREATE TABLE oids (); DROP TABLE oids; ${richSchema(testMajor)}`);
  expect(objectsOf(await stand.lookAfresh())).toEqual(first);
  await stand.run('DROP OWNED BY mc_reader, mc_writer; DROP ROLE mc_reader, mc_writer');
});

/** Milliseconds of a look after one small change, in the middle of many, in a schema of so many tables. */
async function timeLooks(tables: number): Promise<number> {
  const database: Database = await testDatabase();
  const table = (at: number): string =>
    `CREATE TABLE t${at} (id serial PRIMARY KEY, a integer, b text, c text, d text, e text, f text, g text, h integer);
     CREATE INDEX i${at} ON t${at} (a)`;
  await database.query(Array.from({ length: tables }, (_, at) => table(at)).join(';'));
  const reader = new CatalogReader(database, { major: testMajor, ignored: () => [] });
  const times: number[] = [];
  for (let round = 0; round < 30; round += 1) {
    await database.query(round % 2 === 0 ? 'ALTER TABLE t7 ADD x integer' : 'ALTER TABLE t7 DROP x');
    const started = performance.now();
    await reader.take();
    times.push(performance.now() - started);
  }
  await (await testServer()).drop(database);
  return times.sort((a, b) => a - b)[10] ?? 0;
}

test('a look costs no ten times more in a schema of ten times the tables', async () => {
  stand = await Stand.make('');
  const [small, large] = [await timeLooks(50), await timeLooks(500)];
  expect(large / small).toBeLessThan(4);
});
