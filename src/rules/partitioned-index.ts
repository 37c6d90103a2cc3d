import type { Relation } from '../model/trace.ts';
import type { CreateIndex } from '../sql/indexes.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { autocommitted } from './support/calls.ts';
import { partitionConcurrently } from './support/index-call.ts';
import { seen } from './support/seen.ts';
import { code, list } from './support/text.ts';
import { oldTable, shownRelation, whereOf } from './support/traced.ts';
import { execute } from './support/undo.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'An index of all partitions is built while writers wait',
    why: '`CREATE INDEX` on a partitioned table takes SHARE on all partitions at once and reads them one after the other: until the transaction ends nobody writes to any. PostgreSQL cannot do that `CONCURRENTLY`.',
    fix: 'Build the index of each partition `CONCURRENTLY` in an `autocommit_block`. Then make that of the partitioned table: it takes over those that are there, and reads nothing.',
    severity: 'warning',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before:
        'CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint) PARTITION BY HASH (id); CREATE TABLE orders_0 PARTITION OF orders FOR VALUES WITH (MODULUS 1, REMAINDER 0)',
      bad: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.create_index("ix_orders_user", "orders", ["user_id"])\n\ndef downgrade():\n    op.drop_index("ix_orders_user", table_name="orders")`,
      good: `def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("DROP INDEX CONCURRENTLY IF EXISTS orders_0_ix_orders_user")\n        op.execute("CREATE INDEX CONCURRENTLY orders_0_ix_orders_user ON orders_0 (user_id)")\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.create_index("ix_orders_user", "orders", ["user_id"])\n\ndef downgrade():\n    op.drop_index("ix_orders_user", table_name="orders")`,
    },
  },
  messages: {
    waits: ({ index, table, partitions, lines }: Data) => ({
      message: `Building ${index} reads all partitions of ${table} (${partitions}), and until the transaction ends nobody writes to any of them.`,
      help: `Build those of the partitions first, while everybody goes on writing; that of ${table} then takes them over:${code(...lines)}`,
    }),
  },
  check(subject, { report, notChecked }) {
    for (const index of actionsIn(subject, 'create index')) {
      const trace = seen(subject, 'CREATE INDEX', ['locks', 'scanned'], notChecked);
      const table = trace && oldTable(subject, index.table, notChecked);
      if (!trace || table?.kind !== 'partitioned table') continue;
      const partitions = trace.scanned.map(({ relation }) => relation).filter(subject.isOld);
      if (partitions.length === 0) continue;
      report(
        'waits',
        {
          index: index.name ?? 'an index',
          table: shownRelation(table),
          partitions: list(partitions.map(shownRelation)),
          lines: instead(subject, index, partitions),
        },
        whereOf(subject, {
          about: `${shownRelation(table)} ${index.name ?? index.columns.join(' ')}`,
          table,
        }),
      );
    }
  },
});

const instead = (
  { command: { text } }: StatementSubject,
  index: CreateIndex,
  partitions: readonly Relation[],
): readonly string[] => [
  ...autocommitted(partitions.flatMap((partition) => partitionConcurrently(index, text, partition))),
  execute(text.replace(/\s+/g, ' ')),
];

interface Data {
  readonly index: string;
  readonly table: string;
  readonly partitions: string;
  readonly lines: readonly string[];
}
