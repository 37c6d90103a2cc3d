import { defineRule } from './rule.ts';
import { madeColumns } from './support/made-columns.ts';
import { textOf } from './support/tables.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision'],
  meta: {
    title: 'A serial in place of an identity',
    why: 'A serial is an integer with a sequence beside it that has rights and an owner of its own, and whose default anybody can overwrite by an INSERT. An identity column is what the SQL standard has for it, and PostgreSQL since 10.',
    fix: 'Use `sa.Identity()` on the column.',
    severity: 'notice',
    preset: 'style',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    op.create_table("users", sa.Column("id", sa.BigInteger(), primary_key=True))\n\ndef downgrade():\n    op.drop_table("users")`,
      good: `def upgrade():\n    op.create_table("users", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True))\n\ndef downgrade():\n    op.drop_table("users")`,
    },
  },
  messages: {
    found: ({ column }: { column: string }) => ({
      message: `${column} takes its values from a sequence beside it (serial).`,
      help: 'Make it an identity: sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True).',
    }),
  },
  check(subject, { report }) {
    for (const one of madeColumns(subject)) {
      if (!textOf(one.column, 'default')?.startsWith('nextval(')) continue;
      report('found', { column: one.shown }, one.where());
    }
  },
});
