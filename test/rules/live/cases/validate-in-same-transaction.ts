import type { LiveCases } from '../case.ts';

const timed = "SET LOCAL lock_timeout = '2s'";
const users = 'CREATE TABLE users (id bigint PRIMARY KEY); INSERT INTO users SELECT generate_series(1, 50);';
const orders = `${users} CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, total numeric); CREATE INDEX ix_orders_user ON orders (user_id); INSERT INTO orders SELECT n, n % 50 + 1, n FROM generate_series(1, 500) n;`;
const check = 'ALTER TABLE orders ADD CONSTRAINT ck_total CHECK (total >= 0) NOT VALID';
const key = 'ALTER TABLE orders ADD CONSTRAINT fk_user FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID';

export const cases: LiveCases = {
  bad: [
    {
      name: 'a check',
      before: orders,
      sql: [timed, check, 'ALTER TABLE orders VALIDATE CONSTRAINT ck_total'],
      at: 'VALIDATE CONSTRAINT',
      says: [
        'Validating ck_total reads all of orders while this transaction holds ACCESS EXCLUSIVE on it, so that nobody reads or writes orders meanwhile',
        'with op.get_context().autocommit_block():\n        op.execute("ALTER TABLE orders VALIDATE CONSTRAINT ck_total")',
      ],
      takes: { orders: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'a foreign key',
      before: orders,
      sql: [timed, key, 'ALTER TABLE orders VALIDATE CONSTRAINT fk_user'],
      at: 'VALIDATE CONSTRAINT',
      says: ['holds SHARE ROW EXCLUSIVE on it', 'nobody writes to orders meanwhile'],
    },
  ],
  good: [
    {
      name: 'in a revision after it',
      before: orders,
      code: [
        `def upgrade():\n    op.execute("${timed}")\n    op.execute("${check}")\n\ndef downgrade():\n    op.drop_constraint("ck_total", "orders")`,
        `def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("ALTER TABLE orders VALIDATE CONSTRAINT ck_total")\n\ndef downgrade():\n    pass`,
      ],
      shows: 'the advice: the lock is gone by then',
      takes: { orders: 'ACCESS EXCLUSIVE | SHARE UPDATE EXCLUSIVE + scan' },
    },
    {
      name: 'under a lock that lets everybody pass',
      before: `${orders} ${check};`,
      sql: ["COMMENT ON TABLE orders IS 'bought'", 'ALTER TABLE orders VALIDATE CONSTRAINT ck_total'],
      shows: 'it is the lock that does the harm',
      takes: { orders: 'SHARE UPDATE EXCLUSIVE + scan' },
    },
    {
      name: 'one that is valid already',
      before: `${orders} ALTER TABLE orders ADD CONSTRAINT ck_total CHECK (total >= 0);`,
      sql: [
        timed,
        'ALTER TABLE orders ALTER total SET DEFAULT 0',
        'ALTER TABLE orders VALIDATE CONSTRAINT ck_total',
      ],
      shows: 'nothing is read',
      takes: { orders: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'of a table of the same revision',
      sql: [
        'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric)',
        check,
        'ALTER TABLE orders VALIDATE CONSTRAINT ck_total',
      ],
      shows: 'nobody else has seen it',
    },
  ],
};
