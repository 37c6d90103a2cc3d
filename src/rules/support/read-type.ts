import { actionsOf } from '../../sql/action.ts';
import { commandsOf } from '../../sql/commands.ts';
import type { TypeReference } from '../../sql/name.ts';

/** A type as the catalog prints it, read by the grammar that wrote it. */
export function readType(printed: string): TypeReference | undefined {
  const [command] = commandsOf(`ALTER TABLE t ADD COLUMN c ${printed}`);
  const [action] = command ? actionsOf(command) : [];
  return action?.does === 'add column' ? action.column.type : undefined;
}
