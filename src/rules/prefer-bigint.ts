import { defineRule } from './rule.ts';
import { constraintOf } from './support/definitions.ts';
import { type MadeColumn, madeColumns } from './support/made-columns.ts';
import { shortType } from './support/types.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision'],
  meta: {
    title: 'A key that runs out of numbers',
    why: 'An `integer` ends at 2,147,483,647, and a sequence goes on counting where INSERTs fail. Making the key wider later means writing the whole table and every reference to it anew.',
    fix: 'Use `sa.BigInteger()` for keys.',
    severity: 'notice',
    preset: 'style',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    op.create_table("users", sa.Column("id", sa.Integer(), sa.Identity(), primary_key=True))\n\ndef downgrade():\n    op.drop_table("users")`,
      good: `def upgrade():\n    op.create_table("users", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True))\n\ndef downgrade():\n    op.drop_table("users")`,
    },
  },
  messages: {
    found: ({ column, type }: { column: string; type: string }) => ({
      message: `${column} is ${type}, and a key: its numbers run out.`,
      help: 'Use sa.BigInteger().',
    }),
  },
  check(subject, { report }) {
    for (const one of madeColumns(subject)) {
      if (!isKey(one)) continue;
      report('found', { column: one.shown, type: shortType(one.type) }, one.where());
    }
  },
});

/** Whether it is a number of 16 or 32 bits that is the primary key, or one of its columns. */
const isKey = ({ table, column, type }: MadeColumn): boolean =>
  /^(?:integer|smallint)$/.test(type) &&
  table.constraints
    .map(constraintOf)
    .some((constraint) => constraint?.type === 'primary key' && constraint.columns.includes(column.name));
