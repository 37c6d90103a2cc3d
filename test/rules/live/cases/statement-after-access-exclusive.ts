import type { LiveCases } from '../case.ts';

const tables =
  'CREATE TABLE users (id bigint PRIMARY KEY); CREATE TABLE orders (id bigint PRIMARY KEY, total int); INSERT INTO orders VALUES (1, 5); ALTER TABLE orders ADD CONSTRAINT total_there CHECK (total > 0) NOT VALID; CREATE SCHEMA sales; CREATE TABLE sales.users (id bigint PRIMARY KEY, total int); ALTER TABLE sales.users ADD CONSTRAINT total_there CHECK (total > 0) NOT VALID';
const lock = 'ALTER TABLE users ADD COLUMN note text';
const validate = 'ALTER TABLE orders VALIDATE CONSTRAINT total_there';

export const cases: LiveCases = {
  bad: [
    {
      name: 'another table is read meanwhile',
      before: tables,
      sql: [lock, validate],
      rows: { orders: 5_000_000 },
      at: 'VALIDATE',
      says: [
        'In production orders has about 5 million rows',
        '    op.execute("...")',
        'Nobody reads or writes users, which this transaction has locked, while this reads orders from end to end',
        'with op.get_context().autocommit_block():',
        'ACCESS EXCLUSIVE on users is held since',
        'ADD COLUMN note',
      ],
      takes: { users: 'ACCESS EXCLUSIVE', orders: 'SHARE UPDATE EXCLUSIVE + scan' },
    },
    {
      name: 'another table is read twice meanwhile: told once',
      before: `${tables}; ALTER TABLE orders ADD CONSTRAINT total_small CHECK (total < 10) NOT VALID`,
      sql: [lock, validate, 'ALTER TABLE orders VALIDATE CONSTRAINT total_small'],
      at: 'VALIDATE CONSTRAINT total_there',
      says: ['while this reads orders from end to end'],
      also: ['multiple-alter-table'],
    },
    {
      name: 'another table is stored anew meanwhile',
      before: tables,
      sql: [lock, 'ALTER TABLE orders SET UNLOGGED'],
      at: 'SET UNLOGGED',
      severity: 'error',
      says: ['while this rewrites orders'],
      also: ['set-logged-unlogged'],
    },
    {
      name: 'a table of the same name in another schema',
      before: tables,
      sql: [lock, 'ALTER TABLE sales.users VALIDATE CONSTRAINT total_there'],
      at: 'sales.users',
      says: ['reads sales.users'],
    },
    {
      name: 'two commands in one statement are told of once',
      before: tables,
      sql: [lock, `${validate}; COMMENT ON TABLE orders IS 'all'`],
      at: 'VALIDATE',
      says: ['reads orders'],
    },
  ],
  good: [
    {
      name: 'readers pass the lock',
      before: tables,
      sql: [
        'CREATE TRIGGER none BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
        validate,
      ],
    },
    {
      name: 'what is stored anew is new',
      before: tables,
      sql: [lock, 'CREATE UNLOGGED TABLE parts (id bigint PRIMARY KEY)', 'ALTER TABLE parts SET LOGGED'],
    },
    {
      name: 'the other way round',
      before: tables,
      sql: [validate, lock],
      takes: { users: 'ACCESS EXCLUSIVE', orders: 'SHARE UPDATE EXCLUSIVE + scan' },
    },
    {
      name: 'in a block that is committed by itself',
      shows: 'what the help says: the lock of the first is let go',
      before: tables,
      code: `def upgrade():
    op.execute("ALTER TABLE users ADD COLUMN IF NOT EXISTS note text")
    with op.get_context().autocommit_block():
        op.execute("${validate}")`,
    },
    {
      name: 'the lock lets readers and writers pass',
      before: tables,
      sql: ['ALTER TABLE users SET (fillfactor = 90)', validate],
      takes: { users: 'SHARE UPDATE EXCLUSIVE' },
    },
    {
      name: 'what was locked is new',
      before: tables,
      sql: ['CREATE TABLE parts (id bigint PRIMARY KEY)', 'ALTER TABLE parts ADD COLUMN note text', validate],
    },
    {
      name: 'what is read is new',
      before: tables,
      sql: [
        lock,
        'CREATE TABLE parts (id bigint PRIMARY KEY, total int)',
        'ALTER TABLE parts ADD CHECK (total > 0)',
      ],
    },
    { name: 'nothing is read', before: tables, sql: [lock, 'ALTER TABLE orders SET (fillfactor = 90)'] },
    {
      name: 'a query',
      before: tables,
      sql: ['COMMENT ON TABLE orders IS $$all$$', lock, 'SELECT FROM users WHERE id = 1'],
    },
  ],
};
