import { Census } from './census.ts';
import { Journal } from './journal.ts';
import { type CatalogObject, keyOf, toFacts } from './object.ts';
import { everything, probe, some } from './queries.ts';
import type { Snapshot } from './snapshot.ts';
import type { CatalogSource } from './source.ts';

interface ObjectRow {
  readonly unit: string;
  readonly kind: string;
  readonly name: string;
  readonly parent: string | null;
  readonly facts: Record<string, unknown>;
}

export interface QualifiedName {
  readonly schema: string | undefined;
  readonly name: string;
}

export interface ReaderOptions {
  readonly major: number;
  /** Tables that are nobody's business, with everything on them: the tool's own. Asked at each look. */
  readonly ignored: () => readonly QualifiedName[];
}

/** More units than this and reading everything is the shorter way. */
const manyUnits = 400;

/**
 * Reads the catalog of one database again and again. The first look reads all of it in one round trip; later ones ask
 * what has changed since and read just that, so that a look costs the same in a small schema and in a large one.
 */
export class CatalogReader {
  readonly #source: CatalogSource;
  readonly #options: ReaderOptions;
  readonly #journal = new Journal();
  readonly #units = new Map<string, Set<string>>();
  readonly #census: Census;
  #boundary = '';

  constructor(source: CatalogSource, options: ReaderOptions) {
    this.#source = source;
    this.#options = options;
    this.#census = new Census(source);
  }

  async take(): Promise<Snapshot> {
    if (this.#boundary === '') await this.#first();
    else await this.#again();
    return { journal: this.#journal, position: this.#journal.position };
  }

  async #first(): Promise<void> {
    const rows = await this.#probe('3');
    await this.#census.recount();
    this.#census.remember(rows);
    await this.#readEverything();
  }

  async #again(): Promise<void> {
    const rows = await this.#probe(this.#boundary);
    const changed = await this.#census.changedUnits(rows);
    if (changed === 'everything' || changed.size > manyUnits) await this.#readEverything();
    else if (changed.size > 0) await this.#readUnits(changed);
  }

  async #probe(since: string): Promise<readonly ProbeRow[]> {
    const rows = await this.#source.prepared<ProbeRow>('catalog probe', `SELECT * FROM (${probe(this.#options.major)}) AS p (catalog, units, oids, number, sum)`, [since]);
    this.#boundary = rows.find(({ catalog }) => catalog === 'boundary')?.units?.[0] ?? this.#boundary;
    return rows;
  }

  async #readEverything(): Promise<void> {
    const rows = await this.#source.prepared<ObjectRow>('catalog', everything(this.#options.major));
    this.#replace(new Set(this.#units.keys()), rows);
  }

  async #readUnits(units: ReadonlySet<string>): Promise<void> {
    const oids = (letter: string): string[] => [...units].filter((unit) => unit.startsWith(letter)).map((unit) => unit.slice(1));
    const rows = await this.#source.prepared<ObjectRow>('catalog units', some(this.#options.major), [oids('r'), oids('t'), oids('f')]);
    // A definition elsewhere may spell the old name of something that is called otherwise now.
    if (this.#renames(units, rows)) await this.#readEverything();
    else this.#replace(units, rows);
  }

  #replace(units: ReadonlySet<string>, rows: readonly ObjectRow[]): void {
    const gone = new Set([...units].flatMap((unit) => [...(this.#units.get(unit) ?? [])]));
    for (const unit of units) this.#units.delete(unit);
    const ignored = this.#ignoredNames();
    for (const row of rows) {
      if (ignored.has(row.name) || (row.parent !== null && ignored.has(row.parent.slice(row.parent.indexOf(' ') + 1)))) continue;
      const object = toObject(row);
      const key = keyOf(object);
      gone.delete(key);
      this.#journal.put(object);
      const keys = this.#units.get(row.unit) ?? new Set();
      this.#units.set(row.unit, keys.add(key));
    }
    for (const key of gone) this.#journal.remove(key);
  }

  /** Whether a unit that stays has lost one of its names and has a new one of the same kind. */
  #renames(units: ReadonlySet<string>, rows: readonly ObjectRow[]): boolean {
    const now = Map.groupBy(rows, ({ unit }) => unit);
    return [...units].some((unit) => {
      const [old, found] = [this.#units.get(unit), now.get(unit)];
      if (!old || !found) return false;
      const names = new Set(found.map(keyOf));
      const lost = new Set([...old].filter((key) => !names.has(key)).map((key) => this.#journal.get(key)?.kind));
      return found.some((row) => nameMatters.has(row.kind) && lost.has(row.kind) && !old.has(keyOf(row)));
    });
  }

  #ignoredNames(): ReadonlySet<string> {
    const names = this.#options.ignored().map(({ schema, name }) => `${quoted(schema ?? 'public')}.${quoted(name)}`);
    return new Set(names);
  }
}

/** Kinds whose names stand in the definitions of others. */
const nameMatters: ReadonlySet<string> = new Set([
  ...['table', 'view', 'materialized view', 'foreign table', 'composite type', 'sequence', 'column', 'enum type', 'domain', 'range type', 'type', 'function', 'procedure', 'aggregate'],
]);

/** As `format('%I')` spells an ordinary name; one that needs quotes there gets them here. */
const quoted = (name: string): string => (/^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`);

function toObject({ kind, name, parent, facts }: ObjectRow): CatalogObject {
  return { kind, name, parent: parent ?? undefined, facts: toFacts(facts) };
}

export interface ProbeRow {
  readonly catalog: string;
  readonly units: readonly string[] | null;
  readonly oids: readonly string[] | null;
  readonly number: string | null;
  readonly sum: string | null;
}
