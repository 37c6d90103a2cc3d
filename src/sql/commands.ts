import { type ParsedStatement, parseSql } from './parse.ts';

/** The commands that executing a text executes. */
export const commandsOf = (sql: string): readonly ParsedStatement[] => parseSql(sql).statements;
