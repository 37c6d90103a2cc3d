import type { RowChange } from '../model/observation.ts';
import { quoteName } from '../sql/quote.ts';
import { defineRule, type RoundTripSubject } from './rule.ts';
import { spelled } from './support/change.ts';
import { note, ofSql } from './support/evidence.ts';
import { definition } from './support/places.ts';
import { isExcused } from './support/round-trip.ts';
import { type RowsOf, rowsOf, unseenWrites } from './support/rows.ts';
import { called, code, count } from './support/text.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision', 'downgrade', 'rows'],
  meta: {
    title: 'The downgrade does not bring back what the upgrade did to rows',
    why: 'The upgrade deletes rows, or gives them other values, and after the downgrade they are not what they were. The release before meets values that it does not know, or misses rows.',
    fix: 'Write the reverse: keep what is deleted or overwritten in a table or column of its own, and bring it back in `downgrade()`. Where that cannot be, say so with the reason: `# migrate-check: irreversible <reason>`.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      before: `CREATE TABLE users (id bigint PRIMARY KEY, state text); INSERT INTO users VALUES (1, 'new'), (2, 'spam')`,
      bad: `def upgrade():\n    op.execute("DELETE FROM users WHERE state = 'spam'")\n\ndef downgrade():\n    pass`,
      good: `def upgrade():\n    op.execute("UPDATE users SET state = 'hidden' WHERE state = 'spam'")\n\ndef downgrade():\n    op.execute("UPDATE users SET state = 'spam' WHERE state = 'hidden'")`,
    },
  },
  messages: {
    lost: ({ revision, table, rows }: Data) => ({
      message: `The upgrade of ${revision} deletes rows of ${table}, and ${count(rows, 'row')} ${rows === 1 ? 'is' : 'are'} missing after the downgrade.`,
      help,
    }),
    changed: ({ revision, table }: Data) => ({
      message: `The upgrade of ${revision} changes rows of ${table}, and after the downgrade they are not what they were.`,
      help,
    }),
  },
  check(trip, { report, notChecked }) {
    if (isExcused(trip) || !trip.roundTrip.rowsAfterDowngrade) return;
    const { upgrade } = trip.roundTrip;
    for (const { table } of unseenWrites(upgrade, 'update', 'delete', 'merge'))
      notChecked(`whether rows of ${quoteName(table)} were met and come back was not seen`);
    for (const rows of rowsOf(upgrade).filter(changesRows)) {
      const name = spelled(rows.table);
      if (rows.updated + rows.deleted === 0) {
        notChecked(`no row of ${name} was met, so whether rows come back was not seen`);
        continue;
      }
      const change = notRestored(trip, rows, name);
      if (!change) continue;
      const { before, after } = change;
      const lost = after < before;
      report(
        lost ? 'lost' : 'changed',
        { revision: called(trip.revision), table: name, rows: before - after },
        {
          place: definition(trip.revision, 'downgrade'),
          severity: lost ? 'warning' : 'notice',
          evidence: [
            ofSql(rows.statement.sql),
            note(
              `${name}: ${count(before, 'row')} before the upgrade, ${lost ? count(after, 'row') : 'other values in them'} after the downgrade`,
            ),
          ],
          about: name,
          table: rows.table,
        },
      );
    }
  },
});

const changesRows = ({ writes }: RowsOf): boolean => writes.some(({ does }) => does !== 'insert');

interface Data {
  readonly revision: string;
  readonly table: string;
  readonly rows: number;
}

const help = `Bring the rows back in downgrade(). If that cannot be, declare it in the file, with the reason:${code('# migrate-check: irreversible <reason>')}`;

/** What came of rows that the upgrade deleted or changed; values that went with a column are no affair of its statements. */
function notRestored(
  { roundTrip }: RoundTripSubject,
  { deleted, updated }: RowsOf,
  name: string,
): RowChange | undefined {
  const { rowsAfterDowngrade = [], effect = [] } = roundTrip;
  const lostColumn = effect.some(
    (one) => one.kind === 'column' && one.change === 'gone' && one.name.startsWith(`${name}.`),
  );
  if (lostColumn) return undefined;
  return rowsAfterDowngrade.find(
    ({ table, before, after, contentChanged }) =>
      table === name && ((deleted > 0 && after < before) || (updated > 0 && contentChanged)),
  );
}
