import { relationSections } from './sections/relations.ts';
import { restSections } from './sections/rest.ts';
import type { Section } from './sections/section.ts';
import { ownType, typeSections } from './sections/types.ts';

const sections: readonly Section[] = [...relationSections, ...typeSections, ...restSections];

/** The whole user schema in one statement. */
export function everything(major: number): string {
  return union(sections.map((section) => section.sql({ major, filter: () => 'true' })));
}

/** The objects of some units; $1, $2, $3 are the oids of relations, types and functions. */
export function some(major: number): string {
  const parameter = { relation: '$1', type: '$2', function: '$3', rest: '' };
  const restricted = sections.filter((section) => section.of !== 'rest');
  return union(restricted.map((section) => section.sql({ major, filter: (column) => `${column} = ANY (${parameter[section.of]}::oid[])` })));
}

const union = (selects: readonly string[]): string =>
  `SELECT unit, kind, name, parent, jsonb_strip_nulls(facts) AS facts FROM (\n${selects.join('\nUNION ALL')}\n) AS found (unit, kind, name, parent, facts)`;

/** A catalog whose rows belong to units; `unit` is their oid and letter. */
export interface Watched {
  readonly catalog: string;
  readonly oid: string;
  readonly unit: string;
  readonly from: string;
}

/** First oid that the server gives to users' objects. */
const firstUserOid = 16_384;

/** Rows with an oid of their own: what vanishes is noticed by their number and sum. */
export const watched: readonly Watched[] = [
  { catalog: 'class', oid: 'c.oid', unit: `'r' || coalesce((SELECT i.indrelid FROM pg_index i WHERE i.indexrelid = c.oid), c.oid)`, from: `pg_class c WHERE c.oid >= ${firstUserOid} AND c.relkind <> 't'` },
  { catalog: 'constraint', oid: 'c.oid', unit: `CASE WHEN c.conrelid <> 0 THEN 'r' || c.conrelid ELSE 't' || c.contypid END`, from: `pg_constraint c WHERE c.oid >= ${firstUserOid}` },
  { catalog: 'trigger', oid: 'c.oid', unit: `'r' || c.tgrelid`, from: `pg_trigger c WHERE c.oid >= ${firstUserOid} AND NOT c.tgisinternal` },
  { catalog: 'rewrite', oid: 'c.oid', unit: `'r' || c.ev_class`, from: `pg_rewrite c WHERE c.oid >= ${firstUserOid}` },
  { catalog: 'policy', oid: 'c.oid', unit: `'r' || c.polrelid`, from: 'pg_policy c' },
  { catalog: 'type', oid: 'c.oid', unit: `'t' || c.oid`, from: `pg_type c WHERE c.oid >= ${firstUserOid} AND ${ownType('c')}` },
  { catalog: 'proc', oid: 'c.oid', unit: `'f' || c.oid`, from: `pg_proc c WHERE c.oid >= ${firstUserOid}` },
  { catalog: 'enum', oid: 'c.oid', unit: `'t' || c.enumtypid`, from: `pg_enum c WHERE c.oid >= ${firstUserOid}` },
];

/** Rows whose disappearance shows in a row of their relation, or in none that is compared. */
const followed: readonly { readonly unit: string; readonly from: string }[] = [
  { unit: `'r' || c.attrelid`, from: `pg_attribute c WHERE c.attrelid >= ${firstUserOid}` },
  { unit: `'r' || c.adrelid`, from: 'pg_attrdef c WHERE true' },
  { unit: `'r' || c.indrelid`, from: `pg_index c WHERE c.indrelid >= ${firstUserOid}` },
  { unit: `'r' || c.seqrelid`, from: 'pg_sequence c WHERE true' },
  { unit: `'r' || c.inhrelid`, from: 'pg_inherits c WHERE true' },
  { unit: `'r' || c.ftrelid`, from: 'pg_foreign_table c WHERE true' },
  { unit: `'t' || c.rngtypid`, from: `pg_range c WHERE c.rngtypid >= ${firstUserOid}` },
];

/** Everything else: rare, and read again as a whole. Counted by number, sum and newest row. */
const rare = [
  ...['pg_namespace', 'pg_extension', 'pg_event_trigger', 'pg_publication', 'pg_publication_rel', 'pg_statistic_ext', 'pg_foreign_data_wrapper', 'pg_foreign_server'],
  ...['pg_collation', 'pg_opclass', 'pg_opfamily', 'pg_cast', 'pg_ts_config', 'pg_ts_dict', 'pg_default_acl', 'pg_language'],
];

