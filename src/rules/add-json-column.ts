import type { Relation } from '../model/trace.ts';
import type { Column } from '../sql/column.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { alteredTables, shownColumn } from './support/altered.ts';
import { tableAt } from './support/columns.ts';
import { addColumn } from './support/op.ts';
import { textOf } from './support/tables.ts';
import { code } from './support/text.ts';
import { shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A new column is json, and not jsonb',
    why: 'PostgreSQL cannot compare two values of `json`. A `SELECT DISTINCT`, `GROUP BY` or `UNION` that takes all columns of the table worked before, and fails as soon as the column is there. Of a table that has such a column already nothing is reported: there it fails as it is.',
    fix: 'Use `jsonb`, unless the text has to be kept as it was written.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE users (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    op.add_column("users", sa.Column("settings", sa.JSON()))\n\ndef downgrade():\n    op.drop_column("users", "settings")`,
      good: `def upgrade():\n    from sqlalchemy.dialects import postgresql\n    op.add_column("users", sa.Column("settings", postgresql.JSONB()))\n\ndef downgrade():\n    op.drop_column("users", "settings")`,
    },
  },
  messages: {
    json: ({ table, column }: { table: Relation; column: string }) => ({
      message: `${shownColumn(table, column)} is json, which cannot be compared: SELECT DISTINCT of all columns of ${shownRelation(table)}, which worked before, fails from then on.`,
      help: `Use jsonb:${code(addColumn(table, column, { name: 'jsonb', modifiers: [], array: false }))}`,
    }),
  },
  check(subject, tell) {
    const added = alteredTables(subject, tell, 'add column', { only: ({ column }) => isJson(column) });
    for (const { change, table } of added) {
      const { name } = change.column;
      if (hadJson(subject, table)) continue;
      tell.report('json', { table, column: name }, whereOf(subject, { about: shownColumn(table, name) }));
    }
  },
});

const isJson = ({ type }: Column): boolean => type?.name === 'json' && type.schema === undefined;

/** Whether its rows could not be compared before either. */
const hadJson = (subject: StatementSubject, table: Relation): boolean =>
  tableAt(subject, 'before', table)?.columns.some((column) => textOf(column, 'type') === 'json') === true;
