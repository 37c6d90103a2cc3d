import type { LiveCases } from '../case.ts';

const users = 'CREATE TABLE users (id bigint PRIMARY KEY, mail text)';
const rename = 'ALTER TABLE users RENAME COLUMN mail TO email';

export const cases: LiveCases = {
  bad: [
    {
      name: 'by Alembic',
      before: users,
      code: 'def upgrade():\n    op.alter_column("users", "mail", new_column_name="email")',
      at: 'op.alter_column',
      says: [
        'Renaming users.mail to email breaks the running release',
        'email = sa.orm.mapped_column("mail")',
        'op.add_column("users", sa.Column("email", sa.Text()))',
        'ACCESS EXCLUSIVE on users',
      ],
      takes: { users: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'one that inserts have to name',
      before: users.replace('text', 'text NOT NULL'),
      sql: rename,
      at: 'RENAME',
      says: ['Renaming users.mail to email'],
    },
    {
      name: 'of a view',
      before: `${users}; CREATE VIEW people AS SELECT id, mail FROM users`,
      sql: 'ALTER VIEW people RENAME COLUMN mail TO email',
      at: 'ALTER VIEW',
      says: ['Renaming people.mail to email', 'sa.Column("email", <type>)'],
    },
    {
      name: 'in a later revision of the change, another column being new',
      before: users,
      code: [
        'def upgrade():\n    op.add_column("users", sa.Column("phone", sa.Text()))',
        'def upgrade():\n    op.alter_column("users", "mail", new_column_name="email")',
      ],
      at: 'op.alter_column',
      says: ['Renaming users.mail'],
    },
  ],
  good: [
    {
      name: 'a column of the new name beside it',
      shows: 'the advice',
      before: users,
      code: 'def upgrade():\n    op.add_column("users", sa.Column("email", sa.Text()))',
      takes: { users: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'one that an earlier revision of the change has made',
      before: 'CREATE TABLE users (id bigint PRIMARY KEY)',
      code: [
        'def upgrade():\n    op.add_column("users", sa.Column("mail", sa.Text()))',
        'def upgrade():\n    op.alter_column("users", "mail", new_column_name="email")',
      ],
    },
    {
      name: 'another column takes the name',
      before: `${users}; ALTER TABLE users ADD COLUMN mail_new text`,
      sql: [
        'ALTER TABLE users RENAME COLUMN mail TO mail_old',
        'ALTER TABLE users RENAME COLUMN mail_new TO mail',
        'ALTER TABLE users ADD COLUMN mail_new text',
      ],
    },
    {
      name: 'of an index, which no query names',
      before: `${users}; CREATE INDEX users_mail ON users (mail)`,
      sql: ['ALTER TABLE users_mail RENAME COLUMN mail TO m', "COMMENT ON TABLE users IS 'people'"],
    },
    {
      name: 'of a table that the same revision makes',
      sql: [users, rename],
    },
  ],
};
