import { blocksReads } from '../model/lock.ts';
import type { Statement } from '../model/observation.ts';
import type { Relation } from '../model/trace.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { note, ofSql } from './support/evidence.ts';
import { mayBlock } from './support/may-block.ts';
import { isPairUnseen } from './support/pairs.ts';
import { hasSeenLocks } from './support/seen.ts';
import { list } from './support/text.ts';
import { evidenceOf, isSame, placeOf, shownRelation } from './support/traced.ts';
import { type BlockingLock, blockingLocks, isFirstCommand } from './support/waits.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'One transaction locks several tables, one after the other',
    why: 'While the transaction waits for the second table nobody reads or writes the first. A session that uses the two in the other order waits for the first while it holds the second: a deadlock, and PostgreSQL ends one of the two.',
    fix: 'One table for each transaction: several revisions, or `transaction_per_migration=True` in env.py together with a revision for each.',
    severity: 'notice',
    optIn: true,
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE users (id bigint PRIMARY KEY); CREATE TABLE orders (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    op.add_column("users", sa.Column("note", sa.Text()))\n    op.add_column("orders", sa.Column("note", sa.Text()))\n\ndef downgrade():\n    op.drop_column("orders", "note")\n    op.drop_column("users", "note")`,
      good: `def upgrade():\n    op.add_column("users", sa.Column("note", sa.Text()))\n\ndef downgrade():\n    op.drop_column("users", "note")`,
    },
  },
  messages: {
    several: ({ held, next }: Data) => ({
      message: `This waits for ${shownRelation(next)} while its transaction keeps everybody from ${list(held.map(shownRelation))}. A session that holds ${shownRelation(next)} and wants ${held.length === 1 ? 'the other' : 'one of the others'} makes a deadlock.`,
      help: `Lock one table for each transaction: put what is done to ${shownRelation(next)} into a revision of its own, and run each in a transaction of its own (context.configure(..., transaction_per_migration=True) in env.py).`,
    }),
  },
  check(subject, { report, notChecked }) {
    const found = secondTable(subject);
    if (!found) {
      if (isUnseen(subject)) notChecked('whether it takes a second table from everybody was not seen');
      return;
    }
    const { held, next, by } = found;
    report(
      'several',
      { held, next },
      {
        place: placeOf(subject),
        evidence: [
          ...evidenceOf(subject),
          note(`ACCESS EXCLUSIVE on ${list(held.map(shownRelation))} is held since:`),
          ofSql(by.sql),
        ],
      },
    );
  },
});

interface Data {
  readonly held: readonly Relation[];
  readonly next: Relation;
}

const exclusiveLocks = (
  statements: readonly Statement[],
  { isOld }: StatementSubject,
): readonly BlockingLock[] => blockingLocks(statements, isOld).filter(({ mode }) => blocksReads(mode));

function isUnseen(subject: StatementSubject): boolean {
  const { statement } = subject;
  if (!isFirstCommand(subject)) return false;
  const holds = (one: Statement): boolean => exclusiveLocks([one], subject).length > 0;
  const may = mayBlock(statement) ? undefined : false;
  return isPairUnseen(subject, { holds, does: hasSeenLocks(statement) ? holds(statement) : may });
}

/** The second table that the transaction takes from everybody. */
function secondTable(subject: StatementSubject): (Data & { readonly by: Statement }) | undefined {
  const { statement, earlier } = subject;
  if (!isFirstCommand(subject)) return undefined;
  const before = exclusiveLocks(earlier, subject);
  const [first] = before;
  const next = exclusiveLocks([statement], subject).find(
    ({ table }) => !before.some((one) => isSame(one.table, table)),
  );
  // At the third table it was said at the second.
  if (!first || !next || before.some(({ by }) => by !== first.by)) return undefined;
  return { held: before.map(({ table }) => table), next: next.table, by: first.by };
}
