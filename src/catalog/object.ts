import type { ObjectKind } from '../model/difference.ts';

/** A fact as it is compared: text, a list of texts, or absent. */
export type Fact = string | readonly string[];

export interface CatalogObject {
  readonly kind: ObjectKind;
  /** Qualified as PostgreSQL spells it, `public.` included. */
  readonly name: string;
  /** Key of the object this one is a part of. */
  readonly parent: string | undefined;
  readonly facts: Readonly<Record<string, Fact>>;
}

/** What tells objects apart: no oid, so that the same history gives the same keys anywhere. */
export const keyOf = ({ kind, name }: Pick<CatalogObject, 'kind' | 'name'>): string => `${kind} ${name}`;

export function sameFact(a: Fact | undefined, b: Fact | undefined): boolean {
  if (typeof a === 'object' && typeof b === 'object') return a.length === b.length && a.every((value, at) => value === b[at]);
  return a === b;
}

export function sameObject(a: CatalogObject | undefined, b: CatalogObject | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const names = new Set([...Object.keys(a.facts), ...Object.keys(b.facts)]);
  return a.parent === b.parent && [...names].every((name) => sameFact(a.facts[name], b.facts[name]));
}

/** JSON of the server as facts: numbers and truth become text, whatever is nested becomes one text. */
export function toFacts(json: Readonly<Record<string, unknown>>): Readonly<Record<string, Fact>> {
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, toFact(value)]));
}

function toFact(value: unknown): Fact {
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'string' ? item : JSON.stringify(item)));
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
