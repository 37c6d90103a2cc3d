import type { LiveCases } from '../case.ts';

const users = 'CREATE TABLE users (id bigint PRIMARY KEY, name text);';
const inspects = `def upgrade():
    if "old" in sa.inspect(op.get_bind()).get_table_names():
        op.drop_table("old")
`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'nothing',
      before: users,
      code: 'def upgrade():\n    pass\n',
      at: 'def upgrade',
      says: ['sends no statement that could change anything'],
    },
    {
      name: 'it only asks, and sets',
      before: users,
      code: `${inspects}    op.execute("SET lock_timeout = '1s'")\n`,
      at: 'def upgrade',
      says: ['sends no statement'],
    },
    {
      name: 'what it says is so already',
      before: users,
      sql: [
        "SET lock_timeout = '1s'",
        'ALTER TABLE users ALTER COLUMN name DROP DEFAULT',
        'DROP TABLE IF EXISTS nobody',
      ],
      at: 'def upgrade',
      says: ['leaves everything as it was', 'ALTER COLUMN name DROP DEFAULT', 'DROP TABLE IF EXISTS nobody'],
    },
  ],
  good: [
    { name: 'it makes something', before: users, sql: 'CREATE TABLE orders (id bigint PRIMARY KEY)' },
    { name: 'the first revision of a history', code: 'def upgrade():\n    pass\n' },
    {
      name: 'rows may be there in production',
      before: users,
      sql: "UPDATE users SET name = 'x' WHERE name = 'y'",
    },
    {
      name: 'a loop over rows of which there are none here',
      before: users,
      code: 'def upgrade():\n    for row in op.get_bind().execute(sa.text("SELECT id FROM users")):\n        pass\n',
    },
    { name: 'a function is called', before: 'CREATE SEQUENCE numbers;', sql: "SELECT setval('numbers', 5)" },
    { name: 'a block may do anything', before: users, sql: 'DO $$ BEGIN PERFORM 1; END $$' },
    { name: 'statistics', before: users, sql: 'ANALYZE users' },
    {
      name: 'something that no catalog of this database has',
      before: users,
      sql: 'ALTER ROLE CURRENT_USER SET statement_timeout = 0',
    },
  ],
};
