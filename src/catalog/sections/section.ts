/**
 * A section reads one kind of object. Its SELECT gives, per object:
 * unit (what is read again together: `r<oid>` a relation with all its parts, `t<oid>` a type, `f<oid>` a function, `-` the rest),
 * kind, name (qualified), parent (`kind name` of what it is a part of), facts (jsonb).
 */
export interface Section {
  /** The catalog whose rows decide which units a restricted read is about; `rest` sections are only read with everything. */
  readonly of: 'relation' | 'type' | 'function' | 'rest';
  /** `filter` is a condition on the section's own oid column, or `true`. */
  sql(server: { readonly major: number; readonly filter: (column: string) => string }): string;
}

export const userSchema = (alias: string): string =>
  `${alias}.nspname <> 'information_schema' AND ${alias}.nspname !~ '^pg_(toast|temp|catalog)'`;

export const notOfExtension = (catalog: string, oid: string): string =>
  `NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '${catalog}'::regclass AND e.objid = ${oid} AND e.deptype = 'e')`;

export const sorted = (array: string): string => `(SELECT jsonb_agg(x ORDER BY x COLLATE "C") FROM unnest(${array}) x)`;

/** Grants with the default written out, so that a grant that is taken back leaves no trace. */
export const grants = (acl: string, kind: string, owner: string): string => sorted(`coalesce(${acl}, acldefault('${kind}', ${owner}))::text[]`);

export const comment = (catalog: string, oid: string, column = '0'): string =>
  `(SELECT description FROM pg_description WHERE classoid = '${catalog}'::regclass AND objoid = ${oid} AND objsubid = ${column})`;

export const owner = (oid: string): string => `pg_get_userbyid(${oid})`;
