import type { ObjectKind } from '../model/difference.ts';

/** A fact as it is compared: text, or a list of texts. One that does not apply is absent. */
export type Fact = string | readonly string[];

/** What tells objects apart: no oid, so that the same history gives the same names anywhere. */
export interface ObjectName {
  readonly kind: ObjectKind;
  /** Qualified as PostgreSQL spells it, `public.` included. */
  readonly name: string;
}

export interface CatalogObject extends ObjectName {
  /** The object this one is a part of and goes with. */
  readonly parent?: ObjectName;
  readonly facts: Readonly<Record<string, Fact>>;
}

export const keyOf = ({ kind, name }: ObjectName): string => `${kind} ${name}`;

/** A name as people write it. */
export const plainName = (name: string): string => name.replace(/^public\./, '');

export function sameFact(a: Fact | undefined, b: Fact | undefined): boolean {
  if (typeof a === 'object' && typeof b === 'object')
    return a.length === b.length && a.every((value, at) => value === b[at]);
  return a === b;
}

export function sameObject(a: CatalogObject | undefined, b: CatalogObject | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return sameParent(a, b) && factNames(a, b).every((name) => sameFact(a.facts[name], b.facts[name]));
}

/** Every fact that either has, sorted. */
export const factNames = (a: CatalogObject, b: CatalogObject): readonly string[] =>
  [...new Set([...Object.keys(a.facts), ...Object.keys(b.facts)])].sort();

function sameParent({ parent: a }: CatalogObject, { parent: b }: CatalogObject): boolean {
  return a?.kind === b?.kind && a?.name === b?.name;
}

/** JSON of the server as facts: numbers and truth become text, whatever is nested becomes one text. */
export function toFacts(json: Readonly<Record<string, unknown>>): Readonly<Record<string, Fact>> {
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, toFact(value)]));
}

function toFact(value: unknown): Fact {
  if (Array.isArray(value))
    return value.map((item) => (typeof item === 'string' ? item : JSON.stringify(item)));
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
