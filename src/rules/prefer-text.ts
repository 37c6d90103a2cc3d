import { defineRule } from './rule.ts';
import { madeColumns } from './support/made-columns.ts';
import { shortType } from './support/types.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision'],
  meta: {
    title: 'A text with a length',
    why: 'A `varchar(n)` is stored like a `text` and costs as much. The length is a rule about the content, and a narrower one later means reading the whole table under a lock that nobody gets past.',
    fix: 'Use `sa.Text()`, and a CHECK constraint where the length matters: it can be changed without a lock for long.',
    severity: 'notice',
    preset: 'style',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    op.create_table("users", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True), sa.Column("name", sa.String(50)))\n\ndef downgrade():\n    op.drop_table("users")`,
      good: `def upgrade():\n    op.create_table("users", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True), sa.Column("name", sa.Text()))\n\ndef downgrade():\n    op.drop_table("users")`,
    },
  },
  messages: {
    found: ({ column, type }: { column: string; type: string }) => ({
      message: `${column} is ${type}: a length is hard to change later, and saves nothing.`,
      help: 'Use sa.Text(), and a CHECK constraint where the length matters.',
    }),
  },
  check(subject, { report }) {
    for (const one of madeColumns(subject)) {
      if (!/^character varying\(\d+\)/.test(one.type)) continue;
      report('found', { column: one.shown, type: shortType(one.type) }, one.where());
    }
  },
});
