import type { LiveCases } from '../case.ts';

const long = (start: string): string => `${start}_${'x'.repeat(70 - start.length)}`;
const notes = 'CREATE TABLE notes (id bigint PRIMARY KEY, note text)';

export const cases: LiveCases = {
  bad: [
    {
      name: 'an index',
      sql: [notes, `CREATE INDEX ${long('ix')} ON notes (note)`],
      at: 'CREATE INDEX',
      says: [`PostgreSQL calls it ${long('ix').slice(0, 63)}.`],
    },
    {
      name: 'a table and its column, in quotes',
      sql: `CREATE TABLE "${long('Notes')}" (id bigint PRIMARY KEY, ${long('note')} text)`,
      at: 'CREATE TABLE',
      says: [long('Notes'), long('note')],
      times: 2,
    },
    {
      name: 'a constraint',
      sql: [notes, `ALTER TABLE notes ADD CONSTRAINT ${long('ck')} CHECK (id > 0)`],
      at: 'ADD CONSTRAINT',
      says: [long('ck')],
    },
    {
      name: 'bytes count, and no character is cut in two',
      sql: `CREATE TABLE notes (id bigint PRIMARY KEY, ${'é'.repeat(32)} text)`,
      at: 'CREATE TABLE',
      says: [`PostgreSQL calls it ${'é'.repeat(31)}.`],
    },
    {
      name: 'twice in one statement is once',
      sql: [notes, `CREATE VIEW ${long('v')} AS SELECT note AS ${long('v')} FROM notes`],
      at: 'CREATE VIEW',
      says: [long('v')],
    },
  ],
  good: [
    {
      name: 'exactly as long as a name can be',
      sql: [notes, `CREATE INDEX ${'x'.repeat(63)} ON notes (note)`],
    },
    {
      name: 'a long text is no name',
      sql: `CREATE TABLE notes (id bigint PRIMARY KEY, note text NOT NULL DEFAULT '${long('text')}')`,
    },
    { name: 'who only uses it', sql: [notes, `SELECT note AS ${long('note')} FROM notes`] },
  ],
};
