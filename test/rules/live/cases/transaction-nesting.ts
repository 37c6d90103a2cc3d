import type { LiveCases } from '../case.ts';

const roles = 'CREATE TABLE roles (name text PRIMARY KEY)';
const upgrade = (...lines: readonly string[]): string => `def upgrade():\n    ${lines.join('\n    ')}`;
const first = 'op.execute("INSERT INTO roles (name) VALUES (\'a\') ON CONFLICT DO NOTHING")';
const second = 'op.execute("INSERT INTO roles (name) VALUES (\'b\') ON CONFLICT DO NOTHING")';

export const cases: LiveCases = {
  bad: [
    {
      name: 'COMMIT',
      before: roles,
      code: upgrade(first, 'op.execute("COMMIT")', second),
      at: 'COMMIT',
      says: ['commits what Alembic has not finished yet', 'with op.get_context().autocommit_block():'],
    },
    {
      name: 'ROLLBACK',
      before: roles,
      code: upgrade(first, 'op.execute("ROLLBACK")', second),
      at: 'ROLLBACK',
      says: ['takes back everything'],
    },
    {
      name: 'BEGIN in a text of several',
      before: roles,
      code: upgrade('op.execute("BEGIN; INSERT INTO roles (name) VALUES (\'a\') ON CONFLICT DO NOTHING")'),
      at: 'BEGIN',
      severity: 'notice',
      says: ['PostgreSQL warns about this, and does nothing'],
    },
    {
      name: 'the connection of the driver is told to commit',
      before: roles,
      code: upgrade('bind = op.get_bind()', first, 'bind.connection.commit()', second),
      at: "VALUES ('b')",
      says: ['has ended the transaction that Alembic has open', 'In one transaction', "VALUES ('a')"],
    },
  ],
  good: [
    {
      name: 'a block that Alembic knows of',
      shows: 'what the help says',
      before: roles,
      code: upgrade(first, 'with op.get_context().autocommit_block():', `    ${second}`, first),
    },
    {
      name: 'a savepoint',
      before: roles,
      sql: ['SAVEPOINT a', "INSERT INTO roles VALUES ('a')", 'RELEASE a'],
    },
    {
      name: 'a session whose commit leaves the transaction alone',
      shows: 'a hypothesis refuted by the trace',
      before: roles,
      code: `from sqlalchemy.orm import Session

${upgrade('session = Session(bind=op.get_bind())', 'session.execute(sa.text("INSERT INTO roles (name) VALUES (\'a\')"))', 'session.commit()', 'session.execute(sa.text("INSERT INTO roles (name) VALUES (\'b\')"))', 'session.commit()')}`,
    },
    {
      name: 'a second connection',
      before: roles,
      code: upgrade(
        first,
        'with op.get_bind().engine.connect() as other:',
        '    other.execute(sa.text("SELECT 1"))',
        '    other.commit()',
        'op.execute("SELECT 2")',
      ),
    },
    {
      name: 'a second connection, without a commit',
      before: roles,
      code: upgrade(
        first,
        'with op.get_bind().engine.connect() as other:',
        '    other.execute(sa.text("SELECT 1"))',
      ),
    },
  ],
};
