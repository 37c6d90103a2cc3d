import type { RowChange } from '../model/observation.ts';

/** What the digest needs of a database; `database/provider.ts` has the same shape. */
export interface RowSource {
  query<Row>(sql: string): Promise<readonly Row[]>;
}

/** Rows of every user table that is small enough: qualified name to count and a hash that ignores their order. */
export type RowDigest = ReadonlyMap<string, { readonly count: number; readonly hash: string }>;

/** Bytes; larger tables come from a base file and are not worth hashing after every move. */
const digestLimit = 16 * 1024 * 1024;

const listTables = `
SELECT n.nspname AS schema, c.relname AS name
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND pg_catalog.pg_relation_size(c.oid) BETWEEN 1 AND ${digestLimit}
ORDER BY 1, 2`;

interface Table {
  readonly schema: string;
  readonly name: string;
}

/** Reads all rows of the small tables once; empty tables cost nothing and are absent from the result. */
export async function digestRows(
  source: RowSource,
  ignored: readonly { schema: string | undefined; name: string }[],
): Promise<RowDigest> {
  const tables = (await source.query<Table>(listTables)).filter((table) => !isIgnored(table, ignored));
  if (tables.length === 0) return new Map();
  const rows = await source.query<{ name: string; count: string; hash: string }>(
    tables.map(digestOf).join(' UNION ALL '),
  );
  return new Map(
    rows
      .filter(({ count }) => count !== '0')
      .map(({ name, count, hash }) => [name, { count: Number(count), hash }]),
  );
}

function isIgnored(table: Table, ignored: readonly { schema: string | undefined; name: string }[]): boolean {
  return ignored.some(({ schema, name }) => name === table.name && (schema ?? 'public') === table.schema);
}

function digestOf({ schema, name }: Table): string {
  const label = schema === 'public' ? name : `${schema}.${name}`;
  const hash = `coalesce(sum(pg_catalog.hashtextextended(migrate_check_row::text, 0)::numeric), 0)::text`;
  return `SELECT ${literal(label)} AS name, count(*)::text AS count, ${hash} AS hash FROM ${quote(schema)}.${quote(name)} migrate_check_row`;
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

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
