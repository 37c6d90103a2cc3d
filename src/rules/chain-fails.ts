import type { Direction } from '../model/observation.ts';
import { defineRule } from './rule.ts';
import { ofFailure } from './support/evidence.ts';
import { hintFor } from './support/hints.ts';
import { ends } from './support/outcome.ts';
import { failurePlace } from './support/places.ts';
import { called, count } from './support/text.ts';

export const rule = defineRule({
  subject: 'chain',
  needs: ['chain'],
  meta: {
    title: 'A move fails on the way down through the history',
    why: 'Each revision comes back by itself, straight after its own upgrade. Taken down from the top, with all later revisions taken back before, one of them fails: something later changed what it relies on, and its own downgrade did not put it back.',
    fix: 'Look for a later revision that renames, replaces or moves what this downgrade touches.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      bad: [
        `def upgrade():\n    op.create_table(\n        "users",\n        sa.Column("id", sa.BigInteger(), primary_key=True),\n        sa.Column("email", sa.Text(), nullable=False),\n    )\n\ndef downgrade():\n    op.drop_table("users")`,
        `def upgrade():\n    op.alter_column("users", "email", nullable=True)\n\ndef downgrade():\n    op.alter_column("users", "email", nullable=False)`,
        `def upgrade():\n    op.execute("INSERT INTO users (id) VALUES (1) ON CONFLICT DO NOTHING")\n\ndef downgrade():\n    # The guest stays, and has no address.\n    op.execute("UPDATE users SET email = NULL WHERE id = 1")`,
      ],
      good: [
        `def upgrade():\n    op.create_table(\n        "users",\n        sa.Column("id", sa.BigInteger(), primary_key=True),\n        sa.Column("email", sa.Text(), nullable=False),\n    )\n\ndef downgrade():\n    op.drop_table("users")`,
        `def upgrade():\n    op.alter_column("users", "email", nullable=True)\n\ndef downgrade():\n    op.alter_column("users", "email", nullable=False)`,
        `def upgrade():\n    op.execute("INSERT INTO users (id) VALUES (1) ON CONFLICT DO NOTHING")\n\ndef downgrade():\n    op.execute("DELETE FROM users WHERE id = 1")`,
      ],
    },
  },
  messages: {
    fails: ({ revision, direction, how, after, hint }: Data) => ({
      message:
        direction === 'downgrade'
          ? `${revision} comes back by itself, but not ${after > 0 ? `after ${count(after, 'later revision')} ${after === 1 ? 'was' : 'were'} taken back` : 'from the top of the history'}: its downgrade ${how}.`
          : `${revision} does not go up again after the revisions were taken back one after the other: its upgrade ${how}.`,
      help: hint,
    }),
  },
  check({ chain, facts }, { report }) {
    const { failure: move, down } = chain;
    const failure = move?.failure;
    const revision = facts.graph.revisions.find(({ id }) => id === move?.revision);
    if (!move || !failure || !revision) return;
    report(
      'fails',
      {
        revision: called(revision),
        direction: move.direction,
        how: ends(failure),
        after: down.length,
        hint: hintFor(failure, move.direction, facts),
      },
      {
        revision: revision.id,
        place: failurePlace(failure, revision, move.direction),
        evidence: ofFailure(failure, move.output),
        about: move.direction,
      },
    );
  },
});

interface Data {
  readonly revision: string;
  readonly direction: Direction;
  readonly how: string;
  /** Revisions that had been taken back before. */
  readonly after: number;
  readonly hint: string;
}
