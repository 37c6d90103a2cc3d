import type { Relation } from '../../model/trace.ts';
import type { CreateIndex } from '../../sql/indexes.ts';
import type { QualifiedName } from '../../sql/name.ts';
import { quoteIdent, quoteName } from '../../sql/quote.ts';
import { call } from './calls.ts';
import { spelled } from './change.ts';
import { execute } from './undo.ts';

/**
 * The lines that make an index without keeping anybody waiting, and can be run again after they failed: a build that
 * failed leaves an INVALID index of the name behind. `text` is the command that makes it now.
 */
export function concurrently(index: CreateIndex, text: string): readonly string[] {
  const { name, table, columns, unique } = index;
  if (name === undefined) return [execute(withWord(text))];
  const make = isPlain(index, text) ? createCall(name, table, columns, unique) : execute(withWord(text));
  return [dropFirst(name, table), make];
}

/** The same for a unique index of columns. */
export const uniqueConcurrently = (
  name: string,
  table: QualifiedName,
  columns: readonly string[],
): readonly string[] => [dropFirst(name, table), createCall(name, table, columns, true)];

/** What goes before a build that may have failed before. An index is in the schema of its table. */
export const dropFirst = (name: string, table: QualifiedName): string =>
  execute(`DROP INDEX CONCURRENTLY IF EXISTS ${quoteName({ ...table, name })}`);

/** Nothing but columns: no order, no operator class, no storage. */
const onlyColumns = /\(\s*(?:\w+|"[^"]+")(?:\s*,\s*(?:\w+|"[^"]+"))*\s*\)$/;

/** Whether a call of Alembic's can make it: columns, and nothing else. */
export const isPlain = ({ method, columns, included, where }: CreateIndex, text: string): boolean =>
  method === 'btree' &&
  columns.every((column) => column !== undefined) &&
  included.length === 0 &&
  where === undefined &&
  onlyColumns.test(text);

const createCall = (
  name: string,
  table: QualifiedName,
  columns: readonly (string | undefined)[],
  unique: boolean,
): string =>
  call('create_index', [name, table.name, columns.map((column) => column ?? '')], {
    schema: table.schema,
    unique: unique || undefined,
    postgresql_concurrently: true,
  });

const withWord = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^(CREATE (?:UNIQUE )?INDEX) (?:CONCURRENTLY )?(?:IF NOT EXISTS )?/i, '$1 CONCURRENTLY ');

/** The same for one partition of the table of an index. `text` makes that of the partitioned table. */
export function partitionConcurrently(
  { name = 'index', unique }: CreateIndex,
  text: string,
  partition: Relation,
): readonly string[] {
  const own = `${partition.name}_${name}`;
  const rest =
    /\bON (?:ONLY )?(?:(?:"(?:[^"]|"")*"|[\w$.]+)\.?)+ ?(.*)$/i.exec(text.replace(/\s+/g, ' '))?.[1] ?? '';
  return [
    execute(`DROP INDEX CONCURRENTLY IF EXISTS ${spelled({ ...partition, name: own })}`),
    execute(
      `CREATE ${unique ? 'UNIQUE ' : ''}INDEX CONCURRENTLY ${quoteIdent(own)} ON ${spelled(partition)} ${rest}`,
    ),
  ];
}
