import '../support/sql.ts';
import { expect, test } from 'vitest';
import { inBatches } from '../../src/rules/support/batches.ts';
import { computeLines, fillLines } from '../../src/rules/support/fill.ts';
import { table } from './sent.ts';

const odd = table('we"ird', { schema: 'app' });
/** The code of a help text, without what is around it. */
const codeOf = (help: string): readonly string[] =>
  help
    .split('\n')
    .filter((line) => line.startsWith('    '))
    .map((line) => line.slice(4));

test('a column is filled by lines that can be pasted', () => {
  expect(fillLines(table('orders'), 'Note', "'none'")).toEqual([
    'with op.get_context().autocommit_block():',
    '    filled = 1',
    '    while filled:',
    '        filled = op.get_bind().execute(sa.text(',
    `            "UPDATE orders SET \\"Note\\" = 'none' "`,
    '            "WHERE ctid = ANY (ARRAY(SELECT ctid FROM orders WHERE \\"Note\\" IS NULL LIMIT 5000))"',
    '        )).rowcount',
  ]);
  expect(fillLines(odd, 'a', 'b', 'a <> b').join('\n')).toContain(
    'FROM app.\\"we\\"\\"ird\\" WHERE a <> b LIMIT',
  );
});

test('a trigger that computes a column, and its function, are made where the table is', () => {
  const [make, use] = computeLines(table('orders', { schema: 'app' }), 'total', '(price * 2)');
  expect(make).toContain('CREATE FUNCTION app.orders_total() RETURNS trigger');
  expect(make).toContain('SELECT (price * 2) INTO NEW.total');
  expect(use).toContain('CREATE TRIGGER orders_total BEFORE INSERT OR UPDATE ON app.orders');
  expect(use).toContain('EXECUTE FUNCTION app.orders_total()');
});

test('rows are changed by a pattern where nothing stood its trial', () => {
  expect(codeOf(inBatches({ does: 'update', table: odd, columns: [] }, undefined))).toEqual([
    'with op.get_context().autocommit_block():',
    '    changed = 1',
    '    while changed:',
    '        changed = op.get_bind().execute(sa.text(',
    '            "UPDATE app.\\"we\\"\\"ird\\" SET <column> = <value> WHERE ctid = ANY (ARRAY("',
    '            "SELECT ctid FROM app.\\"we\\"\\"ird\\" WHERE <not done yet> LIMIT 5000))"',
    '        )).rowcount',
  ]);
  const deleted = inBatches({ does: 'delete', table: table('orders'), columns: [] }, { count: 'SELECT 1' });
  expect(codeOf(deleted)[0]).toBe('SELECT 1');
  expect(deleted).toContain('"DELETE FROM orders WHERE ctid');
  expect(inBatches({ does: 'delete', table: table('orders'), columns: [] }, undefined)).not.toContain(
    'SELECT 1',
  );
});

test('else in the words of the author, from the last key on', () => {
  const help = (does: 'update' | 'delete', ...key: readonly string[]): string =>
    inBatches(
      { does, table: table('orders'), columns: [] },
      { count: 'COUNTED', batches: { first: 'FIRST', next: 'NEXT', key } },
    );
  expect(codeOf(help('update', 'id'))).toEqual(['COUNTED', 'FIRST', 'NEXT']);
  expect(codeOf(help('delete', 'id'))).toEqual(['COUNTED', 'FIRST']);
  expect(help('update', 'Id')).toContain('the greatest "Id"');
  expect(help('update', 'a', 'b')).toContain('the last a and b in their order');
  for (const does of ['update', 'delete'] as const) expect(help(does, 'id')).toContain('autocommit_block');
});
