import { defineRule } from './rule.ts';
import { columnCall } from './support/column-call.ts';
import { type Part, textOf } from './support/tables.ts';
import { concerns, doneAt, touchedTables } from './support/touched.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision'],
  meta: {
    title: 'A default that only Python knows',
    why: "`default=` in a migration does nothing at all: Alembic writes no `DEFAULT` for it. The column refuses NULL and has no default, so every INSERT that does not come from the application's own models has to name it, and fails otherwise.",
    fix: 'Write `server_default=` in place of `default=`.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    op.create_table("users", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("active", sa.Boolean(), nullable=False, default=True))\n\ndef downgrade():\n    op.drop_table("users")`,
      good: `def upgrade():\n    op.create_table("users", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("active", sa.Boolean(), nullable=False, server_default=sa.true()))\n\ndef downgrade():\n    op.drop_table("users")`,
    },
  },
  messages: {
    inert: ({ table, column }: { table: string; column: string }) => ({
      message: `The default= of ${table}.${column} reaches no database: the column is NOT NULL and has no DEFAULT, and an INSERT that does not name it fails.`,
      help: 'Write server_default= in place of default=: the value as SQL has it, such as sa.text("0"), sa.true() or sa.func.now().',
    }),
  },
  check(subject, { report }) {
    for (const { before, after } of touchedTables(subject)) {
      if (before) continue;
      for (const column of after.columns.filter(needsValue)) {
        const call = columnCall(subject.revision.source, after.name, column.name);
        if (call === undefined || !/[(,]\s*default\s*=/.test(call)) continue;
        report(
          'inert',
          { table: after.shown, column: column.name },
          { ...doneAt(subject, concerns(after)), about: `${after.shown}.${column.name}`, table: after },
        );
      }
    }
  },
});

/** Whether an INSERT has to give it a value. */
const needsValue = (column: Part): boolean =>
  textOf(column, 'nullable') === 'no' &&
  ['default', 'identity', 'generated'].every((fact) => textOf(column, fact) === undefined);
