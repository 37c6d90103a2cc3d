import type { Failure, Move } from '../../model/observation.ts';
import type { Place } from '../../model/place.ts';
import type { Report } from '../../model/report.ts';
import { movesOf } from '../walked.ts';

/** The lines of the project that led to a line, outermost first; none where nothing was executed there. */
export type Callers = (place: Place) => readonly Place[];

/** By what was seen while the moves ran: of several ways to a line, the first. */
export function callersIn(report: Report): Callers {
  const { chain, rehearsal } = report.observations;
  const steps = [
    ...[...movesOf(report), ...(chain?.failure ? [chain.failure] : [])].flatMap(stepsOf),
    ...(rehearsal?.failure ? [rehearsal.failure] : []),
  ];
  const ways = new Map<string, readonly Place[]>();
  for (const { place, calledFrom = [] } of steps) {
    const key = place && keyOf(place);
    if (key !== undefined && calledFrom.length > 0 && !ways.has(key)) ways.set(key, calledFrom);
  }
  return (place) => ways.get(keyOf(place)) ?? [];
}

const stepsOf = ({
  statements,
  failure,
}: Move): readonly Partial<Pick<Failure, 'place' | 'calledFrom'>>[] => [
  ...statements,
  ...(failure ? [failure] : []),
];

const keyOf = ({ file, line }: Place): string => `${line} ${file}`;
