import {
  comment,
  enabled,
  grants,
  notOfExtension,
  owner,
  type Section,
  single,
  sorted,
  userSchema,
  withoutSecrets,
} from './section.ts';

const database = single(
  'database',
  `'(this one)'`,
  `'grants', ${sorted('d.datacl::text[]')}, 'comment', shobj_description(d.oid, 'pg_database')`,
  'pg_database d WHERE d.datname = current_database()',
);

const schema = single(
  'schema',
  'quote_ident(n.nspname)',
  `'owner', ${owner('n.nspowner')}, 'grants', ${grants('n.nspacl', 'n', 'n.nspowner')},
  'comment', ${comment('pg_namespace', 'n.oid')}`,
  `pg_namespace n WHERE ${userSchema('n')} AND ${notOfExtension('pg_namespace', 'n.oid')}`,
);

/** The comment that comes with the control file says nothing about the history. */
const extension = single(
  'extension',
  'quote_ident(x.extname)',
  `'version', x.extversion, 'schema', n.nspname, 'comment', CASE WHEN ${comment('pg_extension', 'x.oid')}
    IS DISTINCT FROM (SELECT a.comment FROM pg_available_extensions a WHERE a.name = x.extname)
    THEN ${comment('pg_extension', 'x.oid')} END`,
  'pg_extension x JOIN pg_namespace n ON n.oid = x.extnamespace',
);

const eventTrigger = single(
  'event trigger',
  'quote_ident(v.evtname)',
  `'event', v.evtevent, 'function', v.evtfoid::regprocedure::text, 'enabled', ${enabled('v.evtenabled')},
  'tags', to_jsonb(v.evttags), 'owner', ${owner('v.evtowner')}, 'comment', ${comment('pg_event_trigger', 'v.oid')}`,
  `pg_event_trigger v WHERE ${notOfExtension('pg_event_trigger', 'v.oid')}`,
);

const statistics = single(
  'statistics',
  `format('%I.%I', n.nspname, x.stxname)`,
  `'definition', pg_get_statisticsobjdef(x.oid), 'target', nullif(to_jsonb(x)->>'stxstattarget', '-1'),
  'owner', ${owner('x.stxowner')}, 'comment', ${comment('pg_statistic_ext', 'x.oid')}`,
  `pg_statistic_ext x JOIN pg_namespace n ON n.oid = x.stxnamespace
WHERE ${userSchema('n')} AND ${notOfExtension('pg_statistic_ext', 'x.oid')}`,
);

const defaultPrivileges = single(
  'default privileges',
  `format('of %s in %s on %s', ${owner('d.defaclrole')},
    CASE WHEN d.defaclnamespace = 0 THEN 'any schema' ELSE d.defaclnamespace::regnamespace::text END,
    CASE d.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions'
      WHEN 'T' THEN 'types' WHEN 'n' THEN 'schemas' ELSE 'large objects' END)`,
  `'grants', ${sorted('d.defaclacl::text[]')}`,
  'pg_default_acl d',
);

const language = single(
  'language',
  'quote_ident(l.lanname)',
  `'trusted', l.lanpltrusted, 'handler', nullif(l.lanplcallfoid, 0)::regproc::text, 'owner', ${owner('l.lanowner')},
  'grants', ${grants('l.lanacl', 'l', 'l.lanowner')}, 'comment', ${comment('pg_language', 'l.oid')}`,
  'pg_language l WHERE l.lanispl',
);

/** Settings of this database and of roles. */
const setting = single(
  'setting',
  `coalesce('role ' || quote_ident(r.rolname) || CASE WHEN s.setdatabase <> 0 THEN ' in this database' ELSE '' END
    || ' ', '') || split_part(c, '=', 1)`,
  `'value', ${withoutSecrets('ARRAY[c]')}->>0`,
  `pg_db_role_setting s CROSS JOIN unnest(s.setconfig) c LEFT JOIN pg_roles r ON r.oid = s.setrole
WHERE s.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))`,
);

/** Shared by the whole server, so only what a history adds to it counts. Passwords are never read. */
const role = single(
  'role',
  'quote_ident(r.rolname)',
  `'superuser', r.rolsuper, 'inherits', r.rolinherit, 'may create roles', r.rolcreaterole,
  'may create databases', r.rolcreatedb, 'may log in', r.rolcanlogin, 'replication', r.rolreplication,
  'bypasses row security', r.rolbypassrls, 'connection limit', nullif(r.rolconnlimit, -1),
  'valid until', r.rolvaliduntil::text, 'comment', shobj_description(r.oid, 'pg_authid'),
  'member of', (SELECT jsonb_agg(DISTINCT ${owner('m.roleid')}::text) FROM pg_auth_members m WHERE m.member = r.oid)`,
  `pg_roles r WHERE r.rolname !~ '^pg_'`,
);

const securityLabel = single(
  'security label',
  `concat_ws(' ', l.objtype, l.objname, l.provider)`,
  `'label', l.label`,
  'pg_seclabels l',
);

export const databaseSections: readonly Section[] = [
  ...[database, schema, extension, eventTrigger, statistics],
  ...[defaultPrivileges, language, setting, role, securityLabel],
];
