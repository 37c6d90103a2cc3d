import type { Failure, RowChange } from '../model/observation.ts';
import { defineRule } from './rule.ts';
import { note, ofFailure } from './support/evidence.ts';
import { definition } from './support/places.ts';
import { reupgradeFailure, rowsLeft } from './support/round-trip.ts';
import { called, code, count, list } from './support/text.ts';
import { execute } from './support/undo.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision', 'downgrade', 'reupgrade', 'rows'],
  meta: {
    title: 'Rows are left behind, and the next upgrade trips over them',
    why: 'The upgrade inserts rows and the downgrade does not delete them. The next upgrade fails on a unique key (an error), or inserts them twice (a warning). Rows that hurt nobody, and rows that an upgrade only changes, are not reported.',
    fix: 'Delete in `downgrade()` exactly the rows that `upgrade()` inserts.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      before: `CREATE TABLE roles (name text)`,
      bad: `def upgrade():\n    op.execute("INSERT INTO roles (name) VALUES ('admin'), ('guest')")\n\ndef downgrade():\n    pass`,
      good: `def upgrade():\n    op.execute("INSERT INTO roles (name) VALUES ('admin'), ('guest')")\n\ndef downgrade():\n    op.execute("DELETE FROM roles WHERE name IN ('admin', 'guest')")`,
    },
  },
  messages: {
    breaks: ({ revision, tables, lines }: Data) => ({
      message: `The downgrade of ${revision} leaves ${rowsOf(tables)} behind, and the next upgrade fails on ${oneOf(tables)}.`,
      help: `Add to downgrade() what deletes exactly the rows that upgrade() inserts:${code(...lines)}`,
    }),
    doubles: ({ revision, tables, lines }: Data) => ({
      message: `The downgrade of ${revision} leaves ${rowsOf(tables)} behind, and the next upgrade inserts them again.`,
      help: `Add to downgrade() what deletes exactly the rows that upgrade() inserts:${code(...lines)}`,
    }),
  },
  check(trip, { report }) {
    const left = rowsLeft(trip);
    if (!left) return;
    const { tables, breaks } = left;
    const failure = reupgradeFailure(trip, 'rows');
    const evidence = tables.map(({ table, before, after }) =>
      note(
        `${table}: ${count(before, 'row')} before the upgrade, ${count(after, 'row')} after the downgrade`,
      ),
    );
    report(
      breaks ? 'breaks' : 'doubles',
      {
        revision: called(trip.revision),
        tables,
        lines: tables.map(({ table }) => execute(`DELETE FROM ${table} WHERE ${condition(failure)}`)),
      },
      {
        place: definition(trip.revision, 'downgrade'),
        about: tables.map(({ table }) => table).join(' '),
        severity: breaks ? 'error' : 'warning',
        evidence: [
          ...evidence,
          ...(failure ? [note('The second upgrade fails:'), ...ofFailure(failure)] : []),
        ],
      },
    );
  },
});

interface Data {
  readonly revision: string;
  readonly tables: readonly RowChange[];
  readonly lines: readonly string[];
}

const rowsOf = (tables: readonly RowChange[]): string =>
  list(tables.map(({ table, before, after }) => `${count(after - before, 'row')} in ${table}`));

const oneOf = (tables: readonly RowChange[]): string =>
  tables.some(({ before, after }) => after - before > 1) ? 'one of them' : 'it';

/** The first key that collided, from "Key (name)=(admin) already exists."; the rest only the author knows. */
function condition(failure: Failure | undefined): string {
  const [, columns, values] = /^Key \(([\w, ]+)\)=\((.*)\) already exists/.exec(failure?.detail ?? '') ?? [];
  if (columns === undefined || values === undefined || columns.includes(',')) return '...';
  return `${columns} IN ('${values.replaceAll("'", "''")}', ...)`;
}
