import type { LiveCases } from '../case.ts';

const timed = "SET LOCAL lock_timeout = '2s'";
const orders =
  'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric); INSERT INTO orders SELECT n, n FROM generate_series(1, 500) n;';

export const cases: LiveCases = {
  bad: [
    {
      name: 'on a table that was there',
      before: orders,
      code: `def upgrade():
    op.execute("${timed}")
    op.create_check_constraint("ck_orders_total", "orders", "total >= 0")

def downgrade():
    op.drop_constraint("ck_orders_total", "orders")`,
      at: 'op.create_check_constraint',
      says: [
        'Adding the check ck_orders_total reads all of orders, and until the transaction ends nobody reads or writes orders.',
        'op.execute("ALTER TABLE orders ADD CONSTRAINT ck_orders_total CHECK (total >= 0) NOT VALID")',
        'with op.get_context().autocommit_block():\n        op.execute("ALTER TABLE orders VALIDATE CONSTRAINT ck_orders_total")',
        'ACCESS EXCLUSIVE on orders',
      ],
      takes: { orders: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'two at once, without a name',
      before: orders,
      sql: [timed, 'ALTER TABLE orders ADD CHECK (total >= 0), ADD CONSTRAINT ck_id CHECK (id > 0)'],
      at: 'ADD CHECK',
      times: 2,
      says: ['orders_check', 'ck_id'],
    },
  ],
  good: [
    {
      name: 'not valid, and validated in a revision after it',
      before: orders,
      code: [
        `def upgrade():
    op.execute("${timed}")
    op.create_check_constraint("ck_orders_total", "orders", "total >= 0", postgresql_not_valid=True)

def downgrade():
    op.drop_constraint("ck_orders_total", "orders")`,
        `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE orders VALIDATE CONSTRAINT ck_orders_total")

def downgrade():
    pass`,
      ],
      shows: 'the advice: the table is read under SHARE UPDATE EXCLUSIVE, which lets everybody pass',
      takes: { orders: 'ACCESS EXCLUSIVE | SHARE UPDATE EXCLUSIVE + scan' },
    },
    {
      name: 'on a new table',
      sql: [
        'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric)',
        'ALTER TABLE orders ADD CONSTRAINT ck_orders_total CHECK (total >= 0)',
      ],
      shows: 'there are no rows to test',
    },
  ],
};
