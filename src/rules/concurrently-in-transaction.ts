import { defineRule } from './rule.ts';
import { autocommitted } from './support/calls.ts';
import { inBlock } from './support/concurrent-edit.ts';
import { ofFailure } from './support/evidence.ts';
import { concurrently } from './support/index-call.ts';
import { failurePlace } from './support/places.ts';
import { type Concurrent, concurrentInTransaction } from './support/refused.ts';
import { called, code } from './support/text.ts';
import { execute } from './support/undo.ts';

export const rule = defineRule({
  subject: 'upgrade',
  needs: ['revision'],
  meta: {
    title: 'CONCURRENTLY inside a transaction',
    why: 'PostgreSQL refuses `CREATE INDEX CONCURRENTLY` and its like inside a transaction, and Alembic has one open around every revision. The deployment stops here.',
    fix: 'Put the line into `with op.get_context().autocommit_block():`. In env.py nothing may have begun a transaction before Alembic does, and `transaction_per_migration=True` keeps what earlier revisions of the same upgrade did apart from it.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint)',
      bad: `def upgrade():\n    op.create_index("ix_orders_user_id", "orders", ["user_id"], postgresql_concurrently=True)\n\ndef downgrade():\n    pass`,
      good: `def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_orders_user_id")\n        op.create_index("ix_orders_user_id", "orders", ["user_id"], postgresql_concurrently=True)\n\ndef downgrade():\n    with op.get_context().autocommit_block():\n        op.drop_index("ix_orders_user_id", table_name="orders", postgresql_concurrently=True)`,
    },
  },
  messages: {
    refused: ({ revision, words, lines }: { revision: string; words: string; lines: readonly string[] }) => ({
      message: `The upgrade of ${revision} fails: PostgreSQL refuses ${words} inside a transaction, and Alembic has one open around the revision.`,
      help: `Take it out of the transaction:${code(...autocommitted(lines))}\nThe block commits what the revision did before it. In env.py, leave it to Alembic to begin the transaction, and give each revision its own:${code('context.configure(..., transaction_per_migration=True)')}`,
    }),
  },
  check({ revision, move: { failure, output } }, { report }) {
    const refused = failure && concurrentInTransaction(failure);
    if (!refused) return;
    const place = failurePlace(failure, revision, 'upgrade');
    const lines = linesOf(refused);
    report(
      'refused',
      { revision: called(revision), words: firstWords(refused), lines },
      { place, evidence: ofFailure(failure, output), edit: inBlock(revision, place, lines) },
    );
  },
});

/** Up to the word that it is about: CREATE UNIQUE INDEX CONCURRENTLY, DROP INDEX CONCURRENTLY. */
const firstWords = ({ command: { text } }: Concurrent): string =>
  /^\w+(?: UNIQUE)? \w+(?: CONCURRENTLY)?/i.exec(text.replace(/\s+/g, ' '))?.[0].toUpperCase() ?? 'this';

const linesOf = ({ command, index }: Concurrent): readonly string[] =>
  index ? concurrently(index, command.text) : [execute(command.text.replace(/\s+/g, ' '))];
