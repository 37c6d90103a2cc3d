import { firstUserOid } from './sections/section.ts';
import { ownType } from './sections/types.ts';

/**
 * A catalog whose rows are known one by one, because a row that goes may leave no other row behind it.
 * All expressions are on the alias `c`.
 */
export interface Watch {
  readonly name: string;
  readonly catalog: string;
  /** Where the rows of users begin; absent where reading all of it is cheaper than the condition. */
  readonly where?: string;
  /** The oid by which neighbours are found again. */
  readonly oid: string;
  /** What tells its rows apart: the oid, then whatever else it takes, with dots between. */
  readonly id: string;
  /** The unit a row belongs to; null when it is compared nowhere; `<watch> <oid>` for "the unit of that row". */
  readonly unit: string;
}

const byOid = { oid: 'c.oid', id: 'c.oid::text' };
const usersOnly = `c.oid >= ${firstUserOid}`;

/** What comments may be on, and the unit that is: the rest is read with everything. */
const commented = `CASE c.classoid
    WHEN 'pg_class'::regclass THEN 'class ' || c.objoid
    WHEN 'pg_constraint'::regclass THEN 'constraint ' || c.objoid
    WHEN 'pg_trigger'::regclass THEN 'trigger ' || c.objoid
    WHEN 'pg_rewrite'::regclass THEN 'rewrite ' || c.objoid
    WHEN 'pg_policy'::regclass THEN 'policy ' || c.objoid
    WHEN 'pg_type'::regclass THEN 't' || c.objoid
    WHEN 'pg_proc'::regclass THEN 'f' || c.objoid
    ELSE '-' END`;

/** In this order: a row may belong to the unit of a row of a watch before it. */
export const watches: readonly Watch[] = [
  {
    ...byOid,
    name: 'class',
    catalog: 'pg_class',
    unit: `'r' || coalesce((SELECT i.indrelid FROM pg_index i WHERE i.indexrelid = c.oid), c.oid)`,
  },
  {
    ...byOid,
    name: 'constraint',
    catalog: 'pg_constraint',
    unit: `CASE WHEN c.conrelid <> 0 THEN 'r' || c.conrelid ELSE 't' || c.contypid END`,
  },
  { ...byOid, name: 'trigger', catalog: 'pg_trigger', unit: `'r' || c.tgrelid` },
  { ...byOid, name: 'rewrite', catalog: 'pg_rewrite', where: usersOnly, unit: `'r' || c.ev_class` },
  { ...byOid, name: 'policy', catalog: 'pg_policy', unit: `'r' || c.polrelid` },
  {
    ...byOid,
    name: 'type',
    catalog: 'pg_type',
    unit: `CASE WHEN ${ownType('c')} THEN 't' || c.oid END`,
  },
  { ...byOid, name: 'proc', catalog: 'pg_proc', where: usersOnly, unit: `'f' || c.oid` },
  { ...byOid, name: 'enum', catalog: 'pg_enum', where: usersOnly, unit: `'t' || c.enumtypid` },
  {
    name: 'inheritance',
    catalog: 'pg_inherits',
    oid: 'c.inhrelid',
    id: `c.inhrelid || '.' || c.inhseqno`,
    unit: `'class ' || c.inhrelid`,
  },
  {
    name: 'comment',
    catalog: 'pg_description',
    where: `c.objoid >= ${firstUserOid}`,
    oid: 'c.objoid',
    id: `concat_ws('.', c.objoid, c.classoid, c.objsubid)`,
    unit: commented,
  },
];

/**
 * Rows that never go without another row of their unit changing: only new ones are looked for.
 * pg_attrdef is not among them: a default that comes, goes or changes is written into pg_attribute (`atthasdef`) too.
 */
export const followed: readonly Pick<Watch, 'catalog' | 'where' | 'unit'>[] = [
  { catalog: 'pg_attribute', unit: `'class ' || c.attrelid` },
  { catalog: 'pg_index', unit: `'r' || c.indrelid` },
  { catalog: 'pg_sequence', unit: `'r' || c.seqrelid` },
  { catalog: 'pg_foreign_table', unit: `'r' || c.ftrelid` },
  { catalog: 'pg_range', where: `c.rngtypid >= ${firstUserOid}`, unit: `'t' || c.rngtypid` },
];

/** A rare catalog: when anything in it is different, everything is read again. */
export interface RareWatch {
  readonly catalog: string;
  readonly where?: string;
  /** An int8 whose sum over all rows shows that other rows are there. */
  readonly mark: string;
}

const oids = (catalog: string, where?: string): RareWatch => ({
  catalog,
  mark: 'c.oid::int8',
  ...(where === undefined ? {} : { where }),
});

const thisDatabase = '(SELECT oid FROM pg_database WHERE datname = current_database())';

export const rareWatches = (major: number): readonly RareWatch[] => [
  ...['pg_namespace', 'pg_extension', 'pg_event_trigger', 'pg_publication', 'pg_publication_rel'].map(
    (catalog) => oids(catalog),
  ),
  ...(major >= 15 ? [oids('pg_publication_namespace')] : []),
  ...[
    'pg_statistic_ext',
    'pg_foreign_data_wrapper',
    'pg_foreign_server',
    'pg_default_acl',
    'pg_language',
  ].map((catalog) => oids(catalog)),
  ...['pg_operator', 'pg_opclass', 'pg_opfamily', 'pg_amop', 'pg_amproc', 'pg_cast', 'pg_collation'].map(
    (catalog) => oids(catalog, usersOnly),
  ),
  ...['pg_ts_config', 'pg_ts_dict'].map((catalog) => oids(catalog, usersOnly)),
  {
    catalog: 'pg_ts_config_map',
    where: `c.mapcfg >= ${firstUserOid}`,
    mark: `hashtext(concat_ws(' ', c.mapcfg, c.maptokentype, c.mapseqno))::int8`,
  },
  // Members of extensions: what joins or leaves one is told no longer, or again.
  {
    catalog: 'pg_depend',
    where: `c.refclassid = 'pg_extension'::regclass AND c.deptype = 'e'`,
    mark: 'c.objid::int8',
  },
  { catalog: 'pg_seclabel', mark: 'hashtext(c.label)::int8' },
  // Comments on what every database brings along, such as the schema public.
  {
    catalog: 'pg_description',
    where: `c.objoid = 'public'::regnamespace AND c.classoid = 'pg_namespace'::regclass`,
    mark: 'hashtext(c.description)::int8',
  },
  {
    catalog: 'pg_shdescription',
    where: `c.objoid >= ${firstUserOid}`,
    mark: 'hashtext(c.description)::int8',
  },
  { catalog: 'pg_database', where: 'c.datname = current_database()', mark: 'hashtext(c.datacl::text)::int8' },
  {
    catalog: 'pg_db_role_setting',
    where: `c.setdatabase IN (0, ${thisDatabase})`,
    mark: 'hashtext(c::text)::int8',
  },
  { catalog: 'pg_auth_members', mark: `hashtext(c.roleid || ' ' || c.member)::int8` },
  { catalog: 'pg_roles', where: `c.rolname !~ '^pg_'`, mark: 'hashtext(c::text)::int8' },
  { catalog: 'pg_user_mappings', mark: `hashtext(concat_ws(' ', c.umid, c.umoptions))::int8` },
];

/** Views: their rows have no xmin, so their marks spell everything. */
export const isView = ({ catalog }: RareWatch): boolean => ['pg_roles', 'pg_user_mappings'].includes(catalog);
