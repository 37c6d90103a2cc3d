/**
 * One row for each table: about how many rows, and bytes with indexes and TOAST. It reads catalogs that every role may
 * read, and no data. Source: PostgreSQL manual, pg_class (reltuples is -1 where nobody counted), Cumulative Statistics
 * System (pg_stat_get_live_tuples), Database Object Size Functions, Partitioning Information Functions.
 */
const rowsQuery = `SELECT n.nspname AS "schema",
       c.relname AS "table",
       sum(part.rows)::bigint AS "rows",
       coalesce(sum(part.bytes), 0)::bigint AS "bytes"
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
-- A partitioned table has what its partitions have; any other table is alone.
CROSS JOIN LATERAL (
  SELECT c.oid
  UNION
  SELECT tree.relid FROM pg_catalog.pg_partition_tree(c.oid) AS tree
) AS member
LEFT JOIN LATERAL (
  SELECT CASE
           WHEN p.reltuples >= 0 THEN p.reltuples::bigint
           -- Never analysed: what the server counted since, unless it has forgotten.
           WHEN live.rows > 0 OR pg_catalog.pg_relation_size(p.oid) = 0 THEN live.rows
         END AS rows,
         pg_catalog.pg_total_relation_size(p.oid) AS bytes
  FROM pg_catalog.pg_class AS p, pg_catalog.pg_stat_get_live_tuples(p.oid) AS live(rows)
  WHERE p.oid = member.oid AND p.relkind IN ('r', 'm')
) AS part ON true
WHERE c.relkind IN ('r', 'p', 'm')
  AND n.nspname <> 'information_schema'
  AND n.nspname !~ '^pg_'
GROUP BY n.nspname, c.relname
ORDER BY "bytes" DESC, "schema", "table"`;

const jsonQuery = `SELECT coalesce(json_agg(tables), '[]')
FROM (
${rowsQuery.replaceAll(/^/gm, '  ')}
) AS tables`;

const commands = {
  json: 'migrate-check stats-query | psql "$PRODUCTION" -XAt > table-stats.json',
  csv: 'migrate-check stats-query --csv | psql "$PRODUCTION" -X --csv > table-stats.csv',
} as const;

/** The query with how to run it above. `json`: one value, a list in JSON; `csv`: a row for each table. */
export function statsQuery(form: 'json' | 'csv'): string {
  return `-- How large the tables are: names, estimated rows, bytes. No data is read; any role may run it, a standby will do.
-- ${commands[form]}
-- migrate-check --table-stats table-stats.${form}
${form === 'json' ? jsonQuery : rowsQuery};
`;
}

/** Below the flags of `migrate-check stats-query --help`. */
export const statsQueryHelp = `
Run it with a role of production that needs no rights, and give the result to the check:
  ${commands.json}
  migrate-check --table-stats table-stats.json

A client that exports CSV, or JSON as a list of rows, will do as well:
  ${commands.csv}
`;
