import type { Chain, Move } from '../model/observation.ts';
import { roundTripsIn } from '../model/plan.ts';
import type { Report } from '../model/report.ts';
import { count } from './wording.ts';

/** How far the walk went, in plain text: `5 revisions up, down and up again · all 5 down in a row`. */
export function walked({ observations, graph, plan }: Report): string {
  const { roundTrips, passedThrough, chain, rehearsal } = observations;
  if (plan.untouchedSince !== undefined)
    return `no migration was changed since ${plan.untouchedSince}: nothing was started`;
  if (plan.steps.length === 0)
    return graph.revisions.length === 0 ? 'nothing to walk' : 'no revision in scope: nothing was started';
  return [
    ...(roundTripsIn(plan).length > 0
      ? [`${count(roundTrips.length, 'revision')} up, down and up again`]
      : []),
    ...(passedThrough.length > 0 ? [`${passedThrough.length} passed through`] : []),
    ...(chain && !chain.failure ? [downInARow(chain)] : []),
    ...(rehearsal && !rehearsal.failure ? ['one plain upgrade to the heads'] : []),
  ].join(' · ');
}

/** One is no row. */
const downInARow = ({ down, reached }: Chain): string =>
  down.length === 1
    ? 'the last one down once more'
    : `${reached === 'base' ? 'all' : 'the last'} ${down.length} down in a row`;

/** All moves of the walk, in the order of the observations. */
export function movesOf({ observations }: Report): readonly Move[] {
  const { passedThrough, roundTrips } = observations;
  return [
    ...passedThrough,
    ...roundTrips.flatMap(({ upgrade, downgrade, reupgrade }) => [
      upgrade,
      ...(downgrade ? [downgrade] : []),
      ...(reupgrade ? [reupgrade] : []),
    ]),
  ];
}
