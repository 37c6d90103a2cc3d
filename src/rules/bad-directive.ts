import { defineRule } from './rule.ts';
import { keywords, meant, readIgnore, written } from './support/directives.ts';
import { called, code } from './support/text.ts';

export const rule = defineRule({
  subject: 'revision',
  needs: [],
  meta: {
    title: 'A comment for migrate-check that says nothing',
    why: 'A comment that begins with `# migrate-check:` has a word that is not known, declares a revision irreversible without the reason, lets something pass without saying which rule, or stands where there is nothing that it could be about. Whoever reads it later cannot tell what it does, and it does nothing.',
    fix: 'Write `# migrate-check: irreversible <reason>` or `# migrate-check: ignore[rule] <reason>`, with a reason that a colleague would accept: beside a statement, or alone on the line above a statement, a function or the whole file.',
    severity: 'error',
    final: true,
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    op.create_table("tags", sa.Column("id", sa.BigInteger(), primary_key=True))\n\ndef downgrade():\n    # migrate-check: irreversable the old tags are not kept\n    raise NotImplementedError`,
      good: `def upgrade():\n    op.create_table("tags", sa.Column("id", sa.BigInteger(), primary_key=True))\n\ndef downgrade():\n    # migrate-check: irreversible the old tags are not kept\n    raise NotImplementedError`,
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
      nearest: keyof typeof keywords | undefined;
    }) => ({
      message: `${revision} has a comment "# migrate-check: ${keyword}", and ${keyword} is not a word that migrate-check knows${nearest === undefined ? '' : `; ${nearest} is near`}.`,
      help:
        nearest === undefined
          ? `It knows: ${Object.keys(keywords).join(', ')}.`
          : `Write:${code(written(nearest))}`,
    }),
    reasonless: ({ revision }: { revision: string }) => ({
      message: `${revision} is declared irreversible without the reason.`,
      help: `Say why, for whoever reads it later:${code(written('irreversible'))}`,
    }),
    ruleless: ({ revision }: { revision: string }) => ({
      message: `${revision} has a comment "# migrate-check: ignore" that names no rule, and it lets nothing pass.`,
      help: `Name the rules that it is about, in brackets:${code(written('ignore'))}`,
    }),
    astray: ({ revision }: { revision: string }) => ({
      message: `${revision} has a comment "# migrate-check: ignore" that is about nothing: below it is an empty line, or the end of the file.`,
      help: 'Put it beside the statement that it is about, or on the line right above the statement or the function. For the whole file it stands above the first statement, imports included.',
    }),
  },
  check({ revision }, { report }) {
    for (const directive of revision.directives) {
      const { keyword, text, place, covers } = directive;
      const nearest = meant(directive);
      const ignore = readIgnore(directive);
      const named = { revision: called(revision) };
      if (keyword !== nearest) report('unknown', { ...named, keyword, nearest }, { place, about: keyword });
      else if (keyword === 'irreversible' && text === '')
        report('reasonless', named, { place, about: keyword });
      else if (ignore?.rules.length === 0) report('ruleless', named, { place, about: text });
      else if (ignore && !covers) report('astray', named, { place, about: text });
    }
  },
});
