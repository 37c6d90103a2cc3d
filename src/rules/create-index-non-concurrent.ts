import type { CreateIndex } from '../sql/indexes.ts';
import { defineRule } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { autocommitted } from './support/calls.ts';
import { madeConcurrent } from './support/concurrent-edit.ts';
import { concurrently } from './support/index-call.ts';
import { seen } from './support/seen.ts';
import { code } from './support/text.ts';
import { oldTable, scanOf, shownRelation, whereOf } from './support/traced.ts';
import { isUniqueAlready } from './support/unique-already.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'An index is built while writers wait',
    why: '`CREATE INDEX` takes SHARE on the table and reads all of it: until the transaction ends nobody inserts, updates or deletes. On a table that the same change makes it does no harm, and is not reported.',
    fix: 'Build it with `postgresql_concurrently=True` in an `autocommit_block`, where writers pass. What an attempt that failed has left is dropped first.',
    severity: 'warning',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint)',
      bad: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.create_index("ix_orders_user_id", "orders", ["user_id"])\n\ndef downgrade():\n    op.drop_index("ix_orders_user_id", table_name="orders")`,
      good: `def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_orders_user_id")\n        op.create_index("ix_orders_user_id", "orders", ["user_id"], postgresql_concurrently=True)\n\ndef downgrade():\n    with op.get_context().autocommit_block():\n        op.drop_index("ix_orders_user_id", table_name="orders", postgresql_concurrently=True)`,
    },
  },
  messages: {
    waits: ({ index, table, mayFail, lines }: Data) => ({
      message: `Building ${index.name ?? 'an index'} reads all of ${table}, and until the transaction ends nobody writes to ${table}.${mayFail ? ' It fails where two rows have the same values.' : ''}`,
      help: `Build it while everybody goes on writing, in a revision of its own:${code(...lines)}`,
    }),
  },
  check(subject, { report, notChecked }) {
    for (const index of actionsIn(subject, 'create index')) {
      if (index.concurrently) continue;
      const trace = seen(subject, 'CREATE INDEX', ['locks', 'scanned'], notChecked);
      const table = trace && oldTable(subject, index.table, notChecked);
      if (!table || !scanOf(trace, table)) continue;
      const lines = concurrently(index, subject.command.text);
      report(
        'waits',
        {
          index,
          table: shownRelation(table),
          mayFail: index.unique && !isUniqueAlready(subject, table, index.columns),
          lines: autocommitted(lines),
        },
        whereOf(subject, {
          about: `${shownRelation(table)} ${index.name ?? index.columns.join(' ')}`,
          table,
          edit: madeConcurrent(subject, lines),
        }),
      );
    }
  },
});

interface Data {
  readonly index: CreateIndex;
  readonly table: string;
  /** Two rows can have the same values, and must not. */
  readonly mayFail: boolean;
  readonly lines: readonly string[];
}
