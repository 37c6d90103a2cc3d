import '../support/sql.ts';
import { describe, expect, test } from 'vitest';
import { batchesOf } from '../../src/sql/batches.ts';
import { countOf, trialOf } from '../../src/sql/count.ts';
import { type ParsedStatement, parseSql } from '../../src/sql/parse.ts';
import { testDatabase } from '../support/postgres.ts';

function only(sql: string): ParsedStatement {
  const [statement] = parseSql(sql).statements;
  if (!statement) throw new Error(`not read: ${sql}`);
  return statement;
}
const count = (sql: string): string | undefined => countOf(only(sql));
const batches = (sql: string, key: readonly string[] = ['id']) => batchesOf(only(sql), key);

/** Without the quotes that nothing needs. */
const plain = (sql: string | undefined): string | undefined => sql?.replaceAll('"', '');

/** 25,000 people of whom 12,500 have an even number. */
const people = `CREATE TABLE people (id int PRIMARY KEY, "Name" text, n int);
  INSERT INTO people SELECT i, 'P' || i, i % 2 FROM generate_series(1, 25000) AS i;
  CREATE TABLE pairs (a int, b int, seen boolean, PRIMARY KEY (a, b));
  INSERT INTO pairs SELECT i / 100, i % 100 FROM generate_series(1, 25000) AS i`;

const numberOf = async (sql: string, database: Awaited<ReturnType<typeof testDatabase>>): Promise<number> => {
  const [row] = await database.query<{ count: string }>(sql);
  return Number(row?.count);
};

describe('the count', () => {
  test.each([
    ['UPDATE people SET n = 5 WHERE n = 0 OR "Name" = \'P1\'', 12_501],
    ['UPDATE public.people AS p SET n = 5 WHERE p.n = 0 AND p.id > 100', 12_450],
    ['DELETE FROM people WHERE NOT n = 0', 12_500],
    ['DELETE FROM people', 25_000],
    ['UPDATE people SET n = 1 WHERE id IN (SELECT a FROM pairs WHERE b = 1)', 249],
  ])('of %s is what it would write', async (sql, expected) => {
    const database = await testDatabase();
    await database.query(people);
    const counting = count(sql) ?? '';
    expect(await numberOf(trialOf(counting), database)).toBe(expected);
    const written = await database.query(`${sql} RETURNING 1`);
    expect(written).toHaveLength(expected);
  });

  test('keeps parameters, and is then only prepared', async () => {
    const database = await testDatabase();
    await database.query(people);
    const sql = count('UPDATE people SET n = $1 WHERE id > $2') ?? '';
    expect(sql).toContain('id > $2');
    await database.query(trialOf(sql));
    await expect(database.query(trialOf('SELECT nothing FROM people WHERE id > $1'))).rejects.toThrow(
      'nothing',
    );
    expect(trialOf("SELECT '$1'")).toBe("SELECT '$1'");
  });
});

