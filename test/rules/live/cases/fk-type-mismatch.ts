import type { LiveCases } from '../case.ts';

const users = (type: string): string => `CREATE TABLE users (id ${type} PRIMARY KEY);`;
const orders = (type: string): string =>
  `CREATE TABLE orders (id bigint PRIMARY KEY, user_id ${type} NOT NULL REFERENCES users (id)); CREATE INDEX ix_orders_user_id ON orders (user_id);`;
const execute = (sql: string): string => `def upgrade():\n    op.execute("${sql}")\n`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'an integer that refers to a bigint',
      before: users('bigint'),
      sql: orders('integer'),
      at: 'CREATE TABLE orders',
      says: ['orders.user_id is integer', 'users.id, is bigint'],
    },
    {
      name: 'a varchar that is too short, on a table that was there',
      before: `${users('varchar(20)')} CREATE TABLE orders (id bigint PRIMARY KEY, user_id varchar(10)); CREATE INDEX ix_orders_user_id ON orders (user_id);`,
      sql: [
        "SET LOCAL lock_timeout = '1s'",
        "COMMENT ON TABLE orders IS 'what was bought'",
        'ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID',
      ],
      at: 'ADD CONSTRAINT',
      says: ['orders.user_id is varchar(10)', 'varchar(20)'],
    },
    {
      name: 'a varchar with an end that refers to a text',
      before: users('text'),
      sql: orders('varchar(10)'),
      at: 'CREATE TABLE orders',
      says: ['varchar(10)', 'is text'],
    },
    {
      name: 'the second column of two',
      before: 'CREATE TABLE users (region text, id bigint, PRIMARY KEY (region, id));',
      sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, region text, user_id smallint, FOREIGN KEY (region, user_id) REFERENCES users (region, id)); CREATE INDEX ix_orders_user ON orders (region, user_id)',
      at: 'CREATE TABLE orders',
      says: ['orders.user_id is smallint'],
    },
    {
      name: 'another schema',
      before: 'CREATE SCHEMA crm; CREATE TABLE crm.users (id timestamptz PRIMARY KEY);',
      sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, user_id timestamp REFERENCES crm.users (id)); CREATE INDEX ix_orders_user ON orders (user_id)',
      at: 'CREATE TABLE orders',
      says: ['is timestamp,', 'crm.users.id, is timestamptz'],
    },
    {
      name: 'among other constraints, and two at once',
      before: `${users('bigint')} CREATE TABLE orders (id bigint PRIMARY KEY, user_id integer, agent_id integer); CREATE INDEX ix_user ON orders (user_id); CREATE INDEX ix_agent ON orders (agent_id);`,
      sql: [
        "SET LOCAL lock_timeout = '1s'",
        'ALTER TABLE orders ADD CONSTRAINT positive CHECK (user_id > 0) NOT VALID',
        'ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID',
        'ALTER TABLE orders ADD CONSTRAINT orders_agent FOREIGN KEY (agent_id) REFERENCES users (id) NOT VALID',
      ],
      at: 'orders_user',
      says: [
        'orders.user_id is integer',
        'orders.agent_id is integer',
        'Make orders.user_id bigint in the same change',
      ],
      times: 2,
    },
    {
      name: 'a text that refers to a number in words',
      before: users('varchar(9)'),
      sql: orders('char(9)'),
      at: 'CREATE TABLE orders',
      says: ['orders.user_id is character(9)'],
    },
  ],
  good: [
    { name: 'the same type', before: users('bigint'), sql: orders('bigint') },
    { name: 'a text that refers to a varchar', before: users('varchar(20)'), sql: orders('text') },
    { name: 'a longer varchar', before: users('varchar(20)'), sql: orders('varchar(30)') },
    { name: 'a plain varchar that refers to a text', before: users('text'), sql: orders('varchar') },
    { name: 'another precision', before: users('numeric(10, 2)'), sql: orders('numeric(12, 2)') },
    {
      name: 'a later revision of the change makes it right',
      before: users('bigint'),
      code: [execute(orders('integer')), execute('ALTER TABLE orders ALTER COLUMN user_id TYPE bigint')],
    },
    {
      name: 'the foreign key is gone again',
      before: users('bigint'),
      code: [execute(orders('integer')), execute('ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey')],
    },
    {
      name: 'it was there before',
      before: users('bigint') + orders('integer'),
      sql: "COMMENT ON TABLE orders IS 'what was bought'",
    },
  ],
};
