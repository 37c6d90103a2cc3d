import { type CatalogObject, keyOf, sameObject } from './object.ts';

interface Entry {
  readonly key: string;
  /** What stood there before; absent when nothing did. */
  readonly before: CatalogObject | undefined;
}

/**
 * The objects of one database and everything that was ever different. A moment is a position in the journal:
 * two moments compare by what was written between them, however large the schema is.
 */
export class Journal {
  readonly #now = new Map<string, CatalogObject>();
  readonly #entries: Entry[] = [];
  /** By the key of a thing: keys of what was ever a part of it. */
  readonly #parts = new Map<string, Set<string>>();

  get position(): number {
    return this.#entries.length;
  }

  put(object: CatalogObject): void {
    const key = keyOf(object);
    const before = this.#now.get(key);
    if (sameObject(before, object)) return;
    this.#entries.push({ key, before });
    this.#now.set(key, object);
    if (object.parent) this.#notePart(keyOf(object.parent), key);
  }

  #notePart(whole: string, part: string): void {
    const parts = this.#parts.get(whole);
    if (parts) parts.add(part);
    else this.#parts.set(whole, new Set([part]));
  }

  remove(key: string): void {
    const before = this.#now.get(key);
    if (!before) return;
    this.#entries.push({ key, before });
    this.#now.delete(key);
  }

  /** Keys that were written between two positions. */
  touched(from: number, to: number): ReadonlySet<string> {
    return new Set(this.#entries.slice(Math.min(from, to), Math.max(from, to)).map(({ key }) => key));
  }

  /** Some objects as they were at a position. */
  at(position: number, keys: ReadonlySet<string>): ReadonlyMap<string, CatalogObject> {
    const then = new Map<string, CatalogObject>();
    for (const key of keys) {
      const object = this.#now.get(key);
      if (object) then.set(key, object);
    }
    for (const { key, before } of this.#entries.slice(position).reverse()) {
      if (!keys.has(key)) continue;
      if (before) then.set(key, before);
      else then.delete(key);
    }
    return then;
  }

  /** The parts of some things as they were at a position, without the parts of those. */
  partsAt(position: number, wholes: ReadonlySet<string>): ReadonlyMap<string, CatalogObject> {
    const ever = new Set([...wholes].flatMap((key) => [...(this.#parts.get(key) ?? [])]));
    return new Map(
      [...this.at(position, ever)].filter(([, { parent }]) => parent && wholes.has(keyOf(parent))),
    );
  }

  /** All objects as they were at a position. */
  allAt(position: number): ReadonlyMap<string, CatalogObject> {
    return this.at(position, new Set([...this.#now.keys(), ...this.#entries.map(({ key }) => key)]));
  }
}
