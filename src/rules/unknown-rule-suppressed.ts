import { defineRule } from './rule.ts';
import { declaredAt } from './support/places.ts';

export const rule = defineRule({
  subject: 'suppression',
  needs: [],
  meta: {
    title: 'A suppression of a rule that there is not',
    why: 'A comment or an entry of `ignore` names a rule that is misspelt, or that is gone. It lets nothing pass for that name, although whoever wrote it believes that it does.',
    fix: 'Write the name as the report has it; `docs/rules` has them all.',
    severity: 'error',
    final: true,
    since: '0.1.0',
    examples: {
      before: `CREATE TABLE tags_old (id bigserial PRIMARY KEY)`,
      bad: `def upgrade():\n    # migrate-check: ignore[drop-tabel] copied to tags in release 41, unread since\n    op.drop_table("tags_old")\n\ndef downgrade():\n    op.create_table("tags_old", sa.Column("id", sa.BigInteger(), primary_key=True))`,
      good: `def upgrade():\n    # migrate-check: ignore[drop-table] copied to tags in release 41, unread since\n    op.drop_table("tags_old")\n\ndef downgrade():\n    op.create_table("tags_old", sa.Column("id", sa.BigInteger(), primary_key=True))`,
    },
  },
  messages: {
    unknown: ({ called, name, nearest }: { called: string; name: string; nearest: string | undefined }) => ({
      message: `${called} names ${name}, and there is no such rule.`,
      help:
        nearest === undefined
          ? 'Take the name out, or write it as the finding has it.'
          : `${nearest} is near: if that is meant, write it so.`,
    }),
  },
  check({ declared, facts, unknown }, { report }) {
    for (const { rule: name, nearest } of unknown)
      report(
        'unknown',
        { called: declared.called, name, nearest },
        { ...declaredAt(declared, facts), about: name },
      );
  },
});
