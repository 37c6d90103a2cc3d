import type { Relation } from '../model/trace.ts';
import type { CreateIndex } from '../sql/indexes.ts';
import { quoteIdent } from '../sql/quote.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { autocommitted } from './support/calls.ts';
import { spelled } from './support/change.ts';
import { concurrently } from './support/index-call.ts';
import { isMadeSure } from './support/prepared.ts';
import { seen } from './support/seen.ts';
import { code, list } from './support/text.ts';
import { oldTable, shownRelation, whereOf } from './support/traced.ts';
import { isUniqueAlready } from './support/unique-already.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A unique index on a table that may hold doubles',
    why: 'The build fails at the first two rows with the same values, which an empty test database never has. `CONCURRENTLY` it leaves an INVALID index behind, and the next attempt fails because of that. It is not reported where other rules say so already, where the columns are unique already, or where the table is empty in production.',
    fix: 'Look for doubles in production first, and drop what an attempt has left before the next: `DROP INDEX CONCURRENTLY IF EXISTS`.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, email text)',
      bad: `def upgrade():\n    with op.get_context().autocommit_block():\n        op.create_index("uq_users_email", "users", ["email"], unique=True, postgresql_concurrently=True)\n\ndef downgrade():\n    with op.get_context().autocommit_block():\n        op.drop_index("uq_users_email", table_name="users", postgresql_concurrently=True)`,
      good: `def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("DROP INDEX CONCURRENTLY IF EXISTS uq_users_email")\n        op.create_index("uq_users_email", "users", ["email"], unique=True, postgresql_concurrently=True)\n\ndef downgrade():\n    with op.get_context().autocommit_block():\n        op.drop_index("uq_users_email", table_name="users", postgresql_concurrently=True)`,
    },
  },
  messages: {
    doubles: ({ index, table, columns, query, lines }: Data) => ({
      message: `Building ${index} fails where two rows of ${table} have the same ${columns}, and leaves an INVALID index, which keeps the next attempt from starting.`,
      help: `Look for doubles in production:${code(query)}\nand drop what an attempt has left:${code(...lines)}`,
    }),
  },
  check(subject, { report, notChecked }) {
    const { move, statement, command } = subject;
    for (const index of actionsIn(subject, 'create index')) {
      const { name, unique, ifNotExists } = index;
      if (!unique || !index.concurrently || ifNotExists || name === undefined) continue;
      if (isMadeSure(move.statements, statement, 'index', name)) continue;
      if (!seen(subject, 'CREATE UNIQUE INDEX', ['locks'], notChecked)) continue;
      const table = oldTable(subject, index.table, notChecked);
      if (!table || isEmpty(subject, table) || isUniqueAlready(subject, table, index.columns)) continue;
      const columns = index.columns.map((column) => column ?? 'values');
      report(
        'doubles',
        {
          index: name,
          table: shownRelation(table),
          columns: list(columns),
          query: doublesQuery(table, index, command.text),
          lines: autocommitted(concurrently(index, command.text)),
        },
        whereOf(subject, { about: `${shownRelation(table)} ${name}`, table }),
      );
    }
  },
});

const isEmpty = ({ facts }: StatementSubject, { schema, name }: Relation): boolean =>
  facts.tableSizes?.some((size) => size.schema === schema && size.name === name && size.rows === 0) ?? false;

/** Of expressions and of an index of some rows nobody can write it exactly. */
function doublesQuery(table: Relation, { columns, where }: CreateIndex, text: string): string {
  if (where || columns.includes(undefined))
    return `-- rows that are the same for ${text.replace(/\s+/g, ' ')}`;
  const names = columns.map((column) => quoteIdent(column ?? '')).join(', ');
  return `SELECT ${names}, count(*) FROM ${spelled(table)} GROUP BY ${names} HAVING count(*) > 1`;
}

interface Data {
  readonly index: string;
  readonly table: string;
  readonly columns: string;
  readonly query: string;
  readonly lines: readonly string[];
}
