import type { Statement } from '../../model/observation.ts';
import { actionsOf } from '../../sql/action.ts';
import { commandsOf } from '../../sql/commands.ts';

/** Whether a statement of a move, before this one, makes sure that nothing of a kind and name is there: DROP ... IF EXISTS. */
export const isMadeSure = (
  statements: readonly Statement[],
  before: Statement,
  kind: string,
  name: string | undefined,
): boolean =>
  statements
    .slice(0, statements.indexOf(before))
    .flatMap(({ sql }) => commandsOf(sql))
    .flatMap(actionsOf)
    .some(
      (action) =>
        action.does === 'drop' && action.ifExists && action.kind === kind && action.name.name === name,
    );
