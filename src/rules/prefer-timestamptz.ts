import { defineRule } from './rule.ts';
import { madeColumns } from './support/made-columns.ts';
import { shortType } from './support/types.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision'],
  meta: {
    title: 'A time without a time zone',
    why: 'A `timestamp` does not say which moment it is: what is read depends on who wrote it, and twice a year an hour is there twice. A `timestamptz` takes as many bytes and is a moment.',
    fix: 'Use `sa.DateTime(timezone=True)`.',
    severity: 'notice',
    preset: 'style',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    op.create_table("users", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True), sa.Column("seen", sa.DateTime()))\n\ndef downgrade():\n    op.drop_table("users")`,
      good: `def upgrade():\n    op.create_table("users", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True), sa.Column("seen", sa.DateTime(timezone=True)))\n\ndef downgrade():\n    op.drop_table("users")`,
    },
  },
  messages: {
    found: ({ column, type }: { column: string; type: string }) => ({
      message: `${column} is ${type}, which does not say what moment it is.`,
      help: 'Use sa.DateTime(timezone=True).',
    }),
  },
  check(subject, { report }) {
    for (const one of madeColumns(subject)) {
      if (!/^timestamp(\(\d\))? without time zone/.test(one.type)) continue;
      report('found', { column: one.shown, type: shortType(one.type) }, one.where());
    }
  },
});
