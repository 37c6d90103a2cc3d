/**
 * What the sources keep about what they have read would outlive the mutant that read it. So their caches have an age,
 * and are empty when it is over: those of the rules with each mutant, those of the SQL only where the SQL was changed,
 * for reading it is most of the work.
 */
export type Room = 'rules' | 'sql';

const ages: Record<Room, number> = { rules: 0, sql: 0 };

/** A new age of the caches of this room. */
export function forget(room: Room): void {
  ages[room]++;
}

/** The age of the caches of this room: what was kept in another one is not to be used. */
export const ageOf = (room: Room): number => ages[room];

/** A WeakMap for the modules of this room. */
export const forgetful = (room: Room): typeof WeakMap =>
  class<K extends WeakKey, V> extends WeakMap<K, V> {
    #kept = new WeakMap<K, V>();
    #age = ageOf(room);

    get #now(): WeakMap<K, V> {
      if (this.#age !== ageOf(room)) {
        this.#kept = new WeakMap();
        this.#age = ageOf(room);
      }
      return this.#kept;
    }
    override get(key: K): V | undefined {
      return this.#now.get(key);
    }
    override has(key: K): boolean {
      return this.#now.has(key);
    }
    override delete(key: K): boolean {
      return this.#now.delete(key);
    }
    override set(key: K, value: V): this {
      this.#now.set(key, value);
      return this;
    }
  };
