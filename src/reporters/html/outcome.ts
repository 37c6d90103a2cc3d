import type { Difference } from '../../model/difference.ts';
import type { Move, RoundTrip } from '../../model/observation.ts';
import type { RevisionId } from '../../model/revision.ts';
import type { IconName } from './icons.ts';
import type { Page } from './page.ts';

/** How one leg of a round trip ended. */
export type Outcome = 'ok' | 'failed' | 'differs' | 'none';

export interface Leg {
  readonly name: 'up' | 'down' | 'up again';
  readonly outcome: Outcome;
}

/** What came of the round trip, a leg each: a downgrade that fails no statement and leaves something differs. */
export const legsOf = ({ upgrade, downgrade, trace, reupgrade, drift }: RoundTrip): readonly Leg[] => [
  { name: 'up', outcome: outcomeOf(upgrade, []) },
  { name: 'down', outcome: outcomeOf(downgrade, trace) },
  { name: 'up again', outcome: outcomeOf(reupgrade, drift) },
];

function outcomeOf(move: Move | undefined, differences: readonly Difference[] = []): Outcome {
  if (!move) return 'none';
  if (move.failure) return 'failed';
  return differences.some(({ weight }) => weight === 'fault') ? 'differs' : 'ok';
}

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  ok: 'well',
  failed: 'failed',
  differs: 'leaves a difference',
  none: 'not run',
};

/** What a revision amounts to, worst first. */
export type State = 'failed' | 'error' | 'warning' | 'notice' | 'ok' | 'passed' | 'none';

export function stateOf(id: RevisionId, page: Page): State {
  const trip = page.roundTrip(id);
  const moves = trip ? [trip.upgrade, trip.downgrade, trip.reupgrade] : [page.passedThrough(id)];
  const severities = new Set(page.findings(id).map(({ severity }) => severity));
  if (severities.has('error')) return moves.some((move) => move?.failure) ? 'failed' : 'error';
  if (severities.has('warning')) return 'warning';
  if (severities.has('notice')) return 'notice';
  if (trip) return trip.upgrade.failure ? 'failed' : 'ok';
  return page.passedThrough(id) ? 'passed' : 'none';
}

export const stateWords: Readonly<Record<State, string>> = {
  failed: 'failed',
  error: 'has errors',
  warning: 'has warnings',
  notice: 'has notices',
  ok: 'nothing found',
  passed: 'passed through',
  none: 'not walked',
};

export const stateIcons: Readonly<Record<State, IconName>> = {
  failed: 'failed',
  error: 'error',
  warning: 'warning',
  notice: 'notice',
  ok: 'ok',
  passed: 'none',
  none: 'none',
};
