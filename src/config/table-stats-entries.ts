import { CsvError, parse } from 'csv-parse/sync';
import { SetupError } from '../model/setup-error.ts';

/** What the file says of one table, not yet looked at. */
export interface Entry {
  /** Such as `table-stats.csv:3`, the last line of the entry, or `table-stats.json, entry 3`. */
  readonly place: string;
  readonly value: unknown;
}

/** The entries of a file, in its order: a list in JSON, or that list as `tables`, or else CSV with a header. */
export function entriesOf(given: string, shown: string): readonly Entry[] {
  const content = given.trim(); // a byte order mark is a blank too
  if (content === '') throw badTableStats(`The table statistics ${shown} are empty`);
  return /^[[{]/.test(content) ? jsonEntries(content, shown) : csvEntries(given, shown);
}

function jsonEntries(content: string, shown: string): readonly Entry[] {
  const whole = readJson(content, shown);
  const list = Array.isArray(whole) ? whole : (whole as { readonly tables?: unknown }).tables;
  if (!Array.isArray(list)) throw badTableStats(`${shown}: this is no list of tables`);
  return list.map((value, at) => ({ place: `${shown}, entry ${at + 1}`, value }));
}

function readJson(content: string, shown: string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw badTableStats(`${shown}: this is no JSON: ${(cause as Error).message}`, { cause });
  }
}

function csvEntries(content: string, shown: string): readonly Entry[] {
  const columns = (header: string[]): string[] => {
    const missing = ['schema', 'table', 'rows', 'bytes'].filter((name) => !header.includes(name));
    if (missing.length === 0) return header;
    throw badTableStats(`${shown}:1: the header has no ${missing.join(', no ')}`);
  };
  try {
    // With `info` each record comes with its line, which the types do not say.
    const records = parse(content, {
      bom: true,
      columns,
      info: true,
      skip_empty_lines: true,
    }) as unknown as readonly {
      readonly record: unknown;
      readonly info: { readonly lines: number };
    }[];
    return records.map(({ record, info }) => ({ place: `${shown}:${info.lines}`, value: record }));
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw badTableStats(`${shown}:${cause['lines'] ?? 1}: this is no CSV: ${cause.message}`, { cause });
  }
}

export const badTableStats = (message: string, more: { readonly cause?: unknown } = {}): SetupError =>
  new SetupError(
    'bad-table-stats',
    message,
    'Make the file with: migrate-check stats-query | psql "$PRODUCTION" -XAt > table-stats.json',
    more,
  );
