import { defineRule } from './rule.ts';
import { keywords, meant } from './support/directives.ts';
import { called, code } from './support/text.ts';

export const rule = defineRule({
  subject: 'revision',
  needs: [],
  meta: {
    title: 'A comment for migrate-check that says nothing',
    why: 'A comment that begins with `# migrate-check:` has a word that is not known, or declares a revision irreversible without the reason. Whoever reads it later cannot tell whether it still holds.',
    fix: 'Write `# migrate-check: irreversible <reason>`, with a reason that a colleague would accept.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      bad: `def downgrade():\n    # migrate-check: irreversible\n    raise NotImplementedError`,
      good: `def downgrade():\n    # migrate-check: irreversible the old passwords are not kept\n    raise NotImplementedError`,
    },
  },
  messages: {
    unknown: ({
      revision,
      keyword,
      nearest,
    }: {
      revision: string;
      keyword: string;
      nearest: string | undefined;
    }) => ({
      message: `${revision} has a comment "# migrate-check: ${keyword}", and ${keyword} is not a word that migrate-check knows${nearest === undefined ? '' : `; ${nearest} is near`}.`,
      help:
        nearest === undefined
          ? `It knows: ${keywords.join(', ')}.`
          : `Write:${code(`# migrate-check: ${nearest} <reason>`)}`,
    }),
    reasonless: ({ revision, keyword }: { revision: string; keyword: string }) => ({
      message: `${revision} is declared ${keyword} without the reason.`,
      help: `Say why, for whoever reads it later:${code(`# migrate-check: ${keyword} <reason>`)}`,
    }),
  },
  check({ revision }, { report }) {
    for (const directive of revision.directives) {
      const { keyword, text, place } = directive;
      const nearest = meant(directive);
      if (keyword !== nearest)
        report('unknown', { revision: called(revision), keyword, nearest }, { place, about: keyword });
      else if (text === '')
        report('reasonless', { revision: called(revision), keyword }, { place, about: keyword });
    }
  },
});
