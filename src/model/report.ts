import type { BaseHistory } from './base-history.ts';
import { type Coverage, type Finding, type RuleSummary, type Severity, severities } from './finding.ts';
import type { Observations } from './observation.ts';
import type { Plan } from './plan.ts';
import type { Project, ServerFacts, Toolchain } from './project.ts';
import type { RevisionGraph } from './revision.ts';
import type { BaselineUse, Relaxation } from './suppression.ts';

export type Verdict = 'passed' | 'failed' | 'incomplete';

/** Everything that was found out before anybody judged it. Plain JSON: a bug report is one file. */
export interface Facts {
  readonly project: Project;
  readonly toolchain: Toolchain;
  readonly server?: ServerFacts;
  readonly graph: RevisionGraph;
  readonly plan: Plan;
  readonly observations: Observations;
  /** How large tables are in production, from the statistics that the user brought. */
  readonly tableSizes?: readonly TableSize[];
  /** Absent where no base ref is known. */
  readonly base?: BaseHistory;
  /** What the change asks less of itself than the base ref does; absent where there is no base ref. */
  readonly relaxations?: readonly Relaxation[];
}

export interface TableSize {
  readonly schema: string;
  readonly name: string;
  /** As PostgreSQL estimates them; absent where it never counted. Of a partitioned table: of all its partitions. */
  readonly rows?: number;
  /** With its indexes and TOAST. */
  readonly bytes: number;
}

export interface Report extends Facts {
  readonly schemaVersion: 1;
  /** Version of migrate-check that wrote it. */
  readonly writtenBy: string;
  /** Judged with: the least severity that fails the check. */
  readonly failOn: FailOn;
  /** Worst first, then the largest table, then in the order of the graph. */
  readonly findings: readonly Finding[];
  readonly coverage: readonly Coverage[];
  readonly rules: readonly RuleSummary[];
  /** Absent where there is none. */
  readonly baseline?: BaselineUse;
  readonly verdict: Verdict;
  readonly milliseconds: number;
}

export type FailOn = Severity | 'never';

/** Whether a finding fails the check. */
export const fails = ({ severity, suppressed }: Finding, failOn: FailOn): boolean =>
  !suppressed && failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn);

/** Whether the gate opens: looked at and found well, or nobody wants to be stopped. */
export const opens = ({ verdict, failOn }: Pick<Report, 'verdict' | 'failOn'>): boolean =>
  verdict === 'passed' || failOn === 'never';
