import { actionsOf } from '../../sql/action.ts';
import type { ParsedStatement } from '../../sql/parse.ts';
import { inRegExp } from './text.ts';

/** A colon that `sa.text` takes for a parameter, and the quotes of the body of a function. */
const unfit = /(?<!:):(?![:=])|\$\$/;

/**
 * The expression of USING in a command that changes one type, for other commands that have the same columns. Undefined
 * where it cannot stand there as it is written: it names its table, or has text over several lines.
 */
export function usingOf(command: ParsedStatement, table: string): string | undefined {
  const written = /\sUSING\s+(.+)$/is.exec(command.text)?.[1]?.trim();
  if (written === undefined || actionsOf(command).length !== 1) return undefined;
  const namesTable = new RegExp(`\\b${inRegExp(table)}"?\\s*\\.`).test(written);
  const isOneLine = !/'[^']*\n/.test(written);
  return namesTable || unfit.test(written) || !isOneLine ? undefined : written.replace(/\s+/g, ' ');
}
