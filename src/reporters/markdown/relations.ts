import { type LockMode, lockModes, strongest } from '../../model/lock.ts';
import {
  type Lock,
  type Relation,
  type Scan,
  shownRelation,
  type Trace,
  type Written,
} from '../../model/trace.ts';
import { grouped } from '../wording.ts';
import { code, inCell } from './escape.ts';

/** How many things one cell names. */
const most = 6;

/** What one statement did to the tables, as the cells of a row: locks, rewrites, scans, rows. */
export function effectCells({ locks, rewritten, scanned, written, unseen }: Trace): readonly string[] {
  const cells = {
    locks: strongestOf(locks).map(locksOf),
    rewritten: rewritten.map(relationOf),
    scanned: scanned
      .filter(isWorthwhile)
      .map(
        ({ relation, tuples }) =>
          `${relationOf(relation)}: ${grouped(tuples)} ${tuples === 1 ? 'row' : 'rows'}`,
      ),
    written: written.map(writtenOf),
  };
  return (['locks', 'rewritten', 'scanned', 'written'] as const).map((name) =>
    inCell(unseen.includes(name) ? 'not seen' : lines(cells[name])),
  );
}

/** Of each relation the strongest mode; the strongest first, and what was there before the transaction before what was not. */
function strongestOf(locks: readonly Lock[]): readonly (readonly [LockMode, readonly Relation[]])[] {
  const ofEach = [
    ...Map.groupBy(locks, ({ relation }) => JSON.stringify([relation.schema, relation.name])).values(),
  ];
  const modes = ofEach.flatMap((those) => {
    const mode = strongest(those.map((lock) => lock.mode));
    return mode && those[0] ? [{ mode, relation: those[0].relation }] : [];
  });
  return lockModes.toReversed().flatMap((mode) => {
    const relations = modes.filter((lock) => lock.mode === mode).map(({ relation }) => relation);
    const sorted = relations.toSorted((one, other) => Number(other.existed) - Number(one.existed));
    return sorted.length > 0 ? [[mode, sorted] as const] : [];
  });
}

const locksOf = ([mode, relations]: readonly [LockMode, readonly Relation[]]): string =>
  `${code(mode)} ${listed(relations.map(relationOf))}`;

/** Nobody has rows in what the transaction has just made. */
const isWorthwhile = ({ relation, tuples }: Scan): boolean => relation.existed || tuples > 0;

/** `users`, `ix_users_email` on `users`, `tags` (new): made by the same transaction. */
function relationOf(relation: Relation): string {
  const { of, existed } = relation;
  return `${code(shownRelation(relation))}${of === undefined ? '' : ` on ${code(of)}`}${existed ? '' : ' (new)'}`;
}

function writtenOf({ relation, inserted, updated, deleted }: Written): string {
  const done = [
    ...(inserted > 0 ? [`${grouped(inserted)} inserted`] : []),
    ...(updated > 0 ? [`${grouped(updated)} updated`] : []),
    ...(deleted > 0 ? [`${grouped(deleted)} deleted`] : []),
  ];
  return `${relationOf(relation)}: ${done.join(', ')}`;
}

const listed = (names: readonly string[]): string => bounded(names).join(', ');
const lines = (items: readonly string[]): string => bounded(items).join('<br>');

const bounded = (items: readonly string[]): readonly string[] =>
  items.length > most ? [...items.slice(0, most), `and ${items.length - most} more`] : items;
