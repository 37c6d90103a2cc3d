import { defineRule } from './rule.ts';
import { declaredAt } from './support/places.ts';
import { list } from './support/text.ts';

export const rule = defineRule({
  subject: 'suppression',
  needs: [],
  meta: {
    title: 'A suppression that lets nothing pass',
    why: 'A comment or an entry of `ignore` names a rule that has looked and has nothing to report there, or whose finding a nearer comment lets pass already. It stays behind and keeps the next fault of that kind from being seen. Where the rule is off or could not look, nothing is said.',
    fix: 'Take the rule out of it; take all of it out where no rule is left.',
    severity: 'warning',
    final: true,
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    # migrate-check: ignore[missing-downgrade] the table is never dropped\n    op.create_table("tags", sa.Column("id", sa.BigInteger(), primary_key=True))\n\ndef downgrade():\n    op.drop_table("tags")`,
      good: `def upgrade():\n    op.create_table("tags", sa.Column("id", sa.BigInteger(), primary_key=True))\n\ndef downgrade():\n    op.drop_table("tags")`,
    },
  },
  messages: {
    unused: ({ called, rules }: Data) => ({
      message: `${called} lets nothing pass${rules.all ? '' : ` of ${list(rules.unused)}`}.`,
      help: rules.all ? 'Take it out.' : `Take out of it: ${list(rules.unused)}.`,
    }),
    final: ({ called, rules }: Data) => ({
      message: `${called} names ${list(rules.unused)}, and what that reports cannot be let pass.`,
      help: 'Mend what is reported; a rule that is not wanted can be switched off in the settings.',
    }),
  },
  check({ declared, facts, isOver, unused, final }, { report }) {
    const { suppression, called, rules } = declared;
    const where = { ...declaredAt(declared, facts), about: rules.join() };
    const data = (some: readonly string[]): Data => ({
      called,
      rules: { unused: some, all: some.length === rules.length },
    });
    if (final.length > 0) report('final', data(final), where);
    // Without a reason, or after its last day, it lets nothing pass anyway, and other rules say so.
    if (unused.length > 0 && suppression.reason !== '' && !isOver) report('unused', data(unused), where);
  },
});

interface Data {
  readonly called: string;
  readonly rules: { readonly unused: readonly string[]; readonly all: boolean };
}
