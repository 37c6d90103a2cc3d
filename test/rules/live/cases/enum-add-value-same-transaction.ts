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
