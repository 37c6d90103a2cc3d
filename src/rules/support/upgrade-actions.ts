import { type Action, actionsOf } from '../../sql/action.ts';
import { commandsOf } from '../../sql/commands.ts';
import type { RoundTripSubject } from '../rule.ts';

/** Everything that the upgrade of a revision does, in its order. */
export const upgradeActions = ({ roundTrip }: Pick<RoundTripSubject, 'roundTrip'>): readonly Action[] =>
  roundTrip.upgrade.statements.flatMap(({ sql }) => commandsOf(sql)).flatMap(actionsOf);
