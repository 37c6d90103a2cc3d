import type { Move } from '../model/observation.ts';
import type { QualifiedName } from '../sql/name.ts';
import { quoteName } from '../sql/quote.ts';
import type { Write } from '../sql/writes.ts';
import { defineRule } from './rule.ts';
import { spelled } from './support/change.ts';
import { note, ofSql } from './support/evidence.ts';
import { definition } from './support/places.ts';
import { type RowsOf, rowsOf, unseenWrites, writesIn } from './support/rows.ts';
import { called, count } from './support/text.ts';
import { isCalled, isSame } from './support/traced.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision', 'downgrade'],
  meta: {
    title: 'The downgrade deletes more rows than the upgrade inserted',
    why: 'The upgrade inserts rows into a table that has others already, and the condition by which the downgrade deletes them meets those as well: rows of users, or of another seed, are gone.',
    fix: 'Delete by what only the inserted rows have: their primary keys, written down in the migration. With `ON CONFLICT DO NOTHING` a row that was there before is not one of them.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      before: `CREATE TABLE items (id bigint PRIMARY KEY, name text); INSERT INTO items VALUES (1, 'Default')`,
      bad: `def upgrade():\n    op.execute("INSERT INTO items VALUES (1000, 'Default')")\n\ndef downgrade():\n    op.execute("DELETE FROM items WHERE name = 'Default'")`,
      good: `def upgrade():\n    op.execute("INSERT INTO items VALUES (1000, 'Default')")\n\ndef downgrade():\n    op.execute("DELETE FROM items WHERE id = 1000")`,
    },
  },
  messages: {
    more: ({ revision, table, inserted, deleted }: Data) => ({
      message: `The upgrade of ${revision} inserts ${count(inserted, 'row')} into ${table}, and its downgrade deletes ${deleted === undefined ? 'every row of it' : deleted}.`,
      help: `Delete by what only the inserted rows have, such as their primary keys: DELETE FROM ${table} WHERE id IN (...)`,
    }),
  },
  check({ revision, roundTrip }, { report, notChecked }) {
    const { upgrade, downgrade } = roundTrip;
    if (!downgrade) return;
    const unseen = unseenSeeds(upgrade, downgrade);
    for (const table of unseen) notChecked(`how many rows of ${quoteName(table)} come and go was not seen`);
    const back = rowsOf(downgrade);
    for (const seeds of rowsOf(upgrade).filter(insertsOnly)) {
      const undone = back.find(({ table }) => isSame(table, seeds.table));
      if (unseen.some((table) => isCalled(seeds.table, table))) continue;
      if (!undone || !(undone.deleted > seeds.inserted || deletesOthers(seeds, undone))) continue;
      const table = spelled(seeds.table);
      report(
        'more',
        {
          revision: called(revision),
          table,
          inserted: seeds.inserted,
          deleted: deletesOthers(seeds, undone) ? undefined : undone.deleted,
        },
        {
          place: undone.statement.place ?? definition(revision, 'downgrade'),
          evidence: [
            ofSql(seeds.statement.sql),
            note(`inserted by the upgrade: ${seeds.inserted}, deleted by the downgrade: ${undone.deleted}`),
            ofSql(undone.statement.sql),
          ],
          about: table,
          table: seeds.table,
        },
      );
    }
  },
});

/** The tables that one move inserts into and the other deletes from, where nobody could count one of the two. */
function unseenSeeds(upgrade: Move, downgrade: Move): readonly QualifiedName[] {
  const isIn = (writes: readonly Write[], written: QualifiedName): boolean =>
    writes.some(({ table }) => isSame(table, written));
  const [inserted, deleted] = [writesIn(upgrade, 'insert'), writesIn(downgrade, 'delete')];
  return [...unseenWrites(upgrade, 'insert'), ...unseenWrites(downgrade, 'delete')]
    .map(({ table }) => table)
    .filter((table) => isIn(inserted, table) && isIn(deleted, table));
}

interface Data {
  readonly revision: string;
  readonly table: string;
  readonly inserted: number;
  /** Undefined: all that there are. */
  readonly deleted: number | undefined;
}

const insertsOnly = ({ writes }: RowsOf): boolean =>
  writes.length > 0 && writes.every(({ does }) => does === 'insert');

/**
 * Whether every row goes for some that are written down in the migration; a table that a query has filled from others
 * may be empty before.
 */
const deletesOthers = (seeds: RowsOf, undone: RowsOf): boolean =>
  seeds.writes.every(({ rows }) => rows !== undefined) &&
  undone.writes.some(({ does, filtered }) => does === 'delete' && !filtered);
