/**
 * One statement, on tables of its own, and what PostgreSQL is expected to do for it. Each `@` in SQL stands for a prefix
 * that no other statement has; names in expectations and documents go without.
 */
export interface Sample {
  readonly name: string;
  /** What is there before, beside what its group brings. */
  readonly before?: string;
  /** What fills the tables of `before`. */
  readonly rows?: string;
  /** Sent before it, in the same transaction. */
  readonly first?: string;
  readonly sql: string;
  /**
   * It cannot run in a transaction, and commits by itself. Whoever looks from outside holds these locks, one after the
   * other, until it waits for them.
   */
  readonly alone?: readonly string[];
  /** The first major that knows it. */
  readonly since?: number;
  readonly expected: Expected;
  /** On majors up to this one, where that is something else; the lowest that fits holds. */
  readonly until?: Readonly<Record<number, Expected>>;
}

/**
 * A SQLSTATE, or for each relation that was there before: the strongest lock, where that is more than ACCESS SHARE, and
 * what was done to it: `ACCESS EXCLUSIVE + rewrite + 2 scans`, `SHARE + scan`. On tables with rows, without timeouts.
 */
export type Expected = string | Readonly<Record<string, string>>;

/** Statements of one kind. What is there before is there for each of them. */
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly before: string;
  readonly rows: string;
  readonly samples: readonly Sample[];
}

/** What is expected on a major. Before 15 nobody can tell what a session has read that ends its own transaction. */
export function expectedOn({ expected, until = {}, alone }: Sample, major: number): Expected {
  const last = Object.keys(until)
    .map(Number)
    .sort((a, b) => a - b)
    .find((one) => major <= one);
  const found = (last === undefined ? undefined : until[last]) ?? expected;
  if (!alone || major >= 15 || typeof found === 'string') return found;
  const unseen = ([name, words]: [string, string]): [string, string] => [
    name,
    `${words.replace(/ \+ (\d+ )?scans?$/, '')} + scans not seen`,
  ];
  return Object.fromEntries(Object.entries(found).map(unseen));
}

/** A table with a column of each common kind, and one that it can refer to. */
export const tables = `CREATE TYPE @mood AS ENUM ('sad', 'glad');
CREATE TABLE @t (id int PRIMARY KEY, n int, v varchar(20), s text, d numeric(8,2), at timestamp, mood @mood);
CREATE TABLE @p (id int PRIMARY KEY, note text);`;

/** First what is referred to. */
export const rows = `INSERT INTO @p SELECT g, 'p' FROM generate_series(1, 1000) g;
INSERT INTO @t SELECT g, g, 'v' || g, 's' || g, g, '2026-01-01', 'glad' FROM generate_series(1, 1000) g;`;
