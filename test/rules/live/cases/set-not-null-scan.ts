import type { LiveCases } from '../case.ts';

const orders =
  "CREATE TABLE orders (id bigint PRIMARY KEY, state text); INSERT INTO orders VALUES (1, 'new')";
const set = 'ALTER TABLE orders ALTER COLUMN state SET NOT NULL';

export const cases: LiveCases = {
  bad: [
    {
      name: 'nothing says so before',
      before: orders,
      code: 'def upgrade():\n    op.alter_column("orders", "state", nullable=False)',
      at: 'op.alter_column',
      says: [
        'Setting orders.state NOT NULL reads orders from end to end',
        'op.create_check_constraint("orders_state_not_null", "orders", "state IS NOT NULL", postgresql_not_valid=True)',
        'op.execute("ALTER TABLE orders VALIDATE CONSTRAINT orders_state_not_null")',
        'op.alter_column("orders", "state", nullable=False)',
        'op.drop_constraint("orders_state_not_null", "orders")',
        'read from end to end: orders',
      ],
      takes: { orders: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'a CHECK says so, but nobody has validated it',
      before: `${orders}; ALTER TABLE orders ADD CONSTRAINT there CHECK (state IS NOT NULL) NOT VALID`,
      sql: set,
      at: 'SET NOT NULL',
      says: ['orders.state'],
      takes: { orders: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'a table in parts',
      before:
        'CREATE TABLE orders (id bigint PRIMARY KEY, state text) PARTITION BY RANGE (id); CREATE TABLE orders_1 PARTITION OF orders FOR VALUES FROM (0) TO (9)',
      sql: set,
      at: 'SET NOT NULL',
      says: ['orders.state', 'read from end to end: orders_1'],
    },
    {
      name: 'as a constraint with a name',
      postgres: { from: 18 },
      before: orders,
      sql: 'ALTER TABLE orders ADD CONSTRAINT state_there NOT NULL state',
      at: 'state_there',
      says: ['Setting orders.state NOT NULL'],
      takes: { orders: 'ACCESS EXCLUSIVE + scan' },
    },
  ],
  good: [
    {
      name: 'a validated CHECK says so',
      shows: 'a hypothesis refuted by the trace, and the last step of the advice',
      before: `${orders}; ALTER TABLE orders ADD CONSTRAINT orders_state_not_null CHECK (state IS NOT NULL)`,
      code: 'def upgrade():\n    op.alter_column("orders", "state", nullable=False)\n    op.drop_constraint("orders_state_not_null", "orders")',
      takes: { orders: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'the CHECK before, not valid yet',
      shows: 'the first step of the advice',
      before: orders,
      code: 'def upgrade():\n    op.create_check_constraint("orders_state_not_null", "orders", "state IS NOT NULL", postgresql_not_valid=True)',
      takes: { orders: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'the CHECK validated',
      shows: 'the second step of the advice: everybody reads and writes meanwhile',
      before: `${orders}; ALTER TABLE orders ADD CONSTRAINT orders_state_not_null CHECK (state IS NOT NULL) NOT VALID`,
      code: 'def upgrade():\n    op.execute("ALTER TABLE orders VALIDATE CONSTRAINT orders_state_not_null")',
      takes: { orders: 'SHARE UPDATE EXCLUSIVE + scan' },
    },
    {
      name: 'a column that is NOT NULL already',
      before: `${orders}; ${set}`,
      sql: [set, "COMMENT ON TABLE orders IS 'of customers'"],
      takes: { orders: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'of a table that the same revision makes',
      sql: ['CREATE TABLE orders (id bigint PRIMARY KEY, state text)', set],
    },
    {
      name: 'not valid yet',
      postgres: { from: 18 },
      before: orders,
      sql: 'ALTER TABLE orders ADD CONSTRAINT state_there NOT NULL state NOT VALID',
      takes: { orders: 'ACCESS EXCLUSIVE' },
    },
  ],
};
