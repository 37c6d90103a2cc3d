import { defineRule } from './rule.ts';
import { inBatches } from './support/batches.ts';
import { shownRelation, whereOf } from './support/traced.ts';
import { unfiltered } from './support/whole-table.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'UPDATE or DELETE of every row at once',
    why: 'Without `WHERE` every row is written. Each stays locked against other writers until the transaction ends, an `UPDATE` stores the whole table a second time, and what a `DELETE` takes is gone, whatever was meant.',
    fix: 'Change rows in batches that are each committed, by a condition that leaves out what is done already. What is done to a table that was made in the same change is not reported.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, active boolean)',
      bad: `def upgrade():\n    op.execute("UPDATE users SET active = true")\n\n# migrate-check: irreversible who was inactive is not kept\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    with op.get_context().autocommit_block():\n        updated = 1\n        while updated:\n            updated = op.get_bind().execute(sa.text(\n                "UPDATE users SET active = true WHERE ctid = ANY (ARRAY("\n                "SELECT ctid FROM users WHERE active IS NOT TRUE LIMIT 5000))"\n            )).rowcount\n\n# migrate-check: irreversible who was inactive is not kept\ndef downgrade():\n    raise NotImplementedError`,
    },
  },
  messages: {
    update: ({ table, help }: Data) => ({
      message: `UPDATE without WHERE writes every row of ${table}; nobody else can change one until the transaction ends.`,
      help,
    }),
    delete: ({ table, help }: Data) => ({
      message: `DELETE without WHERE deletes every row of ${table}.`,
      help,
    }),
  },
  check(subject, { report, notChecked }) {
    for (const change of unfiltered(subject, notChecked)) {
      const { does, table } = change;
      report(
        does,
        { table: shownRelation(table), help: inBatches(change, subject.statement.trial) },
        whereOf(subject, { about: `${does} ${shownRelation(table)}`, table }),
      );
    }
  },
});

interface Data {
  readonly table: string;
  readonly help: string;
}
