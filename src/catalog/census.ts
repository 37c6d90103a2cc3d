import { census, watched } from './queries.ts';
import type { ProbeRow } from './reader.ts';
import type { CatalogSource } from './source.ts';

interface Tally {
  readonly number: bigint;
  readonly sum: bigint;
}

interface CensusRow {
  readonly catalog: string;
  readonly oids: readonly string[] | null;
  readonly units: readonly string[] | null;
}

/** What a comment may be on, and the catalog that knows the unit of it. */
const described: Readonly<Record<string, string>> = {
  pg_class: 'class',
  pg_constraint: 'constraint',
  pg_trigger: 'trigger',
  pg_rewrite: 'rewrite',
  pg_policy: 'policy',
  pg_type: 'type',
  pg_proc: 'proc',
};

/** Knows every oid of the watched catalogs, so that what vanished can be named by the unit it belonged to. */
export class Census {
  readonly #source: CatalogSource;
  #known = new Map<string, Map<string, string>>();
  readonly #tallies = new Map<string, Tally>();

  constructor(source: CatalogSource) {
    this.#source = source;
  }

  async recount(): Promise<void> {
    const rows = await this.#source.prepared<CensusRow>('catalog census', census());
    this.#known = new Map(rows.map(({ catalog, oids, units }) => [catalog, new Map((oids ?? []).map((oid, at) => [oid, units?.[at] ?? '']))]));
  }

  remember(rows: readonly ProbeRow[]): void {
    for (const { catalog, number, sum } of rows) if (number !== null) this.#tallies.set(catalog, { number: BigInt(number), sum: BigInt(sum ?? 0) });
  }

  /** The units that a probe shows to be different, or everything when the difference is of a rare kind. */
  async changedUnits(rows: readonly ProbeRow[]): Promise<ReadonlySet<string> | 'everything'> {
    const changed = new Set<string>();
    const added = rows.filter((row) => this.#add(row, changed));
    const rare = rows.some((row) => this.#isRare(row, changed));
    const vanished = rows.some((row) => this.#isShort(row));
    this.remember(rows);
    if (rare) {
      if (vanished || added.length > 0) await this.recount();
      return 'everything';
    }
    if (vanished) await this.#findVanished(changed);
    return changed;
  }

  /** Takes in the new rows of one catalog; an index known by its own oid belongs to its table. */
  #add({ catalog, units, oids }: ProbeRow, changed: Set<string>): boolean {
    if (catalog === 'followed') for (const unit of units ?? []) changed.add(unit);
    const known = this.#known.get(catalog);
    if (!known || !oids || !units) return false;
    for (const [at, oid] of oids.entries()) {
      const unit = units[at] ?? '';
      const before = known.get(oid);
      if (before !== undefined) changed.add(before);
      changed.add(unit);
      if (before !== unit) known.set(oid, unit);
    }
    return true;
  }

  /** Comments on parts are led to their unit; on anything else they are as rare as the thing itself. */
  #isRare({ catalog, units, number, sum }: ProbeRow, changed: Set<string>): boolean {
    if (catalog === 'rest') return Number(number) > 0 || this.#differs(catalog, number, sum);
    if (catalog !== 'description') return false;
    const places = (units ?? []).map((text) => this.#unitOfComment(text));
    for (const unit of places) if (unit !== undefined) changed.add(unit);
    return places.includes(undefined) || this.#lostComments(number, sum, places.length);
  }

  #unitOfComment(text: string): string | undefined {
    const [catalog = '', oid = ''] = text.split(' ');
    return this.#known.get(described[catalog.replace('pg_catalog.', '')] ?? '')?.get(oid);
  }

  /** Comments go with what they are on, which is noticed there; only fewer comments without new ones need a closer look. */
  #lostComments(number: string | null, sum: string | null, written: number): boolean {
    const before = this.#tallies.get('description');
    const now = BigInt(number ?? 0);
    if (!before || (before.number === now && before.sum === BigInt(sum ?? 0))) return false;
    return now < before.number + BigInt(written);
  }

  #differs(catalog: string, number: string | null, sum: string | null): boolean {
    const before = this.#tallies.get(catalog);
    return before === undefined || (catalog === 'rest' ? before.sum !== BigInt(sum ?? 0) : before.number !== BigInt(number ?? 0));
  }

  /** Whether a catalog has fewer rows than it must have after what was added. */
  #isShort({ catalog, number, sum }: ProbeRow): boolean {
    const known = this.#known.get(catalog);
    if (!known) return false;
    if (BigInt(known.size) !== BigInt(number ?? 0)) return true;
    const before = this.#tallies.get(catalog);
    return before?.number === BigInt(number ?? 0) && before.sum !== BigInt(sum ?? 0) && this.#sumOf(known) !== BigInt(sum ?? 0);
  }

  #sumOf(known: ReadonlyMap<string, string>): bigint {
    let sum = 0n;
    for (const oid of known.keys()) sum += BigInt(oid);
    return sum;
  }

  async #findVanished(changed: Set<string>): Promise<void> {
    const before = this.#known;
    await this.recount();
    for (const { catalog } of watched) {
      const now = this.#known.get(catalog);
      for (const [oid, unit] of before.get(catalog) ?? []) if (!now?.has(oid)) changed.add(unit);
    }
  }
}
