import { tokensOf } from './tokens.ts';

/** NAMEDATALEN - 1 (pg_config_manual.h) */
const most = 63;

/** An identifier that the server cuts without an error. */
export interface LongName {
  readonly written: string;
  /** In UTF-16 units of the text. */
  readonly at: number;
}

/** The identifiers of a text that are longer than a name can be, without their quotes. */
export function longNames(sql: string): readonly LongName[] {
  if (Buffer.byteLength(sql) <= most) return [];
  return (tokensOf(sql) ?? [])
    .filter(({ identifier }) => identifier)
    .map(({ text, start }) => ({ written: unquoted(text), at: start }))
    .filter(({ written }) => Buffer.byteLength(written) > most);
}

/** Escapes of U&"..." stay as they are written. */
const quoted = /^(?:u&)?"(.*)"$/is;
const unquoted = (text: string): string => quoted.exec(text)?.[1]?.replaceAll('""', '"') ?? text;
