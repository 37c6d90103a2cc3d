import { lookUp, withAncestors, withDescendants } from '../model/graph.ts';
import { isCovered } from '../model/place.ts';
import type { LeftOut, Plan, Step } from '../model/plan.ts';
import type { Revision, RevisionGraph, RevisionId } from '../model/revision.ts';
import { SetupError } from '../model/setup-error.ts';

export interface PlanRequest {
  readonly graph: RevisionGraph;
  /**
   * Files that differ from the base ref, and directories that do as a whole, relative to the root; absent when everything
   * is in scope.
   */
  readonly changedFiles?: ReadonlySet<string>;
  /** Whether anything that the history is read from differs from the base ref, be it no revision: an env.py, its settings. */
  readonly surroundingsChanged?: boolean;
  /** Spelled as the user did. */
  readonly from?: string;
  readonly to?: string;
  readonly startAt: readonly string[];
  readonly baseSql?: string;
}

/**
 * Decides, before anything is started, which revisions take the round trip and which are only upgraded through.
 * Throws SetupError for a revision that is not in the graph.
 */
export function makePlan(request: PlanRequest): Plan {
  const { graph } = request;
  const startAt = request.startAt.flatMap((spelling) => resolve(graph, spelling, '--start-at'));
  const applied = withAncestors(graph, startAt);
  const reach =
    request.to === undefined ? undefined : withAncestors(graph, resolve(graph, request.to, '--to'));
  const scope = makeScope(request);
  const leftOut: LeftOut[] = [];
  const steps: Step[] = [];
  for (const revision of graph.revisions) {
    if (applied.has(revision.id))
      leftOut.push({ revision: revision.id, because: 'applied', why: 'taken as applied (--start-at)' });
    else if (reach && !reach.has(revision.id))
      leftOut.push({ revision: revision.id, because: 'beyond', why: `not needed for --to ${request.to}` });
    else steps.push({ kind: scope(revision) ? 'round-trip' : 'upgrade', revision: revision.id });
  }
  const ending = endingOf(steps, request);
  return {
    scope: scopeOf(request),
    steps: ending.length > 0 ? [...steps, ...ending] : [],
    ...unusableIn(request),
    leftOut: ending.length > 0 ? leftOut : leftOut.concat(outOfScope(steps)),
    ...(request.baseSql === undefined ? {} : { baseSql: request.baseSql }),
    ...(startAt.length === 0 ? {} : { startAt }),
  };
}

/** What follows the single revisions. Whoever changes only what surrounds them has not changed how they come back. */
function endingOf(steps: readonly Step[], { surroundingsChanged }: PlanRequest): readonly Step[] {
  if (steps.some(({ kind }) => kind === 'round-trip')) return [{ kind: 'chain' }, { kind: 'rehearsal' }];
  return surroundingsChanged && steps.length > 0 ? [{ kind: 'rehearsal' }] : [];
}

function unusableIn({ graph, changedFiles }: PlanRequest): Pick<Plan, 'unusable'> {
  const places = graph.faults.flatMap((fault) => ('places' in fault ? fault.places : [fault.place]));
  const unusable = [...new Set(places.map(({ file }) => file))].filter(
    (file) => changedFiles && isCovered(changedFiles, file),
  );
  return unusable.length === 0 ? {} : { unusable };
}

const scopeOf = ({ changedFiles, from }: PlanRequest): Plan['scope'] =>
  changedFiles === undefined && from === undefined ? 'all' : 'changed';

/** Nothing to walk means nothing to run: on a change without migrations no server is started. */
function outOfScope(steps: readonly Step[]): LeftOut[] {
  return steps.flatMap((step) =>
    'revision' in step
      ? [{ revision: step.revision, because: 'unchanged' as const, why: 'not changed' }]
      : [],
  );
}

function makeScope({ graph, changedFiles, from }: PlanRequest): (revision: Revision) => boolean {
  const after = from === undefined ? undefined : withDescendants(graph, resolve(graph, from, '--from'));
  return ({ id, place }) =>
    (after === undefined || after.has(id)) &&
    (changedFiles === undefined || isCovered(changedFiles, place.file));
}

function resolve(graph: RevisionGraph, spelling: string, flag: string): readonly RevisionId[] {
  const found = lookUp(graph, spelling);
  const many =
    found.length > 1 &&
    !['head', 'heads'].includes(spelling) &&
    !graph.revisions.some(({ labels }) => labels.includes(spelling));
  if (found.length > 0 && !many) return found;
  const ids = graph.revisions.map(({ id }) => id);
  throw new SetupError(
    'unknown-revision',
    many
      ? `${flag} ${spelling}: ${found.length} revisions begin like that`
      : `${flag} ${spelling}: there is no such revision`,
    many
      ? `Write more of the id: ${found.slice(0, 5).join(', ')}`
      : `The newest revisions are ${ids.slice(-5).join(', ') || '(none: the history is empty)'}`,
  );
}
