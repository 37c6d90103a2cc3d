import type { Lock, Relation, Trace, Written } from '../../model/trace.ts';
import { grouped } from '../wording.ts';
import { code, inCell } from './escape.ts';

/** How many things one cell names. */
const most = 6;

/** What one statement did to the tables, as the cells of a row: locks, rewrites, scans, rows. */
export function effectCells({ locks, rewritten, scanned, written, unseen }: Trace): readonly string[] {
  const cells = {
    locks: [...Map.groupBy(locks, ({ mode }) => mode)].map(locksOf),
    rewritten: rewritten.map(relationOf),
    scanned: scanned.map(
      ({ relation, tuples }) =>
        `${relationOf(relation)}: ${grouped(tuples)} ${tuples === 1 ? 'row' : 'rows'}`,
    ),
    written: written.map(writtenOf),
  };
  return (['locks', 'rewritten', 'scanned', 'written'] as const).map((name) =>
    inCell(unseen.includes(name) ? 'not seen' : lines(cells[name])),
  );
}

const locksOf = ([mode, locks]: readonly [string, readonly Lock[]]): string =>
  `${code(mode)} ${listed(locks.map(({ relation }) => relationOf(relation)))}`;

/** `users`, `ix_users_email` on `users`, `tags` (new): made by the same transaction. */
function relationOf({ schema, name, of, existed }: Relation): string {
  const full = schema === 'public' ? name : `${schema}.${name}`;
  return `${code(full)}${of === undefined ? '' : ` on ${code(of)}`}${existed ? '' : ' (new)'}`;
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
