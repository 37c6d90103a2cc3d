import { blocksReads } from '../model/lock.ts';
import { defineRule } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { seen } from './support/seen.ts';
import { code } from './support/text.ts';
import { lockOn, oldTable, shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A partition is detached while nobody can read the table',
    why: 'Without `CONCURRENTLY` nobody reads or writes the whole partitioned table, all partitions included, until the transaction ends. The command itself waits for every query that is running on it, and all others wait behind it.',
    fix: '`DETACH PARTITION ... CONCURRENTLY` in an `autocommit_block`. It cannot be had where there is a default partition.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      before: `CREATE TABLE events (day date NOT NULL) PARTITION BY RANGE (day); CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')`,
      bad: `def upgrade():\n    op.execute("ALTER TABLE events DETACH PARTITION events_2025")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("ALTER TABLE events DETACH PARTITION events_2025 CONCURRENTLY")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
    },
  },
  messages: {
    blocks: ({ table, partition }: { table: string; partition: string }) => ({
      message: `Nobody reads or writes ${table} from when ${partition} is detached until the transaction ends.`,
      help: `Detach it concurrently, in a block without a transaction:${code('with op.get_context().autocommit_block():', `    op.execute("ALTER TABLE ${table} DETACH PARTITION ${partition} CONCURRENTLY")`)}`,
    }),
  },
  check(subject, { report, notChecked }) {
    for (const { table: written, partition, concurrently } of actionsIn(subject, 'detach partition')) {
      if (concurrently || !seen(subject, 'DETACH PARTITION', ['locks'], notChecked)) continue;
      const table = oldTable(subject, written, notChecked);
      const mode = table && lockOn(subject, table);
      if (!table || !mode || !blocksReads(mode)) continue;
      report(
        'blocks',
        { table: shownRelation(table), partition: partition.name },
        whereOf(subject, { about: partition.name, table }),
      );
    }
  },
});
