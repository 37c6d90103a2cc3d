import { ownIdentifier } from './names.ts';

/** Their values are lists of names, kept as they are written and not as one text: `GUC_LIST_QUOTE` in PostgreSQL's guc_tables.c. */
const listSettings = [
  'local_preload_libraries',
  'search_path',
  'session_preload_libraries',
  'shared_preload_libraries',
  'temp_tablespaces',
  'unix_socket_directories',
];

/** Names, each in quotes or plain: the server stores anything between commas that has no blank, which might be a command. */
const isList = `^(("([^"]|"")*"|[a-zA-Z_][a-zA-Z0-9_$]*)(, |$))+$`;

/**
 * A statement that gives a copy what PostgreSQL keeps about the original outside of it, and CREATE DATABASE does not
 * take from a template: settings, rights and the comment. Both are names of databases of ours, with the same owner.
 */
export function copyAttributes(original: string, copy: string): string {
  const to = ownIdentifier(copy);
  const from = ownIdentifier(original).replaceAll('"', "'");
  return `DO $copy$
DECLARE
  original pg_database;
  one record;
BEGIN
  SELECT * INTO original FROM pg_database WHERE datname = ${from};
  FOR one IN
    SELECT coalesce('ROLE ' || quote_ident(r.rolname) || ' IN ', '') AS whose, name, value
    FROM pg_db_role_setting s LEFT JOIN pg_roles r ON r.oid = s.setrole CROSS JOIN unnest(s.setconfig) c,
      LATERAL (SELECT split_part(c, '=', 1) AS name, substr(c, strpos(c, '=') + 1) AS value) parts
    WHERE s.setdatabase = original.oid
  LOOP
    EXECUTE format('ALTER %sDATABASE ${to} SET %I TO %s', one.whose, one.name,
      CASE WHEN one.name IN ('${listSettings.join("', '")}')
          AND one.value ~ '${isList}'
        THEN regexp_replace(one.value, '(^|, )""(?=,|$)', '\\1''''', 'g') ELSE quote_literal(one.value) END);
  END LOOP;
  IF original.datacl IS NOT NULL THEN
    EXECUTE format('REVOKE ALL ON DATABASE ${to} FROM PUBLIC, %s', original.datdba::regrole);
    FOR one IN
      SELECT privilege_type, is_grantable, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END AS grantee
      FROM aclexplode(original.datacl)
    LOOP
      EXECUTE format('GRANT %s ON DATABASE ${to} TO %s%s', one.privilege_type, one.grantee,
        CASE WHEN one.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END);
    END LOOP;
  END IF;
  EXECUTE format('COMMENT ON DATABASE ${to} IS %L', shobj_description(original.oid, 'pg_database'));
END $copy$`;
}
