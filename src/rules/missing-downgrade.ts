import type { FunctionOutline } from '../model/revision.ts';
import { defineRule } from './rule.ts';
import { declaredIrreversible } from './support/directives.ts';
import { addedAtEnd } from './support/edits.ts';
import { note, ofDifferences, ofFailure } from './support/evidence.ts';
import { definition } from './support/places.ts';
import { isMissing, reupgradeFailure } from './support/round-trip.ts';
import { called, code } from './support/text.ts';
import { undoLines } from './support/undo.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision', 'downgrade'],
  meta: {
    title: 'There is no downgrade',
    why: 'The upgrade changes the database and nothing takes the change back: `downgrade()` is not there, does nothing, or refuses. Nobody can return to the release before, and that is found out when somebody has to.',
    fix: 'Write the downgrade. Where there cannot be one, say so next to it, with the reason: `# migrate-check: irreversible <reason>`; then it is listed and no error.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    op.create_table("tags", sa.Column("id", sa.BigInteger(), primary_key=True))\n\ndef downgrade():\n    pass`,
      good: `def upgrade():\n    op.create_table("tags", sa.Column("id", sa.BigInteger(), primary_key=True))\n\ndef downgrade():\n    op.drop_table("tags")`,
    },
  },
  messages: {
    missing: ({ revision, outline, error, changes, lines }: Data) => ({
      message: `${revision} cannot be taken back: ${shapeOf(outline, error)}${changes ? '' : ', although the upgrade changed nothing that was seen'}.`,
      help: `${changes ? write(lines) : `If there is nothing to take back, write an empty downgrade:${code('def downgrade() -> None:', '    pass')}\n`}If it cannot be taken back, declare it in the file, with the reason:${code('# migrate-check: irreversible <reason>')}`,
    }),
  },
  check(trip, { report, notChecked }) {
    const { revision, roundTrip } = trip;
    const declared = declaredIrreversible(revision);
    if (declared) return notChecked(`declared irreversible: ${declared.text || 'no reason given'}`);
    if (!isMissing(trip)) return;
    const { effect = [], downgrade } = roundTrip;
    const lines = undoLines(effect);
    const again = reupgradeFailure(trip, 'missing');
    report(
      'missing',
      {
        revision: called(revision),
        outline: revision.downgrade,
        error: downgrade?.failure?.error ?? '',
        changes: effect.length > 0,
        lines,
      },
      {
        place: definition(revision, 'downgrade'),
        edit: revision.downgrade.shape === 'empty' ? addedAtEnd(revision, 'downgrade', lines) : undefined,
        evidence: [
          ...(effect.length > 0 ? [note('What the upgrade does:'), ...ofDifferences(effect)] : []),
          ...(again ? [note('The second upgrade then fails:'), ...ofFailure(again)] : []),
        ],
      },
    );
  },
});

interface Data {
  readonly revision: string;
  readonly outline: FunctionOutline;
  readonly error: string;
  readonly changes: boolean;
  readonly lines: readonly string[];
}

function shapeOf({ shape, exception }: FunctionOutline, error: string): string {
  if (shape === 'absent') return 'downgrade() is not there';
  if (shape === 'empty') return 'downgrade() does nothing, and what the upgrade did stays';
  return `downgrade() raises ${exception ?? error}`;
}

function write(lines: readonly string[]): string {
  if (lines.length === 0) return 'Write in downgrade() what takes back what upgrade() does.\n';
  return `Write it, for instance:${code('def downgrade() -> None:', ...lines.map((line) => `    ${line}`))}\n`;
}
