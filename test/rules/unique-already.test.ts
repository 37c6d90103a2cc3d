import '../support/sql.ts';
import { expect, test } from 'vitest';
import { isUniqueAlready } from '../../src/rules/support/unique-already.ts';
import { firstOf, sent, table, thing, upgrading } from './sent.ts';

const index = (definition: string, valid = 'yes') =>
  thing('index', `i_${definition.length}`, { definition, valid }, 'orders');
const unique = (columns: string): string => `CREATE UNIQUE INDEX i ON public.orders USING btree ${columns}`;

function isUnique(
  columns: readonly (string | undefined)[],
  ...indexes: readonly ReturnType<typeof index>[]
): boolean {
  const before = [thing('table', 'orders'), ...indexes];
  const subject = firstOf(upgrading([sent('SELECT 1')], { schema: { before, after: [] } }));
  return isUniqueAlready(subject, table('orders'), columns);
}

test('columns of which some are unique already are unique', () => {
  expect(isUnique(['a', 'b'], index(unique('(a)')))).toBe(true);
  expect(isUnique(['a', 'b'], index(unique('(b, a)')))).toBe(true);
  expect(isUnique(['a'], index(unique('(c)')), index(unique('(a)  ')))).toBe(true);
});

test.each([
  ['there is none', []],
  ['it has another column, too', [index(unique('(a, c)'))]],
  ['it is not unique', [index('CREATE INDEX i ON public.orders USING btree (a)')]],
  ['it is invalid', [index(unique('(a)'), 'no')]],
  ['it has only some rows', [index(unique('(a) WHERE b > 0'))]],
  ['it has an expression', [index(unique('(lower(a))'))]],
  ['it cannot be read', [index('CREATE UNIQUE')]],
])('but not by an index where %s', (_, indexes) => {
  expect(isUnique(['a', undefined], ...indexes)).toBe(false);
});

test('of a table that the revision has not touched nobody knows', () => {
  const subject = firstOf(upgrading([sent('SELECT 1')]));
  expect(isUniqueAlready(subject, table('orders'), ['a'])).toBe(false);
});
