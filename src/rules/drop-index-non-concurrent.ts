import type { Relation } from '../model/trace.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { autocommitted, call } from './support/calls.ts';
import { madeConcurrent } from './support/concurrent-edit.ts';
import { type NotChecked, seen } from './support/seen.ts';
import { code } from './support/text.ts';
import { isCalled, oldTable, shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'An index is dropped while everybody waits',
    why: '`DROP INDEX` takes ACCESS EXCLUSIVE on the table of the index. It waits for everybody who reads it, everybody who comes later waits behind it, and nobody reads or writes the table until the transaction ends.',
    fix: 'Drop it with `postgresql_concurrently=True` in an `autocommit_block`.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      before:
        'CREATE TABLE users (id bigint PRIMARY KEY, email text); CREATE INDEX ix_users_email ON users (email)',
      bad: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.drop_index("ix_users_email", table_name="users")\n\ndef downgrade():\n    op.create_index("ix_users_email", "users", ["email"])`,
      good: `def upgrade():\n    with op.get_context().autocommit_block():\n        op.drop_index("ix_users_email", table_name="users", postgresql_concurrently=True)\n\ndef downgrade():\n    op.create_index("ix_users_email", "users", ["email"])`,
    },
  },
  messages: {
    waits: ({ index, table, line }: { index: string; table: string; line: string }) => ({
      message: `Dropping ${index} takes ACCESS EXCLUSIVE on ${table}: nobody reads or writes ${table} until the transaction ends.`,
      help: `Drop it while everybody goes on, in a revision of its own:${code(...autocommitted([line]))}`,
    }),
  },
  check(subject, { report, notChecked }) {
    for (const { kind, name, concurrently } of actionsIn(subject, 'drop')) {
      if (kind !== 'index' || concurrently) continue;
      const trace = seen(subject, 'DROP INDEX', ['locks'], notChecked);
      const index = trace?.locks.find(({ relation }) => isCalled(relation, name))?.relation;
      const table = index && tableOf(subject, index, notChecked);
      if (!table) continue;
      const line = dropCall(index, table);
      report(
        'waits',
        { index: shownRelation(index), table: shownRelation(table), line },
        whereOf(subject, { about: shownRelation(index), table, edit: madeConcurrent(subject, [line]) }),
      );
    }
  },
});

/** The table of a whole index: that of a partitioned one cannot be dropped in another way. */
function tableOf(
  subject: StatementSubject,
  { kind, schema, of }: Relation,
  notChecked: NotChecked,
): Relation | undefined {
  return kind === 'index' && of !== undefined
    ? oldTable(subject, { schema, name: of }, notChecked)
    : undefined;
}

const dropCall = ({ name, schema }: Relation, table: Relation): string =>
  call('drop_index', [name], {
    table_name: table.name,
    schema: schema === 'public' ? undefined : schema,
    postgresql_concurrently: true,
  });
