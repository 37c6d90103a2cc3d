import type { LiveCases } from '../case.ts';

const before = `CREATE TABLE items (id bigint PRIMARY KEY, name text); INSERT INTO items VALUES (1, 'Default'), (2, 'Other');
CREATE TABLE kinds (id bigint PRIMARY KEY, name text)`;
const both = (upgrade: string, downgrade: string): string =>
  `def upgrade():\n    op.execute("${upgrade}")\n\n\ndef downgrade():\n    op.execute("${downgrade}")\n`;
const insert = `INSERT INTO items VALUES (1000, 'Default')`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'by a name that another row has',
      before,
      code: both(insert, `DELETE FROM items WHERE name = 'Default'`),
      at: 'DELETE FROM items',
      says: [
        'inserts 1 row into items, and its downgrade deletes 2',
        'DELETE FROM items WHERE id IN',
        'inserted by the upgrade: 1, deleted by the downgrade: 2',
        insert,
      ],
    },
    {
      name: 'a row that was there is not inserted, and is deleted',
      before,
      code: both(
        `INSERT INTO items VALUES (1, 'Default') ON CONFLICT DO NOTHING`,
        'DELETE FROM items WHERE id = 1',
      ),
      at: 'DELETE FROM items',
      says: ['inserts 0 rows into items, and its downgrade deletes 1'],
    },
    {
      name: 'all of a table that is empty here',
      before,
      code: both(`INSERT INTO kinds VALUES (1, 'a')`, 'DELETE FROM kinds'),
      at: 'DELETE FROM kinds',
      says: ['its downgrade deletes every row of it'],
    },
  ],
  good: [
    { name: 'what was inserted', before, code: both(insert, 'DELETE FROM items WHERE id = 1000') },
    {
      name: 'rows of another table',
      before: `${before}; INSERT INTO kinds VALUES (1, 'a'), (2, 'a')`,
      code: `def upgrade():
    op.execute("${insert}")


def downgrade():
    op.execute("DELETE FROM items WHERE id = 1000")
    op.execute("DELETE FROM kinds WHERE name = 'a'")
`,
    },
    {
      name: 'rows that the upgrade changed as well',
      before,
      code: `def upgrade():
    op.execute("INSERT INTO items VALUES (3, 'Third')")
    op.execute("UPDATE items SET id = id + 10 WHERE name = 'Third'")


def downgrade():
    op.execute("DELETE FROM items WHERE id = 13")
`,
    },
    {
      name: 'all of what was filled from another table',
      before,
      code: both('INSERT INTO kinds SELECT id, name FROM items WHERE id > 0', 'DELETE FROM kinds'),
    },
    {
      name: 'none',
      before,
      code: `def upgrade():\n    op.execute("${insert} ON CONFLICT DO NOTHING")\n\n\ndef downgrade():\n    pass\n`,
    },
  ],
};
