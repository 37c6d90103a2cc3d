import type { LiveCases } from '../case.ts';

const users =
  "CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50) UNIQUE CONSTRAINT users_name_check CHECK (name <> ''), note varchar(50)); INSERT INTO users VALUES (1, 'Ada')";

export const cases: LiveCases = {
  bad: [
    {
      name: 'a longer text that is checked',
      before: users,
      code: 'def upgrade():\n    op.alter_column("users", "name", type_=sa.String(100))',
      at: 'op.alter_column',
      says: [
        'Changing the type of users.name reads users from end to end to check users_name_check again,',
        'op.execute("ALTER TABLE users DROP CONSTRAINT users_name_check")',
        'op.execute("ALTER TABLE users ADD CONSTRAINT users_name_check CHECK (((name)::text <> \'\'::text)) NOT VALID")',
        'op.execute("ALTER TABLE users VALIDATE CONSTRAINT users_name_check")',
        '# here the change of type',
        'read from end to end: users',
      ],
      takes: { users: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'a table in parts, by a CHECK of two columns',
      before:
        'CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50), note varchar(50), CONSTRAINT other CHECK (id > 0), CONSTRAINT differ CHECK (name <> note)) PARTITION BY RANGE (id); CREATE TABLE users_1 PARTITION OF users FOR VALUES FROM (0) TO (9)',
      sql: 'ALTER TABLE users ALTER COLUMN note TYPE text',
      at: 'TYPE text',
      says: ['to check differ again'],
    },
    {
      name: 'a foreign key, two constraints of the column, others of other columns',
      before: `CREATE TABLE names (name varchar(100) PRIMARY KEY); INSERT INTO names VALUES ('Ada');
${users}; ALTER TABLE users ADD CONSTRAINT known FOREIGN KEY (name) REFERENCES names (name), ADD CONSTRAINT noted FOREIGN KEY (note) REFERENCES names (name)`,
      code: 'def upgrade():\n    op.alter_column("users", "name", type_=sa.String(100))',
      at: 'op.alter_column',
      says: ['to check known and users_name_check again'],
    },
  ],
  good: [
    {
      name: 'the constraint rests meanwhile',
      shows: 'the first step of the advice',
      before: users,
      code: `def upgrade():
    op.execute("ALTER TABLE users DROP CONSTRAINT users_name_check")
    op.alter_column("users", "name", type_=sa.String(100))
    op.execute("ALTER TABLE users ADD CONSTRAINT users_name_check CHECK (((name)::text <> ''::text)) NOT VALID")
`,
      takes: { users: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'and is validated again',
      shows: 'the second step of the advice: everybody reads and writes meanwhile',
      before:
        "CREATE TABLE users (id bigint PRIMARY KEY, name varchar(100)); ALTER TABLE users ADD CONSTRAINT users_name_check CHECK (((name)::text <> ''::text)) NOT VALID",
      code: 'def upgrade():\n    op.execute("ALTER TABLE users VALIDATE CONSTRAINT users_name_check")',
      takes: { users: 'SHARE UPDATE EXCLUSIVE + scan' },
    },
    {
      name: 'only another column is checked',
      shows: 'a hypothesis refuted by the trace',
      before: users,
      code: 'def upgrade():\n    op.alter_column("users", "note", type_=sa.String(100))',
      takes: { users: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'of a table that the same revision makes',
      sql: [
        "CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50) CHECK (name <> ''))",
        'ALTER TABLE users ALTER COLUMN name TYPE text',
      ],
    },
  ],
};
