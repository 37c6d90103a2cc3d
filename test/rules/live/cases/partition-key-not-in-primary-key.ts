import type { LiveCases } from '../case.ts';

export const cases: LiveCases = {
  bad: [
    {
      name: 'the primary key has only the id',
      sql: 'CREATE TABLE events (id bigint PRIMARY KEY, day date) PARTITION BY RANGE (day)',
      at: 'op.execute',
      says: [
        'Add the columns of the partition key to the primary key and to each unique constraint',
        'The upgrade fails: PRIMARY KEY constraint on table "events" lacks column "day"',
        'SQLSTATE 0A000',
      ],
    },
  ],
  good: [
    {
      name: 'it has both',
      sql: 'CREATE TABLE events (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day)',
    },
  ],
};
