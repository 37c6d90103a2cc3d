import type { Relation } from '../model/trace.ts';
import type { Column } from '../sql/column.ts';
import { defineRule } from './rule.ts';
import { alteredTables, shownColumn } from './support/altered.ts';
import { refusesRows } from './support/new-column.ts';
import { addColumn } from './support/op.ts';
import { plainValue } from './support/sa-types.ts';
import { code, py } from './support/text.ts';
import { shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A new column refuses NULL and has no default',
    why: 'The rows that are there would have to hold NULL in it, so the command fails on every table that has rows. It passes here, and in most tests, because the table is empty. Where it passes, every `INSERT` of the release that still runs fails, since it does not name the column. `default=` of SQLAlchemy is not a default of the database: it is `server_default=` that is one.',
    fix: 'Give the column a `server_default`, or add it as nullable, fill it, and set NOT NULL when every release writes it.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    op.add_column("orders", sa.Column("state", sa.Text(), nullable=False))\n\ndef downgrade():\n    op.drop_column("orders", "state")`,
      good: `def upgrade():\n    op.add_column("orders", sa.Column("state", sa.Text(), nullable=False, server_default="new"))\n\ndef downgrade():\n    op.drop_column("orders", "state")`,
    },
  },
  messages: {
    refuses: ({ table, column }: Data) => ({
      message: `Adding ${shownColumn(table, column.name)} as NOT NULL without a default fails as soon as ${shownRelation(table)} has rows; it passes here because it has none. Inserts of the running release, which do not name the column, fail after it as well.`,
      help: alternatives(table, column),
    }),
  },
  check(subject, tell) {
    const added = alteredTables(subject, tell, 'add column', { only: ({ column }) => refusesRows(column) });
    for (const { change, table } of added) {
      const { column } = change;
      tell.report(
        'refuses',
        { table, column },
        whereOf(subject, {
          about: shownColumn(table, column.name),
          table,
        }),
      );
    }
  },
});

interface Data {
  readonly table: Relation;
  readonly column: Column;
}

function alternatives(table: Relation, { name, type }: Column): string {
  if (!type) return nullable;
  const value = plainValue(type);
  const line = addColumn(table, name, type);
  const filled = `${nullable}${code(line)}`;
  if (value === undefined) return filled;
  const given = addColumn(table, name, type, 'nullable=False', `server_default=sa.text(${py(value)})`);
  return `Give it a default that is right for the rows that are there, such as:${code(given)}\nOr leave it nullable until every release writes it:${code(line)}`;
}

const nullable = 'Leave it nullable, fill it, and set NOT NULL when every release writes it:';
