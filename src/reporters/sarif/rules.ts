import type { RuleId, RuleSummary, Severity } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { label } from '../cut.ts';
import type { RenderOptions, RuleText } from '../reporter.ts';

/** Longest id, and longest description, that code scanning takes. Source: docs.github.com, "SARIF support for code scanning" */
const longestId = 255;
const longestDescription = 1024;

export const levels = { error: 'error', warning: 'warning', notice: 'note' } as const satisfies Readonly<
  Record<Severity, string>
>;
const problems = { error: 'error', warning: 'warning', notice: 'recommendation' } as const;

/** The rules of a run, and how its results name them. */
export interface Descriptors {
  readonly descriptors: readonly object[];
  /** Undefined where the run does not describe the rule. */
  reference(rule: RuleId): Reference | undefined;
}

interface Reference {
  readonly id: string;
  readonly index: number;
}

/** The rules that were asked, and those that a finding is of; what is called the same when it is shown, once. */
export function descriptorsOf(report: Report, how: Pick<RenderOptions, 'rule'>): Descriptors {
  const off = new Set(report.coverage.flatMap(({ state, rule }) => (state === 'off' ? [rule] : [])));
  const rules: readonly RuleSummary[] = [
    ...report.findings.map(({ rule, severity }) => ({ id: rule, title: '', severity })),
    ...report.rules.filter(({ id }) => !off.has(id)),
  ];
  const named = new Map(rules.map((rule) => [nameOf(rule.id), rule]));
  const indexes = new Map([...named.keys()].map((name, index) => [name, index]));
  return {
    descriptors: [...named.values()].map((rule) => descriptorOf(rule, how.rule?.(rule.id))),
    reference(rule) {
      const index = indexes.get(nameOf(rule));
      return index === undefined ? undefined : { id: nameOf(rule), index };
    },
  };
}

const nameOf = (rule: RuleId): string => label(rule, longestId, 'unnamed');

function descriptorOf({ id, title, severity }: RuleSummary, text: RuleText | undefined): object {
  const name = label(title, longestDescription, nameOf(id));
  return {
    id: nameOf(id),
    shortDescription: { text: name },
    fullDescription: { text: text ? label(text.why, longestDescription, name) : name },
    ...(text ? { helpUri: text.page } : {}),
    help: text
      ? {
          text: `${text.why}\n\nWhat to do: ${text.fix}`,
          markdown: `${text.why}\n\n**What to do:** ${text.fix}\n\n[More about it](${text.page})`,
        }
      : { text: name },
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: ['database', 'migration', 'postgresql'],
      'problem.severity': problems[severity],
      // Findings rest on what PostgreSQL did, not on what a text looks like.
      precision: 'very-high',
    },
  };
}
