import { defineRule } from './rule.ts';
import { declaredAt } from './support/places.ts';

export const rule = defineRule({
  subject: 'suppression',
  needs: [],
  meta: {
    title: 'A suppression without the reason',
    why: 'A comment or an entry of `ignore` asks that findings be let pass and does not say why. It does not hold: what it is about is reported all the same. Whoever reviews it, or meets it in a year, cannot tell whether somebody has thought about it.',
    fix: 'Write the reason behind the brackets, or as `reason:` in the settings.',
    severity: 'error',
    final: true,
    since: '0.1.0',
    examples: {
      before: `CREATE TABLE tags_old (id bigserial PRIMARY KEY)`,
      bad: `def upgrade():\n    # migrate-check: ignore[drop-table]\n    op.drop_table("tags_old")\n\ndef downgrade():\n    op.create_table("tags_old", sa.Column("id", sa.BigInteger(), primary_key=True))`,
      good: `def upgrade():\n    # migrate-check: ignore[drop-table] copied to tags in release 41, unread since\n    op.drop_table("tags_old")\n\ndef downgrade():\n    op.create_table("tags_old", sa.Column("id", sa.BigInteger(), primary_key=True))`,
    },
  },
  messages: {
    reasonless: ({ called, inSettings }: { called: string; inSettings: boolean }) => ({
      message: `${called} gives no reason, and so it lets nothing pass.`,
      help: inSettings
        ? 'Say why, for whoever reads it later: add reason: to the entry.'
        : 'Say why, for whoever reads it later, behind the brackets.',
    }),
  },
  check({ declared, facts }, { report }) {
    const { suppression, called, rules } = declared;
    if (suppression.reason !== '') return;
    const where = { ...declaredAt(declared, facts), about: rules.join() };
    report('reasonless', { called, inSettings: suppression.by === 'settings' }, where);
  },
});
