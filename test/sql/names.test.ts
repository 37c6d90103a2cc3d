import '../support/sql.ts';
import { describe, expect, test } from 'vitest';
import { actionsOf } from '../../src/sql/action.ts';
import { longNames } from '../../src/sql/long-names.ts';
import { parseSql } from '../../src/sql/parse.ts';
import { quoteIdent, quoteName } from '../../src/sql/quote.ts';
import { testDatabase } from '../support/postgres.ts';

test('names are cut as the server cuts them, between letters', async () => {
  const wide = 'é'.repeat(35);
  const [action] = parseSql(`DROP TABLE "${wide}"`).statements.flatMap(actionsOf);
  const [row] = await (await testDatabase()).query<{ name: string }>(`SELECT '${wide}'::name::text AS name`);
  expect(action).toMatchObject({ does: 'drop', name: { name: row?.name } });
  expect(action).toMatchObject({ name: { name: 'é'.repeat(31) } });
});

test('names that are cut are told as they were written', () => {
  const long = 'a'.repeat(70);
  const sql = `CREATE INDEX ${long} ON b (c); ALTER TABLE "b""${long}" ADD d text DEFAULT '${long}' -- ${long}`;
  expect(longNames(sql)).toEqual([
    { written: long, at: sql.indexOf(long) },
    { written: `b"${long}`, at: sql.indexOf('"b""') },
  ]);
  expect(longNames(`DROP TABLE ${'a'.repeat(63)}`)).toEqual([]);
  expect(longNames(`DROP TABLE "${'é'.repeat(32)}"`)).toHaveLength(1);
  expect(longNames(`DROP TABLE U&"${'a'.repeat(64)}"`)).toEqual([{ written: 'a'.repeat(64), at: 11 }]);
  expect(longNames(`DROP TABLE U&"${'a'.repeat(63)}"`)).toEqual([]);
});

describe('quoting', () => {
  const names = [
    'users',
    'Users',
    'user',
    'order',
    'a b',
    'a"b',
    '1a',
    'ä',
    '_a1',
    'name',
    'between',
    'select',
    'left',
    '',
  ];

  test('is as quote_ident() does it', async () => {
    const database = await testDatabase();
    const literals = names.map((name) => `('${name}')`).join();
    const rows = await database.query<{ n: string; quoted: string }>(
      `SELECT n, quote_ident(n) AS quoted FROM (VALUES ${literals}) AS v (n)`,
    );
    expect(Object.fromEntries(names.map((name) => [name, quoteIdent(name)]))).toEqual(
      Object.fromEntries(rows.map(({ n, quoted }) => [n, quoted])),
    );
  });

  test('puts the schema in front', () => {
    expect(quoteName({ schema: 'Sales', name: 'user' })).toBe('"Sales"."user"');
    expect(quoteName({ name: 'orders' })).toBe('orders');
  });
});

test('a control character in a name is no fault of the text', () => {
  expect(longNames(`CREATE TABLE "a\u001b[31m\n${'b'.repeat(70)}" (a int)`)).toHaveLength(1);
});
