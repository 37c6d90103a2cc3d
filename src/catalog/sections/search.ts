import { comment, notOfExtension, owner, type Section, single, userSchema } from './section.ts';

const configuration = single(
  'text search configuration',
  `format('%I.%I', n.nspname, c.cfgname)`,
  `'owner', ${owner('c.cfgowner')}, 'parser', (SELECT prsname FROM pg_ts_parser p WHERE p.oid = c.cfgparser),
  'mappings', (
    SELECT jsonb_agg(t.alias || ' ' || m.mapseqno || ' ' || m.mapdict::regdictionary::text
      ORDER BY m.maptokentype, m.mapseqno)
    FROM pg_ts_config_map m JOIN ts_token_type(c.cfgparser) t ON t.tokid = m.maptokentype WHERE m.mapcfg = c.oid),
  'comment', ${comment('pg_ts_config', 'c.oid')}`,
  `pg_ts_config c JOIN pg_namespace n ON n.oid = c.cfgnamespace
WHERE ${userSchema('n')} AND ${notOfExtension('pg_ts_config', 'c.oid')}`,
);

const dictionary = single(
  'text search dictionary',
  `format('%I.%I', n.nspname, d.dictname)`,
  `'owner', ${owner('d.dictowner')}, 'template', (SELECT tmplname FROM pg_ts_template t WHERE t.oid = d.dicttemplate),
  'options', d.dictinitoption, 'comment', ${comment('pg_ts_dict', 'd.oid')}`,
  `pg_ts_dict d JOIN pg_namespace n ON n.oid = d.dictnamespace
WHERE ${userSchema('n')} AND ${notOfExtension('pg_ts_dict', 'd.oid')}`,
);

export const searchSections: readonly Section[] = [configuration, dictionary];
