import type { LiveCases } from '../case.ts';

const on = ['multi-table-exclusive-locks'];
const tables =
  'CREATE TABLE users (id bigint PRIMARY KEY); CREATE TABLE orders (id bigint PRIMARY KEY); CREATE TABLE parts (id bigint PRIMARY KEY)';
const add = (table: string): string => `ALTER TABLE ${table} ADD COLUMN note text`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'two tables',
      on,
      before: tables,
      sql: [add('users'), add('orders')],
      at: 'TABLE orders',
      says: [
        'waits for orders while its transaction keeps everybody from users',
        'wants the other makes a deadlock',
        'transaction_per_migration=True',
        'ACCESS EXCLUSIVE on users is held since',
      ],
      takes: { users: 'ACCESS EXCLUSIVE', orders: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'three tables are told of once',
      on,
      before: tables,
      sql: [add('users'), 'ALTER TABLE users ADD COLUMN more text', add('orders'), add('parts')],
      at: 'TABLE orders',
      says: ['waits for orders'],
    },
    {
      name: 'two commands in one statement, the third table after two',
      on,
      before: tables,
      sql: [`${add('users')}; ${add('orders')}`, `${add('parts')}; COMMENT ON TABLE parts IS 'all'`],
      at: 'TABLE parts',
      says: ['from users and orders', 'wants one of the others'],
    },
  ],
  good: [
    {
      name: 'one table twice',
      on,
      before: tables,
      sql: [add('users'), 'ALTER TABLE users ADD COLUMN more text'],
    },
    {
      name: 'a revision for each',
      on,
      shows: 'what the help says',
      before: tables,
      sql: add('orders'),
      takes: { orders: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'the first lets readers and writers pass',
      on,
      before: tables,
      sql: ['ALTER TABLE users SET (fillfactor = 90)', add('orders')],
    },
    {
      name: 'the second lets readers and writers pass',
      on,
      before: tables,
      sql: [add('orders'), 'ALTER TABLE users SET (fillfactor = 90)'],
    },
    {
      name: 'one of them is new',
      on,
      before: tables,
      sql: [
        'CREATE TABLE items (id bigint PRIMARY KEY)',
        'ALTER TABLE items ADD COLUMN note text',
        add('orders'),
      ],
    },
  ],
};
