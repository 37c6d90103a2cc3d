import { defineRule } from './rule.ts';
import { inBatches } from './support/batches.ts';
import { shownRelation, whereOf } from './support/traced.ts';
import { unbounded } from './support/whole-table.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A backfill in one piece',
    why: 'One `UPDATE` or `DELETE` reads the whole table, and every row that it changes stays locked against other writers until the transaction ends. Its old versions cannot be cleaned up before, and replicas fall behind.',
    fix: "Change a few thousand rows at a time and commit after each: a `LIMIT` in a subquery, in an `autocommit_block`. A condition that picks rows out by a constant, such as `WHERE name = 'admin'`, is not reported, nor is a table that was made in the same change.",
    severity: 'warning',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, email text)',
      bad: `def upgrade():\n    op.execute("UPDATE users SET email = lower(email) WHERE email <> lower(email)")\n\n# migrate-check: irreversible the former spelling is not kept\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    with op.get_context().autocommit_block():\n        updated = 1\n        while updated:\n            updated = op.get_bind().execute(sa.text(\n                "UPDATE users SET email = lower(email) WHERE ctid = ANY (ARRAY("\n                "SELECT ctid FROM users WHERE email <> lower(email) LIMIT 5000))"\n            )).rowcount\n\n# migrate-check: irreversible the former spelling is not kept\ndef downgrade():\n    raise NotImplementedError`,
    },
  },
  messages: {
    whole: ({ does, table, help }: { does: string; table: string; help: string }) => ({
      message: `One ${does.toUpperCase()} works through all of ${table}, and every row that it changes stays locked until the transaction ends.`,
      help,
    }),
  },
  check(subject, { report, notChecked }) {
    const change = unbounded(subject, notChecked);
    if (!change) return;
    const { does, table, columns } = change;
    report(
      'whole',
      { does, table: shownRelation(table), help: inBatches(change, subject.statement.trial) },
      whereOf(subject, {
        about: [does, shownRelation(table), ...columns].join(' '),
        table,
      }),
    );
  },
});
