import type { TypeReference } from '../../sql/name.ts';

/** SQLAlchemy's type for each of PostgreSQL's own, by its internal name. */
const plain: Readonly<Record<string, string>> = {
  int2: 'sa.SmallInteger()',
  int4: 'sa.Integer()',
  int8: 'sa.BigInteger()',
  smallserial: 'sa.SmallInteger()',
  serial: 'sa.Integer()',
  bigserial: 'sa.BigInteger()',
  float4: 'sa.REAL()',
  float8: 'sa.Float()',
  text: 'sa.Text()',
  bool: 'sa.Boolean()',
  bytea: 'sa.LargeBinary()',
  date: 'sa.Date()',
  time: 'sa.Time()',
  timestamp: 'sa.DateTime()',
  timestamptz: 'sa.DateTime(timezone=True)',
  interval: 'sa.Interval()',
  json: 'sa.JSON()',
  jsonb: 'postgresql.JSONB()',
  uuid: 'postgresql.UUID()',
  inet: 'postgresql.INET()',
};
const withModifiers: Readonly<Record<string, string>> = {
  varchar: 'sa.String',
  bpchar: 'sa.CHAR',
  numeric: 'sa.Numeric',
};

/** As a migration writes it; undefined for types that somebody made, and for those that are rare. */
export function saType({ schema, name, modifiers, array }: TypeReference): string | undefined {
  if (schema !== undefined) return undefined;
  const call = withModifiers[name];
  const one = call === undefined ? plain[name] : `${call}(${modifiers.join(', ')})`;
  return one !== undefined && array ? `postgresql.ARRAY(${one})` : one;
}

/** A value that any row can have, as SQL; undefined where there is no such value. */
export const plainValue = ({ schema, name, array }: TypeReference): string | undefined => {
  if (schema !== undefined) return undefined;
  return array ? "'{}'" : values[name];
};

const values: Readonly<Record<string, string>> = {
  int2: '0',
  int4: '0',
  int8: '0',
  float4: '0',
  float8: '0',
  numeric: '0',
  text: "''",
  varchar: "''",
  bpchar: "''",
  bytea: "''",
  bool: 'false',
  date: 'CURRENT_DATE',
  timestamp: 'now()',
  timestamptz: 'now()',
  json: "'{}'",
  jsonb: "'{}'",
};
