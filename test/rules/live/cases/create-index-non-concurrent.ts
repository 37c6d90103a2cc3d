import type { LiveCases } from '../case.ts';
import { readAlone } from '../read-alone.ts';

const timed = "SET LOCAL lock_timeout = '2s'";
const orders =
  'CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, at timestamptz); INSERT INTO orders (id) SELECT generate_series(1, 500);';

export const cases: LiveCases = {
  bad: [
    {
      name: 'on a table that was there',
      before: orders,
      code: `def upgrade():
    op.execute("${timed}")
    op.create_index("ix_orders_user_id", "orders", ["user_id"])

def downgrade():
    op.drop_index("ix_orders_user_id", table_name="orders")`,
      at: 'op.create_index',
      says: [
        'Building ix_orders_user_id reads all of orders, and until the transaction ends nobody writes to orders.',
        'with op.get_context().autocommit_block():',
        'op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_orders_user_id")',
        'op.create_index("ix_orders_user_id", "orders", ["user_id"], postgresql_concurrently=True)',
        'SHARE on orders',
        'read from end to end: orders',
      ],
      takes: { orders: 'SHARE + scan' },
    },
    {
      name: 'a unique one, in another schema',
      before: `CREATE SCHEMA crm; ${orders} ALTER TABLE orders SET SCHEMA crm;`,
      sql: [timed, 'CREATE UNIQUE INDEX uq_orders ON crm.orders (user_id, at)'],
      at: 'CREATE UNIQUE INDEX',
      says: [
        'It fails where two rows have the same values',
        'DROP INDEX CONCURRENTLY IF EXISTS crm.uq_orders',
        'op.create_index("uq_orders", "orders", ["user_id", "at"], schema="crm", unique=True, postgresql_concurrently=True)',
      ],
    },
    {
      name: 'a unique one that cannot fail: fewer of its columns are unique already',
      before: orders,
      sql: [timed, 'CREATE UNIQUE INDEX uq_orders ON orders (user_id, id)'],
      at: 'CREATE UNIQUE INDEX',
      says: ['until the transaction ends nobody writes to orders.\nBuild it'],
    },
    {
      name: 'an order that no call has words for',
      before: orders,
      sql: [timed, 'CREATE INDEX IF NOT EXISTS ix_orders_at\n  ON orders (at DESC)'],
      at: 'CREATE INDEX',
      says: ['op.execute("CREATE INDEX CONCURRENTLY ix_orders_at ON orders (at DESC)")'],
    },
    ...[
      'USING hash (at)',
      '((user_id + 1))',
      '(at) INCLUDE (user_id)',
      '(at) WHERE (user_id)::int > (0)',
      '(at) WITH (fillfactor = 70)',
    ].map((how) => ({
      name: `what a call would lose: ${how}`,
      before: orders,
      sql: [timed, `CREATE INDEX ix ON orders ${how}`],
      at: 'CREATE INDEX',
      says: [`op.execute("CREATE INDEX CONCURRENTLY ix ON orders ${how}")`],
    })),
    {
      name: 'without a name',
      before: orders,
      sql: [timed, 'CREATE INDEX ON orders (at)'],
      at: 'CREATE INDEX',
      says: ['autocommit_block():\n        op.execute("CREATE INDEX CONCURRENTLY ON orders (at)")'],
    },
    {
      name: 'on an empty table that was there before this revision of a change, under a lock that is held',
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);',
      sql: [timed, 'ALTER TABLE orders ADD note text', 'CREATE INDEX ix_orders ON orders (user_id)'],
      at: 'CREATE INDEX',
      says: ['Building ix_orders'],
    },
    {
      name: 'a table that is small in production weighs less',
      before: orders,
      sql: [timed, 'CREATE INDEX ix_orders ON orders (user_id)'],
      rows: { orders: 12 },
      severity: 'notice',
      at: 'CREATE INDEX',
      says: ['Building ix_orders', '12 rows'],
    },
  ],
  good: [
    {
      name: 'concurrently',
      before: orders,
      code: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_orders_user_id")
        op.create_index("ix_orders_user_id", "orders", ["user_id"], postgresql_concurrently=True)

def downgrade():
    with op.get_context().autocommit_block():
        op.drop_index("ix_orders_user_id", table_name="orders", postgresql_concurrently=True)`,
      shows: 'the advice: SHARE UPDATE EXCLUSIVE lets writers pass, and SHARE does not',
      takes: { orders: `SHARE UPDATE EXCLUSIVE${readAlone}` },
    },
    {
      name: 'on a table of the same revision',
      sql: [
        'CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint)',
        'CREATE INDEX ix_orders ON orders (user_id)',
      ],
      shows: 'nobody else has seen the table',
    },
    {
      name: 'on a table of an earlier revision of the change',
      before: 'CREATE TABLE users (id bigint PRIMARY KEY)',
      sql: [
        'CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint)',
        'CREATE INDEX ix_orders ON orders (user_id)',
      ],
      shows: 'nobody else has seen the table',
    },
    {
      name: 'on a partitioned table, not on its partitions',
      before:
        'CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint) PARTITION BY HASH (id); CREATE TABLE orders_0 PARTITION OF orders FOR VALUES WITH (MODULUS 1, REMAINDER 0);',
      sql: [timed, 'CREATE INDEX ix_orders_user ON ONLY orders (user_id)'],
      shows: 'nothing is read',
      takes: { orders: 'SHARE', orders_0: '' },
    },
  ],
};
