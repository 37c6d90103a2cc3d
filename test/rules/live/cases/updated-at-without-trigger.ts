import type { LiveCases } from '../case.ts';

const makes = (name: string): string =>
  `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.updated_at = now(); RETURN NEW; END'`;
const trigger = (table: string, name: string, when = 'BEFORE UPDATE', each = 'ROW'): string =>
  `CREATE TRIGGER ${name} ${when} ON ${table} FOR EACH ${each} EXECUTE FUNCTION set_updated_at()`;
const users = 'CREATE TABLE users (id bigint PRIMARY KEY, updated_at timestamptz)';
const uses = `${makes('set_updated_at')}; ${users}; ${trigger('users', 'touch')};`;
const orders = 'CREATE TABLE orders (id bigint PRIMARY KEY, updated_at timestamptz)';
const execute = (...sql: readonly string[]): string =>
  `def upgrade():\n${sql.map((one) => `    op.execute("${one}")\n`).join('')}`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'another table has one',
      before: uses,
      sql: orders,
      at: 'CREATE TABLE orders',
      says: ['Nothing keeps orders.updated_at', '(set_updated_at)', 'EXECUTE FUNCTION set_updated_at()'],
    },
    {
      name: 'another table of the same change has one',
      sql: [makes('set_updated_at'), users, trigger('users', 'touch'), orders],
      at: 'CREATE TABLE orders',
      says: ['orders.updated_at'],
    },
    {
      name: 'one that fires after',
      before: uses,
      sql: [orders, trigger('orders', 'touch', 'AFTER UPDATE')],
      at: 'CREATE TABLE orders',
      says: ['orders'],
    },
    {
      name: 'one that fires for a statement',
      before: uses,
      sql: [orders, trigger('orders', 'touch', 'BEFORE UPDATE', 'STATEMENT')],
      at: 'CREATE TABLE orders',
      says: ['orders'],
    },
    {
      name: 'one that fires for new rows',
      before: uses,
      sql: [orders, trigger('orders', 'touch', 'BEFORE INSERT')],
      at: 'CREATE TABLE orders',
      says: ['orders'],
    },
  ],
  good: [
    {
      name: 'with its trigger',
      before: uses,
      sql: [orders, trigger('orders', 'touch')],
      shows: 'the advice',
    },
    {
      name: 'a later revision of the change makes it',
      before: uses,
      code: [execute(orders), execute(trigger('orders', 'touch'))],
    },
    { name: 'nobody has such triggers', before: `${users};`, sql: orders },
    {
      name: 'a trigger for something else',
      before: `${makes('check_limits')}; CREATE TABLE limits (id bigint PRIMARY KEY); CREATE TRIGGER limits BEFORE UPDATE ON limits FOR EACH ROW EXECUTE FUNCTION check_limits();`,
      sql: orders,
    },
    {
      name: 'triggers that fire at another time',
      before: `${makes('set_updated_at')}; ${users}; ${trigger('users', 'touch', 'AFTER UPDATE')};`,
      sql: orders,
    },
    {
      name: 'no such column',
      before: uses,
      sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, made_at timestamptz)',
    },
    {
      name: 'the table was there',
      before: `${uses} ${orders};`,
      sql: "COMMENT ON TABLE orders IS 'what was bought'",
    },
    { name: 'the table is gone again', before: uses, code: [execute(orders), execute('DROP TABLE orders')] },
  ],
};
