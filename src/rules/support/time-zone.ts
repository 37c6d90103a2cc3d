import { actionsOf } from '../../sql/action.ts';
import { commandsOf } from '../../sql/commands.ts';
import type { TypeReference } from '../../sql/name.ts';
import type { StatementSubject } from '../rule.ts';
import { code } from './text.ts';

interface TypeChange {
  /** As the catalog prints it; undefined where it is not known. */
  readonly from: string | undefined;
  readonly type: TypeReference;
  /** Whether the command says how with USING: then PostgreSQL stores the table anew in any zone. */
  readonly isConverted: boolean;
}

const kinds = /^timestamp(?:\(\d\))? (?:without|with) time zone$/;

/**
 * Whether the session's TimeZone decides if the table is stored anew, and its transaction has not set it
 * (ATColumnChangeRequiresRewrite and TimestampTimestampTzRequiresRewrite of PostgreSQL).
 */
export function dependsOnZone(subject: StatementSubject, { from, type, isConverted }: TypeChange): boolean {
  if (isConverted || from === undefined || !kinds.test(from)) return false;
  const other = from.includes('without') ? 'timestamptz' : 'timestamp';
  return type.schema === undefined && type.name === other && !setsZone(subject);
}

const setsZone = ({ earlier }: StatementSubject): boolean =>
  earlier
    .flatMap(({ sql }) => commandsOf(sql))
    .flatMap((command) => actionsOf(command))
    .some((action) => action.does === 'set' && action.name === 'timezone');

/** What frees a change from the session that makes it. */
export const inUtc = `Where the values are times in UTC, say so, and the rows stay as they are whoever migrates:${code('op.execute("SET LOCAL timezone = \'UTC\'")')}`;
