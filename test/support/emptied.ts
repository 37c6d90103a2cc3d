import type { Database } from '../../src/database/provider.ts';

/** What the cases of rules make, and no more: whatever else there is shows in the question below. */
const empty = `DO $$
DECLARE command text;
BEGIN
  FOR command IN SELECT format('DROP %s IF EXISTS %s CASCADE', kind, name) FROM (
    SELECT 1 AS turn, 'TABLE' AS kind, oid::regclass::text AS name FROM pg_class
      WHERE relkind IN ('r', 'p') AND oid >= 16384 AND NOT relispartition
    UNION ALL SELECT 2, 'VIEW', oid::regclass::text FROM pg_class WHERE relkind = 'v' AND oid >= 16384
    UNION ALL SELECT 2, 'MATERIALIZED VIEW', oid::regclass::text FROM pg_class WHERE relkind = 'm' AND oid >= 16384
    UNION ALL SELECT 3, 'SEQUENCE', oid::regclass::text FROM pg_class WHERE relkind = 'S' AND oid >= 16384
    UNION ALL SELECT 4, 'ROUTINE', oid::regprocedure::text FROM pg_proc WHERE oid >= 16384
    UNION ALL SELECT 5, 'TYPE', oid::regtype::text FROM pg_type WHERE typtype IN ('e', 'd') AND oid >= 16384
  ) AS made ORDER BY turn LOOP
    EXECUTE command;
  END LOOP;
END $$`;

/** Catalogs in which a database is another than a new one; 16384 is FirstNormalObjectId. */
const catalogs = [
  'class',
  'type',
  'proc',
  'namespace',
  'extension',
  'publication',
  'event_trigger',
  'language',
]
  .concat(['foreign_data_wrapper', 'collation', 'operator', 'cast', 'ts_config', 'default_acl', 'am'])
  .map((name) => `(SELECT count(*) FROM pg_${name} WHERE oid >= 16384)`);
const left = `SELECT ${catalogs.join(' + ')}
  + (SELECT count(*) FROM pg_largeobject_metadata)
  + (SELECT count(*) FROM pg_db_role_setting)
  + (SELECT count(*) FROM pg_namespace AS n, pg_database AS d
     WHERE d.datname = current_database() AND age(n.xmin) < age(d.xmin))
  + (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()) AS left`;

/** Takes away what a replay has made. Whether the database is as a new one then, with no session in it but ours. */
export async function emptied(database: Database): Promise<boolean> {
  try {
    await database.query(empty);
    const [row] = await database.query<{ left: string }>(left);
    return row?.left === '0';
  } catch {
    return false;
  }
}
