import type { Failure } from '../../model/observation.ts';
import { actionsOf } from '../../sql/action.ts';
import { commandsOf } from '../../sql/commands.ts';
import type { CreateTrigger } from '../../sql/routines.ts';

/** The trigger that could not be made because its function is not there (SQLSTATE 42883). */
export function missingTriggerFunction({ sqlstate, sql }: Failure): CreateTrigger | undefined {
  if (sqlstate !== '42883' || sql === undefined) return undefined;
  return commandsOf(sql)
    .flatMap(actionsOf)
    .find((action) => action.does === 'create trigger');
}
