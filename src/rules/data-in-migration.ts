import { defineRule, type StatementSubject } from './rule.ts';
import { note, ofSql } from './support/evidence.ts';
import { maySchemaChange, rowsWritten, schemaChangeAround } from './support/mixed.ts';
import { silently } from './support/seen.ts';
import { code, py } from './support/text.ts';
import { evidenceOf, placeOf, shownRelation } from './support/traced.ts';
import { workUnderLock } from './support/under-lock.ts';
import { unbounded, unfiltered } from './support/whole-table.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'Schema and data change in one transaction',
    why: 'The best practice: separate schema changes from data migrations. Together they take longer under the locks of the schema change, fail together, and cannot be taken back one without the other.',
    fix: 'Put the change of rows into a revision of its own. Rows for a table that the same change makes belong to it and are not reported.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE roles (name text PRIMARY KEY)',
      bad: `def upgrade():\n    op.create_table("teams", sa.Column("id", sa.BigInteger(), primary_key=True))\n    op.execute("INSERT INTO roles (name) VALUES ('team lead')")\n\ndef downgrade():\n    op.execute("DELETE FROM roles WHERE name = 'team lead'")\n    op.drop_table("teams")`,
      good: `def upgrade():\n    op.execute("INSERT INTO roles (name) VALUES ('team lead')")\n\ndef downgrade():\n    op.execute("DELETE FROM roles WHERE name = 'team lead'")`,
    },
  },
  messages: {
    mixed: ({ table }: { table: string }) => ({
      message: `This changes rows of ${table} in the transaction that changes the schema.`,
      help: `Put the change of rows into a revision of its own:${code(`alembic revision -m ${py(`Rows of ${table}`)}`)}`,
    }),
  },
  check(subject, { report, notChecked }) {
    const table = rowsWritten(subject, (why) => {
      if (subject.statement.trace ? schemaChangeAround(subject) : maySchemaChange(subject)) notChecked(why);
    });
    if (!table) return;
    const schema = schemaChangeAround(subject);
    if (!schema && maySchemaChange(subject))
      notChecked('whether rows are changed in the transaction that changes the schema was not seen');
    if (!schema || isToldElsewhere(subject)) return;
    report(
      'mixed',
      { table: shownRelation(table) },
      {
        place: placeOf(subject),
        evidence: [...evidenceOf(subject), note('In the same transaction:'), ofSql(schema.sql)],
      },
    );
  },
});

/** By rules that say for themselves what they could not see. */
const isToldElsewhere = (subject: StatementSubject): boolean =>
  workUnderLock(subject) !== undefined ||
  unbounded(subject, silently) !== undefined ||
  unfiltered(subject, silently).length > 0;
