import type { Group } from '../sample.ts';

const one = 'CREATE TABLE @one (id int NOT NULL, n int);';
const fill = 'INSERT INTO @one SELECT g, g FROM generate_series(1000, 1999) g;';
const checked = `${one}\nALTER TABLE @one ADD CHECK (id >= 1000 AND id < 2000);`;
const other = 'CREATE TABLE @other PARTITION OF @whole DEFAULT;';
const attach = 'ALTER TABLE @whole ATTACH PARTITION @one FOR VALUES FROM (1000) TO (2000)';

export const partitions: Group = {
  id: 'partition',
  title: 'Partitions',
  before: `CREATE TABLE @whole (id int NOT NULL, n int) PARTITION BY RANGE (id);
CREATE TABLE @zero PARTITION OF @whole FOR VALUES FROM (0) TO (1000);`,
  rows: 'INSERT INTO @whole SELECT g, g FROM generate_series(0, 999) g;',
  samples: [
    {
      name: 'CREATE TABLE PARTITION OF',
      sql: 'CREATE TABLE @one PARTITION OF @whole FOR VALUES FROM (1000) TO (2000)',
      expected: { whole: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'CREATE TABLE PARTITION OF, with a default partition',
      before: other,
      rows: 'INSERT INTO @whole SELECT g, g FROM generate_series(2000, 2999) g;',
      sql: 'CREATE TABLE @one PARTITION OF @whole FOR VALUES FROM (1000) TO (2000)',
      expected: { whole: 'ACCESS EXCLUSIVE', other: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'ATTACH PARTITION',
      before: one,
      rows: fill,
      sql: attach,
      expected: { whole: 'SHARE UPDATE EXCLUSIVE', one: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'ATTACH PARTITION with a CHECK that says the same',
      before: checked,
      rows: fill,
      sql: attach,
      expected: { whole: 'SHARE UPDATE EXCLUSIVE', one: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'ATTACH PARTITION, with a default partition',
      before: `${checked}\n${other}`,
      rows: `${fill}\nINSERT INTO @whole SELECT g, g FROM generate_series(2000, 2999) g;`,
      sql: attach,
      expected: {
        whole: 'SHARE UPDATE EXCLUSIVE',
        one: 'ACCESS EXCLUSIVE',
        other: 'ACCESS EXCLUSIVE + scan',
      },
    },
    {
      name: 'DETACH PARTITION',
      sql: 'ALTER TABLE @whole DETACH PARTITION @zero',
      expected: { whole: 'ACCESS EXCLUSIVE', zero: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'DETACH PARTITION CONCURRENTLY',
      sql: 'ALTER TABLE @whole DETACH PARTITION @zero CONCURRENTLY',
      alone: ['LOCK TABLE ONLY @whole IN ROW EXCLUSIVE MODE', 'LOCK TABLE @zero IN ACCESS SHARE MODE'],
      expected: { whole: 'SHARE UPDATE EXCLUSIVE', zero: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'DROP TABLE of a partition',
      sql: 'DROP TABLE @zero',
      expected: { whole: 'ACCESS EXCLUSIVE', zero: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'ADD COLUMN on all',
      sql: 'ALTER TABLE @whole ADD COLUMN c int',
      expected: { whole: 'ACCESS EXCLUSIVE', zero: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'int to bigint on all',
      sql: 'ALTER TABLE @whole ALTER COLUMN n TYPE bigint',
      expected: { whole: 'ACCESS EXCLUSIVE', zero: 'ACCESS EXCLUSIVE + rewrite + scan' },
    },
    {
      name: 'SET NOT NULL on all',
      sql: 'ALTER TABLE @whole ALTER COLUMN n SET NOT NULL',
      expected: { whole: 'ACCESS EXCLUSIVE', zero: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'CREATE INDEX on all',
      sql: 'CREATE INDEX @ix ON @whole (n)',
      expected: { whole: 'SHARE', zero: 'SHARE + scan' },
    },
    {
      name: 'CREATE INDEX ON ONLY',
      sql: 'CREATE INDEX @ix ON ONLY @whole (n)',
      expected: { whole: 'SHARE' },
    },
    {
      name: 'CREATE INDEX CONCURRENTLY on all',
      sql: 'CREATE INDEX CONCURRENTLY @ix ON @whole (n)',
      alone: [],
      expected: '0A000',
    },
    {
      name: 'ADD CHECK on all',
      sql: 'ALTER TABLE @whole ADD CONSTRAINT @ck CHECK (n >= 0)',
      expected: { whole: 'ACCESS EXCLUSIVE', zero: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'ATTACH PARTITION, where the whole has an index',
      before: `${checked}\nCREATE INDEX ON @whole (n);`,
      rows: fill,
      sql: attach,
      expected: {
        whole: 'SHARE UPDATE EXCLUSIVE',
        one: 'ACCESS EXCLUSIVE + scan',
        whole_n_idx: 'SHARE UPDATE EXCLUSIVE',
      },
    },
    {
      name: 'ADD PRIMARY KEY on all',
      sql: 'ALTER TABLE @whole ADD PRIMARY KEY (id)',
      expected: { whole: 'ACCESS EXCLUSIVE', zero: 'ACCESS EXCLUSIVE + scan' },
      until: { 17: { whole: 'ACCESS EXCLUSIVE', zero: 'SHARE + scan' } },
    },
    {
      name: 'ADD FOREIGN KEY on all',
      before: 'CREATE TABLE @p (id int PRIMARY KEY);',
      rows: 'INSERT INTO @p SELECT g FROM generate_series(0, 999) g;',
      sql: 'ALTER TABLE @whole ADD FOREIGN KEY (n) REFERENCES @p (id)',
      expected: {
        p: 'SHARE ROW EXCLUSIVE + scan',
        whole: 'SHARE ROW EXCLUSIVE',
        zero: 'SHARE ROW EXCLUSIVE + scan',
      },
    },
  ],
};
