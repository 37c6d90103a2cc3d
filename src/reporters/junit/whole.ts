import type { NotObserved } from '../../model/observation.ts';
import { opens, type Report } from '../../model/report.ts';
import { inRepository } from '../in-repository.ts';
import { reasonsNotChecked } from '../not-checked.ts';
import { count, few } from '../wording.ts';
import type { SortedFindings } from './findings.ts';
import { classNameOf, split } from './revisions.ts';
import type { Case, Suite } from './suite.ts';

type Whole = 'chain' | 'rehearsal' | 'models';

const names: Readonly<Record<Whole, string>> = {
  chain: 'down in a row',
  rehearsal: 'upgrade in one go',
  models: 'models',
};

/** What is about the history as a whole: the walks, the rules, and whether all in scope was looked at. */
export function wholeSuite(report: Report, findings: SortedFindings): Suite {
  const { project } = report;
  return {
    name: 'the history as a whole',
    className: classNameOf(project.label, 'history'),
    lines: project.file === undefined ? undefined : inRepository({ file: project.file }),
    cases: [
      ...(['chain', 'rehearsal', 'models'] as const).flatMap((part) => walkCase(part, report, findings)),
      { name: 'rules', ...split(findings.ofWhole('rest'), findings) },
      ...uncheckedRules(report),
      ...completeness(report),
    ],
  };
}

/** Absent where nobody wanted it, and nothing is said of it. */
function walkCase(part: Whole, { observations }: Report, findings: SortedFindings): readonly Case[] {
  const found = findings.ofWhole(part);
  const seen = observations[part];
  const unseen = observations.notObserved.find(({ what }: NotObserved) => what === part);
  if (!seen && !unseen && found.length === 0) return [];
  return [
    {
      name: names[part],
      milliseconds: part === 'rehearsal' ? observations.rehearsal?.milliseconds : undefined,
      notChecked: seen ? undefined : unseen?.why,
      ...split(found, findings),
    },
  ];
}

/** One case for all of them, the rules that share a reason together. */
function uncheckedRules({ coverage }: Report): readonly Case[] {
  const unchecked = coverage.flatMap((one) => (one.state === 'not-checked' ? [one] : []));
  if (unchecked.length === 0) return [];
  const reasons = [...Map.groupBy(unchecked, ({ why }) => why)].map(
    ([why, rules]) => `${count(rules.length, 'rule')}: ${why} (${few(rules.map(({ rule }) => rule))})`,
  );
  return [{ name: 'rules that were not checked', notChecked: reasons.join('\n') }];
}

/** What shuts the gate although nothing failed may not look green. */
const completeness = (report: Report): readonly Case[] =>
  report.verdict !== 'incomplete' || opens(report)
    ? []
    : [
        {
          name: 'everything in scope was looked at',
          incomplete: `Something in scope was not looked at:\n${reasonsNotChecked(report).join('\n')}`,
        },
      ];
