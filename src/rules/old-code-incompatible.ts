import { type Action, actionsOf } from '../sql/action.ts';
import { commandsOf } from '../sql/commands.ts';
import { defineRule, type RoundTripSubject } from './rule.ts';
import { spelledColumn, wasThere } from './support/change.ts';
import { op } from './support/op.ts';
import { type Part, type Table, textOf } from './support/tables.ts';
import { code, py } from './support/text.ts';
import { concerns, doing, doneAt, isNamed, type Touched, touchedTables } from './support/touched.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision'],
  meta: {
    title: 'Inserts of the running release fail',
    why: 'The change adds a column, and when it is done the column is NOT NULL and has no default. The release that still runs does not know the column, so each of its inserts leaves it out and fails, however carefully the rows that are there were filled. A column with a default, one that may be NULL, one that only has another name (`rename-column`), and a table whose trigger fills rows before they are inserted are not reported.',
    fix: 'Keep a `server_default`, or leave the column nullable, until every running release writes it. Set NOT NULL or drop the default in a later release.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    op.add_column("orders", sa.Column("state", sa.Text(), nullable=False, server_default="new"))\n    op.alter_column("orders", "state", server_default=None)\n\ndef downgrade():\n    op.drop_column("orders", "state")`,
      good: `def upgrade():\n    # A later release drops the default.\n    op.add_column("orders", sa.Column("state", sa.Text(), nullable=False, server_default="new"))\n\ndef downgrade():\n    op.drop_column("orders", "state")`,
    },
  },
  messages: {
    inserts: ({ table, column }: { table: Table; column: string }) => ({
      message: `Inserts of the running release into ${table.shown} fail once this is done: they do not know ${column}, which is NOT NULL and has no default by then.`,
      help: `Keep a default until every running release writes ${column}, and drop it in a later one:${code(
        op('alter_column', table, py(table.name), py(column), 'server_default=sa.text("<value>")'),
      )}`,
    }),
  },
  check(subject, { report }) {
    for (const touched of touchedTables(subject)) {
      const { after: table } = touched;
      if (wasThere(subject, 'table', table.shown) !== true) continue;
      for (const column of table.columns) {
        if (!isDemandedNow(touched, column) || !isUnknown(subject, table, column)) continue;
        const about = spelledColumn(table, column.name);
        report(
          'inserts',
          { table, column: column.name },
          { ...doneAt(subject, demands(table, column), concerns(table)), about, table },
        );
      }
    }
  },
});

/** Whether an insert has to name it from this revision on, and still has to when the change is done. */
function isDemandedNow({ before, last }: Touched, column: Part): boolean {
  const own = ({ name }: Part): boolean => name === column.name;
  const [old, final] = [before?.columns.find(own), last?.columns.find(own)];
  if (!last || !final || last.triggers.some(fillsRows)) return false;
  return isDemanded(column) && isDemanded(final) && !(old && isDemanded(old));
}

const isDemanded = (column: Part): boolean =>
  textOf(column, 'nullable') === 'no' &&
  ['default', 'identity', 'generated'].every((fact) => textOf(column, fact) === undefined);

const fillsRows = (trigger: Part): boolean =>
  /\bBEFORE\b.*\bINSERT\b.*\bFOR EACH ROW\b/s.test(textOf(trigger, 'definition') ?? '');

/** Whether no running release knows it; one that is NOT NULL from the start has a rule of its own, and so has a new name. */
const isUnknown = (subject: RoundTripSubject, table: Table, { name }: Part): boolean =>
  wasThere(subject, 'column', spelledColumn(table, name)) === false &&
  !isAddedBare(subject, table, name) &&
  !isRenamed(subject, table, name);

const actionsOfUpgrade = ({ roundTrip }: RoundTripSubject): readonly Action[] =>
  roundTrip.upgrade.statements.flatMap(({ sql }) => commandsOf(sql)).flatMap((command) => actionsOf(command));

/** Whether it is an old column under a new name. */
const isRenamed = (subject: RoundTripSubject, table: Table, to: string): boolean =>
  actionsOfUpgrade(subject).some(
    (action) =>
      action.does === 'rename' &&
      action.kind === 'column' &&
      isNamed(table, action.table) &&
      action.to === to &&
      wasThere(subject, 'column', spelledColumn(table, action.name.name)) === true,
  );

function isAddedBare(subject: RoundTripSubject, table: Table, name: string): boolean {
  return actionsOfUpgrade(subject).some(
    (action) =>
      action.does === 'add column' &&
      isNamed(table, action.table) &&
      action.column.name === name &&
      action.column.notNull &&
      action.column.default === undefined,
  );
}

/** The command that takes the last other way: NOT NULL is set, or the default goes. */
const demands = (table: Table, column: Part): Parameters<typeof doneAt>[1] =>
  doing(
    (action) =>
      (action.does === 'set not null' || action.does === 'drop default') &&
      isNamed(table, action.table) &&
      action.column === column.name,
  );
