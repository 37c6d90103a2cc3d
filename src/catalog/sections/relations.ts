import {
  comment,
  grants,
  notOfExtension,
  owner,
  type Section,
  type SectionRequest,
  sorted,
  userSchema,
  withoutSecrets,
} from './section.ts';

/**
 * The relations that are asked for, with their schema, qualified name and kind in words: read once, for all the
 * sections that begin with `relations r`.
 */
export const relations = (filter: SectionRequest['filter']): string => `relations AS MATERIALIZED (
  SELECT c.*, n.nspname, format('%I.%I', n.nspname, c.relname) AS full_name,
    CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table'
      WHEN 'c' THEN 'composite type' WHEN 'S' THEN 'sequence' ELSE 'table' END AS word
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${filter('c.oid')} AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c', 'S')
    AND ${userSchema('n')} AND ${notOfExtension('pg_class', 'c.oid')}
)`;

const relation: Section = {
  of: 'relation',
  sql: () => `
SELECT 'r' || r.oid, '', r.word, r.full_name, NULL::text, NULL::text, jsonb_build_object(
  'owner', ${owner('r.relowner')},
  'grants', ${grants('r.relacl', 'r', 'r.relowner')},
  'partitioned by', CASE WHEN r.relkind = 'p' THEN pg_get_partkeydef(r.oid) END,
  'persistence', CASE r.relpersistence WHEN 'u' THEN 'unlogged' END,
  'storage parameters', CASE WHEN r.relkind <> 'v' THEN ${sorted('r.reloptions')} END,
  'toast parameters', (SELECT ${sorted('t.reloptions')} FROM pg_class t WHERE t.oid = r.reltoastrelid),
  'tablespace', (SELECT spcname FROM pg_tablespace s WHERE s.oid = r.reltablespace),
  'access method', (SELECT amname FROM pg_am a WHERE a.oid = r.relam),
  'replica identity', CASE WHEN r.relkind IN ('r', 'p', 'm') THEN
    CASE r.relreplident WHEN 'f' THEN 'full' WHEN 'i' THEN 'an index' WHEN 'n' THEN 'nothing' END END,
  'row security', nullif(r.relrowsecurity, false),
  'forced row security', nullif(r.relforcerowsecurity, false),
  'of type', CASE WHEN r.reloftype <> 0 THEN r.reloftype::regtype::text END,
  'partition bound', CASE WHEN r.relispartition THEN pg_get_expr(r.relpartbound, r.oid) END,
  'parents', (SELECT jsonb_agg(i.inhparent::regclass::text ORDER BY i.inhseqno)
    FROM pg_inherits i WHERE i.inhrelid = r.oid),
  'definition', CASE WHEN r.relkind IN ('v', 'm') THEN pg_get_viewdef(r.oid) END,
  'populated', CASE WHEN r.relkind = 'm' THEN r.relispopulated END,
  'columns in order', CASE WHEN r.relkind IN ('r', 'p', 'f', 'c') THEN (
    SELECT jsonb_agg(a.attname ORDER BY a.attnum) FROM pg_attribute a
    WHERE a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped) END,
  'server', CASE WHEN r.relkind = 'f' THEN (
    SELECT s.srvname FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = f.ftserver
    WHERE f.ftrelid = r.oid) END,
  'options', CASE r.relkind WHEN 'v' THEN ${sorted('r.reloptions')} WHEN 'f' THEN (
    SELECT ${withoutSecrets('f.ftoptions')} FROM pg_foreign_table f WHERE f.ftrelid = r.oid) END,
  'comment', ${comment('pg_class', 'r.oid')})
FROM relations r
WHERE r.relkind <> 'S'`,
};

/**
 * Owned by a column, a sequence is a part of it: a serial's (`a` in pg_depend) or an identity's (`i`).
 * Numbers are read as text: they have more digits than a number in JSON keeps.
 */
const sequence: Section = {
  of: 'relation',
  sql: () => `
SELECT 'r' || r.oid, '', 'sequence', r.full_name, CASE WHEN d.name IS NOT NULL THEN 'column' END, d.name,
  jsonb_build_object(
  'type', format_type(s.seqtypid, NULL), 'start', s.seqstart::text, 'increment', s.seqincrement::text,
  'minimum', s.seqmin::text, 'maximum', s.seqmax::text, 'cache', s.seqcache::text, 'cycle', s.seqcycle,
  'persistence', CASE r.relpersistence WHEN 'u' THEN 'unlogged' END,
  'owned by', d.name,
  'owner', ${owner('r.relowner')},
  'grants', ${grants('r.relacl', 's', 'r.relowner')},
  'comment', ${comment('pg_class', 'r.oid')})
FROM relations r
JOIN pg_sequence s ON s.seqrelid = r.oid
LEFT JOIN LATERAL (
  SELECT format('%I.%I.%I', n.nspname, c.relname, a.attname) AS name
  FROM pg_depend p
  JOIN pg_class c ON c.oid = p.refobjid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = p.refobjid AND a.attnum = p.refobjsubid
  WHERE p.classid = 'pg_class'::regclass AND p.objid = r.oid AND p.refclassid = 'pg_class'::regclass
    AND p.refobjsubid > 0 AND p.deptype IN ('a', 'i')
  LIMIT 1
) d ON true
WHERE r.relkind = 'S'`,
};

export const relationSections: readonly Section[] = [relation, sequence];
