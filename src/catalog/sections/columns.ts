import { comment, type Section, sorted } from './section.ts';

const column: Section = {
  of: 'relation',
  sql: ({ filter, major }) => `
SELECT 'r' || r.oid, a.attnum::text, 'column', r.full_name || '.' || quote_ident(a.attname), r.word, r.full_name,
  jsonb_build_object(
  'type', format_type(a.atttypid, a.atttypmod),
  'nullable', NOT a.attnotnull,
  'default', CASE WHEN a.atthasdef AND a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END,
  'generated', CASE a.attgenerated WHEN 's' THEN pg_get_expr(d.adbin, d.adrelid) || ' stored'
    WHEN 'v' THEN pg_get_expr(d.adbin, d.adrelid) || ' virtual' END,
  'identity', CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END,
  'collation', CASE WHEN a.attcollation <> 0 AND a.attcollation <> t.typcollation
    THEN a.attcollation::regcollation::text END,
  'storage', CASE WHEN a.attstorage <> t.typstorage THEN
    CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE 'extended' END END,
  'compression', CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END,
  'statistics target', nullif(a.attstattarget, -1),
  'options', ${sorted('a.attoptions')},
  'foreign options', ${sorted('a.attfdwoptions')},
  'only inherited', nullif(NOT a.attislocal, false),
  'grants', ${sorted('a.attacl::text[]')},
  'not null constraint', ${major >= 18 ? notNull : 'NULL'},
  'comment', ${comment('pg_class', 'a.attrelid', 'a.attnum')})
FROM relations r
JOIN pg_attribute a ON a.attrelid = r.oid AND ${filter('a.attrelid')} AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE r.relkind <> 'S'`,
};

/**
 * Since 18 NOT NULL is a constraint with a name. Told are names that somebody chose, not those that PostgreSQL gives
 * and keeps through renames: they differ where nothing does, and older servers have none.
 */
const notNull = `(
    SELECT nullif(concat_ws(', ', CASE WHEN k.conname !~ '_not_null[0-9]*$' THEN k.conname END,
      CASE WHEN NOT k.convalidated THEN 'not valid' END, CASE WHEN k.connoinherit THEN 'no inherit' END,
      ${comment('pg_constraint', 'k.oid')}), '')
    FROM pg_constraint k
    WHERE k.conrelid = r.oid AND k.contype = 'n' AND k.conkey = ARRAY[a.attnum])`;

export const columnSections: readonly Section[] = [column];
