import type { Coverage, Finding } from '../../model/finding.ts';
import type { Facts } from '../../model/report.ts';
import type { Baseline, BaselineUse, IgnoreEntry } from '../../model/suppression.ts';
import type { SuppressionSubject } from '../rule.ts';
import { nearest } from './directives.ts';
import { inScope } from './subjects.ts';
import { letPassRecorded, useOf } from './suppress-baseline.ts';
import { type DeclaredSuppression, holds, inComments, inSettings, isOver } from './suppress-declared.ts';
import { type Lookout, lookoutOf } from './suppress-lookout.ts';

/** What may let findings pass beside the comments in the files. */
export interface SuppressSettings {
  readonly ignore?: readonly IgnoreEntry[];
  readonly baseline?: Baseline;
  /** As 2027-01-31; without it nothing expires. */
  readonly today?: string;
}

/** The rules there are. */
export interface KnownRules {
  readonly ids: readonly string[];
  /** Whether nobody can let pass what the rule reports. */
  isFinal(rule: string): boolean;
  readsStatements(rule: string): boolean;
}

export interface Suppressed {
  /** The same findings, in the same order; those that are let pass say by whom. */
  readonly findings: readonly Finding[];
  /** For the rules about suppressions: each comment of a revision in scope, and each entry of the settings. */
  readonly subjects: readonly SuppressionSubject[];
  readonly baseline?: BaselineUse;
}

/** Lets pass what somebody has said is to be let pass: the nearest comment counts, then the settings, then the baseline. */
export function suppress(
  found: readonly Finding[],
  coverage: readonly Coverage[],
  facts: Facts,
  settings: SuppressSettings,
  known: KnownRules,
): Suppressed {
  const { ignore = [], baseline, today } = settings;
  const declared = [...inComments(facts), ...inSettings(ignore, facts)];
  const covering = coveringOf(declared, facts);
  const lookout = lookoutOf(coverage, facts, known.readsStatements);
  const outcomes = new Map(
    declared.map((one) => [one, { covered: new Set<string>(), letPass: new Set<string>() }]),
  );
  const findings = found.map((finding) => {
    if (known.isFinal(finding.rule)) return finding;
    const all = covering(finding);
    for (const one of all) outcomes.get(one)?.covered.add(finding.rule);
    const [first] = all.filter((one) => holds(one, today)).toSorted((a, b) => a.reach - b.reach);
    if (!first) return finding;
    outcomes.get(first)?.letPass.add(finding.rule);
    return { ...finding, suppressed: first.suppression };
  });
  const subjects = relevant(declared, facts).map((one) =>
    subjectOf(one, outcomes.get(one) ?? nothing, { facts, today, known, lookout }),
  );
  if (!baseline) return { findings, subjects };
  const recorded = letPassRecorded(findings, baseline, known.isFinal);
  const use = useOf(baseline, recorded.findings, recorded.left, lookout, facts);
  return { findings: recorded.findings, subjects, baseline: use };
}

/** Those that cover a finding and name its rule. Comments are looked up by their file: there may be thousands. */
function coveringOf(
  declared: readonly DeclaredSuppression[],
  { graph }: Facts,
): (finding: Finding) => readonly DeclaredSuppression[] {
  const files = new Map(graph.revisions.map(({ id, place }) => [id, place.file]));
  const byFile = Map.groupBy(declared, ({ suppression: { by, place } }) =>
    by === 'comment' ? place?.file : undefined,
  );
  return (finding) => {
    const own = finding.revision && files.get(finding.revision);
    return [...new Set([finding.place.file, own, undefined])]
      .flatMap((file) => byFile.get(file) ?? [])
      .filter((one) => one.rules.includes(finding.rule) && one.covers(finding));
  };
}

/** What a revision out of scope says is none of this change's affairs. */
function relevant(declared: readonly DeclaredSuppression[], facts: Facts): readonly DeclaredSuppression[] {
  const scope = new Set(inScope(facts));
  return declared.filter(
    ({ suppression, revisions }) =>
      suppression.by !== 'comment' || revisions.some((revision) => scope.has(revision)),
  );
}

interface Outcome {
  /** Rules of which it covers a finding, whether or not it holds. */
  readonly covered: ReadonlySet<string>;
  readonly letPass: ReadonlySet<string>;
}

const nothing: Outcome = { covered: new Set(), letPass: new Set() };

function subjectOf(
  declared: DeclaredSuppression,
  { covered, letPass }: Outcome,
  around: {
    readonly facts: Facts;
    readonly today: string | undefined;
    readonly known: KnownRules;
    readonly lookout: Lookout;
  },
): SuppressionSubject {
  const { facts, today, known, lookout } = around;
  const { ids, isFinal } = known;
  const idle = declared.rules.filter((rule) => ids.includes(rule) && !letPass.has(rule));
  return {
    declared,
    facts,
    isOver: isOver(declared.suppression, today),
    wouldLetPass: declared.rules.filter((rule) => covered.has(rule)),
    unused: idle.filter((rule) => !isFinal(rule) && lookout(rule, declared.revisions)),
    final: idle.filter(isFinal),
    unknown: declared.rules
      .filter((rule) => !ids.includes(rule))
      .map((rule) => ({ rule, nearest: nearest(rule, ids) })),
  };
}
