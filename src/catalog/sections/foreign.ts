import { comment, grants, notOfExtension, owner, type Section, single, withoutSecrets } from './section.ts';

const wrapper = single(
  'foreign data wrapper',
  'quote_ident(w.fdwname)',
  `'handler', nullif(w.fdwhandler, 0)::regproc::text, 'validator', nullif(w.fdwvalidator, 0)::regproc::text,
  'options', ${withoutSecrets('w.fdwoptions')}, 'owner', ${owner('w.fdwowner')},
  'grants', ${grants('w.fdwacl', 'F', 'w.fdwowner')}, 'comment', ${comment('pg_foreign_data_wrapper', 'w.oid')}`,
  `pg_foreign_data_wrapper w WHERE ${notOfExtension('pg_foreign_data_wrapper', 'w.oid')}`,
);

const server = single(
  'foreign server',
  'quote_ident(s.srvname)',
  `'wrapper', w.fdwname, 'type', s.srvtype, 'version', s.srvversion, 'options', ${withoutSecrets('s.srvoptions')},
  'owner', ${owner('s.srvowner')}, 'grants', ${grants('s.srvacl', 'S', 's.srvowner')},
  'comment', ${comment('pg_foreign_server', 's.oid')}`,
  `pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
WHERE ${notOfExtension('pg_foreign_server', 's.oid')}`,
);

/** Of a mapping only the names of the options: the values are what somebody logs in with. */
const userMapping = single(
  'user mapping',
  `format('for %s on %I', CASE WHEN m.umuser = 0 THEN 'public' ELSE quote_ident(m.usename) END, m.srvname)`,
  `'options', (SELECT jsonb_agg(split_part(o, '=', 1) ORDER BY 1) FROM unnest(m.umoptions) o)`,
  'pg_user_mappings m',
);

export const foreignSections: readonly Section[] = [wrapper, server, userMapping];
