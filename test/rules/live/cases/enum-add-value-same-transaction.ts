import type { LiveCases } from '../case.ts';

const before = `CREATE TYPE state AS ENUM ('open'); CREATE TABLE orders (id bigint PRIMARY KEY, state state)`;
const use = `INSERT INTO orders VALUES (1, 'won''t')`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'added and used',
      before,
      code: `def upgrade():\n    op.execute("ALTER TYPE state ADD VALUE 'won''t'")\n    op.execute("${use}")\n`,
      at: 'INSERT',
      says: [
        'unsafe use of new value',
        `ALTER TYPE state ADD VALUE IF NOT EXISTS 'won''t'`,
        'The label was added by:',
        'SQLSTATE 55P04',
      ],
    },
    {
      name: 'two labels, after something else',
      before: `CREATE TYPE mood AS ENUM ('good'); CREATE TABLE days (id bigint PRIMARY KEY, mood mood)`,
      sql: [
        "COMMENT ON TABLE days IS 'all of them'",
        `ALTER TYPE mood ADD VALUE 'bad'`,
        `ALTER TYPE mood ADD VALUE 'it''s'`,
        `INSERT INTO days VALUES (1, 'bad')`,
      ],
      at: 'INSERT INTO',
      says: [
        'unsafe use of new value "bad" of enum type mood. PostgreSQL takes a new enum label only after',
        `before the line that uses it:
    with op.get_context().autocommit_block():
        op.execute("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'bad'")
        op.execute("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'it''s'")`,
        'The label was added by:',
      ],
      omits: ['all of them'],
    },
  ],
  good: [
    { name: 'added, not used', before, sql: `ALTER TYPE state ADD VALUE 'won''t'` },
    {
      name: 'added in a block that is committed',
      before,
      code: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("ALTER TYPE state ADD VALUE IF NOT EXISTS 'won''t'")
    op.execute("${use}")
`,
    },
  ],
};
