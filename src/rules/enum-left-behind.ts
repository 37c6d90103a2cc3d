import { defineRule } from './rule.ts';
import { addedAtEnd } from './support/edits.ts';
import { note, ofDifferences, ofFailure } from './support/evidence.ts';
import { definition } from './support/places.ts';
import { enumsLeft, reupgradeFailure } from './support/round-trip.ts';
import { called, code, list } from './support/text.ts';
import { execute } from './support/undo.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision', 'downgrade'],
  meta: {
    title: 'An enum type is left behind',
    why: 'A table or column with `sa.Enum` brings its type along, but dropping the table or the column leaves the type. The next upgrade that makes it again fails: the type exists.',
    fix: 'Drop the type at the end of `downgrade()`: `op.execute("DROP TYPE mood")`, or `sa.Enum(name="mood").drop(op.get_bind())`.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():
    op.create_table("entries", sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("mood", sa.Enum("good", "bad", name="mood")))

def downgrade():
    op.drop_table("entries")`,
      good: `def upgrade():
    op.create_table("entries", sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("mood", sa.Enum("good", "bad", name="mood")))

def downgrade():
    op.drop_table("entries")
    op.execute("DROP TYPE mood")`,
    },
  },
  messages: {
    left: ({ revision, names, fails }: { revision: string; names: readonly string[]; fails: boolean }) => ({
      message: `The downgrade of ${revision} leaves the enum type${names.length > 1 ? 's' : ''} ${list(names)} behind${fails ? ', and the next upgrade fails because of it' : ''}.`,
      help: `Add to the end of downgrade():${code(...drops(names))}`,
    }),
  },
  check(trip, { report }) {
    const left = enumsLeft(trip);
    if (left.length === 0) return;
    const failure = reupgradeFailure(trip, 'enum');
    const names = left.map(({ name }) => name);
    report(
      'left',
      { revision: called(trip.revision), names, fails: failure !== undefined },
      {
        place: definition(trip.revision, 'downgrade'),
        about: names.join(' '),
        edit: addedAtEnd(trip.revision, 'downgrade', drops(names)),
        evidence: [
          ...ofDifferences(left),
          ...(failure ? [note('The second upgrade then fails:'), ...ofFailure(failure)] : []),
        ],
      },
    );
  },
});

const drops = (names: readonly string[]): readonly string[] =>
  names.map((name) => execute(`DROP TYPE ${name}`));