/**
 * What has changed since the boundary $1 (an xid8): rows that are newer, and per watched catalog the number and the sum
 * of its oids. Rows: catalog, units (letters and oids), oids, number, sum.
 */
export function probe(major: number): string {
  const newer = `age(c.xmin) <= age(($1::text)::xid)`;
  const watches = watched.map(
    ({ catalog, oid, unit, from }) => `SELECT '${catalog}', array_agg(${unit}) FILTER (WHERE ${newer}), array_agg(${oid}::int8) FILTER (WHERE ${newer}), count(*), coalesce(sum(${oid}::int8), 0)::int8 FROM ${from}`,
  );
  const follows = followed.map(({ unit, from }) => `SELECT 'followed', array_agg(DISTINCT ${unit}), NULL::int8[], NULL::int8, NULL::int8 FROM ${from} AND ${newer}`);
  return [...watches, ...follows, comments(newer), others(major, newer), boundary].join('\nUNION ALL\n');
}

/** Comments have no oid; those on parts of a relation are found by what they describe. */
const comments = (newer: string): string => `SELECT 'description',
  array_agg(c.classoid::regclass::text || ' ' || c.objoid) FILTER (WHERE ${newer}), NULL::int8[], count(*), coalesce(sum(hashint8(c.objoid::int8 * 2048 + c.objsubid)::int8), 0)::int8
  FROM pg_description c WHERE c.objoid >= ${firstUserOid}`;

function others(major: number, newer: string): string {
  const catalogs = major >= 15 ? [...rare, 'pg_publication_namespace'] : rare;
  const tally = (catalog: string): string => `SELECT count(*) AS n, coalesce(sum(c.oid::int8), 0) AS s, count(*) FILTER (WHERE ${newer}) AS w FROM ${catalog} c`;
  const odd = [
    `SELECT count(*), coalesce(sum(d.objid::int8), 0), 0 FROM pg_depend d WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'`,
    `SELECT count(*), coalesce(sum(c.oid::int8), 0), count(*) FILTER (WHERE ${newer}) FROM pg_operator c WHERE c.oid >= ${firstUserOid}`,
    `SELECT count(*), coalesce(sum(hashtext(r::text)::int8), 0), 0 FROM pg_roles r WHERE r.rolname !~ '^pg_'`,
    `SELECT count(*), 0, count(*) FILTER (WHERE ${newer}) FROM pg_auth_members c`,
    `SELECT count(*), coalesce(sum(hashtext(c::text)::int8), 0), 0 FROM pg_db_role_setting c WHERE c.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    `SELECT count(*), coalesce(sum(hashtext(c.umuser || ' ' || c.srvid)::int8), 0), 0 FROM pg_user_mappings c`,
    `SELECT count(*), 0, count(*) FILTER (WHERE ${newer}) FROM pg_ts_config_map c`,
    `SELECT count(*), coalesce(sum(hashtext(c.label)::int8), 0), 0 FROM pg_seclabel c`,
    `SELECT count(*), coalesce(sum(c.objsubid), 0), count(*) FILTER (WHERE ${newer}) FROM pg_description c WHERE c.objoid = 2200`,
  ];
  return `SELECT 'rest', NULL::text[], NULL::int8[], coalesce(sum(w), 0)::int8, coalesce(sum(hashint8(n * 1000003 + s::int8 + at)::int8), 0)::int8 FROM (
    SELECT row_number() OVER () AS at, * FROM (${[...catalogs.map(tally), ...odd].join(' UNION ALL ')}) AS tallies (n, s, w)) AS numbered`;
}

const boundary = `SELECT 'boundary', ARRAY[pg_snapshot_xmin(pg_current_snapshot())::text], NULL::int8[], NULL::int8, NULL::int8`;

/** All oids of the watched catalogs and the units they belong to. */
export function census(): string {
  return watched.map(({ catalog, oid, unit, from }) => `SELECT '${catalog}' AS catalog, array_agg(${oid}::int8) AS oids, array_agg(${unit}) AS units FROM ${from}`).join('\nUNION ALL\n');
}
