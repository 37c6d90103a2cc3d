import { defineRule } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A table is made without its schema',
    why: 'Where the table ends up is decided by the `search_path` of whoever runs the migration: another role or another database has it elsewhere.',
    fix: 'Write `schema=` in `op.create_table`.',
    severity: 'notice',
    preset: 'style',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    op.create_table("notes", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True))\n\ndef downgrade():\n    op.drop_table("notes")`,
      good: `def upgrade():\n    op.create_table("notes", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True), schema="public")\n\ndef downgrade():\n    op.drop_table("notes", schema="public")`,
    },
  },
  messages: {
    anywhere: ({ table }: { table: string }) => ({
      message: `${table} is made in whatever schema the search_path begins with.`,
      help: 'Say where it is to be: schema="public".',
    }),
  },
  check(subject, { report }) {
    for (const { table, temporary } of actionsIn(subject, 'create table', 'create table as')) {
      if (temporary || table.schema !== undefined) continue;
      report('anywhere', { table: table.name }, whereOf(subject, { about: table.name }));
    }
  },
});
