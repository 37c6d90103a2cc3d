import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseTableStats, readTableStats } from '../../src/config/table-stats.ts';
import { temporary } from '../support/temporary.ts';

const sizes = [
  { schema: 'public', name: 'orders', rows: 120_000_000, bytes: 36_507_222_016 },
  { schema: 'Odd, "one"', name: 'two\nlines', rows: 0, bytes: 8192 },
  { schema: 'public', name: 'new', bytes: 16_384 },
];
const entries = sizes.map(({ name, ...size }) => ({ rows: null, ...size, table: name }));
const csv =
  'schema,table,rows,bytes\npublic,orders,120000000,36507222016\n"Odd, ""one""","two\nlines",0,8192\npublic,new,,16384\n';

describe('the same is read from', () => {
  test.each([
    ['a list', JSON.stringify(entries)],
    ['a list below tables', JSON.stringify({ tables: entries })],
    [
      'a list of texts',
      JSON.stringify(entries.map((one) => ({ ...one, rows: String(one.rows ?? ''), bytes: `${one.bytes}` }))),
    ],
    ['JSON with a mark before it', `\ufeff\n${JSON.stringify(entries)}\n`],
    ['CSV', csv],
    ['CSV with the ends of lines of Windows', csv.replaceAll('\n', '\r\n').replace('two\r\n', 'two\n')],
    ['CSV with a mark before it and a blank line', `\ufeff${csv.replace('public,new', '\npublic,new')}`],
    [
      'CSV with other columns, in another order',
      'bytes,note,table,rows,schema\n36507222016,a,orders,120000000,public\n8192,,"two\nlines",0,"Odd, ""one"""\n16384,,new,,public',
    ],
  ])('%s', (_, text) => {
    expect(parseTableStats(text, 'stats')).toEqual(sizes);
  });
});

test.each(['[]', '{"tables": []}', 'schema,table,rows,bytes\n'])(
  '%j is a database without tables',
  (text) => {
    expect(parseTableStats(text, 'stats')).toEqual([]);
  },
);

test('a name in two schemas, or in two spellings, is two tables', () => {
  const text = 'schema,table,rows,bytes\na,t,1,1\nb,t,1,1\na,T,1,1';
  expect(parseTableStats(text, 'stats')).toHaveLength(3);
});

const whole = 'a whole number from 0';
const header = 'schema,table,rows,bytes';

describe('refused', () => {
  test.each([
    ['', 'The table statistics s are empty'],
    [' \n', 'The table statistics s are empty'],
    ['{}', 's: this is no list of tables'],
    ['{"tables": {}}', 's: this is no list of tables'],
    ['[1]', 's, entry 1: this is no table with schema, table, rows and bytes'],
    ['[{"schema": "a", "table": "t", "rows": 1}]', `s, entry 1: bytes is missing; it must be ${whole}`],
    [
      '[{"schema": "a", "table": "t", "rows": 1.5, "bytes": 1}]',
      `s, entry 1: rows is 1.5; it must be ${whole}, or empty where nobody counted`,
    ],
    [
      '[{"schema": "a", "table": "t", "bytes": 1}]',
      `s, entry 1: rows is missing; it must be ${whole}, or empty where nobody counted`,
    ],
    [
      '[{"schema": "a", "table": "", "rows": 1, "bytes": 1}]',
      's, entry 1: table is ""; it must be the name of a table',
    ],
    [
      JSON.stringify([entries[0], entries[1], entries[0]]),
      's, entry 3: public.orders is there already, at s, entry 1',
    ],
    [`${header}\npublic,a,-5,1`, `s:2: rows is "-5"; it must be ${whole}, or empty where nobody counted`],
    [`${header}\npublic,a,5,1\npublic,b,5,-1`, `s:3: bytes is "-1"; it must be ${whole}`],
    [`\n${header}\n\npublic,a,x,1`, `s:4: rows is "x"; it must be ${whole}, or empty where nobody counted`],
    [`${header}\npublic,a,5,12 MB`, `s:2: bytes is "12 MB"; it must be ${whole}`],
    [`${header}\npublic,a,5,`, `s:2: bytes is ""; it must be ${whole}`],
    [`${header}\n,a,5,1`, 's:2: schema is ""; it must be the name of a schema'],
    [`${header}\npublic,a,1,1\n"public",a,2,2`, 's:3: public.a is there already, at s:2'],
    ['psql: error: connection refused', 's:1: the header has no schema, no table, no rows, no bytes'],
    ['schema|table|rows|bytes\na|b|1|2', 's:1: the header has no schema, no table, no rows, no bytes'],
    ['schema,table,rows\na,b,1', 's:1: the header has no bytes'],
  ])('%j', (text, message) => {
    expect(() => parseTableStats(text, 's')).toThrow(
      expect.objectContaining({
        code: 'bad-table-stats',
        message,
        hint: expect.stringContaining('stats-query'),
      }),
    );
  });

  test.each([
    [`${header}\npublic,a,1,1\npublic,b,1`, /^s:3: this is no CSV: .*columns length is 4, got 3/],
    [`${header}\npublic,"a,1,1\n`, /^s:2: this is no CSV: Quote Not Closed/],
    ['[\n{"schema": }]', /^s: this is no JSON: Unexpected token '}'/],
  ])('%j, by the words of whoever reads it', (text, message) => {
    expect(() => parseTableStats(text, 's')).toThrow(
      expect.objectContaining({ code: 'bad-table-stats', message: expect.stringMatching(message) }),
    );
  });

  test('a file that is not there', async () => {
    const file = join(await temporary(), 'no.json');
    await expect(readTableStats(file, 'no.json')).rejects.toMatchObject({
      code: 'bad-table-stats',
      message: expect.stringMatching(/^The table statistics no\.json cannot be read: ENOENT/),
    });
  });
});
