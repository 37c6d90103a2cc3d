import { defineRule } from './rule.ts';
import { declaredIrreversible } from './support/directives.ts';
import { isFaultOfEnvironment } from './support/environment.ts';
import { ofFailure } from './support/evidence.ts';
import { hintFor } from './support/hints.ts';
import { ends } from './support/outcome.ts';
import { failurePlace } from './support/places.ts';
import { isMissing } from './support/round-trip.ts';
import { called } from './support/text.ts';
import { isUnnamed } from './support/unnamed.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision', 'downgrade'],
  meta: {
    title: 'The downgrade fails',
    why: 'Straight after its own upgrade the revision cannot be taken back. Whoever has to return to the release before finds that out at the worst moment.',
    fix: 'Correct `downgrade()` at the line that is shown: undo in the reverse order, under the names that the upgrade gave. What cannot be undone is declared with `# migrate-check: irreversible <reason>`.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    op.create_table("tags", sa.Column("id", sa.BigInteger(), primary_key=True))\n\ndef downgrade():\n    op.drop_table("tag")  # another name`,
      good: `def upgrade():\n    op.create_table("tags", sa.Column("id", sa.BigInteger(), primary_key=True))\n\ndef downgrade():\n    op.drop_table("tags")`,
    },
  },
  messages: {
    fails: ({ revision, how, hint }: { revision: string; how: string; hint: string }) => ({
      message: `${revision} cannot be taken back: its downgrade ${how}.`,
      help: hint,
    }),
  },
  check(trip, { report, notChecked }) {
    const { revision, roundTrip, facts } = trip;
    const failure = roundTrip.downgrade?.failure;
    if (!failure || isMissing(trip)) return;
    if (declaredIrreversible(revision)) return notChecked('declared irreversible');
    if (isUnnamed(failure, revision) || isFaultOfEnvironment(failure, revision, facts)) return;
    report(
      'fails',
      { revision: called(revision), how: ends(failure), hint: hintFor(failure, 'downgrade', facts) },
      {
        place: failurePlace(failure, revision, 'downgrade'),
        evidence: ofFailure(failure, roundTrip.downgrade?.output),
      },
    );
  },
});
