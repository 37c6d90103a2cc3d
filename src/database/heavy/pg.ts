import pg from 'pg';

/** Loaded when the first session is opened: a run that needs no database pays nothing for the driver. */
export const { Client } = pg;
