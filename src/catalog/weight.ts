import type { DifferenceWeight } from '../model/difference.ts';
import { type CatalogObject, type Fact, sameFact } from './object.ts';

export const asList = (fact: Fact | undefined): readonly string[] =>
  typeof fact === 'object' ? fact : fact === undefined ? [] : [fact];

/** Whether what stands in both stands in the same order. */
export const sameOrder = (before: readonly string[], after: readonly string[]): boolean =>
  sameFact(
    before.filter((item) => after.includes(item)),
    after.filter((item) => before.includes(item)),
  );

/** What real histories show to be no fault of a downgrade, when nothing but that differs. */
export function weigh(
  names: readonly string[],
  { facts: before }: CatalogObject,
  { facts: after }: CatalogObject,
): DifferenceWeight {
  const [only, ...others] = names;
  if (only === undefined || others.length > 0) return 'fault';
  if (only === 'columns in order') return 'column-order';
  if (only === 'validated' && after[only] === 'yes') return 'validated';
  if (only === 'labels' && keepsAll(asList(before[only]), asList(after[only]))) return 'enum-label-kept';
  return 'fault';
}

/** Whether nothing is gone and the order is the same. */
const keepsAll = (before: readonly string[], after: readonly string[]): boolean =>
  before.every((label) => after.includes(label)) && sameOrder(before, after);
