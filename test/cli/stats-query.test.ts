/** What the query says of tables that PostgreSQL itself has counted, asked by a role that may do nothing. */
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { statsQuery } from '../../src/cli/stats-query.ts';
import { parseTableStats } from '../../src/config/table-stats.ts';
import type { Database } from '../../src/database/provider.ts';
import type { TableSize } from '../../src/model/report.ts';
import { eventually } from '../database/support/eventually.ts';
import { testDatabase } from '../support/postgres.ts';
import { temporary } from '../support/temporary.ts';

const oddSchema = 'Odd, "one"';
const oddTable = 'two\nlines';

let database: Database;
let found: readonly TableSize[];

beforeAll(async () => {
  database = await testDatabase();
  await database.query(`
    CREATE TABLE counted (id int PRIMARY KEY, body text);
    INSERT INTO counted SELECT n, 'x' FROM generate_series(1, 12345) AS n;
    CREATE TABLE toasted (body text);
    ALTER TABLE toasted ALTER body SET STORAGE EXTERNAL;
    INSERT INTO toasted VALUES (repeat('x', 1000000));
    CREATE TABLE emptied (id int);
    CREATE TABLE remembered (id int);
    INSERT INTO remembered SELECT generate_series(1, 700);
    CREATE TABLE forgotten (id int);
    SET track_counts = off;
    INSERT INTO forgotten SELECT generate_series(1, 500);
    RESET track_counts;
    CREATE TABLE split (id int) PARTITION BY RANGE (id);
    CREATE TABLE split_low PARTITION OF split FOR VALUES FROM (0) TO (1000) PARTITION BY RANGE (id);
    CREATE TABLE split_lower PARTITION OF split_low FOR VALUES FROM (0) TO (500);
    CREATE TABLE split_high PARTITION OF split FOR VALUES FROM (1000) TO (2000);
    INSERT INTO split SELECT generate_series(0, 299);
    INSERT INTO split SELECT generate_series(1000, 1099);
    CREATE MATERIALIZED VIEW summed AS SELECT count(*) FROM counted;
    CREATE VIEW seen AS SELECT 1 AS one;
    CREATE SCHEMA "Odd, ""one""";
    CREATE TABLE "Odd, ""one"""."two
lines" (id int);
    CREATE SCHEMA shut;
    CREATE TABLE shut.away (id int);
    REVOKE ALL ON SCHEMA shut FROM PUBLIC;
  `);
  await database.query(
    'ANALYZE counted, remembered, toasted, emptied, split, split_low, split_lower, split_high, summed',
  );
  await database.query(`
    CREATE FOREIGN DATA WRAPPER nowhere;
    CREATE SERVER nowhere FOREIGN DATA WRAPPER nowhere;
    CREATE FOREIGN TABLE split_far PARTITION OF split FOR VALUES FROM (2000) TO (3000) SERVER nowhere;
  `);
  await database.query("UPDATE pg_class SET reltuples = -1 WHERE relname = 'remembered'");
  await eventually(countedSince, 700);
  await database.query('CREATE ROLE nobody_at_all NOINHERIT; SET ROLE nobody_at_all');
  found = parseTableStats(await asked('json'), 'table-stats.json');
  await database.query('RESET ROLE');
});

/** Rows that the statistics of the server have; PostgreSQL 14 has them a moment later. */
async function countedSince(): Promise<number> {
  const sql = "SELECT pg_stat_get_live_tuples('remembered'::regclass)::int AS rows";
  const [row] = await database.query<{ rows: number }>(sql);
  return row?.rows ?? -1;
}

/** The answer as a client writes it into the file. */
async function asked(form: 'json' | 'csv'): Promise<string> {
  const [row] = await database.query<{ coalesce: unknown }>(statsQuery(form));
  return JSON.stringify(row?.coalesce);
}

const sizeOf = (name: string): TableSize | undefined => found.find((size) => size.name === name);
const bytesOf = async (name: string): Promise<number> => {
  const sql = 'SELECT pg_total_relation_size($1::regclass)::float8 AS bytes';
  const [row] = await database.query<{ bytes: number }>(sql, [name]);
  return row?.bytes ?? -1;
};

test('tables and materialized views of all schemas are there, whoever asks, and nothing else', () => {
  expect(found.map(({ schema, name }) => `${schema}.${name}`).sort()).toEqual(
    [
      `${oddSchema}.${oddTable}`,
      ...[
        'counted',
        'emptied',
        'forgotten',
        'remembered',
        'split',
        'split_high',
        'split_low',
        'split_lower',
        'summed',
        'toasted',
      ].map((name) => `public.${name}`),
      'shut.away',
    ].sort(),
  );
});

describe('rows', () => {
  test.each([
    ['counted', 12_345],
    ['emptied', 0],
    ['summed', 1],
  ])('of %s are what ANALYZE counted', (name, rows) => {
    expect(sizeOf(name)?.rows).toBe(rows);
  });

  test('of a table that nobody analysed are what the server has counted since', () => {
    expect(sizeOf('remembered')?.rows).toBe(700);
    expect(sizeOf('away')?.rows).toBe(0);
  });

  test('are not known where the server has forgotten as well', async () => {
    const bytes = await bytesOf('forgotten');
    expect(sizeOf('forgotten')).toEqual({ schema: 'public', name: 'forgotten', bytes });
  });

  test.each([
    ['split', 400],
    ['split_low', 300],
    ['split_lower', 300],
    ['split_high', 100],
  ])('of %s are those of all its partitions', (name, rows) => {
    expect(sizeOf(name)?.rows).toBe(rows);
  });
});

describe('bytes', () => {
  test.each(['counted', 'toasted', 'emptied'])(
    'of %s are those of the table, its indexes and TOAST',
    async (name) => {
      expect(sizeOf(name)?.bytes).toBe(await bytesOf(name));
    },
  );

  test('are more than the table alone has', () => {
    expect(sizeOf('toasted')?.bytes).toBeGreaterThan(1_000_000);
  });

  test('of a partitioned table are those of all its partitions', async () => {
    const parts = await Promise.all(['split_lower', 'split_high'].map(bytesOf));
    expect(sizeOf('split')?.bytes).toBe((parts[0] ?? 0) + (parts[1] ?? 0));
  });

  test('put the largest table first', () => {
    const bytes = found.map((size) => size.bytes);
    expect(bytes).toEqual(bytes.toSorted((a, b) => b - a));
  });
});

test('as CSV it says the same', async () => {
  const directory = await temporary();
  await chmod(directory, 0o777); // the server may be another user
  const file = join(directory, 'table-stats.csv');
  const query = statsQuery('csv').replace(/;\s*$/, '');
  await database.query(`COPY (${query}) TO '${file}' WITH (FORMAT csv, HEADER)`);
  expect(parseTableStats(await readFile(file, 'utf8'), 'table-stats.csv')).toEqual(found);
});

test('an empty database has an empty list', async () => {
  const other = await testDatabase();
  const [row] = await other.query<{ coalesce: unknown }>(statsQuery('json'));
  expect(row?.coalesce).toEqual([]);
});

test.each(['json', 'csv'] as const)(
  'the query in the form for %s is one statement that only reads',
  async (form) => {
    await database.query('BEGIN READ ONLY');
    // With values, even none, the server takes no more than one statement.
    const rows = await database.query(statsQuery(form), []);
    await database.query('ROLLBACK');
    expect(rows.length).toBeGreaterThan(0);
  },
);
