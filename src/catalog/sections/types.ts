import { comment, grants, notOfExtension, owner, type Section, userSchema } from './section.ts';

/** Types with a life of their own: not the row types of tables, not the arrays that come with a type. */
export const ownType = (alias: string): string =>
  `${alias}.typtype IN ('e', 'd', 'r', 'b') AND NOT (${alias}.typtype = 'b' AND ${alias}.typelem <> 0 AND ${alias}.typlen = -1 AND EXISTS (SELECT FROM pg_type e WHERE e.typarray = ${alias}.oid))`;

const types = (filter: (column: string) => string): string => `(
  SELECT y.*, format('%I.%I', n.nspname, y.typname) AS full_name,
    CASE y.typtype WHEN 'e' THEN 'enum type' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range type' ELSE 'type' END AS word
  FROM pg_type y JOIN pg_namespace n ON n.oid = y.typnamespace
  WHERE ${userSchema('n')} AND ${filter('y.oid')} AND ${ownType('y')} AND ${notOfExtension('pg_type', 'y.oid')}
) y`;

const type: Section = {
  of: 'type',
  sql: ({ filter }) => `
SELECT 't' || y.oid, y.word, y.full_name, NULL::text, jsonb_build_object(
  'owner', ${owner('y.typowner')}, 'grants', ${grants('y.typacl', 'T', 'y.typowner')},
  'labels', (SELECT jsonb_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = y.oid),
  'base', CASE WHEN y.typtype = 'd' THEN format_type(y.typbasetype, y.typtypmod) END, 'nullable', CASE WHEN y.typtype = 'd' THEN NOT y.typnotnull END,
  'default', y.typdefault, 'collation', CASE WHEN y.typtype = 'd' AND y.typcollation <> 0 THEN y.typcollation::regcollation::text END,
  'subtype', g.rngsubtype::regtype::text, 'range collation', CASE WHEN g.rngcollation <> 0 THEN g.rngcollation::regcollation::text END,
  'operator class', (SELECT o.opcname FROM pg_opclass o WHERE o.oid = g.rngsubopc),
  'canonical', nullif(g.rngcanonical, 0)::regproc::text, 'subtype difference', nullif(g.rngsubdiff, 0)::regproc::text,
  'input and output', CASE WHEN y.typtype = 'b' THEN jsonb_build_array(y.typinput::regproc::text, y.typoutput::regproc::text, y.typlen::text, y.typalign, y.typstorage, y.typcategory) END,
  'comment', ${comment('pg_type', 'y.oid')})
FROM ${types(filter)} LEFT JOIN pg_range g ON g.rngtypid = y.oid`,
};

const domainConstraint: Section = {
  of: 'type',
  sql: ({ filter }) => `
SELECT 't' || y.oid, 'constraint', y.full_name || '.' || quote_ident(k.conname), y.word || ' ' || y.full_name, jsonb_build_object(
  'definition', regexp_replace(pg_get_constraintdef(k.oid), ' NOT VALID$', ''), 'validated', k.convalidated, 'comment', ${comment('pg_constraint', 'k.oid')})
FROM ${types(filter)} JOIN pg_constraint k ON k.contypid = y.oid AND k.contype = 'c'`,
};

const routine: Section = {
  of: 'function',
  sql: ({ filter }) => `
SELECT 'f' || p.oid, CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END,
  format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)), NULL::text, jsonb_build_object(
  'definition', CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) END,
  'aggregate', CASE WHEN p.prokind = 'a' THEN (SELECT to_jsonb(g) - '{aggfnoid,aggtranstype,aggmtranstype,aggsortop}'::text[] || jsonb_build_object(
     'arguments', pg_get_function_arguments(p.oid), 'result', pg_get_function_result(p.oid), 'state', g.aggtranstype::regtype::text,
     'moving state', nullif(g.aggmtranstype, 0)::regtype::text, 'sort operator', nullif(g.aggsortop, 0)::regoperator::text, 'parallel', p.proparallel)
     FROM pg_aggregate g WHERE g.aggfnoid = p.oid) END,
  'owner', ${owner('p.proowner')}, 'grants', ${grants('p.proacl', 'f', 'p.proowner')}, 'comment', ${comment('pg_proc', 'p.oid')})
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE ${userSchema('n')} AND ${filter('p.oid')} AND ${notOfExtension('pg_proc', 'p.oid')}`,
};

export const typeSections: readonly Section[] = [type, domainConstraint, routine];
