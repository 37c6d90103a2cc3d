import { comment, grants, notOfExtension, owner, type Section, sorted, userSchema } from './section.ts';

/** Every section of this file starts from the relations that are asked for. */
const relations = (filter: (column: string) => string): string => `(
  SELECT c.*, n.nspname, format('%I.%I', n.nspname, c.relname) AS full_name,
    CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table' WHEN 'c' THEN 'composite type' WHEN 'S' THEN 'sequence' ELSE 'table' END AS word
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${userSchema('n')} AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c', 'S') AND ${filter('c.oid')} AND ${notOfExtension('pg_class', 'c.oid')}
) r`;
const part = `r.word || ' ' || r.full_name`;

const relation: Section = {
  of: 'relation',
  sql: ({ filter }) => `
SELECT 'r' || r.oid, r.word, r.full_name, NULL::text, jsonb_build_object(
  'owner', ${owner('r.relowner')}, 'grants', ${grants('r.relacl', 'r', 'r.relowner')},
  'kind', CASE r.relkind WHEN 'p' THEN 'partitioned' END, 'persistence', CASE r.relpersistence WHEN 'u' THEN 'unlogged' END,
  'storage parameters', ${sorted('r.reloptions')},
  'toast parameters', (SELECT ${sorted('t.reloptions')} FROM pg_class t WHERE t.oid = r.reltoastrelid AND r.reltoastrelid <> 0),
  'tablespace', (SELECT spcname FROM pg_tablespace s WHERE s.oid = r.reltablespace),
  'access method', (SELECT amname FROM pg_am a WHERE a.oid = r.relam),
  'replica identity', CASE r.relreplident WHEN 'f' THEN 'full' WHEN 'i' THEN 'index' WHEN 'n' THEN CASE WHEN r.relkind IN ('r', 'p', 'm') THEN 'nothing' END END,
  'row security', nullif(r.relrowsecurity, false), 'forced row security', nullif(r.relforcerowsecurity, false),
  'of type', CASE WHEN r.reloftype <> 0 THEN r.reloftype::regtype::text END,
  'partition key', CASE WHEN r.relkind = 'p' THEN pg_get_partkeydef(r.oid) END,
  'partition bound', CASE WHEN r.relispartition THEN pg_get_expr(r.relpartbound, r.oid) END,
  'inherits', (SELECT jsonb_agg(i.inhparent::regclass::text ORDER BY i.inhseqno) FROM pg_inherits i WHERE i.inhrelid = r.oid),
  'definition', CASE WHEN r.relkind IN ('v', 'm') THEN pg_get_viewdef(r.oid) END,
  'populated', CASE WHEN r.relkind = 'm' THEN r.relispopulated END,
  'columns in order', CASE WHEN r.relkind IN ('r', 'p', 'f', 'c') THEN (SELECT jsonb_agg(a.attname ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped) END,
  'server', (SELECT s.srvname FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = f.ftserver WHERE f.ftrelid = r.oid),
  'options', (SELECT ${sorted('f.ftoptions')} FROM pg_foreign_table f WHERE f.ftrelid = r.oid),
  'comment', ${comment('pg_class', 'r.oid')})
FROM ${relations(filter)} WHERE r.relkind <> 'S'`,
};

const column: Section = {
  of: 'relation',
  sql: ({ filter, major }) => `
SELECT 'r' || r.oid, 'column', r.full_name || '.' || quote_ident(a.attname), ${part}, jsonb_build_object(
  'type', format_type(a.atttypid, a.atttypmod), 'nullable', NOT a.attnotnull,
  'default', CASE WHEN a.atthasdef AND a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END,
  'generated', CASE a.attgenerated WHEN 's' THEN pg_get_expr(d.adbin, d.adrelid) || ' stored' WHEN 'v' THEN pg_get_expr(d.adbin, d.adrelid) || ' virtual' END,
  'identity', CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END,
  'collation', CASE WHEN a.attcollation <> 0 AND a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END,
  'storage', CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage::text END, 'compression', nullif(a.attcompression::text, ''),
  'statistics target', nullif(a.attstattarget, -1), 'options', ${sorted('a.attoptions')}, 'foreign options', ${sorted('a.attfdwoptions')},
  'only inherited', nullif(NOT a.attislocal, false), 'grants', ${sorted('a.attacl::text[]')},
  'not null constraint', ${major >= 18 ? notNull : 'NULL'},
  'comment', ${comment('pg_class', 'a.attrelid', 'a.attnum')})
FROM ${relations(filter)}
JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE r.relkind <> 'S'`,
};

/** Since 18 NOT NULL is a constraint with a name; said only where it is not the one that PostgreSQL gives by itself. */
const notNull = `(SELECT concat_ws(' ', nullif(k.conname, left(r.relname, 63) || '_' || a.attname || '_not_null'), CASE WHEN NOT k.convalidated THEN 'not valid' END, CASE WHEN k.connoinherit THEN 'no inherit' END, ${comment('pg_constraint', 'k.oid')})
  FROM pg_constraint k WHERE k.conrelid = r.oid AND k.contype = 'n' AND k.conkey = ARRAY[a.attnum]
  AND (k.conname <> left(r.relname, 63) || '_' || a.attname || '_not_null' OR NOT k.convalidated OR k.connoinherit OR ${comment('pg_constraint', 'k.oid')} IS NOT NULL))`;

