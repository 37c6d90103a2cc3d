import type { Difference } from '../../model/difference.ts';
import type { Failure, RowChange } from '../../model/observation.ts';
import type { RoundTripSubject } from '../rule.ts';
import { declaredIrreversible } from './directives.ts';
import { inRegExp } from './text.ts';

/**
 * Gives what a round trip shows to the rules, each fault to exactly one of them: the one that says most.
 * The second upgrade starts where the first did but for what the downgrade left, so what it left explains
 * why the second upgrade fails or ends elsewhere, and only what is left unexplained is a fault of its own.
 */
type Trip = Pick<RoundTripSubject, 'revision' | 'roundTrip'>;

const faults = (differences: readonly Difference[] | undefined): readonly Difference[] =>
  (differences ?? []).filter(({ weight }) => weight === 'fault');

const isNewEnum = ({ kind, change }: Difference): boolean => kind === 'enum type' && change === 'new';

/** Whether there is no downgrade: none is written, it does nothing although there is something to do, or it refuses. */
export function isMissing({ revision, roundTrip }: Trip): boolean {
  const { shape } = revision.downgrade;
  const failure = roundTrip.downgrade?.failure;
  if (failure) return shape === 'absent' || shape === 'raises' || failure.reason === 'irreversible';
  return shape === 'empty' && faults(roundTrip.trace).length > 0;
}

/** Whether what the downgrade leaves is another rule's affair already. */
export const isExcused = (trip: Trip): boolean =>
  declaredIrreversible(trip.revision) !== undefined || isMissing(trip);

/** Enum types that were not there before the upgrade and are there after the downgrade. */
export function enumsLeft(trip: Trip): readonly Difference[] {
  return isExcused(trip) ? [] : faults(trip.roundTrip.trace).filter(isNewEnum);
}

/** Every other real difference after the downgrade. */
export function traceLeft(trip: Trip): readonly Difference[] {
  return isExcused(trip) ? [] : faults(trip.roundTrip.trace).filter((difference) => !isNewEnum(difference));
}

export function extensionsLeft(trip: Trip): readonly Difference[] {
  return isExcused(trip)
    ? []
    : (trip.roundTrip.trace ?? []).filter(({ weight }) => weight === 'extension-kept');
}

export interface RowsLeft {
  /** Tables with more rows after the downgrade than before the upgrade. */
  readonly tables: readonly RowChange[];
  /** The second upgrade fails on them; else it makes them twice. */
  readonly breaks: boolean;
}

/** Rows that the downgrade leaves and the second upgrade trips over; rows that hurt nobody are no fault. */
export function rowsLeft(trip: Trip): RowsLeft | undefined {
  if (isExcused(trip)) return undefined;
  const { rowsAfterDowngrade, rowsAfterReupgrade, reupgrade, trace } = trip.roundTrip;
  const newTables = new Set(
    faults(trace)
      .filter(({ kind, change }) => kind === 'table' && change === 'new')
      .map(({ name }) => name),
  );
  const grown = (rowsAfterDowngrade ?? []).filter(
    ({ table, before, after }) => after > before && !newTables.has(table),
  );
  const failure = reupgrade?.failure;
  if (failure) {
    const hit = failure.sqlstate?.startsWith('23') ? named(grown, failure) : [];
    return hit.length === 0 ? undefined : { tables: hit, breaks: true };
  }
  const again = (rowsAfterReupgrade ?? [])
    .filter(({ before, after }) => after > before)
    .map(({ table }) => table);
  const doubled = grown.filter(({ table }) => again.includes(table));
  return doubled.length === 0 ? undefined : { tables: doubled, breaks: false };
}

/** Those that the failure names; all where it names none. */
function named(rows: readonly RowChange[], { sql = '', message }: Failure): readonly RowChange[] {
  const text = `${sql} ${message}`;
  const hit = rows.filter(({ table }) =>
    new RegExp(`(^|\\W)"?${inRegExp(table.split('.').at(-1) ?? table)}"?(\\W|$)`).test(text),
  );
  return hit.length > 0 ? hit : rows;
}

export type Cause = 'declared' | 'missing' | 'rows' | 'enum' | 'trace' | 'itself';

/** Whose fault it is that the second upgrade fails or ends elsewhere. */
export function causeOfReupgrade(trip: Trip): Cause {
  if (declaredIrreversible(trip.revision)) return 'declared';
  if (isMissing(trip)) return 'missing';
  if (rowsLeft(trip)?.breaks) return 'rows';
  const text = trip.roundTrip.reupgrade?.failure?.message ?? '';
  const [enums, trace] = [enumsLeft(trip), traceLeft(trip)];
  if (enums.some(({ name }) => text.includes(name.split('.').at(-1) ?? name))) return 'enum';
  if (trace.length > 0) return 'trace';
  return enums.length > 0 ? 'enum' : 'itself';
}

/** The failure of the second upgrade, for the rule that explains it. */
export function reupgradeFailure(trip: Trip, cause: Cause): Failure | undefined {
  const failure = trip.roundTrip.reupgrade?.failure;
  return failure && causeOfReupgrade(trip) === cause ? failure : undefined;
}

/** Real differences after the second upgrade that nothing else explains. */
export function driftLeft(trip: Trip): readonly Difference[] {
  return causeOfReupgrade(trip) === 'itself' ? faults(trip.roundTrip.drift) : [];
}
