import type { Difference } from '../model/difference.ts';
import type { Move } from '../model/observation.ts';
import { defineRule } from './rule.ts';
import { declaredIrreversible } from './support/directives.ts';
import { called } from './support/text.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision', 'downgrade', 'reupgrade'],
  meta: {
    title: 'Declared irreversible, and it comes back',
    why: 'The file says that the revision cannot be taken back, but its downgrade ran, the catalog was as before, and the upgrade went again. The declaration keeps the next fault in this downgrade from being seen. It is left alone where the upgrade takes away a table or a column, changes a type, or updates or deletes rows: then the reason may lie in the data.',
    fix: 'Take the comment out.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    op.create_table("tags", sa.Column("id", sa.BigInteger(), primary_key=True))\n\ndef downgrade():\n    # migrate-check: irreversible the tags are not kept\n    op.drop_table("tags")`,
      good: `def upgrade():\n    op.create_table("tags", sa.Column("id", sa.BigInteger(), primary_key=True))\n\ndef downgrade():\n    op.drop_table("tags")`,
    },
  },
  messages: {
    unnecessary: ({ revision }: { revision: string }) => ({
      message: `${revision} is declared irreversible, but its downgrade runs, leaves nothing behind, and the upgrade goes again.`,
      help: 'Take the comment "# migrate-check: irreversible" out of the file.',
    }),
  },
  check({ revision, roundTrip }, { report }) {
    const declared = declaredIrreversible(revision);
    const { upgrade, downgrade, trace, reupgrade, drift, effect = [] } = roundTrip;
    if (!declared || !downgrade || downgrade.failure || !reupgrade || reupgrade.failure) return;
    if ([...(trace ?? []), ...(drift ?? [])].length > 0 || effect.some(mayLoseData) || losesRows(upgrade))
      return;
    report('unnecessary', { revision: called(revision) }, { place: declared.place });
  },
});

function mayLoseData({ kind, change, facts }: Difference): boolean {
  if (change === 'gone') return ['table', 'column', 'materialized view', 'schema', 'sequence'].includes(kind);
  return change === 'changed' && kind === 'column' && facts.some(({ fact }) => fact === 'type');
}

const losesRows = ({ statements }: Move): boolean =>
  statements.some(
    ({ sql, place }) => place !== undefined && /\b(update|delete|truncate|merge|do|call)\b/i.test(sql),
  );
