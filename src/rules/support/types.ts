/** As people write types that format_type() spells out. */
export const shortType = (type: string): string =>
  type
    .replace('character varying', 'varchar')
    .replace(/timestamp(\(\d\))? with time zone/, 'timestamptz$1')
    .replace(/timestamp(\(\d\))? without time zone/, 'timestamp$1');
