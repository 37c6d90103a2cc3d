import type { ChangedFact, Difference } from '../model/difference.ts';
import { handOver } from './grants.ts';
import { type CatalogObject, factNames, plainName, sameFact } from './object.ts';
import { dropStatement } from './undo.ts';
import { asList, sameOrder, weigh } from './weight.ts';
import { inWords, spell } from './wording.ts';

/** One object before and after, in words. Nothing when only the thing it is a part of differs. */
export function describe(
  before: CatalogObject | undefined,
  after: CatalogObject | undefined,
): readonly Difference[] {
  const object = after ?? before;
  if (!object) return [];
  const common = { kind: object.kind, name: plainName(object.name) };
  const title = `${object.kind} ${common.name}`;
  if (!before) return [{ ...common, change: 'new', facts: [], words: `${title} is new`, ...newness(object) }];
  if (!after) return [{ ...common, change: 'gone', facts: [], words: `${title} is gone`, weight: 'fault' }];
  const names = factNames(before, after).filter((name) => differs(name, before, after));
  if (names.length === 0) return [];
  const words = names.map((name) => inWords(name, before.facts[name], after.facts[name])).join(', ');
  const facts = names.map((fact) => changedFact(fact, before, after));
  return [
    { ...common, change: 'changed', facts, words: `${title}: ${words}`, weight: weigh(names, before, after) },
  ];
}

function newness(object: CatalogObject): Pick<Difference, 'weight' | 'undo'> {
  const undo = dropStatement(object);
  return {
    weight: object.kind === 'extension' ? 'extension-kept' : 'fault',
    ...(undo === undefined ? {} : { undo }),
  };
}

/** A new owner has what the old one had: told by the owner. */
function isHandOver(before: CatalogObject['facts'], after: CatalogObject['facts']): boolean {
  const handed = handOver(asList(before['grants']), String(before['owner']), String(after['owner']));
  return sameFact(handed, asList(after['grants']).toSorted());
}

/** Columns that came or went are told by themselves; the order counts only for those that stayed. */
function differs(name: string, { facts: before }: CatalogObject, { facts: after }: CatalogObject): boolean {
  if (name === 'columns in order') return !sameOrder(asList(before[name]), asList(after[name]));
  if (name === 'grants' && before['owner'] !== after['owner']) return !isHandOver(before, after);
  return !sameFact(before[name], after[name]);
}

const changedFact = (fact: string, before: CatalogObject, after: CatalogObject): ChangedFact => ({
  fact,
  before: spell(fact, before.facts[fact]),
  after: spell(fact, after.facts[fact]),
});
