import { expect, test } from 'vitest';
import { statementsIn } from '../../../src/database/log/lines.ts';

const sqlOf = (text: string): readonly string[] => statementsIn(text).map(({ sql }) => sql);

test('both protocols, and nothing but statements', () => {
  const text = `7:shop:LOG:  statement: BEGIN
8:other:LOG:  execute <unnamed>: SELECT $1
7:shop:LOG:  execute S_1/C_2: SELECT ': '
7:shop:LOG:  execute fetch from S_1/C_2: SELECT ': '
7:shop:ERROR:  relation "statement: t" does not exist at character 15
9::LOG:  database system is ready to accept connections
`;
  expect(statementsIn(text)).toEqual([
    { database: 'shop', sql: 'BEGIN' },
    { database: 'other', sql: 'SELECT $1' },
    { database: 'shop', sql: "SELECT ': '" },
  ]);
});

test('a statement of several lines is one, whatever its lines look like', () => {
  const text =
    '7:shop:LOG:  statement: \n\tSELECT 1,\n\t\t2\n\t8:shop:LOG:  statement: 3\n7:shop:LOG:  statement: COMMIT\n';
  expect(sqlOf(text)).toEqual(['\nSELECT 1,\n\t2\n8:shop:LOG:  statement: 3', 'COMMIT']);
});

test('what somebody else writes there is no statement', () => {
  expect(sqlOf('statement: SELECT 1\nLOG:  statement: SELECT 2\n:LOG:  statement: SELECT 3\n')).toEqual([]);
  expect(sqlOf('')).toEqual([]);
});
