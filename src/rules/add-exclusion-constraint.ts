import { defineRule } from './rule.ts';
import { addsConstraint, constraintName } from './support/added-constraint.ts';
import { seen } from './support/seen.ts';
import { code } from './support/text.ts';
import { oldTable, shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'An exclusion constraint is built while the table is locked',
    why: '`ADD EXCLUDE` builds an index under ACCESS EXCLUSIVE and compares every row with the others: until the transaction ends nobody reads or writes the table. PostgreSQL has no other way for a table that is there.',
    fix: 'Make the constraint with a new table, and move to it; or do it in a window in which nobody needs the table, with a `lock_timeout`.',
    severity: 'warning',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE bookings (id bigint PRIMARY KEY, during tstzrange)',
      bad: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.create_exclude_constraint("no_overlap", "bookings", ("during", "&&"))\n\ndef downgrade():\n    op.drop_constraint("no_overlap", "bookings")`,
      good: `def upgrade():\n    op.create_table(\n        "reservations",\n        sa.Column("id", sa.BigInteger(), primary_key=True),\n        sa.Column("during", postgresql.TSTZRANGE()),\n        postgresql.ExcludeConstraint(("during", "&&"), name="no_overlap"),\n    )\n\ndef downgrade():\n    op.drop_table("reservations")`,
    },
  },
  messages: {
    built: ({ name, table }: { name: string; table: string }) => ({
      message: `Adding the exclusion constraint ${name} compares all rows of ${table}, and until the transaction ends nobody reads or writes ${table}. It fails where two rows exclude each other.`,
      help: `There is no way that keeps nobody waiting. Do it in a window in which nobody needs ${table}, and do not wait long for the lock:${code(`op.execute("SET LOCAL lock_timeout = '2s'")`)}\nor make the constraint with a new table, and move to that.`,
    }),
  },
  check(subject, { report, notChecked }) {
    for (const added of addsConstraint(subject, 'exclusion')) {
      if (!seen(subject, 'ADD EXCLUDE', ['locks'], notChecked)) continue;
      const table = oldTable(subject, added.table, notChecked);
      if (!table) continue;
      report(
        'built',
        { name: constraintName(added), table: shownRelation(table) },
        whereOf(subject, { about: `${shownRelation(table)} ${constraintName(added)}`, table }),
      );
    }
  },
});
