import { commandsOf } from '../sql/commands.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { asOperation } from './support/as-operation.ts';
import { ofSql } from './support/evidence.ts';
import { code } from './support/text.ts';
import { placeOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'SQL where Alembic has an operation',
    why: 'The best practice: use the operations of Alembic, and SQL for what they cannot do. An operation quotes names, follows the naming convention of the metadata, and is found by whoever looks for the column.',
    fix: 'Write the operation that the finding shows. It is shown only where it does exactly the same.',
    severity: 'notice',
    optIn: true,
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE teams (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    op.execute("ALTER TABLE teams ADD COLUMN name text")\n\ndef downgrade():\n    op.drop_column("teams", "name")`,
      good: `def upgrade():\n    op.add_column("teams", sa.Column("name", sa.Text()))\n\ndef downgrade():\n    op.drop_column("teams", "name")`,
    },
  },
  messages: {
    raw: ({ operation }: { operation: string }) => ({
      message: 'Alembic has an operation for this.',
      help: `Write:${code(operation)}`,
    }),
  },
  check(subject, { report }) {
    const { statement, command } = subject;
    if (commandsOf(statement.sql).length > 1 || !isWrittenHere(subject)) return;
    const operation = asOperation(command);
    if (operation !== undefined)
      report(
        'raw',
        { operation },
        { place: placeOf(subject), evidence: [ofSql(command.text)], about: command.text },
      );
  },
});

/** Whether the line that sent it hands SQL over, and calls no operation that wrote it. */
function isWrittenHere({ statement: { place }, revision }: StatementSubject): boolean {
  if (place?.line === undefined || place.file !== revision.place.file) return false;
  return /\bexecute\s*\(/.test(revision.source.split('\n')[place.line - 1] ?? '');
}
