import type { LiveCases } from '../case.ts';

const timed = "SET LOCAL lock_timeout = '2s'";
const users =
  "CREATE DOMAIN email AS text; CREATE TABLE users (id bigint PRIMARY KEY, address email); CREATE TABLE guests (id bigint PRIMARY KEY, address email); INSERT INTO users VALUES (1, 'a@b');";
const add = "ALTER DOMAIN email ADD CONSTRAINT has_at CHECK (VALUE LIKE '%@%')";

export const cases: LiveCases = {
  bad: [
    {
      name: 'a check',
      before: users,
      sql: [timed, add],
      at: 'ALTER DOMAIN',
      says: ['users and guests', `op.execute("${add} NOT VALID")`, 'SHARE on users'],
      takes: { users: 'SHARE + scan', guests: 'SHARE + scan' },
    },
    {
      name: 'NOT NULL',
      before: users,
      sql: [timed, 'ALTER DOMAIN email SET NOT NULL'],
      at: 'ALTER DOMAIN',
      says: [
        'users and guests',
        'Do not wait long for the locks',
        `op.execute("SET LOCAL lock_timeout = '2s'")`,
      ],
    },
    {
      name: 'only of tables that were there, and that use it',
      before: `${users} CREATE TABLE others (id bigint PRIMARY KEY)`,
      sql: [
        timed,
        'ALTER TABLE others ADD note text',
        'CREATE TABLE visitors (id bigint PRIMARY KEY, address email)',
        add.replace(' ADD', '\n  ADD'),
      ],
      at: 'ALTER DOMAIN',
      says: [
        'Every value of the domain is tested: users and guests are read from end to end, and until',
        `op.execute("${add} NOT VALID")`,
      ],
      also: ['statement-after-access-exclusive'],
    },
  ],
  good: [
    {
      name: 'not valid',
      before: users,
      sql: [timed, `${add} NOT VALID`],
      shows: 'the advice: nothing is read',
      takes: { users: '' },
    },
    {
      name: 'of a domain that only new tables use',
      before: 'CREATE DOMAIN email AS text',
      sql: ['CREATE TABLE users (id bigint PRIMARY KEY, address email)', add],
      shows: 'nobody else has seen the table',
    },
    { name: 'of a domain that nobody uses', before: 'CREATE DOMAIN email AS text', sql: add },
  ],
};
