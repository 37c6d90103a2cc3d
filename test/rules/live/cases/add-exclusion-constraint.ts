import type { LiveCases } from '../case.ts';

const timed = "SET LOCAL lock_timeout = '2s'";
const bookings = 'CREATE TABLE bookings (id bigint PRIMARY KEY, during tstzrange);';

export const cases: LiveCases = {
  bad: [
    {
      name: 'on a table that was there',
      before: bookings,
      sql: [timed, 'ALTER TABLE bookings ADD CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&)'],
      at: 'EXCLUDE',
      says: ['Adding the exclusion constraint no_overlap compares all rows of bookings', 'lock_timeout'],
      takes: { bookings: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'without a name',
      before: bookings,
      sql: [timed, 'ALTER TABLE bookings ADD EXCLUDE USING gist (during WITH &&)'],
      at: 'EXCLUDE',
      says: ['bookings_during_excl'],
    },
  ],
  good: [
    {
      name: 'with a new table',
      before: bookings,
      sql: [
        'CREATE TABLE reservations (id bigint PRIMARY KEY, during tstzrange)',
        'ALTER TABLE reservations ADD CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&)',
      ],
      shows: 'the advice: nobody needs it yet',
    },
  ],
};
