import type { Difference } from '../model/difference.ts';
import { defineRule } from './rule.ts';
import { addedAtEnd } from './support/edits.ts';
import { note, ofDifferences, ofFailure } from './support/evidence.ts';
import { definition } from './support/places.ts';
import { reupgradeFailure, traceLeft } from './support/round-trip.ts';
import { called, code, count, list } from './support/text.ts';
import { restoreLines, undoLines } from './support/undo.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision', 'downgrade'],
  meta: {
    title: 'The downgrade leaves a trace',
    why: 'After upgrade and downgrade the catalog is not what it was: something new stayed, something old is lost, or something came back changed. A database that was rolled back is then another one than a database that never went forward, and the next migration meets the wrong one.',
    fix: 'Undo in `downgrade()` all that `upgrade()` does, with the same names, defaults and nullability as before. Another order of columns, a constraint that stays validated, an extension that stays and a label that stays in an enum are no trace.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      before: `CREATE TABLE users (id bigint PRIMARY KEY, plan text DEFAULT 'trial')`,
      bad: `def upgrade():\n    op.alter_column("users", "plan", server_default="free")\n\ndef downgrade():\n    op.alter_column("users", "plan", server_default=None)  # it was 'trial'`,
      good: `def upgrade():\n    op.alter_column("users", "plan", server_default="free")\n\ndef downgrade():\n    op.alter_column("users", "plan", server_default="trial")`,
    },
  },
  messages: {
    trace: ({ revision, differences, fails }: Data) => ({
      message: `After the downgrade of ${revision} the database is not what it was before: ${summary(differences)}${fails ? '. The next upgrade fails because of it' : ''}.`,
      help: help(differences),
    }),
  },
  check(trip, { report }) {
    const differences = traceLeft(trip);
    if (differences.length === 0) return;
    const failure = reupgradeFailure(trip, 'trace');
    report(
      'trace',
      { revision: called(trip.revision), differences, fails: failure !== undefined },
      {
        place: definition(trip.revision, 'downgrade'),
        edit: addedAtEnd(trip.revision, 'downgrade', linesFor(differences)),
        evidence: [
          ...ofDifferences(differences),
          ...(failure ? [note('The second upgrade then fails:'), ...ofFailure(failure)] : []),
        ],
      },
    );
  },
});

interface Data {
  readonly revision: string;
  readonly differences: readonly Difference[];
  readonly fails: boolean;
}

/** With few differences the differences themselves, else how many. */
function summary(differences: readonly Difference[]): string {
  return differences.length <= 2
    ? differences.map(({ words }) => words).join('; ')
    : count(differences.length, 'difference');
}

const linesFor = (differences: readonly Difference[]): readonly string[] => [
  ...undoLines(differences),
  ...restoreLines(differences),
];

function help(differences: readonly Difference[]): string {
  const lines = linesFor(differences);
  const named = (which: (difference: Difference) => boolean): readonly string[] =>
    differences.filter(which).map(({ kind, name }) => `${kind} ${name}`);
  const gone = named(({ change }) => change === 'gone');
  const rest = named(
    (difference) => difference.change === 'changed' && restoreLines([difference]).length === 0,
  );
  const parts = [
    ...(lines.length > 0 ? [`Add to downgrade():${code(...lines)}`] : []),
    ...(gone.length > 0 ? [`Make again in downgrade() what upgrade() takes away: ${list(gone)}.`] : []),
    ...(rest.length > 0 ? [`Give back in downgrade() as it was before the upgrade: ${list(rest)}.`] : []),
  ];
  return parts.length > 0
    ? parts.join('\n')
    : 'Take away in downgrade() what is shown above and was not there before the upgrade.';
}
