import type { LiveCases } from '../case.ts';

const before = `CREATE TYPE mood AS ENUM ('good');
CREATE DOMAIN mood_or_none AS mood`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'a type with the function that takes it',
      before,
      sql: 'DROP TYPE mood CASCADE',
      at: 'op.execute',
      says: ['CASCADE drops more than is named: domain mood_or_none', 'is gone'],
    },
    {
      name: 'a column with the view that shows it',
      before:
        'CREATE TABLE users (id bigint PRIMARY KEY, nickname text); CREATE VIEW names AS SELECT nickname FROM users',
      sql: 'ALTER TABLE users DROP COLUMN nickname CASCADE',
      at: 'op.execute',
      says: ['more than is named: view names'],
      also: ['drop-column'],
    },
    {
      name: 'two things, and a constraint that another table relies on',
      before:
        'CREATE TABLE users (id bigint CONSTRAINT users_key PRIMARY KEY); CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint CONSTRAINT to_users REFERENCES users (id)); CREATE TABLE carts (id bigint PRIMARY KEY, user_id bigint CONSTRAINT cart_users REFERENCES users (id))',
      sql: ["SET LOCAL lock_timeout = '1s'", 'ALTER TABLE users DROP CONSTRAINT users_key CASCADE'],
      at: 'CASCADE',
      says: [
        'Drop these by name before it, if they have to go, and leave CASCADE away: constraint carts.cart_users and constraint orders.to_users.',
      ],
      also: ['drop-unique-or-pk-constraint'],
    },
  ],
  good: [
    {
      name: 'nothing depends on it',
      before: `CREATE TYPE mood AS ENUM ('good')`,
      sql: 'DROP TYPE mood CASCADE',
    },
    {
      name: 'what depends on it is named, in another command',
      before,
      sql: ['DROP DOMAIN mood_or_none; DROP TYPE mood CASCADE'],
    },
    { name: 'without CASCADE', before, sql: ['DROP DOMAIN mood_or_none'] },
  ],
};
