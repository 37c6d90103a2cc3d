import { Known } from './known.ts';
import { between, bucketSize, buckets, type Newness, type ProbeRow, probe } from './probe.ts';
import type { CatalogSource } from './source.ts';
import { type Watch, watches } from './watches.ts';

/** What has to be read again: some units, or everything. */
export type Changes = ReadonlySet<string> | 'everything';

/** Transaction ids of 64 bits; the columns of the catalogs hold the lower 32. */
interface Moment {
  readonly oldest: bigint;
  readonly next: bigint;
}

/**
 * Finds out what has changed in a catalog since it last looked, by what is new and by what is missing.
 * New is what a transaction wrote that had not ended then (`xmin`); missing is what is known and no longer counted.
 */
export class Watcher {
  readonly #source: CatalogSource;
  readonly #probes: Readonly<Record<Newness, string>>;
  readonly #known = new Map(watches.map(({ name }) => [name, new Known()]));
  #rest = '';
  #boundary: bigint | undefined;

  constructor(source: CatalogSource, major: number) {
    this.#source = source;
    this.#probes = { all: probe('all', major), one: probe('one', major), since: probe('since', major) };
  }

  async changes(): Promise<Changes> {
    if (this.#boundary === undefined) {
      await this.#takeIn(await this.#probe('all'));
      return 'everything';
    }
    return this.#takeIn(await this.#newest(this.#boundary));
  }

  /** One transaction is what a move ordinarily is; when there turn out to be more, all of them are asked about. */
  async #newest(boundary: bigint): Promise<readonly ProbeRow[]> {
    const rows = await this.#probe('one', boundary);
    return momentOf(rows).next <= boundary + 1n ? rows : this.#probe('since', boundary);
  }

  #probe(newness: Newness, boundary?: bigint): Promise<readonly ProbeRow[]> {
    const values = boundary === undefined ? [] : [String(BigInt.asUintN(32, boundary))];
    return this.#source.prepared<ProbeRow>(`catalog ${newness}`, this.#probes[newness], values);
  }

  async #takeIn(rows: readonly ProbeRow[]): Promise<Changes> {
    this.#boundary = momentOf(rows).oldest;
    const units = new Set<string | null | undefined>();
    for (const row of rows) this.#takeNew(row, units);
    for (const row of rows) await this.#takeMissing(row, units);
    const rest = rows.find(({ watch }) => watch === 'rest');
    const isSame = rest?.number === 0 && this.#rest === String(rest.rows);
    this.#rest = String(rest?.rows);
    if (!isSame || units.has('-')) return 'everything';
    return new Set([...units].filter((unit) => typeof unit === 'string'));
  }

  #takeNew({ watch, rows }: ProbeRow, units: Set<string | null | undefined>): void {
    if (watch === 'followed') for (const unit of rows ?? []) units.add(this.#resolve(unit));
    const known = this.#known.get(watch);
    for (const row of known ? (rows ?? []) : []) {
      const [id, found] = cut(row);
      const unit = this.#resolve(found);
      // A row that belongs elsewhere now is missing where it was.
      units.add(known?.unitOf(id)).add(unit);
      known?.put(id, unit);
    }
  }

  /** `class 123` is the unit of the row 123 of that watch; null when the row is none of ours. */
  #resolve(unit: string | null): string | null {
    if (unit === null) return null;
    const [watch, id] = cut(unit);
    return id === null ? unit : (this.#known.get(watch)?.unitOf(id) ?? null);
  }

  async #takeMissing(
    { watch: name, number }: ProbeRow,
    units: Set<string | null | undefined>,
  ): Promise<void> {
    const [watch, known] = [watches.find((each) => each.name === name), this.#known.get(name)];
    if (!watch || !known || known.size === number) return;
    const differing = known.differing(await this.#numbers(watch));
    if (differing.length === 0) return;
    const ids = await this.#source.prepared<{ id: string }>(`catalog between ${name}`, between(watch), [
      Math.min(...differing) * bucketSize,
      (Math.max(...differing) + 1) * bucketSize - 1,
    ]);
    for (const unit of known.keepOnly(new Set(ids.map(({ id }) => id)), differing)) units.add(unit);
  }

  async #numbers(watch: Watch): Promise<ReadonlyMap<number, number>> {
    const rows = await this.#source.prepared<{ bucket: number; number: number }>(
      `catalog buckets ${watch.name}`,
      buckets(watch),
    );
    return new Map(rows.map(({ bucket, number }) => [bucket, number]));
  }
}

/** At the first space. */
function cut(text: string): readonly [string, string | null] {
  const at = text.indexOf(' ');
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

function momentOf(rows: readonly ProbeRow[]): Moment {
  const [oldest = '0', next = '0'] = rows.find(({ watch }) => watch === 'moment')?.rows ?? [];
  return { oldest: BigInt(oldest), next: BigInt(next) };
}
