import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { TableSize } from '../model/report.ts';
import { badTableStats, type Entry, entriesOf } from './table-stats-entries.ts';
import { text, wholeNumber } from './values.ts';

const count = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const entrySchema = z.object({
  schema: text,
  table: text,
  /** Empty or null where PostgreSQL never counted. */
  rows: z.union([count, z.null(), z.literal('')]),
  bytes: count,
});
const musts: Readonly<Record<string, string>> = {
  schema: 'the name of a schema',
  table: 'the name of a table',
  rows: 'a whole number from 0, or empty where nobody counted',
  bytes: 'a whole number from 0',
};

/**
 * How large tables are in production, from a file that the query of `migrate-check stats-query` has filled.
 * `shown` is what the user calls the file. SetupError `bad-table-stats` when it cannot be read.
 */
export async function readTableStats(file: string, shown: string): Promise<readonly TableSize[]> {
  const given = await readFile(file, 'utf8').catch((cause: Error) => {
    throw badTableStats(`The table statistics ${shown} cannot be read: ${cause.message}`, { cause });
  });
  return parseTableStats(given, shown);
}

/** The sizes in the text of such a file, JSON or CSV. SetupError `bad-table-stats` with the line or the entry. */
export function parseTableStats(given: string, shown: string): readonly TableSize[] {
  const places = new Map<string, string>();
  return entriesOf(given, shown).map((entry) => {
    const size = sizeOf(entry);
    const key = JSON.stringify([size.schema, size.name]);
    const before = places.get(key);
    if (before !== undefined)
      throw badTableStats(`${entry.place}: ${size.schema}.${size.name} is there already, at ${before}`);
    places.set(key, entry.place);
    return size;
  });
}

function sizeOf({ place, value }: Entry): TableSize {
  const { success, data, error } = entrySchema.safeParse(value);
  if (!success) throw badTableStats(`${place}: ${fault(value, String(error.issues[0]?.path[0] ?? ''))}`);
  const { schema, table: name, rows, bytes } = data;
  return { schema, name, ...(typeof rows === 'number' ? { rows } : {}), bytes };
}

function fault(value: unknown, column: string): string {
  if (column === '') return 'this is no table with schema, table, rows and bytes';
  const found = (value as Readonly<Record<string, unknown>>)[column];
  const is = found === undefined ? 'is missing' : `is ${JSON.stringify(found)}`;
  return `${column} ${is}; it must be ${musts[column]}`;
}
