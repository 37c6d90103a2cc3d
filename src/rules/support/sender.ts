import type { Move, Statement } from '../../model/observation.ts';
import { type Action, actionsOf } from '../../sql/action.ts';
import { commandsOf } from '../../sql/commands.ts';

/** The last statement of a move of which an action is what is looked for. */
export const senderOf = ({ statements }: Move, isIt: (action: Action) => boolean): Statement | undefined =>
  statements.findLast(({ sql }) => commandsOf(sql).flatMap(actionsOf).some(isIt));
