import type { Remark } from '../model/observation.ts';
import { defineRule } from './rule.ts';
import { note, ofFailure } from './support/evidence.ts';
import { failurePlace } from './support/places.ts';
import { concurrentThatHung } from './support/refused.ts';
import { called, code } from './support/text.ts';

export const rule = defineRule({
  subject: 'upgrade',
  needs: ['revision'],
  meta: {
    title: 'CONCURRENTLY waits for a session of the migration itself',
    why: '`CREATE INDEX CONCURRENTLY` waits for every transaction that has written to the table or still sees an older state of the database, `DROP INDEX CONCURRENTLY` for every one that has read it. Where the migration itself has such a one open in a second connection (a session of the ORM, another engine, env.py), it waits for ever. On the disposable database nobody else is there to wait for.',
    fix: 'Commit or close what the migration has open in other connections before the `autocommit_block`. With asyncpg, run the block on the connection that Alembic was given, and none beside it.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      before: `CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint)`,
      bad: `def upgrade():\n    other = op.get_bind().engine.connect()\n    other.execute(sa.text("UPDATE orders SET user_id = 1 WHERE id = 1"))  # begins a transaction that stays open\n    with op.get_context().autocommit_block():\n        op.create_index("ix_orders_user_id", "orders", ["user_id"], postgresql_concurrently=True)\n\ndef downgrade():\n    with op.get_context().autocommit_block():\n        op.drop_index("ix_orders_user_id", postgresql_concurrently=True)`,
      good: `def upgrade():\n    with op.get_bind().engine.begin() as other:\n        other.execute(sa.text("UPDATE orders SET user_id = 1 WHERE id = 1"))\n    with op.get_context().autocommit_block():\n        op.create_index("ix_orders_user_id", "orders", ["user_id"], postgresql_concurrently=True, if_not_exists=True)\n\ndef downgrade():\n    with op.get_context().autocommit_block():\n        op.drop_index("ix_orders_user_id", postgresql_concurrently=True, if_exists=True)`,
    },
  },
  messages: {
    hangs: ({ revision }: { revision: string }) => ({
      message: `The upgrade of ${revision} did not end: the command waits for the transactions that have used the table before, and one of them is the migration's own, in another connection.`,
      help: `Commit or close what the migration, or env.py, has open in another connection before this:${code('with engine.begin() as other:', '    other.execute(sa.text("..."))', 'with op.get_context().autocommit_block():', '    op.create_index(..., postgresql_concurrently=True)')}`,
    }),
  },
  check({ revision, move: { failure, output }, facts }, { report }) {
    if (!failure || !concurrentThatHung(failure)) return;
    const hints = facts.observations.remarks.filter(({ kind }) => mayBeOpen.has(kind));
    report(
      'hangs',
      { revision: called(revision) },
      {
        place: failurePlace(failure, revision, 'upgrade'),
        evidence: [...ofFailure(failure, output), ...hints.map(({ text }) => note(text))],
      },
    );
  },
});

/** What can leave a transaction open beside the one of the migration. */
const mayBeOpen: ReadonlySet<Remark['kind']> = new Set([
  'own-transaction',
  'begun-before',
  'raw-connection',
  'child-process',
  'session-left-open',
]);
