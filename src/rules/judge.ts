import type { Coverage, Finding, RuleId, RuleSummary } from '../model/finding.ts';
import { type Facts, type FailOn, fails, type Report, type Verdict } from '../model/report.ts';
import type { BaselineEntry, BaselineUse } from '../model/suppression.ts';
import { rules as allRules } from './index.ts';
import type { Proposal, Subject, Subjects } from './rule.ts';
import { type Asked, ask, type RuleSettings } from './support/ask.ts';
import { coverageOf, unseen } from './support/coverage.ts';
import { inOrder } from './support/order.ts';
import { offering } from './support/subjects.ts';
import { type KnownRules, type SuppressSettings, suppress } from './support/suppress.ts';
import { toRecord } from './support/suppress-baseline.ts';

export interface JudgeSettings extends SuppressSettings, RuleSettings {
  /** The least severity that fails the check. */
  readonly failOn: FailOn;
}

export interface Judgement {
  /** Worst first, then the largest table, then in the order of the graph. */
  readonly findings: readonly Finding[];
  readonly coverage: readonly Coverage[];
  readonly rules: readonly RuleSummary[];
  readonly baseline?: BaselineUse;
  readonly verdict: Verdict;
  /** Edits that may end findings, by fingerprint; nobody has tried them. */
  readonly edits: ReadonlyMap<string, Proposal>;
}

/** Offers what was seen to every rule that is not off, and says what that amounts to. Pure: same facts, same judgement. */
export function judge(facts: Facts, settings: JudgeSettings): Judgement {
  const offered = offering(facts);
  const first = askAll((subject) => subject !== 'suppression', facts, settings, offered);
  const coverage = first.map((one) => coverageOf(one, facts));
  const passed = suppress(inOrder(findingsOf(first), facts.graph), coverage, facts, settings, knownRules);
  const last = askAll(
    (subject) => subject === 'suppression',
    facts,
    settings,
    () => passed.subjects,
  );
  const findings = inOrder([...passed.findings, ...findingsOf(last)], facts.graph);
  const asked = [...first, ...last].toSorted((a, b) => rank(a.id) - rank(b.id));
  return {
    findings,
    coverage: asked.map((one) => coverageOf(one, facts)),
    rules: asked.map(summary),
    ...(passed.baseline ? { baseline: passed.baseline } : {}),
    verdict: verdictOf(findings, settings.failOn, facts),
    edits: new Map(asked.flatMap(({ edits }) => [...edits])),
  };
}

function askAll(
  isWanted: (subject: Subject) => boolean,
  facts: Facts,
  settings: JudgeSettings,
  offered: (subject: Subject) => readonly Subjects[Subject][],
): readonly Asked[] {
  return allRules
    .filter(([, { subject }]) => isWanted(subject))
    .map(([id, rule]) => ask(id as RuleId, rule, facts, settings, offered(rule.subject)));
}

const findingsOf = (asked: readonly Asked[]): readonly Finding[] => asked.flatMap(({ findings }) => findings);

const ids = allRules.map(([id]) => id);
const rank = (id: string): number => ids.indexOf(id);
const finalIds = new Set(allRules.filter(([, { meta }]) => meta.final).map(([id]) => id));
const statementIds = new Set(allRules.filter(([, { subject }]) => subject === 'statement').map(([id]) => id));
const knownRules: KnownRules = {
  ids,
  isFinal: (rule) => finalIds.has(rule),
  readsStatements: (rule) => statementIds.has(rule),
};

/** What a baseline of today has to hold: all that nothing else lets pass, and what the last one holds and nobody looked for. */
export const recordable = ({
  findings,
  baseline,
}: Pick<Report, 'findings' | 'baseline'>): readonly BaselineEntry[] =>
  toRecord(findings, baseline, knownRules.isFinal);

function summary({ id, rule, setting }: Asked): RuleSummary {
  const severity = setting === undefined || setting === 'off' ? rule.meta.severity : setting;
  return { id, title: rule.meta.title, severity };
}

/** Nothing that was not looked at is ever passed. */
function verdictOf(findings: readonly Finding[], failOn: FailOn, facts: Facts): Verdict {
  if (findings.some((finding) => fails(finding, failOn))) return 'failed';
  return unseen(facts).length > 0 ? 'incomplete' : 'passed';
}
