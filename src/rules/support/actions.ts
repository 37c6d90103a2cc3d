import { type Action, type ActionOf, actionsOf } from '../../sql/action.ts';
import type { StatementSubject } from '../rule.ts';

/** What the command does of these kinds, in its order. */
export function actionsIn<D extends Action['does']>(
  { command }: Pick<StatementSubject, 'command'>,
  ...wanted: readonly D[]
): readonly ActionOf<D>[] {
  const isWanted = (action: Action): boolean => (wanted as readonly Action['does'][]).includes(action.does);
  return actionsOf(command).filter(isWanted) as readonly Action[] as readonly ActionOf<D>[];
}
