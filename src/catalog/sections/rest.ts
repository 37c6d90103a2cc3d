import { enabled } from './relations.ts';
import { comment, grants, notOfExtension, owner, type Section, sorted, userSchema } from './section.ts';

const rest = (sql: (major: number) => string): Section => ({ of: 'rest', sql: ({ major }) => sql(major) });

/** `facts` are pairs of a name and an expression. */
function object(kind: string, name: string, facts: string, from: string): Section {
  return rest(() => `\nSELECT '-', '${kind}', ${name}, NULL::text, jsonb_build_object(${facts}) FROM ${from}`);
}

const schema = object(
  'schema',
  'quote_ident(n.nspname)',
  `'owner', ${owner('n.nspowner')}, 'grants', ${grants('n.nspacl', 'n', 'n.nspowner')}, 'comment', ${comment('pg_namespace', 'n.oid')}`,
  `pg_namespace n WHERE ${userSchema('n')} AND ${notOfExtension('pg_namespace', 'n.oid')}`,
);
const extension = object(
  'extension',
  'quote_ident(x.extname)',
  `'version', x.extversion, 'schema', n.nspname, 'comment', nullif(${comment('pg_extension', 'x.oid')}, (SELECT a.comment FROM pg_available_extensions a WHERE a.name = x.extname))`,
  `pg_extension x JOIN pg_namespace n ON n.oid = x.extnamespace`,
);
const eventTrigger = object(
  'event trigger',
  'quote_ident(v.evtname)',
  `'event', v.evtevent, 'function', v.evtfoid::regprocedure::text, 'enabled', ${enabled('v.evtenabled')}, 'tags', to_jsonb(v.evttags), 'owner', ${owner('v.evtowner')}, 'comment', ${comment('pg_event_trigger', 'v.oid')}`,
  `pg_event_trigger v WHERE ${notOfExtension('pg_event_trigger', 'v.oid')}`,
);
const publication = rest((major) => {
  const tables =
    major >= 15
      ? `(SELECT jsonb_agg(concat_ws(' ', k.prrelid::regclass::text, (SELECT '(' || string_agg(a.attname, ', ' ORDER BY a.attnum) || ')' FROM pg_attribute a WHERE a.attrelid = k.prrelid AND a.attnum = ANY (k.prattrs)), 'where ' || pg_get_expr(k.prqual, k.prrelid)) ORDER BY k.prrelid::regclass::text COLLATE "C") FROM pg_publication_rel k WHERE k.prpubid = b.oid)`
      : `(SELECT jsonb_agg(k.prrelid::regclass::text ORDER BY k.prrelid::regclass::text COLLATE "C") FROM pg_publication_rel k WHERE k.prpubid = b.oid)`;
  const schemas = major >= 15 ? `(SELECT jsonb_agg(m.pnnspid::regnamespace::text ORDER BY m.pnnspid::regnamespace::text COLLATE "C") FROM pg_publication_namespace m WHERE m.pnpubid = b.oid)` : 'NULL';
  return `\nSELECT '-', 'publication', quote_ident(b.pubname), NULL::text, (to_jsonb(b) - '{oid,pubowner,pubname}'::text[]) || jsonb_build_object('owner', ${owner('b.pubowner')}, 'tables', ${tables}, 'schemas', ${schemas}, 'comment', ${comment('pg_publication', 'b.oid')}) FROM pg_publication b`;
});
const statistics = object(
  'statistics',
  `format('%I.%I', n.nspname, x.stxname)`,
  `'definition', pg_get_statisticsobjdef(x.oid), 'target', nullif(to_jsonb(x)->>'stxstattarget', '-1'), 'owner', ${owner('x.stxowner')}, 'comment', ${comment('pg_statistic_ext', 'x.oid')}`,
  `pg_statistic_ext x JOIN pg_namespace n ON n.oid = x.stxnamespace WHERE ${userSchema('n')}`,
);
const wrapper = object(
  'foreign data wrapper',
  'quote_ident(w.fdwname)',
  `'handler', nullif(w.fdwhandler, 0)::regproc::text, 'validator', nullif(w.fdwvalidator, 0)::regproc::text, 'options', ${sorted('w.fdwoptions')}, 'owner', ${owner('w.fdwowner')}, 'grants', ${grants('w.fdwacl', 'F', 'w.fdwowner')}`,
  `pg_foreign_data_wrapper w WHERE ${notOfExtension('pg_foreign_data_wrapper', 'w.oid')}`,
);
/** What may be a secret is never read. */
const foreignServer = object(
  'foreign server',
  'quote_ident(s.srvname)',
  `'wrapper', (SELECT fdwname FROM pg_foreign_data_wrapper w WHERE w.oid = s.srvfdw), 'type', s.srvtype, 'version', s.srvversion, 'options', (SELECT jsonb_agg(CASE WHEN o ~* '^[^=]*(pass|secret|key)' THEN split_part(o, '=', 1) || '=***' ELSE o END ORDER BY o COLLATE "C") FROM unnest(s.srvoptions) o), 'owner', ${owner('s.srvowner')}, 'grants', ${grants('s.srvacl', 'S', 's.srvowner')}`,
  `pg_foreign_server s WHERE ${notOfExtension('pg_foreign_server', 's.oid')}`,
);
const userMapping = object('user mapping', `quote_ident(m.srvname) || ' for ' || coalesce(m.usename, 'public')`, ``, 'pg_user_mappings m');
const collation = object(
  'collation',
  `format('%I.%I', n.nspname, c.collname)`,
  `'definition', to_jsonb(c) - '{oid,collname,collnamespace,collowner,collversion}'::text[], 'owner', ${owner('c.collowner')}, 'comment', ${comment('pg_collation', 'c.oid')}`,
  `pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace WHERE ${userSchema('n')} AND ${notOfExtension('pg_collation', 'c.oid')}`,
);
const operator = object(
  'operator',
  'o.oid::regoperator::text',
  `'result', o.oprresult::regtype::text, 'function', o.oprcode::regprocedure::text, 'commutator', nullif(o.oprcom, 0)::regoperator::text, 'negator', nullif(o.oprnegate, 0)::regoperator::text, 'restrict', nullif(o.oprrest, 0)::regproc::text, 'join', nullif(o.oprjoin, 0)::regproc::text, 'merges', o.oprcanmerge, 'hashes', o.oprcanhash, 'owner', ${owner('o.oprowner')}, 'comment', ${comment('pg_operator', 'o.oid')}`,
  `pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace WHERE o.oprcode <> 0 AND ${userSchema('n')} AND ${notOfExtension('pg_operator', 'o.oid')}`,
);
const operatorClass = object(
  'operator class',
  `format('%I.%I using %I', n.nspname, c.opcname, a.amname)`,
  `'type', c.opcintype::regtype::text, 'key', nullif(c.opckeytype, 0)::regtype::text, 'default', c.opcdefault, 'family', f.opfname, 'owner', ${owner('c.opcowner')}`,
  `pg_opclass c JOIN pg_namespace n ON n.oid = c.opcnamespace JOIN pg_am a ON a.oid = c.opcmethod JOIN pg_opfamily f ON f.oid = c.opcfamily WHERE ${userSchema('n')} AND ${notOfExtension('pg_opclass', 'c.oid')}`,
);
const operatorFamily = object(
  'operator family',
  `format('%I.%I using %I', n.nspname, f.opfname, a.amname)`,
  `'owner', ${owner('f.opfowner')}, 'operators', (SELECT jsonb_agg(p.amopstrategy || ' ' || p.amopopr::regoperator::text ORDER BY p.amopstrategy, p.amopopr::regoperator::text COLLATE "C") FROM pg_amop p WHERE p.amopfamily = f.oid), 'functions', (SELECT jsonb_agg(p.amprocnum || ' ' || p.amproc::text ORDER BY p.amprocnum, p.amproc::text COLLATE "C") FROM pg_amproc p WHERE p.amprocfamily = f.oid)`,
  `pg_opfamily f JOIN pg_namespace n ON n.oid = f.opfnamespace JOIN pg_am a ON a.oid = f.opfmethod WHERE ${userSchema('n')} AND ${notOfExtension('pg_opfamily', 'f.oid')}`,
);
const cast = object(
  'cast',
  `format('%s as %s', c.castsource::regtype, c.casttarget::regtype)`,
  `'function', nullif(c.castfunc, 0)::regprocedure::text, 'context', c.castcontext, 'method', c.castmethod, 'comment', ${comment('pg_cast', 'c.oid')}`,
  `pg_cast c WHERE c.oid >= 16384 AND ${notOfExtension('pg_cast', 'c.oid')}`,
);
const searchConfiguration = object(
  'text search configuration',
  `format('%I.%I', n.nspname, c.cfgname)`,
  `'owner', ${owner('c.cfgowner')}, 'parser', (SELECT prsname FROM pg_ts_parser p WHERE p.oid = c.cfgparser), 'mappings', (SELECT jsonb_agg(m.maptokentype || ' ' || m.mapseqno || ' ' || m.mapdict::regdictionary::text ORDER BY m.maptokentype, m.mapseqno) FROM pg_ts_config_map m WHERE m.mapcfg = c.oid), 'comment', ${comment('pg_ts_config', 'c.oid')}`,
  `pg_ts_config c JOIN pg_namespace n ON n.oid = c.cfgnamespace WHERE ${userSchema('n')} AND ${notOfExtension('pg_ts_config', 'c.oid')}`,
);
const searchDictionary = object(
  'text search dictionary',
  `format('%I.%I', n.nspname, d.dictname)`,
  `'owner', ${owner('d.dictowner')}, 'template', (SELECT tmplname FROM pg_ts_template t WHERE t.oid = d.dicttemplate), 'options', d.dictinitoption, 'comment', ${comment('pg_ts_dict', 'd.oid')}`,
  `pg_ts_dict d JOIN pg_namespace n ON n.oid = d.dictnamespace WHERE ${userSchema('n')} AND ${notOfExtension('pg_ts_dict', 'd.oid')}`,
);
const defaultGrants = object(
  'default privileges',
  `format('%s in %s on %s', ${owner('d.defaclrole')}, CASE WHEN d.defaclnamespace = 0 THEN 'any schema' ELSE d.defaclnamespace::regnamespace::text END, CASE d.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions' WHEN 'T' THEN 'types' WHEN 'n' THEN 'schemas' ELSE d.defaclobjtype::text END)`,
  `'grants', ${sorted('d.defaclacl::text[]')}`,
  'pg_default_acl d',
);
const language = object(
  'language',
  'quote_ident(l.lanname)',
  `'trusted', l.lanpltrusted, 'handler', nullif(l.lanplcallfoid, 0)::regproc::text, 'owner', ${owner('l.lanowner')}, 'grants', ${grants('l.lanacl', 'l', 'l.lanowner')}`,
  `pg_language l WHERE l.lanispl AND ${notOfExtension('pg_language', 'l.oid')}`,
);
const databaseSettings = object(
  'setting',
  `coalesce('role ' || quote_ident(r.rolname) || ': ', '') || split_part(c, '=', 1)`,
  `'value', substr(c, strpos(c, '=') + 1)`,
  `pg_db_role_setting s CROSS JOIN unnest(s.setconfig) c LEFT JOIN pg_roles r ON r.oid = s.setrole WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())`,
);
/** Shared by the whole server, so only what a history adds to it counts; passwords are never read. */
const role = object(
  'role',
  'quote_ident(r.rolname)',
  `'superuser', r.rolsuper, 'inherits', r.rolinherit, 'may create roles', r.rolcreaterole, 'may create databases', r.rolcreatedb, 'may log in', r.rolcanlogin, 'replication', r.rolreplication, 'bypasses row security', r.rolbypassrls, 'connection limit', nullif(r.rolconnlimit, -1), 'member of', (SELECT jsonb_agg(DISTINCT ${owner('m.roleid')}) FROM pg_auth_members m WHERE m.member = r.oid)`,
  `pg_roles r WHERE r.rolname !~ '^pg_'`,
);
const securityLabel = object('security label', `concat_ws(' ', l.objtype, l.objname, l.provider)`, `'label', l.label`, `pg_seclabels l`);

export const restSections: readonly Section[] = [
  ...[schema, extension, eventTrigger, publication, statistics, wrapper, foreignServer, userMapping, collation, operator, operatorClass, operatorFamily],
  ...[cast, searchConfiguration, searchDictionary, defaultGrants, language, databaseSettings, role, securityLabel],
];
