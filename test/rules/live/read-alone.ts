import { testMajor } from '../../support/postgres.ts';

/** What `takes` says of a table that was read CONCURRENTLY: before PostgreSQL 15 the server does not tell who read what. */
export const readAlone = testMajor >= 15 ? ' + scan' : '';
