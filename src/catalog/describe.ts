import type { ChangedFact, Difference, DifferenceWeight } from '../model/difference.ts';
import { type CatalogObject, type Fact, sameFact } from './object.ts';
import { dropStatement } from './undo.ts';

/** One object before and after, in words. Nothing when only a part's parent differs. */
export function describe(before: CatalogObject | undefined, after: CatalogObject | undefined): readonly Difference[] {
  const object = after ?? before;
  if (!object) return [];
  const common = { kind: object.kind, name: plain(object.name) };
  const title = `${object.kind} ${common.name}`;
  if (!before) {
    const undo = dropStatement(object);
    const weight = object.kind === 'extension' ? 'extension-kept' : 'fault';
    return [{ ...common, change: 'new', facts: [], words: `${title} is new`, weight, ...(undo === undefined ? {} : { undo }) }];
  }
  if (!after) return [{ ...common, change: 'gone', facts: [], words: `${title} is gone`, weight: 'fault' }];
  const facts = changedFacts(before, after);
  if (facts.length === 0) return [];
  return [{ ...common, change: 'changed', facts, words: `${title}: ${facts.map(inWords).join(', ')}`, weight: weigh(before, after, facts) }];
}

/** A name as people write it. */
const plain = (name: string): string => name.replace(/^public\./, '');

/** PostgreSQL's short names for its own long ones. */
function short(text: string): string {
  return text
    .replaceAll('character varying', 'varchar')
    .replaceAll('timestamp with time zone', 'timestamptz')
    .replaceAll('timestamp without time zone', 'timestamp')
    .replaceAll('time without time zone', 'time')
    .replaceAll('double precision', 'float8')
    .replace(/\bpublic\./g, '');
}

function changedFacts(before: CatalogObject, after: CatalogObject): readonly ChangedFact[] {
  const names = [...new Set([...Object.keys(before.facts), ...Object.keys(after.facts)])].sort();
  const differing = names.filter((name) => !sameFact(before.facts[name], after.facts[name]) && !isConsequence(name, before, after));
  return differing.map((fact) => ({ fact, before: spell(before.facts[fact]), after: spell(after.facts[fact]) }));
}

/** Columns that came or went are told by themselves; the order counts only for those that stayed. */
function isConsequence(name: string, before: CatalogObject, after: CatalogObject): boolean {
  if (name !== 'columns in order') return false;
  const [old, now] = [list(before.facts[name]), list(after.facts[name])];
  return sameFact(
    old.filter((column) => now.includes(column)),
    now.filter((column) => old.includes(column)),
  );
}

const list = (fact: Fact | undefined): readonly string[] => (typeof fact === 'object' ? fact : []);

function spell(fact: Fact | undefined): string | null {
  if (fact === undefined) return null;
  return short(typeof fact === 'string' ? fact : fact.join(', '));
}

const truths: Readonly<Record<string, readonly [string, string]>> = {
  nullable: ['became nullable', 'became NOT NULL'],
  validated: ['became validated', 'is no longer validated'],
  valid: ['became valid', 'became INVALID'],
  'row security': ['row security was enabled', 'row security was disabled'],
  'forced row security': ['row security was forced', 'row security is no longer forced'],
};

function inWords({ fact, before, after }: ChangedFact): string {
  const truth = truths[fact];
  if (truth) return after === 'yes' ? truth[0] : truth[1];
  if (fact === 'columns in order') return 'its columns are in another order';
  if ([before, after].some((value) => value !== null && (value.includes('\n') || value.length > 80))) return `${fact} changed`;
  if (before === null) return `${fact} ${after} is new`;
  return after === null ? `${fact} ${before} is gone` : `${fact} ${before} became ${after}`;
}

/** What real histories show to be no fault of a downgrade. */
function weigh(before: CatalogObject, after: CatalogObject, facts: readonly ChangedFact[]): DifferenceWeight {
  const [only, ...others] = facts;
  if (!only || others.length > 0) return 'fault';
  if (only.fact === 'columns in order') return 'column-order';
  if (only.fact === 'validated' && only.after === 'yes') return 'validated';
  if (only.fact === 'labels' && containsInOrder(list(after.facts['labels']), list(before.facts['labels']))) return 'enum-label-kept';
  return 'fault';
}

/** Whether all of `part` stand in `whole`, in the same order. */
function containsInOrder(whole: readonly string[], part: readonly string[]): boolean {
  return sameFact(
    whole.filter((label) => part.includes(label)),
    part,
  );
}
