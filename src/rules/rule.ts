import type { Evidence, Severity } from '../model/finding.ts';
import type { Chain, NotObserved, Observations, Rehearsal, RoundTrip } from '../model/observation.ts';
import type { Place } from '../model/place.ts';
import type { Revision, RevisionGraph } from '../model/revision.ts';

/**
 * The contract of a rule: one file beside this one, named after the fault, with one subject and a pure `check`.
 * The file's name is the rule's id. `judge.ts` offers each subject to the rules that asked for it;
 * severity overrides, fingerprints and ordering are its work, never a rule's.
 */
export interface Subjects {
  /** Once per project. */
  readonly graph: RevisionGraph;
  /** Once per revision in scope, replayed or not. */
  readonly revision: RevisionSubject;
  /** Once per revision whose round trip was begun. */
  readonly 'round-trip': RoundTripSubject;
  /** Once, when the chain was walked. */
  readonly chain: { readonly chain: Chain; readonly graph: RevisionGraph };
  /** Once, when `upgrade heads` was rehearsed. */
  readonly rehearsal: {
    readonly rehearsal: Rehearsal;
    readonly graph: RevisionGraph;
    readonly observations: Observations;
  };
}
export type Subject = keyof Subjects;

export interface RevisionSubject {
  readonly revision: Revision;
  readonly roundTrip?: RoundTrip;
}
export interface RoundTripSubject {
  readonly revision: Revision;
  readonly roundTrip: RoundTrip;
  readonly notObserved: readonly NotObserved[];
}

export type Messages = Readonly<
  Record<string, (data: never) => { readonly message: string; readonly help: string }>
>;

/** Reporting is typed per message: each key asks for exactly the data its sentences need. */
export type ReportProblem<M extends Messages> = <K extends keyof M & string>(
  message: K,
  data: Parameters<M[K]>[0],
  where: {
    readonly place: Place;
    readonly evidence?: readonly Evidence[] /** Tells apart two findings of one rule in one revision. */;
    readonly about?: string;
  },
) => void;

export interface RuleMeta {
  /** One line that names the fault. */
  readonly title: string;
  /** What happens to whom, Markdown. */
  readonly why: string;
  /** What to type instead, Markdown. */
  readonly fix: string;
  readonly severity: Severity;
  readonly since: string;
}

export interface Rule<S extends Subject = Subject, M extends Messages = Messages> {
  readonly subject: S;
  readonly meta: RuleMeta;
  readonly messages: M;
  check(subject: Subjects[S], report: ReportProblem<M>): void;
}

/** Keeps the types of one rule together; the default export of no file, the export `rule` of each. */
export function defineRule<const S extends Subject, const M extends Messages>(rule: Rule<S, M>): Rule<S, M> {
  return rule;
}
