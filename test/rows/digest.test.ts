import { expect, test } from 'vitest';
import { compareRows, digestAgain, digestRows } from '../../src/rows/digest.ts';
import { testDatabase } from '../support/postgres.ts';

const ignored = [{ schema: undefined, name: 'alembic_version' }];

test('counts and content are seen, their order is not, empty tables are absent', async () => {
  const database = await testDatabase();
  await database.query(
    'CREATE TABLE a (id int, note text); CREATE TABLE b (id int); CREATE TABLE empty (id int); CREATE TABLE alembic_version (v text)',
  );
  await database.query(
    "INSERT INTO a VALUES (1, 'x'), (2, NULL); INSERT INTO b VALUES (1); INSERT INTO alembic_version VALUES ('r')",
  );
  const first = await digestRows(database, ignored);
  expect([...first].map(([name, { count }]) => [name, count])).toEqual([
    ['a', 2],
    ['b', 1],
  ]);

  await database.query("DELETE FROM a; INSERT INTO a VALUES (2, NULL), (1, 'x')");
  expect(compareRows(first, await digestRows(database, ignored))).toEqual([]);

  await database.query(
    "UPDATE a SET note = 'y' WHERE id = 2; INSERT INTO b VALUES (1); INSERT INTO empty VALUES (7)",
  );
  expect(compareRows(first, await digestRows(database, ignored))).toEqual([
    { table: 'a', before: 2, after: 2, contentChanged: true },
    { table: 'b', before: 1, after: 2, contentChanged: false },
    { table: 'empty', before: 0, after: 1, contentChanged: false },
  ]);
});

test('when a row was last written is no content of it', async () => {
  const database = await testDatabase();
  await database.query(`
    CREATE TABLE a (id int, updated_at timestamp, "lastModified" timestamptz, seen_at timestamptz, updated text);
    CREATE TABLE only_when (modified_on timestamptz);
    INSERT INTO a VALUES (1); INSERT INTO only_when VALUES (now())`);
  const first = await digestRows(database, []);
  await database.query(`
    UPDATE a SET updated_at = now(), "lastModified" = now();
    UPDATE only_when SET modified_on = now() + interval '1 hour'`);
  expect(compareRows(first, await digestRows(database, []))).toEqual([]);
  for (const other of ['seen_at = now()', "updated = 'x'"]) {
    const before = await digestRows(database, []);
    await database.query(`UPDATE a SET ${other}`);
    expect(compareRows(before, await digestRows(database, [])), other).toHaveLength(1);
  }
});

test('the same row twice is not the same as none', async () => {
  const database = await testDatabase();
  await database.query('CREATE TABLE a (id int); INSERT INTO a VALUES (1), (1), (2)');
  const first = await digestRows(database, []);
  await database.query('TRUNCATE a; INSERT INTO a VALUES (2), (2), (1)');
  expect(compareRows(first, await digestRows(database, []))).toEqual([
    { table: 'a', before: 3, after: 3, contentChanged: true },
  ]);
});

test('names that need quotes, and other schemas', async () => {
  const database = await testDatabase();
  await database.query(
    `CREATE SCHEMA "Other"; CREATE TABLE "Other"."T'x" (id int); CREATE TABLE "select" (id int)`,
  );
  await database.query(`INSERT INTO "Other"."T'x" VALUES (1); INSERT INTO "select" VALUES (1)`);
  expect([...(await digestRows(database, [])).keys()].sort()).toEqual(['"Other"."T\'x"', '"select"']);
});

test('only the tables that changed are read again, and those that went are gone', async () => {
  const database = await testDatabase();
  await database.query('CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE TABLE c (id int)');
  await database.query('INSERT INTO a VALUES (1); INSERT INTO b VALUES (1); INSERT INTO c VALUES (1)');
  const first = await digestRows(database, []);
  await database.query('INSERT INTO a VALUES (2); INSERT INTO b VALUES (2); DROP TABLE c');
  const again = await digestAgain(database, [], first, new Set(['a', 'c']));
  expect([...again].map(([name, { count }]) => [name, count]).sort()).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
});
