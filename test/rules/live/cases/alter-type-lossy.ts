import type { LiveCases } from '../case.ts';

const users =
  "CREATE TABLE users (id bigint PRIMARY KEY, name varchar(100)); INSERT INTO users VALUES (1, 'Ada')";
const items = 'CREATE TABLE items (id bigint PRIMARY KEY, value';
const change = (type: string): string => `ALTER TABLE items ALTER COLUMN value TYPE ${type}`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'a text gets shorter',
      before: users,
      code: 'def upgrade():\n    op.alter_column("users", "name", type_=sa.String(20))',
      at: 'op.alter_column',
      says: [
        'users.name is character varying(100), and the new type has no room for values longer than 20 characters: one of them makes the command fail.',
        'SELECT count(*) FROM users WHERE char_length(name) > 20',
        'op.execute("ALTER TABLE users ADD CONSTRAINT users_name_check CHECK (NOT (char_length(name) > 20)) NOT VALID")',
        'op.execute("ALTER TABLE users VALIDATE CONSTRAINT users_name_check")',
        'rewritten: users',
      ],
      takes: { users: 'ACCESS EXCLUSIVE + rewrite' },
    },
    {
      name: 'a text gets a limit',
      before: `${items} text)`,
      sql: change('varchar(20)'),
      at: 'varchar(20)',
      says: ['items.value is text', 'longer than 20 characters'],
    },
    {
      name: 'a number gets less room',
      before: `${items} bigint)`,
      sql: change('integer'),
      at: 'TYPE integer',
      says: [
        'outside -2147483648 to 2147483647',
        'SELECT count(*) FROM items WHERE value NOT BETWEEN -2147483648 AND 2147483647',
      ],
    },
    {
      name: 'fewer digits before the point',
      before: `${items} numeric(10, 2))`,
      sql: change('numeric(8, 2)'),
      at: 'numeric(8, 2)',
      says: ['with more than 6 digits before the point', 'WHERE abs(value) >= 1e6'],
    },
    {
      name: 'fewer digits behind the point',
      before: `${items} numeric(10, 4))`,
      sql: change('numeric(8, 2)'),
      at: 'numeric(8, 2)',
      says: [
        'with more than 2 digits behind the point: they become other values, and no downgrade brings them back',
        'WHERE value <> round(value, 2)',
      ],
    },
    {
      name: 'a time becomes a day',
      before: `${items} timestamptz)`,
      sql: change('date'),
      at: 'TYPE date',
      says: ['with a time of day: they become other values', 'make a column of the new type beside value'],
    },
    {
      name: 'a text is read as a number, by an expression',
      before: `${items} text)`,
      sql: change('integer USING value::integer'),
      at: 'USING',
      says: ['values that are no int4: they make the command fail, or become what its USING makes of them'],
    },
    {
      name: 'a list of numbers gets less room',
      before: `${items} bigint[])`,
      sql: change('integer[]'),
      at: 'integer[]',
      says: ['outside -2147483648 to 2147483647'],
    },
  ],
  good: [
    {
      name: 'a CHECK, not valid yet',
      shows: 'the second step of the advice',
      before: users,
      code: 'def upgrade():\n    op.execute("ALTER TABLE users ADD CONSTRAINT users_name_check CHECK (NOT (char_length(name) > 20)) NOT VALID")',
      takes: { users: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'the CHECK validated',
      shows: 'the third step of the advice: everybody reads and writes meanwhile',
      before: `${users}; ALTER TABLE users ADD CONSTRAINT users_name_check CHECK (NOT (char_length(name) > 20)) NOT VALID`,
      code: 'def upgrade():\n    op.execute("ALTER TABLE users VALIDATE CONSTRAINT users_name_check")',
      takes: { users: 'SHARE UPDATE EXCLUSIVE + scan' },
    },
    {
      name: 'of a table that the same revision makes',
      sql: [`${items} text)`, change('varchar(20)')],
    },
  ],
};
