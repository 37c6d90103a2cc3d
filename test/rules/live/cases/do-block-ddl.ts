import type { LiveCases } from '../case.ts';

const before = 'CREATE TABLE users (id bigint PRIMARY KEY)';
const made = `DO $$ DECLARE t text := 'users'; BEGIN EXECUTE format('ALTER TABLE %I ADD COLUMN age int', t); END $$`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'a table is locked by what nobody can read',
      before,
      sql: made,
      at: 'DO $$',
      says: ['makes SQL while it runs', 'it locks users against others', 'EXECUTE format('],
      takes: { users: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'locks on a partitioned table, and on what is none',
      before:
        'CREATE TABLE parts (id bigint) PARTITION BY RANGE (id); CREATE TABLE users (id bigint PRIMARY KEY); CREATE SEQUENCE numbers',
      sql: `DO $$ BEGIN EXECUTE format('ALTER SEQUENCE %I INCREMENT 2', 'numbers');
EXECUTE format('LOCK %I', 'parts'); EXECUTE format('LOCK %I', 'users'); END $$`,
      at: 'DO $$',
      says: [
        'it locks parts and users against others.',
        'Write the commands out, or make them in Python, where each is sent by itself and seen.',
        "EXECUTE format('LOCK %I', 'parts')",
      ],
    },
    {
      name: 'beside what cannot be read at all',
      before,
      sql: made.replace('BEGIN', "BEGIN IF false THEN EXECUTE 'LOCK TABEL users'; END IF;"),
      at: 'DO $$',
      says: ['it locks users against others'],
      omits: ['syntax error'],
    },
  ],
  good: [
    {
      name: 'commands that stand there',
      before,
      sql: 'DO $$ BEGIN ALTER TABLE users ADD COLUMN age int; END $$',
      shows: 'they are judged by the other rules',
    },
    {
      name: 'beside a command that stands there',
      before,
      sql: made.replace('BEGIN', 'BEGIN ALTER TABLE users ADD COLUMN size int;'),
    },
    {
      name: 'only a query is made',
      before,
      sql: `DO $$ DECLARE t text := 'users'; BEGIN EXECUTE format('SELECT count(*) FROM %I', t); END $$`,
    },
    { name: 'a table that the same change makes', sql: [before, made] },
    { name: 'no DO block', before, sql: 'ALTER TABLE users ADD COLUMN age int' },
  ],
};
