import type { LiveCases } from '../case.ts';

const before = `CREATE TABLE users (id bigint PRIMARY KEY, state text, note text);
INSERT INTO users VALUES (1, 'new', 'a'), (2, 'spam', 'b'), (3, 'spam', 'c');
CREATE TABLE log (id bigint PRIMARY KEY); INSERT INTO log VALUES (1)`;
const nothing = '\n\ndef downgrade():\n    pass\n';
const hide = `def upgrade():\n    op.execute("UPDATE users SET state = 'hidden' WHERE state = 'spam'")\n`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'rows are deleted',
      before,
      code: `def upgrade():\n    op.execute("DELETE FROM users WHERE state = 'spam'")\n${nothing}`,
      at: 'def downgrade',
      says: [
        'deletes rows of users, and 2 rows are missing',
        'users: 3 rows before the upgrade, 1 row after the downgrade',
        'DELETE FROM users',
      ],
    },
    {
      name: 'one row is deleted',
      before,
      code: `def upgrade():\n    op.execute("DELETE FROM users WHERE id = 1")\n${nothing}`,
      at: 'def downgrade',
      says: ['1 row is missing'],
    },
    {
      name: 'values are changed',
      before,
      code: `${hide}${nothing}`,
      at: 'def downgrade',
      severity: 'notice',
      says: ['changes rows of users', '3 rows before the upgrade, other values in them after'],
    },
    {
      name: 'a column of another table is dropped',
      before: `${before}; CREATE TABLE users_old (id bigint PRIMARY KEY, x text)`,
      code: `${hide}    op.drop_column("users_old", "x")\n\n\ndef downgrade():\n    op.add_column("users_old", sa.Column("x", sa.Text()))\n`,
      at: 'def downgrade',
      severity: 'notice',
      says: ['changes rows of users'],
      also: ['drop-column', 'data-in-migration'],
    },
  ],
  good: [
    {
      name: 'the reverse is written',
      before,
      code: `${hide}\n\ndef downgrade():\n    op.execute("UPDATE users SET state = 'spam' WHERE state = 'hidden'")\n`,
    },
    {
      name: 'deleted and inserted again',
      before,
      code: `def upgrade():\n    op.execute("DELETE FROM users WHERE id = 1")\n\n\ndef downgrade():\n    op.execute("INSERT INTO users VALUES (1, 'new', 'a')")\n`,
    },
    { name: 'declared', before, code: hide },
    {
      name: 'rows that are inserted may stay',
      before,
      code: `def upgrade():\n    op.execute("INSERT INTO users VALUES (4, 'new', 'd') ON CONFLICT DO NOTHING")\n${nothing}`,
    },
    {
      name: 'no row is met',
      before,
      code: `def upgrade():\n    op.execute("UPDATE users SET state = 'x' WHERE id = 77")\n${nothing}`,
    },
    {
      name: 'declared, although there is something to run',
      before,
      code: `def upgrade():\n    op.execute("DELETE FROM users WHERE id = 1")\n\n\n# migrate-check: irreversible nobody misses it\ndef downgrade():\n    pass\n`,
    },
  ],
};
