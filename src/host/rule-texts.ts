import { docsPage } from '../github/links.ts';
import type { RenderOptions, RuleText, WalkPart } from '../reporters/reporter.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';

/** What documents say of the rules that this version has. */
export function ruleTexts(version: string): NonNullable<RenderOptions['rule']> {
  const texts = new Map<string, RuleText>(
    rules.map(([id, rule]) => [
      id,
      {
        why: rule.meta.why,
        fix: rule.meta.fix,
        page: docsPage(version, `rules/${id}.md`),
        part: partOf(rule),
      },
    ]),
  );
  return (id) => texts.get(id);
}

/** By what a rule looks at, and what must have been seen for it. */
function partOf({ subject, needs }: Rule): WalkPart {
  if (subject === 'chain' || subject === 'rehearsal' || subject === 'models' || subject === 'upgrade')
    return subject;
  if (subject !== 'round-trip') return 'rest';
  if (needs.includes('reupgrade')) return 'reupgrade';
  return needs.includes('downgrade') ? 'downgrade' : 'rest';
}
