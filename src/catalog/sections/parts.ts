import { comment, enabled, type Section } from './section.ts';

/** Columns from `unit` to the parent's name, for a part that is named after its relation. */
const head = (kind: string, part: string, name: string): string =>
  `SELECT 'r' || r.oid, ${part}::text, '${kind}', r.full_name || '.' || quote_ident(${name}), r.word, r.full_name`;

/** The relation is asked for twice in each: the condition on the part's own column makes a look-up by its index sure. */
const constraint: Section = {
  of: 'relation',
  sql: ({ filter, major }) => `
${head('constraint', 'k.oid', 'k.conname')}, jsonb_build_object(
  'definition', regexp_replace(pg_get_constraintdef(k.oid),
    '( (NOT )?DEFERRABLE)?( INITIALLY DEFERRED)?( NOT ENFORCED)?( NOT VALID)?$', ''),
  'validated', ${major >= 18 ? 'k.convalidated OR NOT k.conenforced' : 'k.convalidated'},
  'deferrable', CASE WHEN k.condeferred THEN 'initially deferred' WHEN k.condeferrable THEN 'yes' END,
  'enforced', ${major >= 18 ? 'k.conenforced' : 'NULL'},
  'only inherited', nullif(NOT k.conislocal, false),
  'disabled triggers', (SELECT jsonb_agg(DISTINCT g.tgfoid::regproc::text || ' ' || ${enabled('g.tgenabled')})
    FROM pg_trigger g WHERE g.tgconstraint = k.oid AND g.tgisinternal AND g.tgenabled <> 'O'
      AND g.tgrelid = r.oid),
  'comment', ${comment('pg_constraint', 'k.oid')})
FROM relations r
JOIN pg_constraint k ON k.conrelid = r.oid AND ${filter('k.conrelid')}
WHERE k.contype NOT IN ('t', 'n')`,
};

/** An index that a constraint made is a part of the constraint. */
const index: Section = {
  of: 'relation',
  sql: ({ filter }) => `
SELECT 'r' || r.oid, x.oid::text, 'index', format('%I.%I', r.nspname, x.relname),
  CASE WHEN k.conname IS NULL THEN r.word ELSE 'constraint' END,
  r.full_name || coalesce('.' || quote_ident(k.conname), ''), jsonb_build_object(
  'definition', pg_get_indexdef(x.oid),
  'valid', i.indisvalid AND i.indisready,
  'clustered', nullif(i.indisclustered, false),
  'replica identity', nullif(i.indisreplident, false),
  'tablespace', (SELECT spcname FROM pg_tablespace s WHERE s.oid = x.reltablespace),
  'attached to', CASE WHEN x.relispartition THEN (
    SELECT h.inhparent::regclass::text FROM pg_inherits h WHERE h.inhrelid = x.oid) END,
  'statistics targets', CASE WHEN i.indexprs IS NOT NULL THEN (
    SELECT jsonb_agg(a.attnum || ': ' || a.attstattarget ORDER BY a.attnum)
    FROM pg_attribute a WHERE a.attrelid = x.oid AND a.attstattarget >= 0) END,
  'comment', ${comment('pg_class', 'x.oid')})
FROM relations r
JOIN pg_index i ON i.indrelid = r.oid AND ${filter('i.indrelid')}
JOIN pg_class x ON x.oid = i.indexrelid
LEFT JOIN pg_constraint k ON k.conrelid = r.oid AND k.conindid = x.oid AND k.contype IN ('p', 'u', 'x')`,
};

const trigger: Section = {
  of: 'relation',
  sql: ({ filter }) => `
${head('trigger', 'g.oid', 'g.tgname')}, jsonb_build_object(
  'definition', pg_get_triggerdef(g.oid),
  'enabled', ${enabled('g.tgenabled')},
  'comment', ${comment('pg_trigger', 'g.oid')})
FROM relations r
JOIN pg_trigger g ON g.tgrelid = r.oid AND ${filter('g.tgrelid')} AND NOT g.tgisinternal`,
};

const rule: Section = {
  of: 'relation',
  sql: ({ filter }) => `
${head('rule', 'u.oid', 'u.rulename')}, jsonb_build_object(
  'definition', pg_get_ruledef(u.oid),
  'enabled', ${enabled('u.ev_enabled')},
  'comment', ${comment('pg_rewrite', 'u.oid')})
FROM relations r
JOIN pg_rewrite u ON u.ev_class = r.oid AND ${filter('u.ev_class')} AND u.rulename <> '_RETURN'`,
};

const policy: Section = {
  of: 'relation',
  sql: ({ filter }) => `
${head('policy', 'p.oid', 'p.polname')}, jsonb_build_object(
  'command', CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
    WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
  'permissive', p.polpermissive,
  'roles', (SELECT jsonb_agg(x.role ORDER BY x.role COLLATE "C") FROM (
    SELECT CASE WHEN o = 0 THEN 'public' ELSE pg_get_userbyid(o)::text END AS role FROM unnest(p.polroles) o) x),
  'using', pg_get_expr(p.polqual, p.polrelid),
  'check', pg_get_expr(p.polwithcheck, p.polrelid),
  'comment', ${comment('pg_policy', 'p.oid')})
FROM relations r
JOIN pg_policy p ON p.polrelid = r.oid AND ${filter('p.polrelid')}`,
};

export const partSections: readonly Section[] = [constraint, index, trigger, rule, policy];
