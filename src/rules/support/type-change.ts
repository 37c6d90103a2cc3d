import type { StatementSubject } from '../rule.ts';
import type { Altered } from './altered.ts';
import { columnFact } from './columns.ts';
import { readType } from './read-type.ts';
import { type Loss, lossBetween } from './type-loss.ts';

/** An old type, as it is known, and what its values lose. */
export interface LossyChange {
  /** As the catalog prints it. */
  readonly from: string;
  readonly loss: Loss;
}

/** What a change of type loses; undefined where it loses nothing, or the old type is not known. */
export function lossOf(
  subject: StatementSubject,
  { change, table }: Altered<'alter column type'>,
): LossyChange | undefined {
  const from = columnFact(subject, 'before', [table, change.column], 'type');
  const type = from === undefined ? undefined : readType(from);
  const loss = type && lossBetween(type, change.type);
  return from !== undefined && loss ? { from, loss } : undefined;
}
