import type { LiveCases } from '../case.ts';

const users = 'CREATE TABLE users (id bigint PRIMARY KEY, name text);';
const orders = `${users} CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint NOT NULL, number bigint);`;
const key =
  'ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID';
const made = (more: string): string =>
  `CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint NOT NULL REFERENCES users (id), number bigint NOT NULL${more})`;

const py = (sql: string): string => `def upgrade():\n    op.execute(${JSON.stringify(sql)})\n`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'a new table',
      before: users,
      sql: made(''),
      at: 'CREATE TABLE orders',
      says: [
        'orders_user_id_fkey',
        'each DELETE in users',
        'op.create_index("ix_orders_user_id", "orders", ["user_id"])',
      ],
    },
    {
      name: 'a table that was there',
      before: orders,
      sql: ["SET LOCAL lock_timeout = '1s'", "COMMENT ON TABLE orders IS 'what was bought'", key],
      at: 'ADD CONSTRAINT',
      says: ['in a revision after it', 'postgresql_concurrently=True', 'orders_user'],
    },
    {
      name: 'a later revision calls it otherwise',
      before: users,
      code: [py(made('')), py('ALTER TABLE orders RENAME CONSTRAINT orders_user_id_fkey TO orders_user')],
      at: 'CREATE TABLE orders',
      says: ['orders_user_id_fkey'],
    },
    {
      name: 'an index that only ends with the column',
      before: users,
      sql: [made(''), 'CREATE INDEX ix_orders ON orders (number, user_id)'],
      at: 'CREATE TABLE orders',
      says: ['user_id'],
    },
    {
      name: 'an index of some rows',
      before: users,
      sql: [made(''), 'CREATE INDEX ix_orders ON orders (user_id) WHERE number > 5'],
      at: 'CREATE TABLE orders',
      says: ['user_id'],
    },
    {
      name: 'an index that knows only ranges of pages',
      before: users,
      sql: [made(''), 'CREATE INDEX ix_orders ON orders USING brin (user_id)'],
      at: 'CREATE TABLE orders',
      says: ['user_id'],
    },
    {
      name: 'an index of one of two columns, in another schema',
      before: 'CREATE SCHEMA crm; CREATE TABLE crm.users (id bigint, region text, PRIMARY KEY (id, region));',
      sql: 'CREATE TABLE crm.orders (id bigint PRIMARY KEY, user_id bigint, region text, FOREIGN KEY (user_id, region) REFERENCES crm.users (id, region)); CREATE INDEX ix_user ON crm.orders (user_id)',
      at: 'CREATE TABLE crm.orders',
      says: ['user_id and region', 'each DELETE in crm.users', 'ix_orders_user_id_region', 'schema="crm"'],
    },
    {
      name: 'by the command that adds it, among others of the table and of its like',
      before: `${orders} CREATE TABLE carts (id bigint PRIMARY KEY, user_id bigint);
CREATE INDEX ix_carts ON carts (user_id); CREATE INDEX ix_number ON orders (number)`,
      sql: [
        "SET LOCAL lock_timeout = '1s'",
        'ALTER TABLE carts ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID',
        'ALTER TABLE orders ADD CONSTRAINT positive CHECK (user_id > 0) NOT VALID',
        'ALTER TABLE orders ADD FOREIGN KEY (number) REFERENCES users (id) NOT VALID',
        key.replace('CONSTRAINT orders_user ', ''),
      ],
      at: 'orders ADD FOREIGN KEY (user_id)',
      says: ['orders_user_id_fkey of orders'],
    },
    {
      name: 'two at the columns that are added with them',
      before: orders,
      sql: [
        "SET LOCAL lock_timeout = '1s'",
        'ALTER TABLE orders ADD owner_id bigint',
        'ALTER TABLE orders ADD payer_id bigint REFERENCES users (id)',
        'ALTER TABLE orders ADD agent_id bigint REFERENCES users (id)',
      ],
      at: 'payer_id',
      says: ['no index on agent_id', 'no index on payer_id'],
      times: 2,
    },
  ],
  good: [
    {
      name: 'with its index',
      before: users,
      sql: [made(''), 'CREATE INDEX ix_orders_user_id ON orders (user_id)'],
      shows: 'the advice',
    },
    {
      name: 'a later revision makes the index',
      before: users,
      code: [py(made('')), py('CREATE INDEX ix_orders_user_id ON orders (user_id)')],
    },
    {
      name: 'a unique constraint that begins with it',
      before: users,
      sql: made(', UNIQUE (user_id, number)'),
    },
    {
      name: 'a primary key that begins with it',
      before: users,
      sql: 'CREATE TABLE orders (user_id bigint REFERENCES users (id), number bigint, PRIMARY KEY (user_id, number))',
    },
    {
      name: 'an index with more columns, in another order',
      before: 'CREATE TABLE users (id bigint, region text, PRIMARY KEY (id, region));',
      sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, region text, number bigint, FOREIGN KEY (user_id, region) REFERENCES users (id, region)); CREATE INDEX ix_orders ON orders (region, user_id, number)',
    },
    {
      name: 'the foreign key is gone again',
      before: users,
      code: [py(made('')), py('ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey')],
    },
    { name: 'the table is gone again', before: users, code: [py(made('')), py('DROP TABLE orders')] },
    {
      name: 'it was there before, without one',
      before: `${orders} ${key};`,
      sql: "COMMENT ON TABLE orders IS 'what was bought'",
    },
    {
      name: 'it was there before, without one, under another name',
      before: `${orders} ${key};`,
      sql: 'ALTER TABLE orders RENAME CONSTRAINT orders_user TO orders_user_fkey',
    },
    {
      name: 'another constraint',
      before: users,
      sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, number bigint NOT NULL, CONSTRAINT positive CHECK (number > 0))',
    },
  ],
};
