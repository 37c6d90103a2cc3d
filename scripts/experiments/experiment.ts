/** A migration among others: one session that is in the middle of something, then one that reads and one that writes. */
export interface Experiment {
  readonly id: string;
  readonly title: string;
  /** What it shows, Markdown. */
  readonly words: string;
  /** What a session has done in a transaction that it leaves open. */
  readonly parked: string;
  readonly parkedIs: 'reader' | 'writer';
  /** The statement of the migration, in a transaction. */
  readonly statement: string;
}

/** Sessions, as the documents call them. */
export type Who = 'parked' | 'migration' | 'reader' | 'writer';

/** What came of one statement at one moment. */
export interface Observed {
  readonly when: 'while somebody is in the middle of something' | 'once it has run' | 'after its COMMIT';
  readonly who: Who;
  readonly sql: string;
  /** Whom `pg_blocking_pids` names; empty where it did not wait. */
  readonly waitsFor: readonly Who[];
  /** `waits` of what got through later; of one that was cancelled the server's own words. */
  readonly end: 'got through' | 'waits' | `cancelled: ${string}`;
}

export const setup = `CREATE TABLE accounts (id int PRIMARY KEY, balance int);
INSERT INTO accounts SELECT g, 100 FROM generate_series(1, 1000) g;
CREATE TABLE owners (id int PRIMARY KEY);
INSERT INTO owners SELECT g FROM generate_series(1, 1000) g;
ALTER TABLE accounts ADD CONSTRAINT positive CHECK (balance >= 0) NOT VALID;`;

export const reading = 'SELECT balance FROM accounts WHERE id = 2';
export const writing = 'UPDATE accounts SET balance = 99 WHERE id = 2';
/** How long the reader and the writer wait, in milliseconds. */
export const patience = 1000;

const writer = { parked: 'UPDATE accounts SET balance = 99 WHERE id = 1', parkedIs: 'writer' } as const;
const reader = { parked: 'SELECT balance FROM accounts WHERE id = 1', parkedIs: 'reader' } as const;

export const experiments: readonly Experiment[] = [
  {
    id: 'share-update-exclusive',
    title: 'SHARE UPDATE EXCLUSIVE: everybody goes on',
    words: 'What `VALIDATE CONSTRAINT` takes lets everybody read and write, and waits for no writer.',
    ...writer,
    statement: 'ALTER TABLE accounts VALIDATE CONSTRAINT positive',
  },
  {
    id: 'share',
    title: 'SHARE: writers wait',
    words:
      '`CREATE INDEX` waits for every open transaction that has written to the table, and every later writer waits behind it. Readers pass.',
    ...writer,
    statement: 'CREATE INDEX accounts_balance ON accounts (balance)',
  },
  {
    id: 'share-row-exclusive',
    title: 'SHARE ROW EXCLUSIVE: writers wait',
    words:
      '`ADD FOREIGN KEY` does the same to writers, `NOT VALID` or not, and, as [locks.md](locks.md) has it, to those of the table that it refers to.',
    ...writer,
    statement: 'ALTER TABLE accounts ADD FOREIGN KEY (id) REFERENCES owners (id) NOT VALID',
  },
  {
    id: 'access-exclusive',
    title: 'ACCESS EXCLUSIVE: everybody waits',
    words:
      '`ADD COLUMN` takes a moment, but from that moment on nobody reads or writes the table until the transaction ends.',
    ...writer,
    statement: 'ALTER TABLE accounts ADD COLUMN note text',
  },
  {
    id: 'queue',
    title: 'The queue: readers wait for who does not even have the lock',
    words:
      'A report that only reads has been running for a while. The migration waits for it, and everybody else waits behind the migration, readers too, who would not have to wait for the report. That is why `lock_timeout` matters more than how long a statement takes.',
    ...reader,
    statement: 'ALTER TABLE accounts ADD COLUMN note text',
  },
];
