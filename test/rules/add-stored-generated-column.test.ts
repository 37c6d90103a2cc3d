import '../support/sql.ts';
import { expect, test } from 'vitest';
import { factsOf, judgedBy, sent, table, thing, upgrading } from './sent.ts';

const orders = table('orders');
const add = sent('ALTER TABLE orders ADD COLUMN "Total" integer GENERATED ALWAYS AS (price * 2) STORED', {
  locks: [{ relation: orders, mode: 'ACCESS EXCLUSIVE' }],
  rewritten: [orders],
});
const column = (generated: string) =>
  thing('column', 'orders."Total"', { type: 'integer', generated }, 'orders');

function helpFor(
  major: number | undefined,
  generated = '(price * 2) stored',
  isKnown = true,
): string | undefined {
  const schema = { before: [], after: [thing('table', 'orders'), column(generated)] };
  const { server, ...from } = factsOf(upgrading([add], isKnown ? { schema } : {}));
  const by = server && major !== undefined ? { server: { ...server, major } } : {};
  return judgedBy('add-stored-generated-column', { ...from, ...by }).findings[0]?.help;
}

test('from 18 on it can be virtual, with brackets around whatever computes it', () => {
  expect(helpFor(18)).toContain('\\"Total\\" integer GENERATED ALWAYS AS (price * 2) VIRTUAL');
  expect(helpFor(18, "lower(' stored ') stored")).toContain("AS (lower(' stored ')) VIRTUAL");
});

test.each([17, undefined])('before, and where nobody knows (%s), a trigger computes it', (major) => {
  const help = helpFor(major);
  expect(help).not.toContain('VIRTUAL');
  expect(help).toContain('op.add_column("orders", sa.Column("Total", sa.Integer()))');
  expect(help).toContain('CREATE TRIGGER');
  expect(help).toContain('WHERE \\"Total\\" IS DISTINCT FROM (price * 2) LIMIT');
});

test('what the catalog was not asked for is left to the reader', () => {
  expect(helpFor(18, '', false)).toContain('\\"Total\\" <type> GENERATED ALWAYS AS (<expression>) VIRTUAL');
});
