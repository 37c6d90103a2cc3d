import { bodyOf, type Unread } from './bodies.ts';
import { lineAt } from './lines.ts';
import { type ParsedStatement, parseSql } from './parse.ts';
import { remembered } from './remembered.ts';

/** A statement that is executed, and the line of the text that it begins on, from 1. */
export type Command = ParsedStatement & { readonly line: number };

export interface Commands {
  readonly commands: readonly Command[];
  /** What is executed and cannot be read: no claim about this text is complete. */
  readonly unread: readonly Unread[];
}

/** Of all texts together, as in parse.ts. */
const remember = 8_388_608;

/**
 * All that executing a text executes by itself: its statements, and behind each DO block those inside it, through
 * EXECUTE of literal strings. A function is only made: what is in its body is not here (see bodyOf).
 */
export const readCommands: (sql: string) => Commands = remembered((sql) => {
  const { statements, errors } = parseSql(sql);
  const parts = statements.map((statement) => executed(statement, lineAt(sql, statement.start)));
  return {
    commands: parts.flatMap(({ commands }) => commands),
    unread: [
      ...errors.map(
        ({ message, at }): Unread => ({ why: 'unreadable', text: message, line: lineAt(sql, at) }),
      ),
      ...parts.flatMap(({ unread }) => unread),
    ],
  };
}, remember);

/** The commands alone. */
export const commandsOf = (sql: string): readonly Command[] => readCommands(sql).commands;

/** A DO block inside a DO block is shorter than the one around it: this ends. */
function executed(statement: ParsedStatement, line: number): Commands {
  const self: Command = { ...statement, line };
  if (statement.kind !== 'DoStmt') return { commands: [self], unread: [] };
  const { inner, unread } = bodyOf(statement);
  const parts = inner.map((one) => executed(one.statement, line + one.line - 1));
  return {
    commands: [self, ...parts.flatMap(({ commands }) => commands)],
    unread: [
      ...unread.map((one) => ({ ...one, line: line + one.line - 1 })),
      ...parts.flatMap((part) => part.unread),
    ],
  };
}
