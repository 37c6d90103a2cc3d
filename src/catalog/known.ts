import { bucketSize } from './probe.ts';

const bucketOf = (id: string): number => Math.floor(Number.parseInt(id, 10) / bucketSize);

/** The rows of one watch that are known, and the unit each belongs to; null for none. */
export class Known {
  readonly #buckets = new Map<number, Map<string, string | null>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  unitOf(id: string): string | null | undefined {
    return this.#buckets.get(bucketOf(id))?.get(id);
  }

  put(id: string, unit: string | null): void {
    const bucket = this.#buckets.get(bucketOf(id)) ?? new Map<string, string | null>();
    if (!bucket.has(id)) this.#size += 1;
    this.#buckets.set(bucketOf(id), bucket.set(id, unit));
  }

  /** Buckets that hold another number of rows than these do. */
  differing(numbers: ReadonlyMap<number, number>): readonly number[] {
    const all = new Set([...this.#buckets.keys(), ...numbers.keys()]);
    return [...all].filter((bucket) => (this.#buckets.get(bucket)?.size ?? 0) !== (numbers.get(bucket) ?? 0));
  }

  /** Forgets the rows of these buckets that are not among `there`, and returns their units. */
  keepOnly(there: ReadonlySet<string>, buckets: readonly number[]): readonly (string | null)[] {
    const lost: (string | null)[] = [];
    for (const bucket of buckets) {
      const rows = this.#buckets.get(bucket);
      for (const [id, unit] of rows ?? []) {
        if (there.has(id)) continue;
        rows?.delete(id);
        this.#size -= 1;
        lost.push(unit);
      }
    }
    return lost;
  }
}
