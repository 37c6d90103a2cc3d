import { defineRule } from './rule.ts';
import { call } from './support/calls.ts';
import { covers, hasAsManyKeys } from './support/covers.ts';
import { note } from './support/evidence.ts';
import { inSchema, newParts, type Part, type Table, textOf } from './support/tables.ts';
import { code } from './support/text.ts';
import { doing, doneAt, touchedTables } from './support/touched.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision'],
  meta: {
    title: 'An index that another one makes needless',
    why: 'A primary key or a unique constraint is an index already. A second one on the same columns finds nothing more, and each INSERT and most UPDATEs write to both. With the option `prefixes` an index on `a` beside one on `a, b` is reported too: it finds nothing more either, but it is smaller, and some want it.',
    fix: 'Leave the index out. `index=True` beside `primary_key=True` or `unique=True` on a column makes such a second one.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    op.create_table("users", sa.Column("id", sa.BigInteger(), primary_key=True))\n    op.create_index("ix_users_id", "users", ["id"])\n\ndef downgrade():\n    op.drop_table("users")`,
      good: `def upgrade():\n    op.create_table("users", sa.Column("id", sa.BigInteger(), primary_key=True))\n\ndef downgrade():\n    op.drop_table("users")`,
    },
  },
  messages: {
    redundant: ({ table, index, other, line }: Data) => ({
      message: `The index ${index} of ${table} finds nothing that ${other} does not find, and each write to the table has to keep both.`,
      help: `Leave ${index} out; where it is made already, drop it:${code(line)}`,
    }),
  },
  options: {
    /** Whether an index on the first columns of another one is needless. */
    prefixes: false,
  },
  check(subject, { report }, { prefixes }) {
    for (const { before, after, last } of touchedTables(subject)) {
      const made = newParts(before?.indexes, after.indexes);
      for (const index of made.filter((one) => isPlain(one, after) && last && isIn(one, last.indexes))) {
        const other = last?.indexes.find(
          (one) =>
            one.name !== index.name &&
            (prefixes || hasAsManyKeys(one, index)) &&
            speaksFor(one, index, made, after),
        );
        if (!other) continue;
        const { place, evidence } = doneAt(
          subject,
          doing((action) => action.does === 'create index' && action.name === index.name),
        );
        report(
          'redundant',
          {
            table: after.shown,
            index: index.name,
            other: other.name,
            line: call('drop_index', [index.name], { table_name: after.name, ...inSchema(after) }),
          },
          {
            place,
            evidence: [...evidence, note(`there is: ${textOf(other, 'definition')}`)],
            about: `${after.shown}.${index.name}`,
            table: after,
          },
        );
      }
    }
  },
});

interface Data {
  readonly table: string;
  readonly index: string;
  readonly other: string;
  readonly line: string;
}

/** Not the index of a constraint, which is called like it. */
const isPlain = ({ name }: Part, { constraints }: Table): boolean =>
  constraints.every((constraint) => constraint.name !== name);

const isIn = ({ name }: Part, parts: readonly Part[]): boolean => parts.some((part) => part.name === name);

/** Of two new ones that are the same only the second by name is needless. */
function speaksFor(other: Part, index: Part, made: readonly Part[], table: Table): boolean {
  if (!covers(other, index)) return false;
  const isTwin = covers(index, other) && isIn(other, made) && isPlain(other, table);
  return !isTwin || other.name < index.name;
}
