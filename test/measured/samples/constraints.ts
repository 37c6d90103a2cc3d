import { type Group, rows, tables } from '../sample.ts';

const add = (what: string): string => `ALTER TABLE @t ADD CONSTRAINT ${what}`;
const child = 'CREATE TABLE @c (id int PRIMARY KEY, t_id int);';
const children = 'INSERT INTO @c SELECT g, g FROM generate_series(1, 1000) g;';
const referring = `${child}\nALTER TABLE @c ADD CONSTRAINT @fk FOREIGN KEY (t_id) REFERENCES @t (id);`;
/** So many that PostgreSQL would rather use an index, if it could. */
const many = `INSERT INTO @p SELECT g, 'p' FROM generate_series(1001, 20000) g;
INSERT INTO @t SELECT g, g FROM generate_series(1001, 20000) g;`;
const exclude = '@ex EXCLUDE USING gist (int4range(n, n + 1) WITH &&)';

export const constraints: Group = {
  id: 'constraint',
  title: 'Constraints',
  before: tables,
  rows,
  samples: [
    { name: 'ADD UNIQUE', sql: add('@uq UNIQUE (n)'), expected: { t: 'ACCESS EXCLUSIVE + scan' } },
    {
      name: 'ADD UNIQUE USING INDEX',
      before: 'CREATE UNIQUE INDEX @ix ON @t (n);',
      sql: add('@uq UNIQUE USING INDEX @ix'),
      expected: { t: 'ACCESS EXCLUSIVE', ix: 'SHARE UPDATE EXCLUSIVE' },
    },
    {
      name: 'ADD UNIQUE, which fails',
      before: 'ALTER TABLE @t ADD one int DEFAULT 1;',
      sql: add('@uq UNIQUE (one)'),
      expected: '23505',
    },
    {
      name: 'ADD PRIMARY KEY',
      before: 'CREATE TABLE @k (id int, n int NOT NULL);',
      rows: 'INSERT INTO @k SELECT g, g FROM generate_series(1, 1000) g;',
      sql: 'ALTER TABLE @k ADD PRIMARY KEY (n)',
      expected: { k: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'ADD PRIMARY KEY on a column that may be NULL',
      before: 'CREATE TABLE @k (id int);',
      rows: 'INSERT INTO @k SELECT g FROM generate_series(1, 1000) g;',
      sql: 'ALTER TABLE @k ADD PRIMARY KEY (id)',
      expected: { k: 'ACCESS EXCLUSIVE + 2 scans' },
    },
    {
      name: 'ADD PRIMARY KEY USING INDEX',
      before: 'CREATE TABLE @k (id int NOT NULL);\nCREATE UNIQUE INDEX @ix ON @k (id);',
      rows: 'INSERT INTO @k SELECT g FROM generate_series(1, 1000) g;',
      sql: 'ALTER TABLE @k ADD CONSTRAINT @pk PRIMARY KEY USING INDEX @ix',
      expected: { k: 'ACCESS EXCLUSIVE', ix: 'SHARE UPDATE EXCLUSIVE' },
    },
    {
      name: 'ADD PRIMARY KEY USING INDEX on a column that may be NULL',
      before: 'CREATE TABLE @k (id int);\nCREATE UNIQUE INDEX @ix ON @k (id);',
      rows: 'INSERT INTO @k SELECT g FROM generate_series(1, 1000) g;',
      sql: 'ALTER TABLE @k ADD CONSTRAINT @pk PRIMARY KEY USING INDEX @ix',
      expected: { k: 'ACCESS EXCLUSIVE + scan', ix: 'SHARE UPDATE EXCLUSIVE' },
    },
    { name: 'ADD EXCLUDE', sql: add(exclude), expected: { t: 'ACCESS EXCLUSIVE + 2 scans' } },
    { name: 'ADD CHECK', sql: add('@ck CHECK (n > 0)'), expected: { t: 'ACCESS EXCLUSIVE + scan' } },
    { name: 'ADD CHECK, which fails', sql: add('@ck CHECK (n < 500)'), expected: '23514' },
    {
      name: 'ADD CHECK NOT VALID',
      sql: add('@ck CHECK (n > 0) NOT VALID'),
      expected: { t: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'VALIDATE CONSTRAINT of a CHECK',
      before: 'ALTER TABLE @t ADD CONSTRAINT @ck CHECK (n > 0) NOT VALID;',
      sql: 'ALTER TABLE @t VALIDATE CONSTRAINT @ck',
      expected: { t: 'SHARE UPDATE EXCLUSIVE + scan' },
    },
    {
      name: 'ADD FOREIGN KEY',
      rows: many,
      sql: add('@fk FOREIGN KEY (n) REFERENCES @p (id)'),
      expected: { t: 'SHARE ROW EXCLUSIVE + scan', p: 'SHARE ROW EXCLUSIVE + scan' },
    },
    {
      name: 'ADD FOREIGN KEY NOT VALID',
      sql: add('@fk FOREIGN KEY (n) REFERENCES @p (id) NOT VALID'),
      expected: { t: 'SHARE ROW EXCLUSIVE', p: 'SHARE ROW EXCLUSIVE' },
    },
    {
      name: 'VALIDATE CONSTRAINT of a FOREIGN KEY',
      before: 'ALTER TABLE @t ADD CONSTRAINT @fk FOREIGN KEY (n) REFERENCES @p (id) NOT VALID;',
      rows: many,

      sql: 'ALTER TABLE @t VALIDATE CONSTRAINT @fk',
      expected: { t: 'SHARE UPDATE EXCLUSIVE + scan', p: 'ROW SHARE + scan' },
    },
    {
      name: 'ALTER CONSTRAINT, deferrable',
      before: referring,
      rows: children,
      sql: 'ALTER TABLE @c ALTER CONSTRAINT @fk DEFERRABLE',
      expected: { c: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'DROP CONSTRAINT of a FOREIGN KEY',
      before: referring,
      rows: children,
      sql: 'ALTER TABLE @c DROP CONSTRAINT @fk',
      expected: { c: 'ACCESS EXCLUSIVE', t: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'DROP CONSTRAINT of a CHECK',
      before: 'ALTER TABLE @t ADD CONSTRAINT @ck CHECK (n > 0);',
      sql: 'ALTER TABLE @t DROP CONSTRAINT @ck',
      expected: { t: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'DROP CONSTRAINT of a UNIQUE',
      before: 'ALTER TABLE @t ADD CONSTRAINT @uq UNIQUE (n);',
      sql: 'ALTER TABLE @t DROP CONSTRAINT @uq',
      expected: { t: 'ACCESS EXCLUSIVE', uq: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'RENAME CONSTRAINT',
      before: 'ALTER TABLE @t ADD CONSTRAINT @ck CHECK (n > 0);',
      sql: 'ALTER TABLE @t RENAME CONSTRAINT @ck TO @kc',
      expected: { t: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'two CHECKs in one ALTER TABLE',
      sql: 'ALTER TABLE @t ADD CONSTRAINT @a CHECK (n > 0), ADD CONSTRAINT @b CHECK (id > 0)',
      expected: { t: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'ADD CHECK NOT ENFORCED',
      sql: add('@ck CHECK (n > 0) NOT ENFORCED'),
      since: 18,
      expected: { t: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'ADD FOREIGN KEY NOT ENFORCED',
      sql: add('@fk FOREIGN KEY (n) REFERENCES @p (id) NOT ENFORCED'),
      since: 18,
      expected: { t: 'SHARE ROW EXCLUSIVE', p: 'SHARE ROW EXCLUSIVE' },
    },
    {
      name: 'ADD FOREIGN KEY to itself',
      sql: add('@fk FOREIGN KEY (n) REFERENCES @t (id)'),
      expected: { t: 'SHARE ROW EXCLUSIVE + 2 scans' },
    },
    {
      name: 'ALTER DOMAIN ADD CHECK',
      before: 'CREATE DOMAIN @dom AS int;\nALTER TABLE @p ADD COLUMN c @dom;',
      sql: 'ALTER DOMAIN @dom ADD CONSTRAINT @ck CHECK (VALUE > 0)',
      expected: { p: 'SHARE + scan' },
    },
    {
      name: 'ALTER DOMAIN ADD CHECK NOT VALID',
      before: 'CREATE DOMAIN @dom AS int;\nALTER TABLE @p ADD COLUMN c @dom;',
      sql: 'ALTER DOMAIN @dom ADD CONSTRAINT @ck CHECK (VALUE > 0) NOT VALID',
      expected: {},
    },
  ],
};
