import { defineRule } from './rule.ts';
import { constraintOf } from './support/definitions.ts';
import type { Table } from './support/tables.ts';
import { concerns, doneAt, touchedTables } from './support/touched.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision'],
  meta: {
    title: 'A table without a primary key',
    why: 'Two rows can be the same, and nobody can change one of them. Logical replication refuses each UPDATE and DELETE of such a table, and SQLAlchemy cannot map it.',
    fix: 'Give the table a primary key.',
    severity: 'notice',
    preset: 'style',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    op.create_table("notes", sa.Column("text", sa.Text()))\n\ndef downgrade():\n    op.drop_table("notes")`,
      good: `def upgrade():\n    op.create_table("notes", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True), sa.Column("text", sa.Text()))\n\ndef downgrade():\n    op.drop_table("notes")`,
    },
  },
  messages: {
    missing: ({ table }: { table: string }) => ({
      message: `${table} has no primary key: nobody can tell two of its rows apart.`,
      help: 'Add a key, such as sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True).',
    }),
  },
  check(subject, { report }) {
    for (const { before, after, last } of touchedTables(subject)) {
      if (before || !last || hasKey(after) || hasKey(last)) continue;
      report(
        'missing',
        { table: after.shown },
        { ...doneAt(subject, concerns(after)), about: after.shown, table: after },
      );
    }
  },
});

const hasKey = ({ constraints }: Table): boolean =>
  constraints.some((part) => constraintOf(part)?.type === 'primary key');
