import { countedIn, type Finding, type RuleId, type RuleSummary } from '../../model/finding.ts';
import { needs } from '../../model/graph.ts';
import type { Move, RoundTrip } from '../../model/observation.ts';
import { roundTripsIn } from '../../model/plan.ts';
import type { Report } from '../../model/report.ts';
import type { Revision, RevisionId } from '../../model/revision.ts';
import type { Links, RenderOptions } from '../reporter.ts';
import type { Room } from './room.ts';

/** What the parts of the page look up in a report. Anchors are numbers: no name of somebody else is one. */
export interface Page {
  readonly report: Report;
  readonly links: Links | undefined;
  readonly room: Room;
  /** Those that count, worst first. */
  readonly counted: readonly Finding[];
  /** Those of them that there is room for. */
  readonly shown: readonly Finding[];
  revision(id: RevisionId): Revision | undefined;
  roundTrip(id: RevisionId): RoundTrip | undefined;
  passedThrough(id: RevisionId): Move | undefined;
  /** Where the page has the revision; undefined of one that it does not have. */
  anchor(id: RevisionId): string | undefined;
  /** Findings about the revision that count. */
  findings(id: RevisionId): readonly Finding[];
  /** Where the page has the finding; undefined where there is no room for it. */
  findingAnchor(finding: Finding): string | undefined;
  rule(id: RuleId): RuleSummary | undefined;
  /** How many of the findings that count are of this rule. */
  foundBy(rule: RuleId): number;
  /** What the filter calls a rule. */
  ruleKey(rule: RuleId): string;
  /** The text of a file of the history. */
  source(file: string): string | undefined;
  /** How many revisions come right after it. */
  children(id: RevisionId): number;
  /** Whether it belongs to the change that is checked; undefined where everything is checked. */
  isChanged(id: RevisionId): boolean | undefined;
}

export function makePage(report: Report, { links }: RenderOptions, room: Room): Page {
  const { graph, observations, plan } = report;
  const revisions = new Map(graph.revisions.map((revision) => [revision.id, revision]));
  const listed = room.revisions === 'unlisted' ? [] : graph.revisions;
  const anchors = new Map(listed.map(({ id }, at) => [id, `r${at + 1}`]));
  const trips = new Map(observations.roundTrips.map((trip) => [trip.revision, trip]));
  const passed = new Map(observations.passedThrough.map((move) => [move.revision, move]));
  const counted = countedIn(report);
  const found = Map.groupBy(counted, ({ revision }) => revision);
  const shown = counted.slice(0, room.findings);
  const findingAnchors = new Map(shown.map((finding, at) => [finding, `f${at + 1}`]));
  const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
  const foundBy = Map.groupBy(counted, ({ rule }) => rule);
  const ruleKeys = new Map(
    [...new Set(counted.map(({ rule }) => rule))].map((rule, at) => [rule, ruleKey(rule, at)]),
  );
  const sources = new Map(graph.revisions.map(({ place, source }) => [place.file, source]));
  const children = Map.groupBy(
    graph.revisions.flatMap((revision) => needs(revision)),
    (id) => id,
  );
  const walked = new Set(roundTripsIn(plan));
  return {
    report,
    links,
    room,
    counted,
    shown,
    revision: (id) => revisions.get(id),
    roundTrip: (id) => trips.get(id),
    passedThrough: (id) => passed.get(id),
    anchor: (id) => anchors.get(id),
    findings: (id) => found.get(id) ?? [],
    findingAnchor: (finding) => findingAnchors.get(finding),
    rule: (id) => rules.get(id),
    foundBy: (rule) => foundBy.get(rule)?.length ?? 0,
    ruleKey: (rule) => ruleKeys.get(rule) ?? '',
    source: (file) => sources.get(file),
    children: (id) => children.get(id)?.length ?? 0,
    isChanged: (id) => (plan.scope === 'changed' ? walked.has(id) : undefined),
  };
}

/** The name of a rule is its key where it is made as ours are: no blank, nothing to escape. */
const ruleKey = (rule: RuleId, at: number): string =>
  /^[a-z][a-z-]{0,60}$/.test(rule) ? rule : `rule${at + 1}`;
