import { quoteIdent } from '../sql/quote.ts';
import { defineRule } from './rule.ts';
import { type AddConstraint, addsConstraint, constraintName } from './support/added-constraint.ts';
import { autocommitted } from './support/calls.ts';
import { spelled } from './support/change.ts';
import { uniqueConcurrently } from './support/index-call.ts';
import { seen } from './support/seen.ts';
import { code } from './support/text.ts';
import { oldTable, shownRelation, whereOf } from './support/traced.ts';
import { execute } from './support/undo.ts';
import { isUniqueAlready } from './support/unique-already.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A unique constraint builds its index while the table is locked',
    why: '`ADD UNIQUE` builds an index under ACCESS EXCLUSIVE: until the transaction ends nobody reads or writes the table. It fails where two rows have the same values.',
    fix: 'Build a unique index `CONCURRENTLY` in an `autocommit_block`, and make a constraint of it with `USING INDEX`, which takes a moment.',
    severity: 'warning',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, email text)',
      bad: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.create_unique_constraint("uq_users_email", "users", ["email"])\n\ndef downgrade():\n    op.drop_constraint("uq_users_email", "users")`,
      good: `def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("DROP INDEX CONCURRENTLY IF EXISTS uq_users_email")\n        op.create_index("uq_users_email", "users", ["email"], unique=True, postgresql_concurrently=True)\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.execute("ALTER TABLE users ADD CONSTRAINT uq_users_email UNIQUE USING INDEX uq_users_email")\n\ndef downgrade():\n    op.drop_constraint("uq_users_email", "users")`,
    },
  },
  messages: {
    built: ({ name, table, columns, mayFail, lines }: Data) => ({
      message: `Adding the unique constraint ${name} builds an index of ${table}, and until the transaction ends nobody reads or writes ${table}.${mayFail ? ` It fails where two rows have the same ${columns}.` : ''}`,
      help: `Build the index first, while everybody goes on, and make the constraint of it, in a revision of its own:${code(...lines)}`,
    }),
  },
  check(subject, { report, notChecked }) {
    for (const added of addsConstraint(subject, 'unique')) {
      const { usingIndex, columns } = added.constraint;
      if (usingIndex !== undefined || !seen(subject, 'ADD UNIQUE', ['locks'], notChecked)) continue;
      const table = oldTable(subject, added.table, notChecked);
      if (!table) continue;
      report(
        'built',
        {
          name: constraintName(added),
          table: shownRelation(table),
          columns: columns.join(', '),
          mayFail: !isUniqueAlready(subject, table, columns),
          lines: instead(added, spelled(table)),
        },
        whereOf(subject, { about: `${shownRelation(table)} ${constraintName(added)}`, table }),
      );
    }
  },
});

function instead(added: AddConstraint, table: string): readonly string[] {
  const name = constraintName(added);
  const spelledName = quoteIdent(name);
  return [
    ...autocommitted(uniqueConcurrently(name, added.table, added.constraint.columns)),
    execute(`ALTER TABLE ${table} ADD CONSTRAINT ${spelledName} UNIQUE USING INDEX ${spelledName}`),
  ];
}

interface Data {
  readonly name: string;
  readonly table: string;
  readonly columns: string;
  /** Two rows can have the same values, and must not. */
  readonly mayFail: boolean;
  readonly lines: readonly string[];
}
