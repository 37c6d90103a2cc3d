import '../support/sql.ts';
import { describe, expect, test } from 'vitest';
import { type Action, actionsOf } from '../../src/sql/action.ts';
import { parseSql } from '../../src/sql/parse.ts';

/** Each row: the text, and all that its actions say; nothing that is not written there is made up. */
const each = (rows: readonly (readonly [sql: string, ...expected: readonly object[]])[]): void => {
  for (const [sql, ...expected] of rows) test(sql, () => expect(actions(sql)).toStrictEqual(expected));
};
const actions = (sql: string): readonly Action[] => parseSql(sql).statements.flatMap(actionsOf);

const t = { table: { name: 't' }, kind: 'table', only: false } as const;
const int = { name: 'int4', modifiers: [], array: false };

describe('a type', () => {
  test.each([
    ['int', int],
    ['pg_catalog.int4', int],
    ['s.d', { schema: 's', name: 'd', modifiers: [], array: false }],
    ['database.s.d', { schema: 's', name: 'd', modifiers: [], array: false }],
    ['varchar(20)[]', { name: 'varchar', modifiers: [20], array: true }],
    ['timestamp(0)', { name: 'timestamp', modifiers: [0], array: false }],
    ['geometry(point, 4326)', { name: 'geometry', modifiers: [4326], array: false }],
    ["geometry('point', 4326)", { name: 'geometry', modifiers: [4326], array: false }],
  ])('%s', (written, type) => {
    expect(actions(`ALTER TABLE t ALTER a TYPE ${written}`)).toStrictEqual([
      { does: 'alter column type', ...t, column: 'a', type },
    ]);
  });
});

describe('a command of ALTER TABLE', () => {
  each([
    [
      'ALTER TABLE t ALTER a TYPE int COLLATE s."C" USING NULL',
      {
        does: 'alter column type',
        ...t,
        column: 'a',
        type: int,
        collation: { schema: 's', name: 'C' },
        using: { A_Const: { isnull: true, location: expect.any(Number) } },
      },
    ],
    [
      'ALTER TABLE t ADD a int',
      {
        does: 'add column',
        ...t,
        ifNotExists: false,
        column: { name: 'a', type: int, notNull: false, serial: false, constraints: [] },
      },
    ],
    [
      'ALTER TABLE t DROP IF EXISTS a, DROP b CASCADE',
      { does: 'drop column', ...t, column: 'a', ifExists: true, cascade: false },
      { does: 'drop column', ...t, column: 'b', ifExists: false, cascade: true },
    ],
    [
      'ALTER TABLE t DROP CONSTRAINT IF EXISTS a, DROP CONSTRAINT b CASCADE',
      { does: 'drop constraint', ...t, name: 'a', ifExists: true, cascade: false },
      { does: 'drop constraint', ...t, name: 'b', ifExists: false, cascade: true },
    ],
    ['ALTER TABLE t VALIDATE CONSTRAINT a', { does: 'validate constraint', ...t, name: 'a' }],
    [
      'ALTER TABLE t ALTER a DROP IDENTITY, ALTER b DROP EXPRESSION IF EXISTS',
      { does: 'drop identity', ...t, column: 'a', ifExists: false },
      { does: 'drop expression', ...t, column: 'b', ifExists: true },
    ],
    ['ALTER TABLE t ALTER a DROP DEFAULT', { does: 'drop default', ...t, column: 'a' }],
    [
      'ALTER TABLE t ADD UNIQUE (a)',
      {
        does: 'add constraint',
        ...t,
        constraint: {
          type: 'unique',
          columns: ['a'],
          notValid: false,
          notEnforced: false,
          deferrable: false,
        },
      },
    ],
    [
      'ALTER TABLE t ATTACH PARTITION s.p DEFAULT',
      { does: 'attach partition', ...t, partition: { schema: 's', name: 'p' } },
    ],
    [
      'ALTER TABLE t DETACH PARTITION p',
      { does: 'detach partition', ...t, partition: { name: 'p' }, concurrently: false },
    ],
    ['ALTER TABLE t RESET (fillfactor)', { does: 'alter', ...t, subtype: 'AT_ResetRelOptions' }],
    ['ALTER TABLE t SET LOGGED', { does: 'alter', ...t, subtype: 'AT_SetLogged' }],
    ['ALTER TABLE t DISABLE TRIGGER a', { does: 'alter', ...t, subtype: 'AT_DisableTrig', name: 'a' }],
    [
      'ALTER TABLE t ALTER CONSTRAINT a DEFERRABLE',
      { does: 'alter', ...t, subtype: 'AT_AlterConstraint', name: 'a' },
    ],
    [
      'ALTER TYPE t ALTER ATTRIBUTE a TYPE int',
      { does: 'alter column type', ...t, kind: 'type', column: 'a', type: int },
    ],
  ]);
});

describe('what is made', () => {
  each([
    [
      "CREATE TYPE d.s.t AS ENUM ('')",
      { does: 'create enum', type: { schema: 's', name: 't' }, labels: [''] },
    ],
    [
      'CREATE INDEX ON t (a)',
      {
        does: 'create index',
        table: { name: 't' },
        method: 'btree',
        unique: false,
        concurrently: false,
        ifNotExists: false,
        only: false,
        columns: ['a'],
        included: [],
      },
    ],
    [
      'CREATE TABLE t (LIKE s.u, CHECK (true))',
      {
        does: 'create table',
        table: { name: 't' },
        ifNotExists: false,
        temporary: false,
        unlogged: false,
        columns: [],
        constraints: [expect.objectContaining({ type: 'check', columns: [] })],
        like: [{ schema: 's', name: 'u' }],
        inherits: [],
      },
    ],
  ]);
});

