import type { LiveCases } from '../case.ts';

const orders =
  'CREATE TABLE orders (id bigint PRIMARY KEY, total int); ALTER TABLE orders ADD CONSTRAINT one CHECK (total > 0) NOT VALID, ADD CONSTRAINT two CHECK (total > 1) NOT VALID, ADD CONSTRAINT three CHECK (total > 2) NOT VALID; CREATE TABLE users (id bigint PRIMARY KEY, total int); ALTER TABLE users ADD CONSTRAINT one CHECK (total > 0) NOT VALID';
const validate = (name: string, table = 'orders'): string =>
  `ALTER TABLE ${table} VALIDATE CONSTRAINT ${name}`;

const keys =
  'CREATE TABLE wholes (id bigint PRIMARY KEY); CREATE TABLE parts (a bigint, b bigint); CREATE INDEX parts_a ON parts (a); CREATE INDEX parts_b ON parts (b); ALTER TABLE parts ADD CONSTRAINT first FOREIGN KEY (a) REFERENCES wholes NOT VALID, ADD CONSTRAINT second FOREIGN KEY (b) REFERENCES wholes NOT VALID';

export const cases: LiveCases = {
  bad: [
    {
      name: 'read twice',
      before: orders,
      sql: [validate('one'), validate('two')],
      at: 'CONSTRAINT two',
      says: [
        'goes through all of orders twice',
        'op.execute("ALTER TABLE orders VALIDATE CONSTRAINT one, VALIDATE CONSTRAINT two")',
        'each reads or rewrites orders',
      ],
      takes: { orders: 'SHARE UPDATE EXCLUSIVE + scan' },
    },
    {
      name: 'three times, told of once, with all of them',
      before: orders,
      sql: [validate('one'), validate('two'), validate('three', 'public.orders')],
      at: 'CONSTRAINT two',
      says: ['orders 3 times', 'VALIDATE CONSTRAINT one, VALIDATE CONSTRAINT two, VALIDATE CONSTRAINT three'],
    },
    {
      name: 'what cannot be put together has no code',
      before: orders,
      sql: [validate('one'), `/* again */ ${validate('two')}`],
      at: 'CONSTRAINT two',
      says: ['with commas between the changes'],
    },
    {
      name: 'stored anew twice',
      before: orders,
      sql: [
        'ALTER TABLE orders ADD COLUMN a uuid DEFAULT gen_random_uuid()',
        'ALTER TABLE orders ADD COLUMN b uuid DEFAULT gen_random_uuid()',
      ],
      at: 'COLUMN b',
      says: ['ADD COLUMN a uuid DEFAULT gen_random_uuid(), ADD COLUMN b uuid DEFAULT gen_random_uuid()'],
      also: ['add-column-volatile-default'],
    },
    {
      name: 'a foreign key between two that could share a pass',
      before: `${orders}; CREATE TABLE wholes (id int PRIMARY KEY); CREATE INDEX orders_total ON orders (total)`,
      sql: [
        validate('one'),
        'ALTER TABLE orders ADD CONSTRAINT key FOREIGN KEY (total) REFERENCES wholes',
        validate('two'),
      ],
      at: 'CONSTRAINT two',
      says: ['orders twice', 'VALIDATE CONSTRAINT one, VALIDATE CONSTRAINT two'],
      also: ['add-foreign-key-not-valid', 'validate-in-same-transaction'],
    },
  ],
  good: [
    {
      name: 'in one statement',
      shows: 'what the help says: one pass',
      before: orders,
      sql: 'ALTER TABLE orders VALIDATE CONSTRAINT one, VALIDATE CONSTRAINT two',
      takes: { orders: 'SHARE UPDATE EXCLUSIVE + scan' },
    },
    { name: 'two tables', before: orders, sql: [validate('one'), validate('one', 'users')] },
    {
      name: 'the second reads nothing',
      before: orders,
      sql: [validate('one'), 'ALTER TABLE orders ADD COLUMN note text'],
    },
    {
      name: 'the first reads nothing',
      before: orders,
      sql: ['ALTER TABLE orders SET (fillfactor = 90)', validate('one')],
    },
    {
      name: 'each in a transaction of its own',
      before: orders,
      code: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("${validate('one')}")
        op.execute("${validate('two')}")`,
    },
    {
      name: 'a table that is new',
      sql: [
        'CREATE TABLE orders (id bigint PRIMARY KEY, total int)',
        'ALTER TABLE orders ADD CHECK (total > 0)',
        'ALTER TABLE orders ADD CHECK (total > 1)',
      ],
    },
    {
      name: 'two foreign keys are two passes in one statement as well',
      before: keys,
      sql: ['ALTER TABLE parts VALIDATE CONSTRAINT first', 'ALTER TABLE parts VALIDATE CONSTRAINT second'],
    },
    {
      name: 'one of them is no ALTER TABLE',
      before: orders,
      sql: [validate('one'), 'CREATE TABLE sums AS SELECT total FROM orders'],
    },
  ],
};
