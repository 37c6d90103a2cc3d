import type { Relation } from '../model/trace.ts';
import type { TypeReference } from '../sql/name.ts';
import { quoteIdent } from '../sql/quote.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { type Altered, alteredTables, rebuilt, shownColumn, storedAnew } from './support/altered.ts';
import { columnFact } from './support/columns.ts';
import { computeLines, fillLines } from './support/fill.ts';
import { addColumn } from './support/op.ts';
import { code, list } from './support/text.ts';
import { dependsOnZone, inUtc } from './support/time-zone.ts';
import { shownRelation, whereOf } from './support/traced.ts';
import { lossOf } from './support/type-change.ts';
import { usingOf } from './support/using.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A change of type stores the table anew',
    why: 'Where the new type keeps its values in another way than the old one, PostgreSQL stores the table and all its indexes anew. Nobody reads or writes it until that is done. Where only indexes order their values otherwise, they alone are built anew (a warning). A longer `varchar`, `varchar` to `text` and a `numeric` with more digits change nothing that is stored, and nothing is reported. Whether a change between `timestamp` and `timestamptz` does, is for the TimeZone of the session to decide (a notice).',
    fix: 'Add a column of the new type, let a trigger fill it for rows to come, fill the rows that are there in batches, let the code use it, and drop the old one in a later release.',
    severity: 'error',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE events (id bigint PRIMARY KEY, number integer)',
      bad: `def upgrade():\n    op.alter_column("events", "number", type_=sa.BigInteger())\n\ndef downgrade():\n    op.alter_column("events", "number", type_=sa.Integer())`,
      good: `def upgrade():\n    op.add_column("events", sa.Column("number_new", sa.BigInteger()))\n    op.execute("CREATE FUNCTION events_number_new() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.number_new := NEW.number; RETURN NEW; END $$")\n    op.execute("CREATE TRIGGER events_number_new BEFORE INSERT OR UPDATE ON events FOR EACH ROW EXECUTE FUNCTION events_number_new()")\n\ndef downgrade():\n    op.execute("DROP TRIGGER events_number_new ON events")\n    op.execute("DROP FUNCTION events_number_new()")\n    op.drop_column("events", "number_new")`,
    },
  },
  messages: {
    rewrites: (data: Data) => ({
      message: `Changing the type of ${shownColumn(data.table, data.column)}${wasOf(data)} stores ${shownRelation(data.table)} and its indexes anew, and nobody can read or write it until that is done.`,
      help: expand(data),
    }),
    rebuilds: (data: Rebuilds) => ({
      message: `Changing the type of ${shownColumn(data.table, data.column)}${wasOf(data)} builds ${list(data.indexes.map(shownRelation))} anew, and nobody can read or write ${shownRelation(data.table)} until that is done.${data.isZoned ? ` Where the TimeZone of the session is not UTC, it stores all of ${shownRelation(data.table)} anew.` : ''}`,
      help: data.isZoned ? `${inUtc}\n${expand(data)}` : expand(data),
    }),
    zoned: (data: Data) => ({
      message: `Changing the type of ${shownColumn(data.table, data.column)}${wasOf(data)} stores nothing anew in this session, whose TimeZone is UTC. In one with another TimeZone it takes the values for times of that zone and stores ${shownRelation(data.table)} and its indexes anew, and nobody can read or write it until that is done.`,
      help: inUtc,
    }),
  },
  check(subject, tell) {
    for (const altered of alteredTables(subject, tell, 'alter column type', { needs: ['rewritten'] })) {
      const { table, change, trace } = altered;
      if (lossOf(subject, altered)) continue;
      const data = dataOf(subject, altered);
      const where = whereOf(subject, {
        about: shownColumn(table, change.column),
        table,
      });
      const indexes = rebuilt(trace);
      if (storedAnew(trace)) tell.report('rewrites', data, where);
      else if (indexes.length > 0 && !change.collation)
        tell.report(
          'rebuilds',
          { ...data, indexes, isZoned: dependsOnZone(subject, data) },
          { ...where, severity: 'warning' },
        );
      else if (dependsOnZone(subject, data)) tell.report('zoned', data, { ...where, severity: 'notice' });
    }
  },
});

interface Data {
  readonly table: Relation;
  readonly column: string;
  /** The old type; undefined where it is not known. */
  readonly from: string | undefined;
  readonly type: TypeReference;
  /** Whether the command says how with USING. */
  readonly isConverted: boolean;
  /** What the command makes of the old value, as SQL. */
  readonly value: string;
}

interface Rebuilds extends Data {
  readonly indexes: readonly Relation[];
  /** Whether in another session more than the indexes would be built anew. */
  readonly isZoned: boolean;
}

const dataOf = (subject: StatementSubject, { table, change }: Altered<'alter column type'>): Data => ({
  table,
  column: change.column,
  from: columnFact(subject, 'before', [table, change.column], 'type'),
  type: change.type,
  isConverted: change.using !== undefined,
  value: change.using
    ? (usingOf(subject.command, table.name) ?? '<what follows USING>')
    : quoteIdent(change.column),
});

const wasOf = ({ from }: Data): string => (from === undefined ? '' : `, which is ${from},`);

function expand({ table, column, type, value }: Data): string {
  const beside = `${column}_new`;
  const open = `${quoteIdent(beside)} IS NULL AND ${quoteIdent(column)} IS NOT NULL`;
  return [
    `Make a column beside it, which follows it:${code(addColumn(table, beside, type), ...computeLines(table, beside, value))}`,
    `In the next revision fill the rows that are there:${code(...fillLines(table, beside, value, open))}`,
    `Then let the code use ${beside}, and drop ${column} in a later release.`,
  ].join('\n');
}
