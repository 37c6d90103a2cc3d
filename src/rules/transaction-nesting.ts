import type { Statement } from '../model/observation.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { note, ofSql } from './support/evidence.ts';
import { isRefused, type NotChecked } from './support/seen.ts';
import { code } from './support/text.ts';
import { placeOf } from './support/traced.ts';
import { isFirstCommand } from './support/waits.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A revision begins or ends a transaction by itself',
    why: 'Alembic has a transaction open around `upgrade()`. A `COMMIT` in the middle commits the first half without the version of the revision: when the second half fails, the first stays, and the next `upgrade` meets it. A `ROLLBACK` takes back what other revisions did in the same transaction as well. `BEGIN` does nothing but warn.',
    fix: 'Leave it out. What has to be committed by itself belongs in `with op.get_context().autocommit_block():`, which tells Alembic.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE roles (name text PRIMARY KEY)',
      bad: `def upgrade():\n    op.execute("BEGIN")\n    op.create_table("teams", sa.Column("id", sa.BigInteger(), primary_key=True))\n\ndef downgrade():\n    op.drop_table("teams")`,
      good: `def upgrade():\n    op.create_table("teams", sa.Column("id", sa.BigInteger(), primary_key=True))\n\ndef downgrade():\n    op.drop_table("teams")`,
    },
  },
  messages: {
    begins: (_: object) => ({
      message: 'Alembic has begun a transaction already: PostgreSQL warns about this, and does nothing.',
      help: 'Take it out.',
    }),
    ends: ({ what }: { what: 'commit' | 'rollback' }) => ({
      message:
        what === 'commit'
          ? 'This commits what Alembic has not finished yet: when a later line fails, what came before stays, without the version that says so.'
          : 'This takes back everything that was done in the transaction that Alembic has open, that of revisions before this one included.',
      help: `Take it out. What has to be committed by itself goes into a block that Alembic knows of:${block}`,
    }),
    committed: (_: object) => ({
      message:
        'Something between the statement before and this one has ended the transaction that Alembic has open: when a later line fails, what came before stays, without the version that says so.',
      help: `Do not call commit() or rollback() on the connection of the migration. What has to be committed by itself goes into a block that Alembic knows of:${block}`,
    }),
  },
  check(subject, { report, notChecked }) {
    const { statement, command } = subject;
    for (const { what } of actionsIn(subject, 'transaction')) {
      const where = { place: placeOf(subject), evidence: [ofSql(command.text)], about: what };
      if (what === 'begin') report('begins', {}, { ...where, severity: 'notice' });
      if (what === 'commit' || what === 'rollback') report('ends', { what }, where);
    }
    const before = isFirstCommand(subject) ? lastBeforeCommit(subject, notChecked) : undefined;
    if (!before) return;
    report(
      'committed',
      {},
      {
        place: placeOf(subject),
        evidence: [
          note('In one transaction:'),
          ofSql(before.sql),
          note('In the next:'),
          ofSql(statement.sql),
        ],
        about: 'committed',
      },
    );
  },
});

const block = code('with op.get_context().autocommit_block():', '    op.execute("...")');

/**
 * The statement before, if its transaction is over, though neither statement committed by itself, and the file calls
 * what ends one and opens no connection that would have transactions of its own.
 */
function lastBeforeCommit(subject: StatementSubject, notChecked: NotChecked): Statement | undefined {
  const { statement, move, revision } = subject;
  if (!ends.test(revision.source) || opens.test(revision.source)) return undefined;
  const before = move.statements[move.statements.indexOf(statement) - 1];
  if (!before) return undefined;
  if (!before.trace || !statement.trace) {
    if (!isRefused(subject)) notChecked('whether a transaction ends between two statements was not seen');
    return undefined;
  }
  if (before.trace.autocommit || statement.trace.autocommit) return undefined;
  return before.trace.transaction === statement.trace.transaction ? undefined : before;
}

const ends = /\.(?:commit|rollback)\(/;
const opens = /\b(?:connect|create_engine|sessionmaker)\(/;
