import { defineRule, type RoundTripSubject } from './rule.ts';
import { call } from './support/calls.ts';
import { constraintColumns, constraintOf, indexColumns, indexOf } from './support/definitions.ts';
import { note } from './support/evidence.ts';
import { inSchema, type Part, type Table, textOf } from './support/tables.ts';
import { code, list } from './support/text.ts';
import { doing, doneAt, isNamed, touchedTables } from './support/touched.ts';
import { upgradeActions } from './support/upgrade-actions.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision'],
  meta: {
    title: 'Dropping a column takes a constraint or an index of other columns with it',
    why: 'PostgreSQL drops, without a word, every constraint and index that has to do with a dropped column, those over several columns included: the columns that stay are not unique, checked or indexed any more, and no line of the migration says so. The same goes for a primary key.',
    fix: 'Drop the constraint or the index by name before the column, so that everybody can see it, and make one for the columns that stay where they need it. What belongs to the dropped column alone is not reported.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      before:
        'CREATE TABLE seats (id bigint PRIMARY KEY, hall text, number text, CONSTRAINT seats_place UNIQUE (hall, number))',
      bad: `def upgrade():\n    op.drop_column("seats", "hall")\n\ndef downgrade():\n    op.add_column("seats", sa.Column("hall", sa.Text()))\n    op.create_unique_constraint("seats_place", "seats", ["hall", "number"])`,
      good: `def upgrade():\n    # The column goes in a later release, with op.drop_constraint("seats_place", "seats") in front of it.\n    op.execute("COMMENT ON COLUMN seats.hall IS 'unused since release 12'")\n\ndef downgrade():\n    op.execute("COMMENT ON COLUMN seats.hall IS NULL")`,
    },
  },
  messages: {
    lost: ({ table, column, thing, stays, line }: Data) => ({
      message: `Dropping ${table}.${column} also drops ${thing}, and nothing in the revision says so.${stays.length > 0 ? ` ${list(stays)} ${stays.length > 1 ? 'are' : 'is'} left without it.` : ''}`,
      help: `Say it in front of the column, and make what the columns that stay need:${code(line)}`,
    }),
  },
  check(subject, { report }) {
    for (const { before, after } of touchedTables(subject)) {
      if (!before) continue;
      for (const lost of [...lostConstraints(before, after), ...lostIndexes(before, after)]) {
        const column = lost.columns.find((name) => has(before.columns, name) && !has(after.columns, name));
        const stays = [...new Set(lost.columns)].filter((name) => has(after.columns, name));
        if (column === undefined || !isMissed(lost, stays, subject)) continue;
        const { place, evidence } = doneAt(
          subject,
          doing(
            (action) =>
              action.does === 'drop column' && action.column === column && isNamed(before, action.table),
          ),
        );
        report(
          'lost',
          {
            table: before.shown,
            column,
            thing: `the ${lost.type} ${lost.part.name}`,
            stays,
            line: lost.line,
          },
          {
            place,
            evidence: [...evidence, note(`gone with it: ${textOf(lost.part, 'definition')}`)],
            about: `${before.shown}.${lost.part.name}`,
            severity: lost.type === 'index' ? 'notice' : 'warning',
            table: before,
          },
        );
      }
    }
  },
});

/** Whether it was more than the column's own, nobody said that it goes, and nothing has taken its place. */
const isMissed = (lost: Lost, stays: readonly string[], subject: RoundTripSubject): boolean =>
  (stays.length > 0 || lost.type === 'primary key') &&
  !isNamedIn(subject, lost.part.name) &&
  !lost.isReplaced(stays);

interface Data {
  readonly table: string;
  readonly column: string;
  readonly thing: string;
  readonly stays: readonly string[];
  readonly line: string;
}

interface Lost {
  readonly part: Part;
  readonly type: string;
  readonly columns: readonly string[];
  /** The line that would say so. */
  readonly line: string;
  /** Whether something of its kind was made for these columns. */
  isReplaced(columns: readonly string[]): boolean;
}

const has = (parts: readonly Part[], name: string): boolean => parts.some((part) => part.name === name);

const missing = (before: readonly Part[], after: readonly Part[]): readonly Part[] =>
  before.filter(({ name }) => !has(after, name));

function lostConstraints(before: Table, after: Table): readonly Lost[] {
  const made = missing(after.constraints, before.constraints);
  return missing(before.constraints, after.constraints).map((part) => {
    const type = constraintOf(part)?.type ?? 'constraint';
    return {
      part,
      type: type === 'check' || type === 'exclusion' || type === 'unique' ? `${type} constraint` : type,
      columns: constraintColumns(part),
      line: call('drop_constraint', [part.name, before.name], inSchema(before)),
      isReplaced: (columns) =>
        made.some((one) => constraintOf(one)?.type === type && includesAll(constraintColumns(one), columns)),
    };
  });
}

/** The index of a constraint is the constraint's affair. */
function lostIndexes(before: Table, after: Table): readonly Lost[] {
  const made = missing(after.indexes, before.indexes);
  return missing(before.indexes, after.indexes)
    .filter(({ name }) => !has(before.constraints, name))
    .map((part) => ({
      part,
      type: indexOf(part)?.unique ? 'unique index' : 'index',
      columns: indexColumns(part),
      line: call('drop_index', [part.name], { table_name: before.name, ...inSchema(before) }),
      isReplaced: (columns) => made.some((one) => includesAll(indexColumns(one), columns)),
    }));
}

const includesAll = (all: readonly string[], some: readonly string[]): boolean =>
  some.every((one) => all.includes(one));

/** Whether a command of the upgrade drops a constraint or an index of this name. */
const isNamedIn = (subject: RoundTripSubject, name: string): boolean =>
  upgradeActions(subject).some(
    (action) =>
      (action.does === 'drop constraint' && action.name === name) ||
      (action.does === 'drop' && action.name.name === name),
  );
