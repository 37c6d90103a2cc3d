import type { LiveCases } from '../case.ts';

const timed = "SET LOCAL lock_timeout = '2s'";
const users = 'CREATE TABLE users (id bigint PRIMARY KEY); INSERT INTO users SELECT generate_series(1, 50);';
const orders = `${users} CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint); CREATE INDEX ix_orders_user ON orders (user_id); INSERT INTO orders SELECT n, n % 50 + 1 FROM generate_series(1, 500) n;`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'between tables that were there',
      before: orders,
      code: `def upgrade():
    op.execute("${timed}")
    op.create_foreign_key("fk_orders_user", "orders", "users", ["user_id"], ["id"], ondelete="CASCADE")

def downgrade():
    op.drop_constraint("fk_orders_user", "orders")`,
      at: 'op.create_foreign_key',
      says: [
        'Adding the foreign key fk_orders_user looks up every row of orders, and until the transaction ends nobody writes to orders and users.',
        'op.create_foreign_key("fk_orders_user", "orders", "users", ["user_id"], ["id"], ondelete="CASCADE", postgresql_not_valid=True)',
        'with op.get_context().autocommit_block():\n        op.execute("ALTER TABLE orders VALIDATE CONSTRAINT fk_orders_user")',
        'SHARE ROW EXCLUSIVE on orders',
        'SHARE ROW EXCLUSIVE on users',
      ],
      takes: { orders: 'SHARE ROW EXCLUSIVE + scan', users: 'SHARE ROW EXCLUSIVE + scan' },
    },
    {
      name: 'to a new table, without a name and in another schema',
      before: `CREATE SCHEMA crm; ${orders} ALTER TABLE orders SET SCHEMA crm;`,
      sql: [
        timed,
        'CREATE TABLE people (id bigint PRIMARY KEY); INSERT INTO people SELECT id FROM users',
        'ALTER TABLE crm.orders ADD FOREIGN KEY (user_id) REFERENCES people (id) ON UPDATE CASCADE DEFERRABLE',
      ],
      at: 'FOREIGN KEY',
      says: [
        'orders_user_id_fkey',
        'nobody writes to crm.orders.',
        'op.create_foreign_key("orders_user_id_fkey", "orders", "people", ["user_id"], ["id"], source_schema="crm", onupdate="CASCADE", deferrable=True, postgresql_not_valid=True)',
        'ALTER TABLE crm.orders VALIDATE CONSTRAINT orders_user_id_fkey',
      ],
    },
    {
      name: 'what a call has no words for',
      before: orders,
      sql: [timed, 'ALTER TABLE orders ADD CONSTRAINT "to user" FOREIGN KEY (user_id)\n  REFERENCES users'],
      at: 'ALTER TABLE',
      says: [
        String.raw`op.execute("ALTER TABLE orders ADD CONSTRAINT \"to user\" FOREIGN KEY (user_id) REFERENCES users NOT VALID")`,
      ],
    },
    {
      name: 'checked at the end of the transaction',
      before: orders,
      sql: [
        timed,
        'ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (user_id) REFERENCES users (id) INITIALLY DEFERRED',
      ],
      at: 'ALTER TABLE',
      says: ['FOREIGN KEY (user_id) REFERENCES users (id) INITIALLY DEFERRED NOT VALID")'],
    },
    {
      name: 'of a partitioned table',
      before: `${users} CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint) PARTITION BY HASH (id); CREATE INDEX ix_orders_user ON orders (user_id); CREATE TABLE orders_0 PARTITION OF orders FOR VALUES WITH (MODULUS 1, REMAINDER 0);`,
      sql: [
        timed,
        'ALTER TABLE orders ADD CONSTRAINT fk_orders_user FOREIGN KEY (user_id) REFERENCES users (id)',
      ],
      at: 'ALTER TABLE',
      says: ['every row of all partitions of orders', 'Add it to each partition first'],
    },
  ],
  good: [
    {
      name: 'not valid, and validated in a revision after it',
      before: orders,
      code: [
        `def upgrade():
    op.execute("${timed}")
    op.create_foreign_key("fk_orders_user", "orders", "users", ["user_id"], ["id"], postgresql_not_valid=True)

def downgrade():
    op.drop_constraint("fk_orders_user", "orders")`,
        `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE orders VALIDATE CONSTRAINT fk_orders_user")

def downgrade():
    pass`,
      ],
      shows: 'the advice: the rows are read under SHARE UPDATE EXCLUSIVE, which lets writers pass',
      takes: { orders: 'SHARE ROW EXCLUSIVE | SHARE UPDATE EXCLUSIVE + scan' },
    },
    {
      name: 'of a new table',
      before: users,
      sql: [
        timed,
        'CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint); CREATE INDEX ix_orders_user ON orders (user_id)',
        'ALTER TABLE orders ADD CONSTRAINT fk_orders_user FOREIGN KEY (user_id) REFERENCES users (id)',
      ],
      shows: 'there are no rows to look up',
    },
    {
      name: 'by way of the partitions',
      before: `${users} CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint) PARTITION BY HASH (id); CREATE INDEX ix_orders_user ON orders (user_id); CREATE TABLE orders_0 PARTITION OF orders FOR VALUES WITH (MODULUS 1, REMAINDER 0);`,
      sql: [
        timed,
        'ALTER TABLE orders_0 ADD CONSTRAINT fk_orders_user FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID',
      ],
      shows: 'the first step of the advice',
      takes: { orders_0: 'SHARE ROW EXCLUSIVE' },
    },
  ],
};
