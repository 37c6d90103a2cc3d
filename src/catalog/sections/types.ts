import {
  comment,
  grants,
  notOfExtension,
  owner,
  type Section,
  type SectionRequest,
  userSchema,
} from './section.ts';

/** Types with a life of their own: not the row types of relations, not the arrays and multiranges that come along. */
export const ownType = (alias: string): string => `${alias}.typtype IN ('e', 'd', 'r', 'b') AND NOT (
    ${alias}.typtype = 'b' AND ${alias}.typelem <> 0 AND ${alias}.typlen = -1
    AND EXISTS (SELECT FROM pg_type e WHERE e.oid = ${alias}.typelem AND e.typarray = ${alias}.oid))`;

const types = (filter: SectionRequest['filter']): string => `(
  SELECT y.*, format('%I.%I', n.nspname, y.typname) AS full_name,
    CASE y.typtype WHEN 'e' THEN 'enum type' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range type' ELSE 'type' END AS word
  FROM pg_type y JOIN pg_namespace n ON n.oid = y.typnamespace
  WHERE ${filter('y.oid')} AND ${userSchema('n')} AND ${ownType('y')} AND ${notOfExtension('pg_type', 'y.oid')}
) y`;

const type: Section = {
  of: 'type',
  sql: ({ filter }) => `
SELECT 't' || y.oid, '', y.word, y.full_name, NULL::text, NULL::text, jsonb_build_object(
  'owner', ${owner('y.typowner')},
  'grants', ${grants('y.typacl', 'T', 'y.typowner')},
  'labels', CASE WHEN y.typtype = 'e' THEN (
    SELECT jsonb_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = y.oid) END,
  'base type', CASE WHEN y.typtype = 'd' THEN format_type(y.typbasetype, y.typtypmod) END,
  'nullable', CASE WHEN y.typtype = 'd' THEN NOT y.typnotnull END,
  'default', y.typdefault,
  'collation', CASE WHEN y.typtype = 'd' AND y.typcollation NOT IN (0, b.typcollation)
    THEN y.typcollation::regcollation::text END,
  'subtype', format_type(nullif(g.rngsubtype, 0), NULL),
  'range collation', CASE WHEN g.rngcollation <> 0 THEN g.rngcollation::regcollation::text END,
  'operator class', (SELECT o.opcname FROM pg_opclass o WHERE o.oid = g.rngsubopc),
  'canonical function', nullif(g.rngcanonical, 0)::regproc::text,
  'difference function', nullif(g.rngsubdiff, 0)::regproc::text,
  'input and output', CASE WHEN y.typtype = 'b' THEN jsonb_build_array(
    y.typinput::regproc::text, y.typoutput::regproc::text, y.typlen::text, y.typalign, y.typstorage, y.typcategory) END,
  'comment', ${comment('pg_type', 'y.oid')})
FROM ${types(filter)}
LEFT JOIN pg_type b ON b.oid = y.typbasetype
LEFT JOIN pg_range g ON g.rngtypid = y.oid`,
};

const domainConstraint: Section = {
  of: 'type',
  sql: ({ filter }) => `
SELECT 't' || y.oid, k.oid::text, 'constraint', y.full_name || '.' || quote_ident(k.conname), y.word, y.full_name,
  jsonb_build_object(
  'definition', regexp_replace(pg_get_constraintdef(k.oid), ' NOT VALID$', ''),
  'validated', k.convalidated,
  'comment', ${comment('pg_constraint', 'k.oid')})
FROM ${types(filter)}
JOIN pg_constraint k ON k.contypid = y.oid AND k.contype = 'c'`,
};

export const typeSections: readonly Section[] = [type, domainConstraint];
