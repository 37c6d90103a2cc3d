import type { RowChange } from '../model/observation.ts';

/** What the digest needs of a database; `database/provider.ts` has the same shape. */
export interface RowSource {
  query<Row>(sql: string): Promise<readonly Row[]>;
}

export interface TableName {
  readonly schema: string | undefined;
  readonly name: string;
}

/** Rows of every user table that is small enough: its name to their count and a hash that ignores their order. */
export type RowDigest = ReadonlyMap<string, { readonly count: number; readonly hash: string }>;

/** Bytes; larger tables come from a base file and are not worth hashing after every move. */
const digestLimit = 16 * 1024 * 1024;

/** As the catalog spells it, without `public.`: with quotes where PostgreSQL wants them. */
const spelled = `CASE n.nspname WHEN 'public' THEN pg_catalog.quote_ident(c.relname) ELSE pg_catalog.format('%I.%I', n.nspname, c.relname) END`;

/**
 * Names of columns that hold when a row was last written. A trigger or the statement itself sets them at each UPDATE, so
 * that they are not what they were even where everything else of the row is.
 */
const lastWritten = '^(last_?)?(date_?)?(update|updated|modified|changed)(_?(at|on|time|date|ts))?$';

const isLastWritten = `a.atttypid IN ('pg_catalog.timestamp'::pg_catalog.regtype, 'pg_catalog.timestamptz'::pg_catalog.regtype)
    AND a.attname ~* '${lastWritten}'`;

const listTables = `
SELECT ${spelled} AS name, pg_catalog.format('%I.%I', n.nspname, c.relname) AS qualified, n.nspname AS schema, c.relname AS plain,
  (SELECT pg_catalog.string_agg(pg_catalog.format('migrate_check_row.%I', a.attname), ', ' ORDER BY a.attnum)
   FROM pg_catalog.pg_attribute a
   WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND NOT (${isLastWritten})) AS columns
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND pg_catalog.pg_relation_size(c.oid) BETWEEN 1 AND ${digestLimit}
ORDER BY 1`;

interface Table {
  readonly name: string;
  readonly qualified: string;
  readonly schema: string;
  readonly plain: string;
  /** What is hashed of a row, as SQL; null where it has none of it. */
  readonly columns: string | null;
}

/** Reads all rows of the small tables once; empty tables cost nothing and are absent from the result. */
export async function digestRows(source: RowSource, ignored: readonly TableName[]): Promise<RowDigest> {
  return digest(source, await tables(source, ignored));
}

/** A digest after some tables changed and no others: only those are read. */
export async function digestAgain(
  source: RowSource,
  ignored: readonly TableName[],
  before: RowDigest,
  changed: ReadonlySet<string>,
): Promise<RowDigest> {
  const kept = [...before].filter(([name]) => !changed.has(name));
  const again = (await tables(source, ignored)).filter(({ name }) => changed.has(name));
  return new Map([...kept, ...(await digest(source, again))]);
}

async function tables(source: RowSource, ignored: readonly TableName[]): Promise<readonly Table[]> {
  const found = await source.query<Table>(listTables);
  return found.filter(
    ({ schema, plain }) =>
      !ignored.some((table) => table.name === plain && (table.schema ?? 'public') === schema),
  );
}

async function digest(source: RowSource, found: readonly Table[]): Promise<RowDigest> {
  if (found.length === 0) return new Map();
  const rows = await source.query<{ name: string; count: string; hash: string }>(
    found.map(digestOf).join(' UNION ALL '),
  );
  const filled = rows.filter(({ count }) => count !== '0');
  return new Map(filled.map(({ name, count, hash }) => [name, { count: Number(count), hash }]));
}

function digestOf({ name, qualified, columns }: Table): string {
  const hash = `coalesce(sum(pg_catalog.hashtextextended(ROW(${columns ?? ''})::text, 0)::numeric), 0)::text`;
  return `SELECT '${name.replaceAll("'", "''")}' AS name, count(*)::text AS count, ${hash} AS hash FROM ${qualified} migrate_check_row`;
}

/** Tables whose rows differ between two points, by name. */
export function compareRows(before: RowDigest, after: RowDigest): readonly RowChange[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((table) => {
    const [old, now] = [before.get(table), after.get(table)];
    if (old?.count === now?.count && old?.hash === now?.hash) return [];
    return [
      { table, before: old?.count ?? 0, after: now?.count ?? 0, contentChanged: old?.count === now?.count },
    ];
  });
}
