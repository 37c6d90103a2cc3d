import type { Relation } from '../model/trace.ts';
import type { QualifiedName } from '../sql/name.ts';
import { quoteIdent } from '../sql/quote.ts';
import { defineRule } from './rule.ts';
import { alteredTables, rebuilt, shownColumn, storedAnew } from './support/altered.ts';
import { autocommitted } from './support/calls.ts';
import { spelled } from './support/change.ts';
import { dropFirst } from './support/index-call.ts';
import { inSchema } from './support/tables.ts';
import { code, list } from './support/text.ts';
import { shownRelation, whereOf } from './support/traced.ts';
import { execute } from './support/undo.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A change of collation builds indexes anew',
    why: 'Another collation is another order, so PostgreSQL builds every index that the column is in anew. Nobody reads or writes the table until that is done. Queries that sort by the column give another order from then on.',
    fix: 'Leave the column as it is, make an index with the new collation `CONCURRENTLY`, and name the collation in the queries that want it.',
    severity: 'warning',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before:
        'CREATE TABLE users (id bigint PRIMARY KEY, name text); CREATE INDEX users_name ON users (name)',
      bad: `def upgrade():\n    op.alter_column("users", "name", type_=sa.Text(collation="C"))\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("DROP INDEX CONCURRENTLY IF EXISTS users_name_c")\n        op.create_index("users_name_c", "users", [sa.text('name COLLATE "C"')], postgresql_concurrently=True)\n\ndef downgrade():\n    with op.get_context().autocommit_block():\n        op.drop_index("users_name_c", "users", postgresql_concurrently=True, if_exists=True)`,
    },
  },
  messages: {
    rebuilds: ({ table, column, indexes, collation }: Data) => ({
      message: `Changing the collation of ${shownColumn(table, column)} builds ${list(indexes.map(shownRelation))} anew, and nobody can read or write ${shownRelation(table)} until that is done.`,
      help: `Leave the column as it is, and give the new order an index of its own:${code(
        ...autocommitted(indexFor(table, column, collation)),
      )}\nQueries that want it say so:${code(orderBy(table, column, collation))}`,
    }),
  },
  check(subject, tell) {
    const altered = alteredTables(subject, tell, 'alter column type', {
      needs: ['rewritten'],
      only: ({ collation }) => collation !== undefined,
    });
    for (const { table, change, trace } of altered) {
      const { column, collation } = change;
      const indexes = rebuilt(trace);
      if (!collation || indexes.length === 0 || storedAnew(trace)) continue;
      tell.report(
        'rebuilds',
        { table, column, indexes, collation },
        whereOf(subject, { about: shownColumn(table, column), table }),
      );
    }
  },
});

interface Data {
  readonly table: Relation;
  readonly column: string;
  /** Those that were built anew. */
  readonly indexes: readonly Relation[];
  readonly collation: QualifiedName;
}

/** A collation is always in quotes where its name has capitals, as "C" and "de_DE" have. */
const collate = (column: string, { name }: QualifiedName): string =>
  `${quoteIdent(column)} COLLATE ${quoteIdent(name)}`;

function indexFor(table: Relation, column: string, collation: QualifiedName): readonly string[] {
  const name = `${table.name}_${column}_${collation.name.toLowerCase()}`;
  return [
    dropFirst(name, { ...inSchema(table), name: table.name }),
    execute(
      `CREATE INDEX CONCURRENTLY ${quoteIdent(name)} ON ${spelled(table)} (${collate(column, collation)})`,
    ),
  ];
}

const orderBy = (table: Relation, column: string, collation: QualifiedName): string =>
  `SELECT * FROM ${spelled(table)} ORDER BY ${collate(column, collation)}`;
