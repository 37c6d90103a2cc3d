import type { Facts } from '../../../src/model/report.ts';
import type { Relation, Trace } from '../../../src/model/trace.ts';
import { move, trip } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

/** A tablespace belongs to the server: no migration can make one in its transaction, so these are no live cases. */
const relation = (more: Partial<Relation> = {}): Relation => ({
  schema: 'public',
  name: 'events',
  kind: 'table',
  existed: true,
  ...more,
});

function moved(sql: string, rewritten: readonly Relation[], more: Partial<Trace> = {}): Facts {
  const locks = [relation(), ...rewritten].map(
    (one) => ({ relation: one, mode: 'ACCESS EXCLUSIVE' }) as const,
  );
  const trace: Trace = {
    transaction: 1,
    autocommit: false,
    seen: 'inside',
    locks,
    released: [],
    rewritten,
    scanned: [],
    written: [],
    lockTimeoutMs: 1000,
    statementTimeoutMs: 0,
    unseen: [],
    ...more,
  };
  const statement = { sql, milliseconds: 1, place: { file: 'versions/a.py', line: 15 }, trace };
  return trip(revision('a'), { upgrade: move('upgrade', 'a', { statements: [statement] }) });
}

const sql = 'ALTER TABLE events SET TABLESPACE cold';

export const cases: Cases = {
  bad: [
    {
      name: 'of a table that was there',
      facts: moved(sql, [relation({ name: 'other' }), relation()]),
      line: 15,
      says: ['SET TABLESPACE copies all of events', 'rewritten: other and events', 'pg_repack --tablespace'],
    },
  ],
  good: [
    { name: 'where it is already', facts: moved(sql, []) },
    { name: 'of a table that is new', facts: moved(sql, [relation({ existed: false })]) },
    {
      name: 'another change that stores it anew',
      facts: moved('ALTER TABLE events SET UNLOGGED', [relation()]),
    },
    { name: 'nobody could see it', facts: moved(sql, [relation()], { unseen: ['rewritten'] }) },
    {
      name: 'an index alone',
      facts: moved(sql, [relation({ name: 'events_pkey', kind: 'index', of: 'events' })]),
    },
  ],
};