const constraint: Section = {
  of: 'relation',
  sql: ({ filter, major }) => `
SELECT 'r' || r.oid, 'constraint', r.full_name || '.' || quote_ident(k.conname), ${part}, jsonb_build_object(
  'definition', regexp_replace(pg_get_constraintdef(k.oid), ' NOT VALID$', ''), 'validated', k.convalidated,
  'deferrable', CASE WHEN k.condeferred THEN 'initially deferred' WHEN k.condeferrable THEN 'yes' END,
  'enforced', ${major >= 18 ? 'nullif(k.conenforced, true)' : 'NULL'}, 'only inherited', nullif(NOT k.conislocal, false),
  'disabled triggers', (SELECT jsonb_agg(DISTINCT g.tgfoid::regproc::text || ' ' || g.tgenabled::text) FROM pg_trigger g WHERE g.tgconstraint = k.oid AND g.tgenabled <> 'O'),
  'comment', ${comment('pg_constraint', 'k.oid')})
FROM ${relations(filter)} JOIN pg_constraint k ON k.conrelid = r.oid WHERE k.contype NOT IN ('t', 'n')`,
};

const index: Section = {
  of: 'relation',
  sql: ({ filter }) => `
SELECT 'r' || r.oid, 'index', format('%I.%I', r.nspname, x.relname),
  coalesce((SELECT 'constraint ' || r.full_name || '.' || quote_ident(k.conname) FROM pg_constraint k WHERE k.conrelid = r.oid AND k.conindid = x.oid AND k.contype IN ('p', 'u', 'x') LIMIT 1), ${part}),
  jsonb_build_object('table', r.full_name, 'definition', pg_get_indexdef(x.oid), 'valid', i.indisvalid AND i.indisready,
  'clustered', nullif(i.indisclustered, false), 'replica identity', nullif(i.indisreplident, false),
  'tablespace', (SELECT spcname FROM pg_tablespace s WHERE s.oid = x.reltablespace),
  'attached to', (SELECT h.inhparent::regclass::text FROM pg_inherits h WHERE h.inhrelid = x.oid),
  'statistics targets', (SELECT jsonb_agg(a.attnum || ': ' || a.attstattarget ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = x.oid AND a.attstattarget >= 0),
  'comment', ${comment('pg_class', 'x.oid')})
FROM ${relations(filter)} JOIN pg_index i ON i.indrelid = r.oid JOIN pg_class x ON x.oid = i.indexrelid`,
};

const sequence: Section = {
  of: 'relation',
  sql: ({ filter }) => `
SELECT 'r' || r.oid, 'sequence', r.full_name, d.parent, jsonb_build_object(
  'type', format_type(s.seqtypid, NULL), 'start', s.seqstart, 'increment', s.seqincrement, 'minimum', s.seqmin, 'maximum', s.seqmax,
  'cache', s.seqcache, 'cycle', s.seqcycle, 'persistence', CASE r.relpersistence WHEN 'u' THEN 'unlogged' END, 'owned by', d.column_name,
  'owner', ${owner('r.relowner')}, 'grants', ${grants('r.relacl', 's', 'r.relowner')}, 'comment', ${comment('pg_class', 'r.oid')})
FROM ${relations(filter)} JOIN pg_sequence s ON s.seqrelid = r.oid
LEFT JOIN LATERAL (
  SELECT 'table ' || format('%I.%I', n.nspname, c.relname) AS parent, format('%I.%I.%I', n.nspname, c.relname, a.attname) AS column_name
  FROM pg_depend p JOIN pg_class c ON c.oid = p.refobjid JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = p.refobjid AND a.attnum = p.refobjsubid
  WHERE p.classid = 'pg_class'::regclass AND p.objid = r.oid AND p.refclassid = 'pg_class'::regclass AND p.refobjsubid > 0 AND p.deptype IN ('a', 'i') LIMIT 1
) d ON true
WHERE r.relkind = 'S'`,
};

const trigger: Section = {
  of: 'relation',
  sql: ({ filter }) => `
SELECT 'r' || r.oid, 'trigger', r.full_name || '.' || quote_ident(g.tgname), ${part}, jsonb_build_object(
  'definition', pg_get_triggerdef(g.oid), 'enabled', ${enabled('g.tgenabled')}, 'comment', ${comment('pg_trigger', 'g.oid')})
FROM ${relations(filter)} JOIN pg_trigger g ON g.tgrelid = r.oid AND NOT g.tgisinternal`,
};

export const enabled = (column: string): string => `CASE ${column} WHEN 'O' THEN 'yes' WHEN 'D' THEN 'no' WHEN 'R' THEN 'replica' ELSE 'always' END`;

const rule: Section = {
  of: 'relation',
  sql: ({ filter }) => `
SELECT 'r' || r.oid, 'rule', r.full_name || '.' || quote_ident(u.rulename), ${part}, jsonb_build_object(
  'definition', pg_get_ruledef(u.oid), 'enabled', ${enabled('u.ev_enabled')}, 'comment', ${comment('pg_rewrite', 'u.oid')})
FROM ${relations(filter)} JOIN pg_rewrite u ON u.ev_class = r.oid AND u.rulename <> '_RETURN'`,
};

const policy: Section = {
  of: 'relation',
  sql: ({ filter }) => `
SELECT 'r' || r.oid, 'policy', r.full_name || '.' || quote_ident(p.polname), ${part}, jsonb_build_object(
  'command', p.polcmd, 'permissive', p.polpermissive,
  'roles', (SELECT jsonb_agg(CASE WHEN o = 0 THEN 'public' ELSE pg_get_userbyid(o)::text END ORDER BY 1) FROM unnest(p.polroles) o),
  'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid), 'comment', ${comment('pg_policy', 'p.oid')})
FROM ${relations(filter)} JOIN pg_policy p ON p.polrelid = r.oid`,
};

export const relationSections: readonly Section[] = [relation, column, constraint, index, sequence, trigger, rule, policy];
