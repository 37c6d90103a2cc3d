import type { Evidence } from '../model/finding.ts';
import type { Direction, Move, Remark, Unlisted } from '../model/observation.ts';
import type { Revision } from '../model/revision.ts';
import { defineRule } from './rule.ts';
import { note, ofSql } from './support/evidence.ts';
import { definition } from './support/places.ts';
import { called, code, count } from './support/text.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision', 'log'],
  meta: {
    title: 'Statements go past SQLAlchemy',
    why: 'A cursor of the driver, a connection that the revision opens by itself, or a program that it starts: what it sends there is executed, and is not among the statements that are listed. What it locks, rewrites and reads was not looked at, and no rule has judged it. Whatever it does, the report is none the worse for it.',
    fix: 'Send it with `op.execute()`, or on the connection that `op.get_bind()` gives. Where it has to go another way, read it as the rules would, and let the finding pass with the reason.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, email text)',
      bad: `def upgrade():\n    cursor = op.get_bind().connection.cursor()\n    cursor.execute("ALTER TABLE users ADD COLUMN plan text")\n\ndef downgrade():\n    op.drop_column("users", "plan")`,
      good: `def upgrade():\n    op.execute("ALTER TABLE users ADD COLUMN plan text")\n\ndef downgrade():\n    op.drop_column("users", "plan")`,
    },
  },
  messages: {
    sent: ({ direction, revision, statements }: Data & { statements: number }) => ({
      message: `The ${direction} of ${called(revision)} sends ${count(statements, 'statement')} past SQLAlchemy: nobody has looked at what ${statements === 1 ? 'it locks and changes, and no rule has judged it' : 'they lock and change, and no rule has judged them'}.`,
      help,
    }),
    open: ({ direction, revision }: Data) => ({
      message: `The ${direction} of ${called(revision)} has a way past SQLAlchemy: what it sends there is not known, and no rule has judged it.`,
      help,
    }),
  },
  check({ revision, roundTrip }, { report }) {
    for (const move of movesOf(roundTrip)) {
      const { direction, unlisted } = move;
      if (!unlisted) continue;
      const where = {
        place: definition(revision, direction),
        evidence: evidenceOf(unlisted),
        about: direction,
      };
      const notice = { ...where, severity: 'notice' as const };
      // The statements of a downgrade that are listed are not judged one by one, either.
      if (unlisted.sent)
        report(
          'sent',
          { direction, revision, statements: unlisted.sent.count },
          direction === 'downgrade' ? notice : where,
        );
      else if (unlisted.ways.some(leadsToServer)) report('open', { direction, revision }, notice);
    }
  },
});

interface Data {
  readonly direction: Direction;
  readonly revision: Revision;
}

const help = `Send it with op.execute(), or on the connection that op.get_bind() gives. Where it has to go another way, say why in the file:${code('# migrate-check: ignore[unlisted-statement] <reason>')}`;

/** A program may do anything, and most do nothing in the database. */
const leadsToServer = ({ kind }: Remark): boolean => kind !== 'child-process';

/** The second upgrade sends what the first one did. */
const movesOf = ({
  upgrade,
  downgrade,
}: {
  readonly upgrade: Move;
  readonly downgrade?: Move;
}): readonly Move[] => [upgrade, ...(downgrade ? [downgrade] : [])];

function evidenceOf({ sent, ways }: Unlisted): readonly Evidence[] {
  const texts = sent?.texts ?? [];
  const more = (sent?.count ?? 0) - texts.length;
  return [
    ...texts.map(ofSql),
    ...(more > 0 ? [note(`and ${count(more, 'more statement')}`)] : []),
    ...ways.map(({ text }) => note(text)),
  ];
}
