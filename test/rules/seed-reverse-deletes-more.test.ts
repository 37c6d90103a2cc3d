import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { Statement } from '../../src/model/observation.ts';
import { move } from '../support/facts.ts';
import { factsOf, judgedBy, sent, table, upgrading } from './sent.ts';

const items = table('items');
const lock = { relation: items, mode: 'ROW EXCLUSIVE' } as const;

/** A statement that wrote so many rows of items. */
const wrote = (
  sql: string,
  more: Partial<Record<'inserted' | 'updated' | 'deleted', number>> = {},
): Statement =>
  sent(sql, {
    locks: [lock],
    written: [{ relation: items, inserted: 0, updated: 0, deleted: 0, ...more }],
  });
const insert = wrote("INSERT INTO items VALUES (1, 'a')", { inserted: 1 });
const deleted = (rows: number, where = " WHERE name = 'a'"): Statement =>
  wrote(`DELETE FROM items${where}`, { deleted: rows });

const reported = (up: readonly Statement[], down: readonly Statement[]) =>
  judgedBy(
    'seed-reverse-deletes-more',
    factsOf(upgrading(up, { downgrade: move('downgrade', 'a', { statements: down }) })),
  ).findings;

test('what is deleted and what is inserted are added up over all statements', () => {
  expect(reported([insert, insert], [deleted(1), deleted(1)])).toEqual([]);
  const [finding] = reported([insert, insert], [deleted(1), deleted(2)]);
  expect(finding?.evidence).toContainEqual({
    kind: 'note',
    text: 'inserted by the upgrade: 2, deleted by the downgrade: 3',
  });
});

test('a table that is emptied for rows that are written down loses those of others', () => {
  expect(reported([insert], [deleted(1, '')])).toHaveLength(1);
  expect(reported([insert], [deleted(0, ' WHERE id = 1'), deleted(1, '')])).toHaveLength(1);
  expect(reported([insert], [wrote('UPDATE items SET name = NULL'), deleted(1)])).toEqual([]);
});

test('that is so for none that a query has filled, were it in part', () => {
  const filled = wrote('INSERT INTO items SELECT id FROM kinds', { inserted: 1 });
  expect(reported([filled], [deleted(1, '')])).toEqual([]);
  expect(reported([insert, filled], [deleted(2, '')])).toEqual([]);
});

test.each([
  ['UPDATE items SET id = 2'],
  ['DELETE FROM items WHERE id = 9'],
  ['MERGE INTO items USING kinds ON items.id = kinds.id WHEN MATCHED THEN DELETE'],
])('nothing is said where the upgrade does more than insert: %s', (sql) => {
  expect(reported([insert, wrote(sql)], [deleted(2)])).toEqual([]);
  expect(reported([wrote(sql), insert], [deleted(2)])).toEqual([]);
});

test('nor of rows that no command of the upgrade names, as those that a trigger writes', () => {
  expect(reported([wrote('SELECT f()', { inserted: 1 })], [deleted(2)])).toEqual([]);
});

test('nor of a table that was made', () => {
  const made = { ...items, existed: false };
  const fill = sent(insert.sql, {
    locks: [{ ...lock, relation: made }],
    written: [{ relation: made, inserted: 1, updated: 0, deleted: 0 }],
  });
  expect(reported([fill], [deleted(2)])).toEqual([]);
});
