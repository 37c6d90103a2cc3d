import { blocksReads } from '../model/lock.ts';
import type { Statement } from '../model/observation.ts';
import type { Relation } from '../model/trace.ts';
import type { ParsedStatement } from '../sql/parse.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { note, ofSql } from './support/evidence.ts';
import { mayBlock } from './support/may-block.ts';
import { refusesRows } from './support/new-column.ts';
import { isPairUnseen } from './support/pairs.ts';
import { code, list } from './support/text.ts';
import { evidenceOf, isCalled, isSame, placeOf, shownRelation } from './support/traced.ts';
import { blockingLocks, isFirstCommand } from './support/waits.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A table stays locked while another one is worked on',
    why: 'A lock is kept until the transaction ends. Where an earlier statement has taken a table from everybody, readers and writers, they go on waiting while this one reads or rewrites another table, which they may not even use.',
    fix: 'Let the transaction end in between: put this into a revision of its own, or into an `autocommit_block`.',
    severity: 'warning',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before:
        'CREATE TABLE users (id bigint PRIMARY KEY); CREATE TABLE orders (id bigint PRIMARY KEY, total int); ALTER TABLE orders ADD CONSTRAINT total_there CHECK (total > 0) NOT VALID',
      bad: `def upgrade():\n    op.add_column("users", sa.Column("note", sa.Text()))\n    op.execute("ALTER TABLE orders VALIDATE CONSTRAINT total_there")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    op.execute("ALTER TABLE orders VALIDATE CONSTRAINT total_there")\n    op.add_column("users", sa.Column("note", sa.Text()))\n\ndef downgrade():\n    op.drop_column("users", "note")`,
    },
  },
  messages: {
    stays: ({ held, worked, rewrites }: Work) => ({
      message: `Nobody reads or writes ${shownRelation(held)}, which this transaction has locked, while this ${rewrites ? 'rewrites' : 'reads'} ${list(worked.map(shownRelation))} from end to end.`,
      help: `Let the transaction end before. Put this into a revision of its own, before it, or into a block that is committed by itself:${code('with op.get_context().autocommit_block():', '    op.execute("...")')}`,
    }),
  },
  check(subject, { report, notChecked }) {
    const work = workBesideLock(subject);
    if (!work) {
      if (isUnseen(subject))
        notChecked('whether it works on another table under ACCESS EXCLUSIVE was not seen');
      return;
    }
    const { held, worked, rewrites, by } = work;
    report('stays', work, {
      place: placeOf(subject),
      severity: rewrites ? 'error' : 'warning',
      evidence: [
        ...evidenceOf(subject),
        note(`ACCESS EXCLUSIVE on ${shownRelation(held)} is held since:`),
        ofSql(by.sql),
      ],
      about: worked.map(shownRelation).join(' '),
      ...(worked[0] ? { table: worked[0] } : {}),
    });
  },
});

interface Work {
  readonly held: Relation;
  readonly by: Statement;
  /** Other tables than that: read from end to end, or stored anew. */
  readonly worked: readonly Relation[];
  readonly rewrites: boolean;
}

function isUnseen(subject: StatementSubject): boolean {
  const { statement, command, isOld } = subject;
  if (!isFirstCommand(subject) || isAboutRows(command)) return false;
  const holds = (one: Statement): boolean =>
    blockingLocks([one], isOld).some(({ mode }) => blocksReads(mode));
  return isPairUnseen(subject, { holds, does: works(statement, isOld) });
}

/** Whether a statement reads or stores anew what was there before; undefined where that was not seen. */
function works(statement: Statement, isOld: (relation: Relation) => boolean): boolean | undefined {
  const worked = [...rewrittenBy(statement), ...scannedBy(statement)];
  if (worked.some((relation) => relation.of === undefined && isOld(relation))) return true;
  const { trace } = statement;
  const isSeen = trace && !trace.unseen.includes('rewritten') && !trace.unseen.includes('scanned');
  return isSeen || !mayBlock(statement) ? false : undefined;
}

function workBesideLock(subject: StatementSubject): Work | undefined {
  const { statement, command, earlier, isOld } = subject;
  if (!statement.trace || !isFirstCommand(subject) || isAboutRows(command)) return undefined;
  const [first] = blockingLocks(earlier, isOld).filter(({ mode }) => blocksReads(mode));
  if (!first) return undefined;
  const isOther = (relation: Relation): boolean =>
    isOld(relation) &&
    relation.of === undefined &&
    !isSame(relation, first.table) &&
    !hasNoRows(subject, relation);
  // What has been told of a table once is not told of it again.
  const since = earlier.slice(earlier.indexOf(first.by) + 1);
  const isNews = (of: typeof rewrittenBy) => (relation: Relation) =>
    isOther(relation) && !since.some((one) => of(one).some((other) => isSame(other, relation)));
  const rewritten = rewrittenBy(statement).filter(isNews(rewrittenBy));
  const scanned = scannedBy(statement).filter(isNews(scannedBy));
  const rewrites = rewritten.length > 0;
  const worked = rewrites ? rewritten : scanned;
  return worked.length > 0 ? { held: first.table, by: first.by, worked, rewrites } : undefined;
}

const rewrittenBy = ({ trace }: Statement): readonly Relation[] => trace?.rewritten ?? [];
const scannedBy = ({ trace }: Statement): readonly Relation[] =>
  (trace?.scanned ?? []).map(({ relation }) => relation);

/** Whether the command fails at the first row of the table, so that there is nothing to read. */
const hasNoRows = (subject: StatementSubject, relation: Relation): boolean =>
  actionsIn(subject, 'add column').some(
    ({ table, column }) => isCalled(relation, table) && refusesRows(column),
  );

/** Queries and changes of rows are the affair of ddl-plus-backfill-same-transaction; TRUNCATE reads nothing that is long. */
const isAboutRows = ({ kind }: ParsedStatement): boolean =>
  /^(?:Select|Insert|Update|Delete|Merge|Copy|Truncate)Stmt$/.test(kind);
