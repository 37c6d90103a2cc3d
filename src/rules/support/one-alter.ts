import { commandsOf } from '../../sql/commands.ts';
import { parseSql } from '../../sql/parse.ts';
import { spelled } from './change.ts';

const word = String.raw`(?:"(?:[^"]|"")*"|[\w$]+)`;
const head = new RegExp(
  String.raw`^\s*ALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?${word}(?:\s*\.\s*${word})?\s+(?<changes>.+)$`,
  'is',
);

/**
 * Several ALTER TABLE of one table as a single one; undefined where their text is not plain enough. What comes out has
 * been read by PostgreSQL's own grammar and holds all the changes.
 */
export function oneAlter(
  table: { readonly schema: string; readonly name: string },
  texts: readonly string[],
): string | undefined {
  const changes = texts.flatMap((text) => head.exec(text)?.groups?.['changes']?.trim() ?? []);
  const sql = `ALTER TABLE ${spelled(table)} ${changes.join(', ')}`;
  const { statements, errors } = parseSql(sql);
  const isWhole =
    statements.length === 1 && errors.length === 0 && changesIn(sql) === sum(texts.map(changesIn));
  return isWhole ? sql : undefined;
}

const changesIn = (sql: string): number =>
  sum(commandsOf(sql).map((one) => (one.kind === 'AlterTableStmt' ? (one.node.cmds?.length ?? 0) : 0)));

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
