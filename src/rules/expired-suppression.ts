import { defineRule } from './rule.ts';
import { declaredAt } from './support/places.ts';
import { list } from './support/text.ts';

export const rule = defineRule({
  subject: 'suppression',
  needs: [],
  meta: {
    title: 'A suppression whose last day is over',
    why: 'An entry of `ignore` in the settings was to hold until a day that has passed. It does not hold any more: what it was about is reported again. Where there is nothing left to let pass, this is a warning.',
    fix: 'Mend what it was about and take the entry out. Where it needs more time, give it another day, with a reason that is true today.',
    severity: 'error',
    final: true,
    since: '0.1.0',
    examples: {
      language: 'yaml',
      bad: `ignore:\n  - path: versions/0007_*.py\n    rule: drop-column\n    reason: release 41 does not read it any more\n    until: 2001-12-31`,
      good: `ignore:\n  - path: versions/0007_*.py\n    rule: drop-column\n    reason: release 41 does not read it any more\n    until: 2999-12-31`,
    },
  },
  messages: {
    expired: ({ called, until, rules }: { called: string; until: string; rules: readonly string[] }) => ({
      message: `${called} held until ${until}, and lets nothing pass any more${rules.length === 0 ? '; there is nothing left that it could' : `: ${list(rules)} ${rules.length === 1 ? 'is' : 'are'} reported again`}.`,
      help:
        rules.length === 0
          ? 'Take it out.'
          : 'Mend what it was about and take it out, or give it another day and say why.',
    }),
  },
  check({ declared, facts, isOver, wouldLetPass }, { report }) {
    const { suppression, called, rules } = declared;
    if (!isOver) return;
    report(
      'expired',
      { called, until: suppression.until ?? '', rules: wouldLetPass },
      {
        ...declaredAt(declared, facts),
        about: rules.join(),
        ...(wouldLetPass.length === 0 ? { severity: 'warning' } : {}),
      },
    );
  },
});
