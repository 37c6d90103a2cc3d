import { defineRule } from './rule.ts';
import { call } from './support/calls.ts';
import { ofFailure } from './support/evidence.ts';
import { failurePlace } from './support/places.ts';
import { backedConstraint } from './support/refused.ts';
import { called, code } from './support/text.ts';
import { identifiers } from './support/undo.ts';

export const rule = defineRule({
  subject: 'upgrade',
  needs: ['revision'],
  meta: {
    title: 'An index is dropped that belongs to a constraint',
    why: 'A unique constraint, an exclusion constraint and a primary key each have an index of their own, which goes with the constraint and cannot be dropped without it. PostgreSQL refuses, and the deployment stops here.',
    fix: 'Drop the constraint: `op.drop_constraint(...)`. Its index goes with it.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      before:
        'CREATE TABLE bookings (id bigint PRIMARY KEY, during tstzrange, CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&))',
      bad: `def upgrade():\n    op.drop_index("no_overlap", table_name="bookings")\n\ndef downgrade():\n    pass`,
      good: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.drop_constraint("no_overlap", "bookings")\n\ndef downgrade():\n    op.execute("ALTER TABLE bookings ADD CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&)")`,
    },
  },
  messages: {
    belongs: ({ revision, index, constraint, table, line }: Data) => ({
      message: `The upgrade of ${revision} fails: the index ${index} belongs to the constraint ${constraint} of ${table} and cannot be dropped without it.`,
      help: `Drop the constraint; its index goes with it:${code(line)}`,
    }),
  },
  check({ revision, move: { failure, output } }, { report }) {
    const backed = failure && backedConstraint(failure);
    if (!backed) return;
    const [constraint = ''] = identifiers(backed.constraint);
    const [table = '', schema] = identifiers(backed.table).toReversed();
    report(
      'belongs',
      {
        ...backed,
        revision: called(revision),
        line: call('drop_constraint', [constraint, table], { schema }),
      },
      { place: failurePlace(failure, revision, 'upgrade'), evidence: ofFailure(failure, output) },
    );
  },
});

interface Data {
  readonly revision: string;
  readonly index: string;
  readonly constraint: string;
  readonly table: string;
  readonly line: string;
}
