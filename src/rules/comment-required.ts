import { defineRule } from './rule.ts';
import { madeColumns } from './support/made-columns.ts';
import { textOf } from './support/tables.ts';
import { concerns, doneAt, touchedTables } from './support/touched.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision'],
  meta: {
    title: 'A table without a comment',
    why: 'Whoever meets the table in the database, and not in the code, finds no word about what it is for.',
    fix: 'Write `comment=` in `op.create_table`. With the option `columns` each column has to have one, too.',
    severity: 'notice',
    preset: 'style',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    op.create_table("notes", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True))\n\ndef downgrade():\n    op.drop_table("notes")`,
      good: `def upgrade():\n    op.create_table("notes", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True), comment="what people wrote")\n\ndef downgrade():\n    op.drop_table("notes")`,
    },
  },
  messages: {
    table: ({ name }: { name: string }) => ({
      message: `${name} has no comment.`,
      help: 'Say what it is for: op.create_table(comment="what is in it").',
    }),
    column: ({ name }: { name: string }) => ({
      message: `${name} has no comment.`,
      help: 'Say what it is for: sa.Column(comment="what is in it").',
    }),
  },
  options: {
    /** Whether columns have to have one. */
    columns: false,
  },
  check(subject, { report }, { columns }) {
    for (const { before, after, last } of touchedTables(subject)) {
      if (before || !last || textOf(last, 'comment') !== undefined) continue;
      report(
        'table',
        { name: after.shown },
        { ...doneAt(subject, concerns(after)), about: after.shown, table: after },
      );
    }
    if (!columns) return;
    for (const { column, shown, where } of madeColumns(subject))
      if (textOf(column, 'comment') === undefined) report('column', { name: shown }, where());
  },
});