describe('the batches', () => {
  test('of an UPDATE write each row once, and all of them', async () => {
    const database = await testDatabase();
    await database.query(people);
    const { first = '', next = '' } = batches('UPDATE people SET n = n + 10 WHERE n = 1 OR n = 11') ?? {};
    let rows = await database.query<{ id: number }>(first);
    const sizes = [rows.length];
    while (rows.length > 0) {
      rows = await database.query<{ id: number }>(next, [Math.max(...rows.map(({ id }) => id))]);
      sizes.push(rows.length);
    }
    expect(sizes).toEqual([10_000, 2_500, 0]);
    expect(await numberOf('SELECT count(*) FROM people WHERE n = 11', database)).toBe(12_500);
  });

  test('of a key of two columns go by both', async () => {
    const database = await testDatabase();
    await database.query(people);
    const { first = '', next = '' } = batches('UPDATE pairs SET seen = true', ['a', 'b']) ?? {};
    const written = await database.query<{ a: number; b: number }>(first);
    const [last] = written.toSorted((one, other) => other.a - one.a || other.b - one.b);
    const after = await database.query(next, [last?.a, last?.b]);
    expect([written.length, after.length]).toEqual([10_000, 10_000]);
    expect(await numberOf('SELECT count(*) FROM pairs WHERE seen', database)).toBe(20_000);
  });

  test('of a DELETE are the same one until nothing is left', async () => {
    const database = await testDatabase();
    await database.query(people);
    const { first, next = '' } = batches('DELETE FROM people WHERE n = 0') ?? {};
    expect(next).toBe(first);
    for (let time = 0; time < 2; time += 1) await database.query(next);
    expect(await numberOf('SELECT count(*) FROM people WHERE n = 0', database)).toBe(0);
    expect(await numberOf('SELECT count(*) FROM people', database)).toBe(12_500);
  });

  test('number the key behind the parameters that are there', () => {
    expect(batches('UPDATE people SET n = $1 WHERE n = $2')?.next).toContain('"id" > $3');
  });

  test.each([
    ['writes to its key', 'UPDATE people SET id = id + 1'],
    ['sets what the rewriter reads wrongly', "UPDATE people SET n = 'a\\b'"],
    ['sets what its own table says', 'UPDATE people SET n = (SELECT max(n) FROM people)'],
    ['reads its own table', 'DELETE FROM people WHERE n > (SELECT avg(n) FROM people)'],
    ['chooses anew each time', 'DELETE FROM people WHERE random() < 0.5'],
  ])('are not suggested where it %s', (_, sql) => {
    expect(count(sql)).toBeDefined();
    expect(batches(sql)).toBeUndefined();
  });

  test('are what they are', () => {
    const select = 'SELECT "id" FROM people WHERE (n = 0 OR n = 1)';
    expect(plain(batches('UPDATE people SET n = 5 WHERE n = 0 OR n = 1')?.first)).toBe(
      `UPDATE people SET n = 5 WHERE id IN (${select} ORDER BY id ASC LIMIT 10000) RETURNING id`.replaceAll(
        '"',
        '',
      ),
    );
    expect(plain(batches('DELETE FROM people')?.first)).toBe(
      'DELETE FROM people WHERE id IN (SELECT id FROM people WHERE TRUE ORDER BY id ASC LIMIT 10000)',
    );
    expect(plain(batches('UPDATE pairs SET seen = true WHERE a > $1', ['a', 'b'])?.next)).toBe(
      'UPDATE pairs SET seen = TRUE WHERE (a, b) IN (SELECT a, b FROM pairs WHERE (a > $1) AND (a, b) > ($2, $3) ORDER BY a ASC, b ASC LIMIT 10000) RETURNING a, b',
    );
    expect(batches('DELETE FROM people', ['Id'])?.first).toContain('ORDER BY "Id"');
    expect(batches('DELETE FROM people', ['I"d'])).toBeUndefined();
  });

  test('are suggested for what is sure to be the same, and only for that', () => {
    for (const condition of ["lower(name) = 'a'", 'length(name) > 1 AND now() > d', 'pg_catalog.abs(n) = 1'])
      expect(batches(`DELETE FROM people WHERE ${condition}`), condition).toBeDefined();
    for (const condition of ['lower(name) = f(1)', 'f(1) = lower(name)', "nextval('s') > n"])
      expect(batches(`DELETE FROM people WHERE ${condition}`), condition).toBeUndefined();
    expect(batches('UPDATE people SET n = f(n)')).toBeDefined();
    expect(batches('UPDATE people SET n = 1, id = 2')).toBeUndefined();
    expect(batches('UPDATE people SET n = (SELECT max(a) FROM pairs)')).toBeDefined();
  });

  test('are not suggested without a key', () => {
    expect(batches('DELETE FROM people', [])).toBeUndefined();
  });
});

test('a trial prepares what has parameters, each that is left out as a text', () => {
  expect(trialOf('SELECT $3, $1')).toBe(
    'PREPARE migrate_check_trial (unknown, text, unknown) AS SELECT $3, $1',
  );
  expect(trialOf('SELECT 1')).toBe('SELECT 1');
});

test('the count keeps the condition, and names the table as the statement does', () => {
  expect(plain(count('UPDATE s.people AS p SET n = 1 WHERE p.n = 0'))).toBe(
    'SELECT count(*) FROM s.people AS p WHERE p.n = 0'.replace('count', 'COUNT'),
  );
  expect(plain(count('DELETE FROM people WHERE true'))).toBe('SELECT COUNT(*) FROM people WHERE TRUE');
});

describe('there is no suggestion', () => {
  test.each([
    ['UPDATE with FROM', 'UPDATE a SET b = 1 FROM c WHERE a.id = c.id'],
    ['DELETE with USING', 'DELETE FROM a USING c WHERE a.id = c.id'],
    ['WITH', 'WITH c AS (SELECT 1) UPDATE a SET b = 1'],
    ['RETURNING', 'DELETE FROM a RETURNING id'],
    ['ONLY, which the rewriter takes for a table', 'DELETE FROM ONLY a'],
    ['letters that fold', 'UPDATE Users SET b = 1'],
    ['what the rewriter cannot read', 'UPDATE a SET b = 1 WHERE c IS DISTINCT FROM 2'],
    ['a condition that the rewriter reads wrongly', "DELETE FROM a WHERE b = 'a\\b'"],
    ['a list of columns', 'UPDATE a SET (b, c) = (1, 2)'],
    ['an INSERT', 'INSERT INTO a VALUES (1)'],
    ['a SELECT', 'SELECT 1'],
    ['a long statement', `DELETE FROM a WHERE b = '${'x'.repeat(20_000)}'`],
    ['a deep one', `DELETE FROM a WHERE b = 1${' + 1'.repeat(4000)}`],
  ])('for %s', (_, sql) => {
    expect(count(sql)).toBeUndefined();
    expect(batches(sql)).toBeUndefined();
  });
});
