import type { LiveCases } from '../case.ts';

const users = 'CREATE TABLE users (id bigint PRIMARY KEY, name text);';
const asks = `def upgrade():
    op.get_bind().execute(sa.text("SELECT relname FROM pg_class")).all()
`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'nothing',
      before: users,
      code: 'def upgrade():\n    pass\n',
      at: 'def upgrade',
      says: [
        'sends no statement that could change anything',
        'Write what it is for, or take the revision out.',
      ],
    },
    {
      name: 'what it says is so already',
      before: users,
      code: `${asks}    op.execute("SET LOCAL lock_timeout = '1s'")
    op.execute("ALTER TABLE users ALTER COLUMN name DROP DEFAULT")
    op.execute("DROP TABLE IF EXISTS nobody")
`,
      at: 'def upgrade',
      says: [
        'Take the statements out; or look whether another object is meant.',
        'leaves everything as it was',
        'ALTER COLUMN name DROP DEFAULT',
        'DROP TABLE IF EXISTS nobody',
      ],
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
    {
      name: 'it only asks, and sets: who knows what else its code does',
      before: users,
      code: `${asks}    op.execute("SET LOCAL lock_timeout = '1s'")\n`,
    },
    { name: 'a function is called', before: 'CREATE SEQUENCE numbers;', sql: "SELECT setval('numbers', 5)" },
    { name: 'a block may do anything', before: users, sql: 'DO $$ BEGIN PERFORM 1; END $$' },
    { name: 'statistics', before: users, sql: 'ANALYZE users' },
    {
      name: 'something that no catalog of this database has',
      before: users,
      sql: 'ALTER ROLE CURRENT_USER SET statement_timeout = 0',
    },
    {
      name: 'a table of the project is read beside the catalog',
      before: users,
      sql: ['SELECT relname FROM pg_class, users', 'ALTER TABLE users ALTER COLUMN name DROP DEFAULT'],
    },
    {
      name: 'a constant is asked for',
      before: users,
      sql: ['SELECT 1', 'ALTER TABLE users ALTER COLUMN name DROP DEFAULT'],
    },
  ],
};
