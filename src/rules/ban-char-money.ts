import { defineRule } from './rule.ts';
import { madeColumns } from './support/made-columns.ts';
import { shortType } from './support/types.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision'],
  meta: {
    title: 'A type that surprises: char(n), money, timestamp(0)',
    why: 'A `char(n)` is filled up with blanks that some operators see and some do not; `money` is spelled by a setting of the server; `timestamp(0)` rounds to the next second, which can be in the future.',
    fix: 'Use `text`, `numeric`, and a `timestamptz` with its fractions.',
    severity: 'notice',
    preset: 'style',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    op.create_table("users", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True), sa.Column("code", sa.CHAR(3)))\n\ndef downgrade():\n    op.drop_table("users")`,
      good: `def upgrade():\n    op.create_table("users", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True), sa.Column("code", sa.Text()))\n\ndef downgrade():\n    op.drop_table("users")`,
    },
  },
  messages: {
    found: ({ column, type }: { column: string; type: string }) => ({
      message: `${column} is ${type}, a type that surprises.`,
      help: 'Use sa.Text() for char(n), sa.Numeric() for money, and sa.DateTime(timezone=True) for timestamp(0).',
    }),
  },
  check(subject, { report }) {
    for (const one of madeColumns(subject)) {
      if (!/^(?:character\(|money\b|timestamp\(0\))/.test(one.type)) continue;
      report('found', { column: one.shown, type: shortType(one.type) }, one.where());
    }
  },
});
