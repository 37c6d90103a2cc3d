import { comment, grants, notOfExtension, owner, type Section, userSchema } from './section.ts';

/** pg_get_functiondef refuses aggregates: theirs is put together from pg_aggregate. */
const aggregate = `(
    SELECT string_agg(f.key || ' ' || f.value, ', ' ORDER BY f.key)
    FROM pg_aggregate g, jsonb_each_text(jsonb_strip_nulls(
      to_jsonb(g) - '{aggfnoid,aggtranstype,aggmtranstype,aggsortop}'::text[] || jsonb_build_object(
        'arguments', pg_get_function_arguments(p.oid), 'result', pg_get_function_result(p.oid),
        'state type', format_type(g.aggtranstype, NULL),
        'moving state type', format_type(nullif(g.aggmtranstype, 0), NULL),
        'sort operator', nullif(g.aggsortop, 0)::regoperator::text,
        'parallel', p.proparallel, 'strict', p.proisstrict))) f
    WHERE g.aggfnoid = p.oid)`;

const routine: Section = {
  of: 'function',
  sql: ({ filter }) => `
SELECT 'f' || p.oid, '', CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END,
  format('%I.%I(%s)', n.nspname, p.proname, oidvectortypes(p.proargtypes)), NULL::text, NULL::text,
  jsonb_build_object(
  'definition', CASE WHEN p.prokind = 'a' THEN ${aggregate} ELSE pg_get_functiondef(p.oid) END,
  'owner', ${owner('p.proowner')},
  'grants', ${grants('p.proacl', 'f', 'p.proowner')},
  'comment', ${comment('pg_proc', 'p.oid')})
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE ${filter('p.oid')} AND ${userSchema('n')} AND ${notOfExtension('pg_proc', 'p.oid')}
  AND NOT EXISTS (
    SELECT FROM pg_depend i WHERE i.classid = 'pg_proc'::regclass AND i.objid = p.oid AND i.deptype = 'i')`,
};

export const routineSections: readonly Section[] = [routine];
