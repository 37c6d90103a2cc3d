import type { Action } from '../sql/action.ts';
import { quoteName } from '../sql/quote.ts';
import { defineRule } from './rule.ts';
import { autocommitted, call } from './support/calls.ts';
import { constraintOf, isFoundBy } from './support/definitions.ts';
import { inSchema, newParts, type Table } from './support/tables.ts';
import { code, list } from './support/text.ts';
import { concerns, doing, doneAt, isNamed, touchedTables } from './support/touched.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision'],
  meta: {
    title: 'A foreign key without an index',
    why: 'PostgreSQL makes no index for a foreign key. Each DELETE in the table that it refers to, and each UPDATE of its key, reads the referring table from end to end, and so does every query that asks for the rows of one parent.',
    fix: 'Make an index that begins with the columns of the foreign key, in the same change; on a table that holds rows, `CREATE INDEX CONCURRENTLY` in a revision after it. A primary key or a unique constraint that begins with them is one, too.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE users (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    op.create_table(\n        "orders",\n        sa.Column("id", sa.BigInteger(), primary_key=True),\n        sa.Column("user_id", sa.BigInteger(), sa.ForeignKey("users.id"), nullable=False),\n    )\n\ndef downgrade():\n    op.drop_table("orders")`,
      good: `def upgrade():\n    op.create_table(\n        "orders",\n        sa.Column("id", sa.BigInteger(), primary_key=True),\n        sa.Column("user_id", sa.BigInteger(), sa.ForeignKey("users.id"), nullable=False, index=True),\n    )\n\ndef downgrade():\n    op.drop_table("orders")`,
    },
  },
  messages: {
    missing: ({ table, key, columns, parent, isNew }: Data) => ({
      message: `The foreign key ${key} of ${table.shown} has no index on ${list(columns)}: each DELETE in ${parent} reads ${table.shown} from end to end.`,
      help: `Make one ${isNew ? 'in the same change' : 'in a revision after it'}:${code(...indexLines(table, columns, isNew))}`,
    }),
  },
  check(subject, { report }) {
    for (const { before, after, last } of touchedTables(subject)) {
      for (const part of newParts(before?.constraints, after.constraints)) {
        const key = constraintOf(part);
        if (!key?.references) continue;
        // One that is only called otherwise, or does something else on DELETE, lacked an index before.
        if (hasKey(before, key.columns) || !hasKey(last, key.columns)) continue;
        if (last.indexes.some((index) => isFoundBy(index, key.columns))) continue;
        const { table: parent } = key.references;
        report(
          'missing',
          { table: after, key: part.name, columns: key.columns, parent: quoteName(parent), isNew: !before },
          {
            ...doneAt(
              subject,
              doing((action) => addsKey(action, after, key.columns)),
              concerns(after),
            ),
            about: `${after.shown}.${part.name}`,
            table: after,
          },
        );
      }
    }
  },
});

const hasKey = (table: Table | undefined, columns: readonly string[]): table is Table =>
  table?.constraints.some((part) => {
    const key = constraintOf(part);
    return key?.references !== undefined && key.columns.join() === columns.join();
  }) ?? false;

/** Whether a foreign key on these columns is added to a table that is there. */
function addsKey(action: Action, table: Table, columns: readonly string[]): boolean {
  if ((action.does !== 'add constraint' && action.does !== 'add column') || !isNamed(table, action.table))
    return false;
  const added = action.does === 'add column' ? action.column.constraints : [action.constraint];
  return added.some((one) => one.references !== undefined && one.columns.join() === columns.join());
}

interface Data {
  readonly table: Table;
  readonly key: string;
  readonly columns: readonly string[];
  readonly parent: string;
  readonly isNew: boolean;
}

function indexLines({ schema, name }: Table, columns: readonly string[], isNew: boolean): readonly string[] {
  const line = call('create_index', [`ix_${name}_${columns.join('_')}`, name, columns], {
    ...inSchema({ schema }),
    postgresql_concurrently: isNew ? undefined : true,
  });
  return isNew ? [line] : autocommitted([line]);
}
