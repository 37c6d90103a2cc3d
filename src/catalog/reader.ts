import { Journal } from './journal.ts';
import { type CatalogObject, keyOf, type ObjectName, toFacts } from './object.ts';
import { everything, type ObjectRow, someUnits } from './queries.ts';
import type { Snapshot } from './snapshot.ts';
import type { CatalogSource } from './source.ts';
import { Watcher } from './watcher.ts';

interface QualifiedName {
  /** `public` when it is not said. */
  readonly schema: string | undefined;
  readonly name: string;
}

export interface ReaderOptions {
  /** Major version of the server. */
  readonly major: number;
  /** Tables that are nobody's business, with everything on them: the tool's own. Asked at each look. */
  readonly ignored: () => readonly QualifiedName[];
}

/** More units than this and reading everything is the shorter way. */
const manyUnits = 400;

/** Kinds of units that are read by themselves, and the letter that their names begin with. */
const letters = { relation: 'r', type: 't', function: 'f' } as const;
const unitKinds = ['relation', 'type', 'function'] as const;

/** A row of the user's: never the one that only makes settings. */
type FoundRow = ObjectRow & { readonly unit: string };

/** What stands in a unit: key of each object by the part it is. */
type Unit = ReadonlyMap<string, ObjectName>;

/**
 * Reads the catalog of one database again and again. The first look reads all of it; later ones ask what has changed
 * since and read just that, so that a look costs little in a small schema and in a large one.
 */
export class CatalogReader {
  readonly #source: CatalogSource;
  readonly #options: ReaderOptions;
  readonly #queries: Readonly<Record<(typeof unitKinds)[number] | 'everything', string>>;
  readonly #journal = new Journal();
  readonly #watcher: Watcher;
  #units = new Map<string, Unit>();
  #ignored = '';

  constructor(source: CatalogSource, options: ReaderOptions) {
    this.#source = source;
    this.#options = options;
    const { major } = options;
    this.#queries = {
      everything: everything(major),
      relation: someUnits('relation', major),
      type: someUnits('type', major),
      function: someUnits('function', major),
    };
    this.#watcher = new Watcher(source, major);
  }

  async take(): Promise<Snapshot> {
    const changes = await this.#watcher.changes();
    if (changes === 'everything' || changes.size > manyUnits || this.#ignoresOthers())
      await this.#readEverything();
    else if (changes.size > 0) await this.#readUnits(changes);
    return { journal: this.#journal, position: this.#journal.position };
  }

  async #readEverything(): Promise<void> {
    const rows = await this.#source.prepared<ObjectRow>('catalog everything', this.#queries.everything);
    this.#ignored = String(this.#ignoredNames());
    this.#replace(new Set(this.#units.keys()), rows);
  }

  async #readUnits(units: ReadonlySet<string>): Promise<void> {
    const rows: ObjectRow[] = [];
    for (const kind of unitKinds) {
      const oids = [...units].filter((unit) => unit.startsWith(letters[kind])).map((unit) => unit.slice(1));
      if (oids.length === 0) continue;
      rows.push(...(await this.#source.prepared<ObjectRow>(`catalog ${kind}`, this.#queries[kind], [oids])));
    }
    // A definition elsewhere may spell the old name of something that is called otherwise now.
    if (this.#hasRename(rows.filter(isFound))) await this.#readEverything();
    else this.#replace(units, rows);
  }

  #replace(units: ReadonlySet<string>, rows: readonly ObjectRow[]): void {
    const gone = new Set(
      [...units].flatMap((unit) => [...(this.#units.get(unit)?.values() ?? [])].map(keyOf)),
    );
    for (const unit of units) this.#units.delete(unit);
    const byUnit = Map.groupBy(withoutTables(rows.filter(isFound), this.#ignoredNames()), ({ unit }) => unit);
    for (const [unit, members] of byUnit) {
      this.#units.set(unit, new Map(members.map((row) => [partOf(row), { kind: row.kind, name: row.name }])));
      for (const row of members) {
        gone.delete(keyOf(row));
        this.#journal.put(toObject(row));
      }
    }
    for (const key of gone) this.#journal.remove(key);
  }

  /** Whether something that was there has another name now, and one that others may spell. */
  #hasRename(rows: readonly FoundRow[]): boolean {
    return rows.some((row) => {
      const before = this.#units.get(row.unit)?.get(partOf(row));
      return before !== undefined && before.name !== row.name && !namedByNobody.has(row.kind);
    });
  }

  #ignoresOthers(): boolean {
    return this.#ignored !== String(this.#ignoredNames());
  }

  #ignoredNames(): readonly string[] {
    return this.#options.ignored().map(({ schema, name }) => `${quoted(schema ?? 'public')}.${quoted(name)}`);
  }
}

/** Kinds whose names stand in no definition but their own. */
const namedByNobody: ReadonlySet<string> = new Set(['constraint', 'trigger', 'rule', 'policy']);

const isFound = (row: ObjectRow): row is FoundRow => row.unit !== null;

/** Of the rest, which has no units, the name itself is the part. */
const partOf = ({ unit, part, kind, name }: FoundRow): string =>
  unit === '-' ? `${kind} ${name}` : `${kind === 'column' ? 'column' : ''}${part}`;

/** As `format('%I')` spells an ordinary name; one that needs quotes there gets them here. */
const quoted = (name: string): string =>
  /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;

/** Leaves out these tables, their parts and the sequences of their columns. */
function withoutTables(rows: readonly FoundRow[], names: readonly string[]): readonly FoundRow[] {
  const isTable = ({ kind, name }: FoundRow): boolean => kind === 'table' && names.includes(name);
  const units = new Set(rows.filter(isTable).map(({ unit }) => unit));
  const isOwned = ({ kind, parent_name }: FoundRow): boolean =>
    kind === 'sequence' && names.some((name) => parent_name?.startsWith(`${name}.`));
  return rows.filter((row) => !units.has(row.unit) && !isOwned(row));
}

function toObject({ kind, name, parent_kind, parent_name, facts }: FoundRow): CatalogObject {
  const parent =
    parent_kind !== null && parent_name !== null ? { kind: parent_kind, name: parent_name } : undefined;
  return { kind, name, ...(parent ? { parent } : {}), facts: toFacts(facts) };
}