describe('the name of what is taken away', () => {
  test.each([
    ['TABLE d.s.t', { schema: 's', name: 't' }],
    ['TABLE t', { name: 't' }],
    ['TRIGGER g ON s.t', { name: 'g' }],
    ['FUNCTION s.f(int)', { schema: 's', name: 'f' }],
    ['TYPE d.s.t', { schema: 's', name: 't' }],
    ['SCHEMA s', { name: 's' }],
    ['EXTENSION e', { name: 'e' }],
    ['OPERATOR CLASS s.o USING btree', { schema: 's', name: 'o' }],
  ])('%s', (object, name) => {
    expect(actions(`DROP ${object}`)).toMatchObject([{ does: 'drop' }]);
    expect(actions(`DROP ${object}`).map((action) => 'name' in action && action.name)).toStrictEqual([name]);
  });
});

describe('what is set', () => {
  each([
    ["SET a = ''", { does: 'set', name: 'a', local: false, value: '' }],
    ['SET a = 0.0', { does: 'set', name: 'a', local: false, value: '0.0' }],
    ["SET LOCAL a TO 'b', c, 3", { does: 'set', name: 'a', local: true, value: 'b, c, 3' }],
    ['SET a TO true', { does: 'set', name: 'a', local: false, value: 'true' }],
    ['SET a TO DEFAULT', { does: 'set', name: 'a', local: false }],
    ['SET a FROM CURRENT', { does: 'set', name: 'a', local: false }],
    ["SET TIME ZONE INTERVAL '1' HOUR", { does: 'set', name: 'timezone', local: false, value: '1' }],
    ['SET TRANSACTION READ ONLY', { does: 'set', name: 'transaction', local: false }],
    ['RESET a', { does: 'reset', name: 'a', local: false }],
    ['RESET ALL', { does: 'reset', local: false }],
    ['LOCK t NOWAIT', { does: 'lock', table: { name: 't' }, mode: 'ACCESS EXCLUSIVE', nowait: true }],
    ['BEGIN', { does: 'transaction', what: 'begin' }],
    ['RELEASE a', { does: 'transaction', what: 'release', savepoint: 'a' }],
  ]);
});

describe('options in parentheses', () => {
  const reindex = { does: 'reindex', of: 'index', name: { name: 'i' } } as const;
  each([
    ['REINDEX INDEX i', { ...reindex, concurrently: false }],
    ...['true', 'on', '1', "'yes'"].map(
      (value) => [`REINDEX (CONCURRENTLY ${value}) INDEX i`, { ...reindex, concurrently: true }] as const,
    ),
    ...['false', 'off', 'OFF', '0', "'False'"].map(
      (value) => [`REINDEX (CONCURRENTLY ${value}) INDEX i`, { ...reindex, concurrently: false }] as const,
    ),
    ['REINDEX (CONCURRENTLY, CONCURRENTLY off) INDEX i', { ...reindex, concurrently: false }],
  ]);
});

describe('a constraint', () => {
  const plain = { notValid: false, notEnforced: false, deferrable: false };
  const added = (constraint: object) => ({ does: 'add constraint', ...t, constraint });
  const referred = (more: object = {}) => ({
    table: { name: 'u' },
    columns: [],
    onDelete: 'no action',
    onUpdate: 'no action',
    ...more,
  });
  each([
    [
      'ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u',
      added({ type: 'foreign key', columns: ['a'], ...plain, references: referred() }),
    ],
    [
      'ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u ON DELETE RESTRICT ON UPDATE SET DEFAULT NOT ENFORCED',
      added({
        type: 'foreign key',
        columns: ['a'],
        ...plain,
        notValid: true,
        notEnforced: true,
        references: referred({ onDelete: 'restrict', onUpdate: 'set default' }),
      }),
    ],
    [
      'ALTER TABLE t ADD CONSTRAINT c PRIMARY KEY USING INDEX i',
      added({ type: 'primary key', name: 'c', columns: [], ...plain, usingIndex: 'i' }),
    ],
    ['ALTER TABLE t ADD NOT NULL a', added({ type: 'not null', columns: ['a'], ...plain })],
    [
      'ALTER TABLE t ADD EXCLUDE USING gist (a WITH =, (b + 1) WITH =) WHERE (a > 1)',
      added({ type: 'exclusion', columns: ['a'], ...plain }),
    ],
  ]);

  test('written at a column is of that column, but for a check', () => {
    const [made] = actions('CREATE TABLE t (a int NOT NULL CHECK (a > b) REFERENCES u (x) DEFAULT 1)');
    expect(made?.does === 'create table' && made.constraints).toStrictEqual([
      { type: 'not null', columns: ['a'], ...plain },
      { type: 'check', columns: [], ...plain, expression: expect.anything() },
      { type: 'foreign key', columns: ['a'], ...plain, references: referred({ columns: ['x'] }) },
    ]);
  });
});

test('a query that makes a table is the query of it', () => {
  const [made] = actions('SELECT 1 INTO t');
  expect(made).toMatchObject({ query: { SelectStmt: { targetList: [{}] } } });
  const [as] = actions('CREATE TABLE t AS SELECT 2');
  expect(as).toMatchObject({ query: { SelectStmt: { targetList: [{}] } } });
});
