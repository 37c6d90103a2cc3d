/** What decides how often a kind of object is read: with its relation, type or function, or only with everything. */
export type UnitKind = 'relation' | 'type' | 'function' | 'rest';

export interface SectionRequest {
  /** Major version of the server. */
  readonly major: number;
  /** A condition on the column that holds the oid of the unit, or `true`. */
  readonly filter: (column: string) => string;
}

/**
 * Reads one kind of object. Its SELECT gives seven columns per object:
 * unit (what is read again together: `r<oid>` a relation with all its parts, `t<oid>` a type, `f<oid>` a function,
 * `-` the rest), part (tells the objects of a unit apart, whatever they are called), kind, name (qualified),
 * kind and name of what it is a part of, facts (jsonb; nulls are left out).
 */
export interface Section {
  readonly of: UnitKind;
  readonly sql: (request: SectionRequest) => string;
}

/** First oid that the server gives to users' objects: FirstNormalObjectId in access/transam.h. */
export const firstUserOid = 16_384;

export const userSchema = (alias: string): string =>
  `${alias}.nspname <> 'information_schema' AND ${alias}.nspname !~ '^pg_(toast|temp|catalog)'`;

/** What an extension brings is told by the extension. */
export const notOfExtension = (catalog: string, oid: string): string => `NOT EXISTS (
    SELECT FROM pg_depend e WHERE e.classid = '${catalog}'::regclass AND e.objid = ${oid} AND e.deptype = 'e')`;

export const sorted = (array: string): string =>
  `(SELECT jsonb_agg(x ORDER BY x COLLATE "C") FROM unnest(${array}) x)`;

/** Grants with the default written out, so that a grant that is taken back leaves no trace. */
export const grants = (acl: string, kind: string, owner: string): string =>
  sorted(`coalesce(${acl}, acldefault('${kind}', ${owner}))::text[]`);

export const comment = (catalog: string, oid: string, column = '0'): string => `(
    SELECT description FROM pg_description
    WHERE classoid = '${catalog}'::regclass AND objoid = ${oid} AND objsubid = ${column})`;

export const owner = (oid: string): string => `pg_get_userbyid(${oid})`;

export const enabled = (column: string): string =>
  `CASE ${column} WHEN 'O' THEN 'yes' WHEN 'D' THEN 'no' WHEN 'R' THEN 'replica' ELSE 'always' END`;

/** Options with the values of those that may be secrets left out: these are never read. */
export const withoutSecrets = (options: string): string => `(
    SELECT jsonb_agg(CASE WHEN split_part(o, '=', 1) ~* '(pass|secret|key|token)'
      THEN split_part(o, '=', 1) || '=***' ELSE o END ORDER BY o COLLATE "C") FROM unnest(${options}) o)`;

/** An object that stands alone: kind as an SQL text, name, `facts` as pairs of a name and an expression, FROM. */
export function single(kind: string, name: string, facts: string, from: string): Section {
  return {
    of: 'rest',
    sql: () => `
SELECT '-', '', '${kind}', ${name}, NULL::text, NULL::text, jsonb_build_object(${facts})
FROM ${from}`,
  };
}
