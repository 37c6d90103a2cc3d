import type { Move, Statement } from '../model/observation.ts';
import { commandsOf } from '../sql/commands.ts';
import { quoteName } from '../sql/quote.ts';
import { defineRule } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { note, ofSql } from './support/evidence.ts';
import { definition } from './support/places.ts';
import { code } from './support/text.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision', 'reupgrade', 'statements'],
  meta: {
    title: 'Rows with other values each time the migration runs',
    why: 'The migration makes up values while it runs: `uuid4()`, `datetime.now()`, a random number. Each database gets other ones, so nothing can refer to the rows by their keys, and the downgrade has no key by which to delete them.',
    fix: 'Write the values down in the migration: a UUID as a literal, a time as `sa.func.now()` or by the default of the column.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE items (id uuid PRIMARY KEY, name text)',
      bad: `def upgrade():\n    from uuid import uuid4\n    op.execute(f"INSERT INTO items VALUES ('{uuid4()}', 'Default')")\n\ndef downgrade():\n    op.execute("DELETE FROM items WHERE name = 'Default'")`,
      good: `def upgrade():\n    op.execute("INSERT INTO items VALUES ('8d3c1f9e-52a7-4f0e-9a51-0f6c2b7e4d10', 'Default')")\n\ndef downgrade():\n    op.execute("DELETE FROM items WHERE id = '8d3c1f9e-52a7-4f0e-9a51-0f6c2b7e4d10'")`,
    },
  },
  messages: {
    differs: ({ table }: { table: string }) => ({
      message: `What this inserts into ${table} is something else each time the migration runs, so each database has other values.`,
      help: `Write the values down in the migration. A new UUID to copy:${code('python -c "import uuid; print(uuid.uuid4())"')}`,
    }),
  },
  check({ revision, roundTrip }, { report }) {
    const { upgrade, reupgrade } = roundTrip;
    if (!reupgrade || reupgrade.failure) return;
    const told = new Set<string>();
    for (const [first, second] of inserts(upgrade, reupgrade)) {
      const [table] = tablesOf(first);
      if (table === undefined || told.has(table) || sentAs(first) === sentAs(second)) continue;
      told.add(table);
      report(
        'differs',
        { table },
        {
          place: first.place ?? definition(revision, 'upgrade'),
          about: table,
          evidence: [
            note('The first upgrade sent:'),
            ...shown(first),
            note('The second upgrade sent:'),
            ...shown(second),
          ],
        },
      );
    }
  },
});

/** The same calls of both upgrades, where both made as many. */
function inserts(first: Move, second: Move): readonly (readonly [Statement, Statement])[] {
  const [one, other] = [first, second].map(({ statements }) =>
    statements.filter((each) => tablesOf(each).length > 0),
  );
  if (!one || one.length !== other?.length) return [];
  return one.flatMap((statement, at) => {
    const again = other[at];
    return again && again.place?.line === statement.place?.line ? [[statement, again] as const] : [];
  });
}

const tablesOf = ({ sql }: Statement): readonly string[] =>
  commandsOf(sql)
    .flatMap((command) => actionsIn({ command }, 'insert'))
    .map(({ table }) => quoteName(table));

const sentAs = ({ sql, parameters = [] }: Statement): string => JSON.stringify([sql, parameters]);

const shown = ({ sql, parameters = [] }: Statement) => [
  ofSql(sql),
  ...(parameters.length > 0 ? [note(`with ${parameters.join(', ')}`)] : []),
];
