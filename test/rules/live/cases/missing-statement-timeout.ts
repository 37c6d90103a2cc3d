import type { LiveCases } from '../case.ts';

const on = ['missing-statement-timeout'];
const orders = 'CREATE TABLE orders (id bigint PRIMARY KEY)';
const add = 'ALTER TABLE orders ADD COLUMN note text';

export const cases: LiveCases = {
  bad: [
    {
      name: 'nobody has set one',
      on,
      before: orders,
      sql: ["SET LOCAL lock_timeout = '5s'", add],
      at: 'ALTER TABLE orders',
      says: [
        'nobody reads or writes orders meanwhile',
        'connect_args={"options": "-c statement_timeout=1min"}',
        `op.execute("SET LOCAL statement_timeout = '1min'")`,
      ],
      takes: { orders: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'writers are kept out',
      on,
      before: orders,
      sql: 'CREATE TRIGGER none BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
      at: 'CREATE TRIGGER',
      says: ['nobody writes to orders meanwhile'],
    },
  ],
  good: [
    {
      name: 'set in the revision',
      on,
      shows: 'what the help says',
      before: orders,
      sql: ["SET LOCAL statement_timeout = '1min'", add],
      takes: { orders: 'ACCESS EXCLUSIVE' },
    },
  ],
};
