import type { Database } from '../database/provider.ts';
import { SetupError } from '../model/setup-error.ts';

/** Loads a file of SQL as `pg_dump` or a person writes it; psql's own commands are left out, COPY blocks become INSERTs. */
export async function loadBaseSql(database: Database, name: string, text: string): Promise<void> {
  const lines = serverLines(text);
  const sql = joined(lines);
  if (sql.trim() === '') return;
  try {
    await database.query(sql);
    // A dump empties the search path of its session; the next question needs the usual one.
    await database.close();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new SetupError(
      'base-sql-failed',
      `${name}${whereIn(lines, error)} cannot be loaded: ${error.message}`,
      'Make the dump with: pg_dump --no-owner --no-privileges --schema-only DATABASE > base.sql',
      {
        cause: error,
      },
    );
  }
}

/** Text that the server itself understands. */
export const withoutPsql = (text: string): string => joined(serverLines(text));

interface ServerLine {
  readonly sql: string;
  /** Of the file, from 1. */
  readonly line: number;
}

const joined = (lines: readonly ServerLine[]): string => lines.map(({ sql }) => sql).join('\n');

/** `:7` where the server says at which character it stumbled. */
function whereIn(lines: readonly ServerLine[], error: Error): string {
  let left = 'position' in error ? Number(error.position) : 0;
  if (left === 0) return '';
  for (const { sql, line } of lines) {
    // The server counts characters, not the halves of them.
    left -= [...sql].length + 1;
    if (left <= 0) return `:${line}`;
  }
  return '';
}

function serverLines(text: string): readonly ServerLine[] {
  const lines = text.split(/\r?\n/);
  const out: ServerLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const copy = /^COPY\s+(.+?)\s*(\([^)]*\))?\s+FROM\s+stdin\b.*;\s*$/i.exec(line);
    if (copy) {
      const end = lines.indexOf('\\.', at);
      const rows = lines.slice(at + 1, end === -1 ? lines.length : end);
      out.push(
        ...rows.map((row, index) => ({
          sql: `INSERT INTO ${copy[1]} ${copy[2] ?? ''} OVERRIDING SYSTEM VALUE VALUES (${row.split('\t').map(value).join(', ')});`,
          line: at + index + 2,
        })),
      );
      at = end === -1 ? lines.length : end;
    } else if (!/^\\[a-z]/i.test(line)) out.push({ sql: line, line: at + 1 });
  }
  return out;
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** One field of COPY's text format as a literal. */
function value(field: string): string {
  if (field === '\\N') return 'NULL';
  const plain = field.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter);
  return `'${plain.replaceAll("'", "''")}'`;
}
