import type { Coverage, Finding, RuleId, RuleSummary, Severity } from '../model/finding.ts';
import type { Facts, FailOn, Verdict } from '../model/report.ts';
import { rules as allRules } from './index.ts';
import { type Asked, ask } from './support/ask.ts';
import { coverageOf, unseen } from './support/coverage.ts';
import { atLeast, inOrder } from './support/order.ts';

export interface JudgeSettings {
  /** The least severity that fails the check. */
  readonly failOn: FailOn;
  /** By rule id: another severity than the rule's own, or off. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

export interface Judgement {
  /** Worst first, then in the order of the graph. */
  readonly findings: readonly Finding[];
  readonly coverage: readonly Coverage[];
  readonly rules: readonly RuleSummary[];
  readonly verdict: Verdict;
}

/** Offers what was seen to every rule that is not off, and says what that amounts to. Pure: same facts, same judgement. */
export function judge(facts: Facts, settings: JudgeSettings): Judgement {
  const asked = allRules.map(([id, rule]) => ask(id as RuleId, rule, facts, settings.rules[id]));
  const findings = inOrder(
    asked.flatMap((one) => one.findings),
    facts.graph,
  );
  return {
    findings,
    coverage: asked.map((one) => coverageOf(one, facts)),
    rules: asked.map(summary),
    verdict: verdictOf(findings, settings.failOn, facts),
  };
}

function summary({ id, rule, setting }: Asked): RuleSummary {
  const severity = setting === undefined || setting === 'off' ? rule.meta.severity : setting;
  return { id, title: rule.meta.title, severity };
}

/** Nothing that was not looked at is ever passed. */
function verdictOf(findings: readonly Finding[], failOn: FailOn, facts: Facts): Verdict {
  if (findings.some(({ severity }) => atLeast(severity, failOn))) return 'failed';
  return unseen(facts).length > 0 ? 'incomplete' : 'passed';
}
