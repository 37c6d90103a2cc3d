import { followed, isView, type RareWatch, rareWatches, type Watch, watches } from './watches.ts';

/** One watch: how many rows it has, and those that are asked for. */
export interface ProbeRow {
  /** Name of a watch, or `followed`, `rest` or `moment`. */
  readonly watch: string;
  readonly number: number | null;
  /** `<id> <unit>` of each, without a unit for rows that are compared nowhere; of `followed` units alone. */
  readonly rows: readonly string[] | null;
}

/**
 * Which rows a probe is about: all; those that the transaction $1 wrote (the cheapest condition there is);
 * or those of all transactions from $1 on.
 */
export type Newness = 'all' | 'one' | 'since';

// xid has no order, only age; the transaction's own age is worked out once per arm and not per row.
const conditions: Readonly<Record<Newness, string>> = {
  all: 'true',
  one: 'c.xmin = $1::xid',
  since: 'age(c.xmin) <= (SELECT age($1::xid))',
};

/** What is there and what is new, in one statement and so in one snapshot. Rows: ProbeRow. */
export function probe(newness: Newness, major: number): string {
  const newer = conditions[newness];
  const arms = watches.map((watch) => watched(watch, newer));
  if (newness !== 'all') arms.push(...followed.map((watch) => newUnits(watch, newer)));
  return `SELECT * FROM (
${[...arms, rest(major, newer), moment].join('\nUNION ALL\n')}
) AS probe (watch, number, rows)`;
}

// Count and rows in one scan and one test per row: this is what a look costs in a large schema.
const watched = ({ name, catalog, where = 'true', id, unit }: Watch, newer: string): string =>
  `SELECT '${name}', count(*)::int4, array_agg(concat_ws(' ', ${id}, ${unit})) FILTER (WHERE ${newer})
FROM ${catalog} c WHERE ${where}`;

const newUnits = (
  { catalog, where = 'true', unit }: Pick<Watch, 'catalog' | 'where' | 'unit'>,
  newer: string,
): string =>
  `SELECT 'followed', NULL, array_agg(DISTINCT ${unit}) FROM ${catalog} c WHERE ${where} AND ${newer}`;

/** The rare catalogs: `rows` holds number and sum of each, `number` how many rows are new. */
function rest(major: number, newer: string): string {
  const tally = (watch: RareWatch, at: number): string => `
  SELECT ${at}, count(*), sum(${watch.mark}), ${isView(watch) ? '0' : `count(*) FILTER (WHERE ${newer})`}
  FROM ${watch.catalog} c WHERE ${watch.where ?? 'true'}`;
  return `SELECT 'rest', sum(fresh)::int4, array_agg(concat_ws(' ', number, sum) ORDER BY at) FROM (${rareWatches(
    major,
  )
    .map(tally)
    .join('\n  UNION ALL')}
) AS tallies (at, number, sum, fresh)`;
}

/** Transactions before the first have all ended; the second is the next to come. */
const moment = `SELECT 'moment', NULL, ARRAY[pg_snapshot_xmin(s)::text, pg_snapshot_xmax(s)::text]
FROM pg_current_snapshot() s`;

/** Oids that share a bucket. */
export const bucketSize = 256;

/** How many rows of a watch stand in each bucket of oids. */
export const buckets = ({ catalog, oid, where = 'true' }: Watch): string =>
  `SELECT (${oid}::int8 / ${bucketSize})::int4 AS bucket, count(*)::int4 AS number
FROM ${catalog} c WHERE ${where} GROUP BY 1`;

/** The rows of a watch whose oids are between $1 and $2. */
export const between = ({ catalog, oid, id }: Watch): string =>
  `SELECT ${id} AS id FROM ${catalog} c WHERE ${oid} BETWEEN $1::oid AND $2::oid`;
