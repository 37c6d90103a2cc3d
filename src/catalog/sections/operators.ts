import { comment, notOfExtension, owner, type Section, single, userSchema } from './section.ts';

const operator = single(
  'operator',
  `format('%I.%s(%s, %s)', n.nspname, o.oprname, coalesce(format_type(nullif(o.oprleft, 0), NULL), 'none'),
    format_type(o.oprright, NULL))`,
  `'result', format_type(o.oprresult, NULL), 'function', o.oprcode::regprocedure::text,
  'commutator', nullif(o.oprcom, 0)::regoperator::text, 'negator', nullif(o.oprnegate, 0)::regoperator::text,
  'restriction estimator', nullif(o.oprrest, 0)::regproc::text, 'join estimator', nullif(o.oprjoin, 0)::regproc::text,
  'merges', o.oprcanmerge, 'hashes', o.oprcanhash, 'owner', ${owner('o.oprowner')},
  'comment', ${comment('pg_operator', 'o.oid')}`,
  `pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
WHERE o.oprcode <> 0 AND ${userSchema('n')} AND ${notOfExtension('pg_operator', 'o.oid')}`,
);

const operatorClass = single(
  'operator class',
  `format('%I.%I using %I', n.nspname, c.opcname, a.amname)`,
  `'type', format_type(c.opcintype, NULL), 'key type', format_type(nullif(c.opckeytype, 0), NULL),
  'default', c.opcdefault, 'family', f.opfname, 'owner', ${owner('c.opcowner')},
  'comment', ${comment('pg_opclass', 'c.oid')}`,
  `pg_opclass c JOIN pg_namespace n ON n.oid = c.opcnamespace
JOIN pg_am a ON a.oid = c.opcmethod JOIN pg_opfamily f ON f.oid = c.opcfamily
WHERE ${userSchema('n')} AND ${notOfExtension('pg_opclass', 'c.oid')}`,
);

const operatorFamily = single(
  'operator family',
  `format('%I.%I using %I', n.nspname, f.opfname, a.amname)`,
  `'owner', ${owner('f.opfowner')}, 'operators', (
    SELECT jsonb_agg(p.amopstrategy || ' ' || p.amopopr::regoperator::text
      ORDER BY p.amopstrategy, p.amopopr::regoperator::text COLLATE "C") FROM pg_amop p WHERE p.amopfamily = f.oid),
  'functions', (
    SELECT jsonb_agg(p.amprocnum || ' ' || p.amproc::regprocedure::text
      ORDER BY p.amprocnum, p.amproc::regprocedure::text COLLATE "C")
    FROM pg_amproc p WHERE p.amprocfamily = f.oid),
  'comment', ${comment('pg_opfamily', 'f.oid')}`,
  `pg_opfamily f JOIN pg_namespace n ON n.oid = f.opfnamespace JOIN pg_am a ON a.oid = f.opfmethod
WHERE ${userSchema('n')} AND ${notOfExtension('pg_opfamily', 'f.oid')}`,
);

const cast = single(
  'cast',
  `format('%s as %s', format_type(c.castsource, NULL), format_type(c.casttarget, NULL))`,
  `'function', nullif(c.castfunc, 0)::regprocedure::text,
  'context', CASE c.castcontext WHEN 'e' THEN 'explicit' WHEN 'a' THEN 'assignment' ELSE 'implicit' END,
  'method', CASE c.castmethod WHEN 'f' THEN 'function' WHEN 'i' THEN 'input and output' ELSE 'binary' END,
  'comment', ${comment('pg_cast', 'c.oid')}`,
  `pg_cast c WHERE c.oid >= 16384 AND ${notOfExtension('pg_cast', 'c.oid')}
  AND NOT EXISTS (
    SELECT FROM pg_depend i WHERE i.classid = 'pg_cast'::regclass AND i.objid = c.oid AND i.deptype = 'i')`,
);

/** Without the version of the library behind it, which differs between machines. */
const collation = single(
  'collation',
  `format('%I.%I', n.nspname, c.collname)`,
  `'provider', CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'c' THEN 'libc' WHEN 'b' THEN 'builtin' ELSE 'default' END,
  'locale', coalesce(to_jsonb(c)->>'colllocale', to_jsonb(c)->>'colliculocale', c.collcollate),
  'character type', CASE WHEN c.collprovider = 'c' THEN c.collctype END, 'rules', to_jsonb(c)->>'collicurules',
  'deterministic', c.collisdeterministic, 'owner', ${owner('c.collowner')},
  'comment', ${comment('pg_collation', 'c.oid')}`,
  `pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
WHERE ${userSchema('n')} AND ${notOfExtension('pg_collation', 'c.oid')}`,
);

export const operatorSections: readonly Section[] = [
  operator,
  operatorClass,
  operatorFamily,
  cast,
  collation,
];
