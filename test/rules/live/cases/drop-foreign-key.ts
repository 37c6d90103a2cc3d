import type { LiveCases } from '../case.ts';

const on = ['drop-foreign-key'];
const orders =
  'CREATE TABLE users (id bigint PRIMARY KEY); CREATE TABLE orders (id bigint PRIMARY KEY, buyer bigint CONSTRAINT fk_buyer REFERENCES users, CONSTRAINT positive CHECK (buyer > 0)); CREATE INDEX ix_orders_buyer ON orders (buyer);';
const drop = 'ALTER TABLE orders DROP CONSTRAINT fk_buyer';

export const cases: LiveCases = {
  bad: [
    {
      name: 'without a limit',
      on,
      before: orders,
      code: 'def upgrade():\n    op.drop_constraint("fk_buyer", "orders", type_="foreignkey")\n',
      at: 'op.drop_constraint',
      says: [
        'Dropping the foreign key fk_buyer locks users as well as orders',
        `op.execute("SET LOCAL lock_timeout = '2s'")`,
        'ACCESS EXCLUSIVE on',
      ],
      takes: { orders: 'ACCESS EXCLUSIVE', users: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'two of them, to two tables in another schema',
      on,
      before:
        'CREATE SCHEMA sales; CREATE TABLE sales.users (id bigint PRIMARY KEY); CREATE TABLE sales.shops (id bigint PRIMARY KEY); CREATE TABLE sales.orders (id bigint PRIMARY KEY, buyer bigint CONSTRAINT fk_buyer REFERENCES sales.users, shop bigint CONSTRAINT fk_shop REFERENCES sales.shops); CREATE INDEX ON sales.orders (buyer); CREATE INDEX ON sales.orders (shop);',
      sql: 'ALTER TABLE sales.orders DROP CONSTRAINT fk_buyer, DROP CONSTRAINT fk_shop',
      at: 'DROP CONSTRAINT fk_buyer',
      says: ['locks sales.users as well as sales.orders', 'locks sales.shops as well as sales.orders'],
      times: 2,
    },
  ],
  good: [
    {
      name: 'with a limit',
      shows: 'the advice: it gives up',
      on,
      before: orders,
      sql: ["SET LOCAL lock_timeout = '2s'", drop],
      takes: { orders: 'ACCESS EXCLUSIVE', users: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'another constraint',
      shows: 'a hypothesis refuted by the catalog',
      on,
      before: orders,
      sql: 'ALTER TABLE orders DROP CONSTRAINT positive',
      takes: { orders: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'to the table itself',
      on,
      before:
        'CREATE TABLE parts (id bigint PRIMARY KEY, whole bigint CONSTRAINT fk_whole REFERENCES parts); CREATE INDEX ON parts (whole);',
      sql: 'ALTER TABLE parts DROP CONSTRAINT fk_whole',
    },
    {
      name: 'of tables that the same change makes',
      on,
      sql: [
        'CREATE TABLE users (id bigint PRIMARY KEY)',
        'CREATE TABLE orders (id bigint PRIMARY KEY, buyer bigint CONSTRAINT fk_buyer REFERENCES users)',
        drop,
      ],
    },
    {
      name: 'nobody has asked',
      before: orders,
      sql: drop,
    },
  ],
};
