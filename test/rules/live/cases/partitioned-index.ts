import type { LiveCases } from '../case.ts';
import { readAlone } from '../read-alone.ts';

const timed = "SET LOCAL lock_timeout = '2s'";
const parted = 'CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint) PARTITION BY HASH (id);';
const orders = `${parted} CREATE TABLE orders_0 PARTITION OF orders FOR VALUES WITH (MODULUS 2, REMAINDER 0); CREATE TABLE orders_1 PARTITION OF orders FOR VALUES WITH (MODULUS 2, REMAINDER 1);`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'on a partitioned table that was there',
      before: orders,
      sql: [timed, 'CREATE INDEX ix_orders_user\n  ON orders (user_id)'],
      at: 'CREATE INDEX',
      says: [
        'Building ix_orders_user reads all partitions of orders (orders_0 and orders_1)',
        'op.execute("DROP INDEX CONCURRENTLY IF EXISTS orders_0_ix_orders_user")\n        op.execute("CREATE INDEX CONCURRENTLY orders_0_ix_orders_user ON orders_0 (user_id)")',
        'op.execute("CREATE INDEX ix_orders_user ON orders (user_id)")',
      ],
      takes: { orders: 'SHARE', orders_0: 'SHARE + scan' },
    },
    {
      name: 'a unique one in another schema',
      before: `CREATE SCHEMA crm; SET LOCAL search_path = crm; ${orders} RESET search_path;`,
      sql: [timed, 'CREATE UNIQUE INDEX ON "crm"."orders" USING btree (id, user_id)'],
      at: 'CREATE UNIQUE INDEX',
      says: [
        'op.execute("CREATE UNIQUE INDEX CONCURRENTLY orders_0_index ON crm.orders_0 USING btree (id, user_id)")',
      ],
    },
  ],
  good: [
    {
      name: 'those of the partitions are there',
      before: orders,
      code: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS orders_0_ix_orders_user")
        op.execute("CREATE INDEX CONCURRENTLY orders_0_ix_orders_user ON orders_0 (user_id)")
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS orders_1_ix_orders_user")
        op.execute("CREATE INDEX CONCURRENTLY orders_1_ix_orders_user ON orders_1 (user_id)")
    op.execute("${timed}")
    op.execute("CREATE INDEX ix_orders_user ON orders (user_id)")

def downgrade():
    op.drop_index("ix_orders_user", table_name="orders")`,
      shows: 'the advice: partitions are read while writers pass, and SHARE reads nothing',
      takes: { orders: 'SHARE', orders_0: `SHARE UPDATE EXCLUSIVE${readAlone} | SHARE` },
    },
    {
      name: 'without partitions',
      before: parted,
      sql: [timed, 'CREATE INDEX ix_orders_user ON orders (user_id)'],
      shows: 'there is nothing to read',
    },
    {
      name: 'with a partition of the same revision only',
      before: parted,
      sql: [
        timed,
        'CREATE TABLE orders_0 PARTITION OF orders FOR VALUES WITH (MODULUS 1, REMAINDER 0)',
        'CREATE INDEX ix_orders_user ON orders (user_id)',
      ],
      shows: 'nobody else has seen it',
    },
    {
      name: 'on a table of the same revision',
      sql: [orders, 'CREATE INDEX ix_orders_user ON orders (user_id)'],
    },
  ],
};
