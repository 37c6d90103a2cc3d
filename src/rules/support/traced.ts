import type { Evidence } from '../../model/finding.ts';
import { blocksReads, blocksWrites, type LockMode, strongest } from '../../model/lock.ts';
import type { Place } from '../../model/place.ts';
import { type Lock, type Relation, type Scan, shownRelation, type Trace } from '../../model/trace.ts';
import type { QualifiedName } from '../../sql/name.ts';
import { quoteName } from '../../sql/quote.ts';
import type { StatementSubject, Where } from '../rule.ts';
import { note, ofSql } from './evidence.ts';
import { definition } from './places.ts';
import { hasSeenLocks, isRefused, type NotChecked } from './seen.ts';
import { list } from './text.ts';

/** Whether this is what the command calls so: without a schema it is whatever the search path led to. */
export const isCalled = (
  { schema, name }: Pick<Relation, 'schema' | 'name'>,
  written: QualifiedName,
): boolean => written.name === name && (written.schema === undefined || written.schema === schema);

/**
 * The table that the command names, if it was there before the change and the command has locked it; where nobody could
 * see who has, the rule says so.
 */
export function oldTable(
  subject: StatementSubject,
  written: QualifiedName,
  notChecked: NotChecked,
): Relation | undefined {
  const { statement, unseenBefore, isOld } = subject;
  const lock = statement.trace?.locks.find(({ relation }) => isCalled(relation, written));
  const held = lock ?? heldLock(subject, written);
  if (held) return isOld(held.relation) ? held.relation : undefined;
  const isHidden = !hasSeenLocks(statement) || unseenBefore.length > 0;
  if (isHidden && !isRefused(subject))
    notChecked(`whether ${quoteName(written)} was there before was not seen`);
  return undefined;
}

/** A lock that the transaction held already is not taken anew. */
const heldLock = ({ earlier }: StatementSubject, written: QualifiedName): Lock | undefined =>
  earlier.flatMap(({ trace }) => trace?.locks ?? []).findLast(({ relation }) => isCalled(relation, written));

/** By name: of relations as of what commands write alike. */
export const isSame = (one: QualifiedName, other: QualifiedName): boolean =>
  one.schema === other.schema && one.name === other.name;

export const scanOf = ({ scanned }: Trace, table: Relation): Scan | undefined =>
  scanned.find(({ relation }) => isSame(relation, table));

/** The strongest lock that the transaction has on a table once the statement has run, whichever statement took it. */
export function lockOn(subject: StatementSubject, table: Relation): LockMode | undefined {
  const traces = [...subject.earlier.map(({ trace }) => trace), subject.statement.trace];
  return strongestOn(
    traces.flatMap((trace) => trace?.locks ?? []),
    table,
  );
}

function strongestOn(locks: readonly Lock[], table: Relation): LockMode | undefined {
  return strongest(locks.filter(({ relation }) => isSame(relation, table)).map(({ mode }) => mode));
}

/** Where a statement was sent from. */
export const placeOf = ({ statement, revision }: StatementSubject): Place =>
  statement.place ?? definition(revision, 'upgrade');

/** The command, and what PostgreSQL did for it to what was there before. */
export function evidenceOf(subject: StatementSubject): readonly Evidence[] {
  const { statement, command, isOld } = subject;
  const { trace } = statement;
  if (!trace) return [ofSql(command.text)];
  const locks = tellingLocks(
    trace.locks.filter(({ relation, mode }) => isOld(relation) && blocksWrites(mode)),
  );
  const rewritten = trace.rewritten.filter(isOld);
  const scanned = trace.scanned.filter(({ relation }) => isOld(relation));
  return [
    ofSql(command.text),
    ...locks.map((lock) => note(lockWords(subject, lock))),
    ...(rewritten.length > 0 ? [note(`rewritten: ${list(rewritten.map(shownRelation))}`)] : []),
    ...(scanned.length > 0
      ? [note(`read from end to end: ${list(scanned.map(({ relation }) => shownRelation(relation)))}`)]
      : []),
  ];
}

/** Of each relation the strongest one; an index that goes with its table says nothing more. */
function tellingLocks(locks: readonly Lock[]): readonly Lock[] {
  const isTold = ({ schema, of }: Relation): boolean =>
    of !== undefined && locks.some(({ relation }) => relation.schema === schema && relation.name === of);
  return locks.filter(({ relation, mode }) => !isTold(relation) && mode === strongestOn(locks, relation));
}

/** A weaker lock than the transaction has already would belittle what others wait for. */
function lockWords(subject: StatementSubject, { relation, mode: taken }: Lock): string {
  const mode = lockOn(subject, relation) ?? taken;
  const since = mode === taken ? '' : ', which a statement before has taken';
  return `${mode} on ${shownRelation(relation)}${since}: ${who(mode)}`;
}

const until = 'until the transaction ends';
const who = (mode: LockMode): string =>
  blocksReads(mode) ? `nobody reads or writes it ${until}` : `nobody writes to it ${until}`;

/** Where a finding about a command is, and what shows it. */
export const whereOf = (subject: StatementSubject, more: Omit<Where, 'place' | 'evidence'>): Where => ({
  place: placeOf(subject),
  evidence: evidenceOf(subject),
  ...more,
});

export { shownRelation };
