import type { Relation } from '../model/trace.ts';
import type { Column } from '../sql/column.ts';
import { defineRule } from './rule.ts';
import { shownColumn } from './support/altered.ts';
import { columnFact } from './support/columns.ts';
import { fillLines } from './support/fill.ts';
import { columnsStoredAnew, functionsIn } from './support/new-column.ts';
import { addColumn, op } from './support/op.ts';
import { code, list, py } from './support/text.ts';
import { shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A new column has a default that differs from row to row',
    why: 'A default such as `gen_random_uuid()` or `clock_timestamp()` gives each row that is there a value of its own, so PostgreSQL stores the table and all its indexes anew. Nobody reads or writes it until that is done. A constant and `now()` are the same for all rows: they are kept once, and nothing is stored anew.',
    fix: 'Add the column without the default, set the default for rows to come, and fill the rows that are there in batches.',
    severity: 'error',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    op.add_column("orders", sa.Column("token", sa.String(36), server_default=sa.text("gen_random_uuid()")))\n\ndef downgrade():\n    op.drop_column("orders", "token")`,
      good: `def upgrade():\n    op.add_column("orders", sa.Column("token", sa.String(36)))\n    op.alter_column("orders", "token", server_default=sa.text("gen_random_uuid()"))\n\ndef downgrade():\n    op.drop_column("orders", "token")`,
    },
  },
  messages: {
    rewrites: ({ table, column, value, functions }: Data) => ({
      message: `Adding ${shownColumn(table, column.name)} with a default of ${list(functions.map((name) => `${name}()`))} stores ${shownRelation(table)} and its indexes anew, and nobody can read or write it until that is done.`,
      help: column.type
        ? `Add the column first and the default after it, which only rows to come get:${code(
            addColumn(table, column.name, column.type),
            op(
              'alter_column',
              table,
              py(table.name),
              py(column.name),
              `server_default=sa.text(${py(value)})`,
            ),
          )}\nThen fill the rows that are there, in a revision of its own:${code(...fillLines(table, column.name, value))}`
        : '',
    }),
  },
  check(subject, tell) {
    for (const { change, table } of columnsStoredAnew(subject, tell, 'volatile')) {
      const { column } = change;
      const value = columnFact(subject, 'after', [table, column.name], 'default') ?? '<the default>';
      tell.report(
        'rewrites',
        { table, column, value, functions: functionsIn(column.default) },
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
  /** The default as SQL. */
  readonly value: string;
  readonly functions: readonly string[];
}
