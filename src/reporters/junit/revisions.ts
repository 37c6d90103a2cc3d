import type { Move, NotObserved, RoundTrip } from '../../model/observation.ts';
import type { Report } from '../../model/report.ts';
import type { RevisionId } from '../../model/revision.ts';
import { label } from '../cut.ts';
import { inRepository } from '../in-repository.ts';
import type { WalkPart } from '../reporter.ts';
import type { SortedFindings } from './findings.ts';
import type { Case, Suite } from './suite.ts';

interface Part {
  readonly part: WalkPart;
  readonly name: string;
  /** By what it is said that it was not run. */
  readonly unseen: readonly NotObserved['what'][];
  move(trip: RoundTrip): Move | undefined;
}

/** The cases of a round trip, in the order of its moves. */
const parts: readonly Part[] = [
  { part: 'upgrade', name: 'upgrade', unseen: ['revision'], move: ({ upgrade }) => upgrade },
  {
    part: 'downgrade',
    name: 'downgrade',
    unseen: ['downgrade', 'revision'],
    move: ({ downgrade }) => downgrade,
  },
  {
    part: 'reupgrade',
    name: 'upgrade again',
    unseen: ['reupgrade', 'downgrade', 'revision'],
    move: ({ reupgrade }) => reupgrade,
  },
];

/** A suite for each revision in scope, in the order of the plan. */
export function revisionSuites(report: Report, findings: SortedFindings): readonly Suite[] {
  const { plan, graph, observations, project } = report;
  const revisions = new Map(graph.revisions.map((revision) => [revision.id, revision]));
  const trips = new Map(observations.roundTrips.map((trip) => [trip.revision, trip]));
  const unseen = Map.groupBy(observations.notObserved, ({ revision }) => revision);
  return plan.steps.flatMap((step): readonly Suite[] => {
    if (step.kind !== 'round-trip') return [];
    const id = step.revision;
    const revision = revisions.get(id);
    const about = { id, trip: trips.get(id), notObserved: unseen.get(id) ?? [], findings };
    return [
      {
        name: label(`${id} ${revision?.title ?? ''}`, 300, 'unnamed'),
        className: classNameOf(project.label, id),
        lines: revision && inRepository(revision.place),
        cases: [...parts.map((part) => moveCase(part, about)), rulesCase(about)],
      },
    ];
  });
}

/** Readers take what is before the last dot for a package: that is the project. */
export const classNameOf = (project: string, name: string): string =>
  [project, name].map((one) => label(one, 200, 'unnamed').replaceAll('.', '_')).join('.');

interface About {
  readonly id: RevisionId;
  readonly trip: RoundTrip | undefined;
  readonly notObserved: readonly NotObserved[];
  readonly findings: SortedFindings;
}

function moveCase({ part, name, unseen, move }: Part, { id, trip, notObserved, findings }: About): Case {
  const walked = trip && move(trip);
  const whyNot = notObserved.find(({ what }) => unseen.includes(what))?.why;
  return {
    name,
    milliseconds: walked?.milliseconds,
    notChecked: walked ? undefined : (whyNot ?? 'it was not run'),
    ...split(findings.ofRevision(id, part), findings),
  };
}

/** All that is said of a revision beside its moves. */
const rulesCase = ({ id, trip, notObserved, findings }: About): Case => ({
  name: 'rules',
  notChecked: trip ? undefined : (notObserved[0]?.why ?? 'it was not run'),
  ...split(findings.ofRevision(id, 'rest'), findings),
});

/** Findings that make a case fail, and the others. */
export const split = (
  all: ReturnType<SortedFindings['ofWhole']>,
  { fails }: SortedFindings,
): Pick<Case, 'failing' | 'other'> => ({
  failing: all.filter(fails),
  other: all.filter((finding) => !fails(finding)),
});
