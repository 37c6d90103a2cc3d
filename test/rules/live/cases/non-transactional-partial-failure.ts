import type { LiveCases } from '../case.ts';

const orders = 'CREATE TABLE orders (id bigint PRIMARY KEY, state text)';
const alone = (sql: string): string =>
  `    with op.get_context().autocommit_block():\n        op.execute("${sql}")\n`;
const plain = (sql: string): string => `    op.execute("${sql}")\n`;
const upgrade = (...parts: readonly string[]): string => `def upgrade():\n${parts.join('')}`;
const index = 'CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_orders_state ON orders (state)';

export const cases: LiveCases = {
  bad: [
    {
      name: 'a table is committed before an index that may fail',
      before: orders,
      code: upgrade(plain('CREATE TABLE parts (id bigint PRIMARY KEY)'), alone(index)),
      at: 'CONCURRENTLY',
      says: [
        'What comes before is committed when this begins',
        'Move this into a revision after this one',
        'Committed before it',
        'CREATE TABLE parts',
      ],
    },
    {
      name: 'rows, among what can be repeated',
      before: `${orders}; CREATE TABLE roles (name text)`,
      code: upgrade(
        plain('ALTER TABLE orders ADD COLUMN IF NOT EXISTS note text'),
        plain("INSERT INTO roles VALUES ('a')"),
        alone(index),
      ),
      at: 'CONCURRENTLY',
      says: ["VALUES ('a')"],
      also: ['data-in-migration'],
    },
    {
      name: 'what commits by itself cannot be repeated, and more comes after it',
      before: `CREATE TYPE mood AS ENUM ('calm'); ${orders}`,
      code: upgrade(
        plain("SET LOCAL work_mem = '4MB'"),
        alone("ALTER TYPE mood ADD VALUE 'glad'"),
        plain('ALTER TABLE orders ADD COLUMN IF NOT EXISTS mood mood'),
      ),
      at: 'ADD VALUE',
      says: [
        'This is committed before the rest of the revision',
        'Move the rest into a revision after this one',
        'Not committed with it',
      ],
    },
    {
      name: 'a view, a sequence, a constraint: none of them can be repeated',
      before: orders,
      code: upgrade(plain('CREATE SEQUENCE numbers'), alone(index)),
      at: 'CONCURRENTLY',
      says: ['CREATE SEQUENCE numbers'],
    },
    {
      name: 'a rename',
      before: `${orders}; CREATE SEQUENCE numbers`,
      code: upgrade(plain('ALTER SEQUENCE numbers RENAME TO counts'), alone(index)),
      at: 'CONCURRENTLY',
      says: ['RENAME TO counts'],
    },
  ],
  good: [
    {
      name: 'in a revision of its own',
      shows: 'what the help says',
      before: orders,
      code: upgrade(alone(index)),
    },
    {
      name: 'all before it can be repeated',
      shows: 'what the help says',
      before: `${orders}; CREATE TABLE roles (name text PRIMARY KEY)`,
      code: upgrade(
        plain('CREATE TABLE IF NOT EXISTS parts (id bigint PRIMARY KEY)'),
        plain('DROP TABLE IF EXISTS old'),
        plain('CREATE SEQUENCE IF NOT EXISTS numbers'),
        plain('CREATE OR REPLACE VIEW v AS SELECT 1 AS one'),
        plain('CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS $$SELECT 1$$'),
        plain('ALTER TABLE orders ALTER COLUMN state SET DEFAULT 1'),
        plain(
          "DO $$BEGIN IF to_regclass('q') IS NULL THEN CREATE TABLE q (id bigint PRIMARY KEY); END IF; END$$",
        ),
        alone(index),
      ),
    },
    {
      name: 'rows that are there are left out',
      before: `${orders}; CREATE TABLE roles (name text PRIMARY KEY)`,
      code: upgrade(
        plain("INSERT INTO roles VALUES ('a') ON CONFLICT DO NOTHING"),
        plain("INSERT INTO roles SELECT 'b' WHERE NOT EXISTS (SELECT FROM roles WHERE name = 'b')"),
        alone(index),
      ),
    },
    {
      name: 'everything in one transaction',
      before: orders,
      code: upgrade(plain('CREATE TABLE parts (id bigint PRIMARY KEY)'), plain('CREATE SEQUENCE numbers')),
    },
    {
      name: 'batches of rows commit by themselves',
      before: `${orders}; CREATE TABLE roles (name text PRIMARY KEY)`,
      code: upgrade(
        plain('CREATE TABLE parts (id bigint PRIMARY KEY)'),
        alone("UPDATE roles SET name = 'b' WHERE name = 'a'"),
      ),
    },
    {
      name: 'nothing that can fail comes after',
      before: "CREATE TYPE mood AS ENUM ('calm')",
      code: upgrade(alone("ALTER TYPE mood ADD VALUE 'glad'"), plain("SET LOCAL work_mem = '4MB'")),
    },
    {
      name: 'what commits by itself can be repeated',
      before: `CREATE TYPE mood AS ENUM ('calm'); ${orders}`,
      code: upgrade(
        alone("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'glad'"),
        plain('CREATE TABLE parts (id bigint PRIMARY KEY)'),
      ),
    },
  ],
};
