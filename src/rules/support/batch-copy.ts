import { commandsOf } from '../../sql/commands.ts';
import type { StatementSubject } from '../rule.ts';
import { actionsIn } from './actions.ts';

/** What Alembic calls the copy that a batch makes of a table (ApplyBatchImpl). */
const prefix = '_alembic_tmp_';

/** The table that a command makes a copy of; undefined where it makes none. */
export function copiedBy(command: StatementSubject['command']): string | undefined {
  const [made] = actionsIn({ command }, 'create table');
  return made?.table.name.startsWith(prefix) ? made.table.name.slice(prefix.length) : undefined;
}

/** Whether a table is dropped, or read from end to end, only because a batch has made a copy: that has a rule of its own. */
export const isCopied = ({ move }: Pick<StatementSubject, 'move'>, table: string): boolean =>
  move.statements.some(({ sql }) => commandsOf(sql).some((command) => copiedBy(command) === table));
