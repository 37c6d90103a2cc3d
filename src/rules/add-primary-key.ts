import { quoteIdent } from '../sql/quote.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { type AddConstraint, addsConstraint, constraintName } from './support/added-constraint.ts';
import { autocommitted } from './support/calls.ts';
import { spelled } from './support/change.ts';
import { uniqueConcurrently } from './support/index-call.ts';
import { nullableColumns } from './support/nullable.ts';
import { seen } from './support/seen.ts';
import { code } from './support/text.ts';
import { oldTable, shownRelation, whereOf } from './support/traced.ts';
import { execute } from './support/undo.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A primary key is built while the table is locked',
    why: '`ADD PRIMARY KEY` builds an index under ACCESS EXCLUSIVE, and reads the whole table once more where a column of it may be NULL: until the transaction ends nobody reads or writes the table. With `USING INDEX` the second still happens.',
    fix: 'Build a unique index `CONCURRENTLY` in an `autocommit_block`, make the columns NOT NULL by way of a check that is validated by itself, and make the key of them with `USING INDEX`, which then takes a moment.',
    severity: 'warning',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE events (id bigint NOT NULL)',
      bad: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.create_primary_key("pk_events", "events", ["id"])\n\ndef downgrade():\n    op.drop_constraint("pk_events", "events")`,
      good: `def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("DROP INDEX CONCURRENTLY IF EXISTS pk_events")\n        op.create_index("pk_events", "events", ["id"], unique=True, postgresql_concurrently=True)\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.execute("ALTER TABLE events ADD CONSTRAINT pk_events PRIMARY KEY USING INDEX pk_events")\n\ndef downgrade():\n    op.drop_constraint("pk_events", "events")`,
    },
  },
  messages: {
    built: ({ name, table, lines }: Data) => ({
      message: `Adding the primary key ${name} builds an index of ${table}, and until the transaction ends nobody reads or writes ${table}. It fails where two rows have the same key or one has none.`,
      help: `Build the index first, while everybody goes on, and make the key of it:${code(...lines)}`,
    }),
    read: ({ name, table, lines }: Data) => ({
      message: `The index of the primary key ${name} is there, but its columns may be NULL: all of ${table} is read, and until the transaction ends nobody reads or writes ${table}.`,
      help: `Make the columns NOT NULL first, in a way that keeps nobody waiting:${code(...lines)}`,
    }),
  },
  check(subject, { report, notChecked }) {
    for (const added of addsConstraint(subject, 'primary key')) {
      const trace = seen(subject, 'ADD PRIMARY KEY', ['locks', 'scanned'], notChecked);
      const table = trace && oldTable(subject, added.table, notChecked);
      const isReady = added.constraint.usingIndex !== undefined;
      if (!table || (isReady && trace.scanned.length === 0)) continue;
      const data = {
        name: constraintName(added),
        table: shownRelation(table),
        lines: instead(subject, added, spelled(table)),
      };
      report(
        isReady ? 'read' : 'built',
        data,
        whereOf(subject, {
          about: shownRelation(table),
          table,
        }),
      );
    }
  },
});

function instead(subject: StatementSubject, added: AddConstraint, table: string): readonly string[] {
  const name = constraintName(added);
  const index = added.constraint.usingIndex ?? name;
  const key = `ALTER TABLE ${table} ADD CONSTRAINT ${quoteIdent(name)} PRIMARY KEY USING INDEX ${quoteIdent(index)}`;
  const nullable = nullableColumns(subject, added);
  return [
    ...(nullable.length === 0 ? [] : proveNotNull(table, nullable)),
    ...(added.constraint.usingIndex === undefined
      ? autocommitted(uniqueConcurrently(name, added.table, added.constraint.columns))
      : []),
    execute(key),
    ...(nullable.length === 0 ? [] : [execute(`ALTER TABLE ${table} DROP CONSTRAINT ${proof}`)]),
  ];
}

const proof = 'key_not_null';

/** A validated check lets SET NOT NULL pass without reading the table. */
function proveNotNull(table: string, columns: readonly string[]): readonly string[] {
  const names = columns.map(quoteIdent);
  return [
    execute(
      `ALTER TABLE ${table} ADD CONSTRAINT ${proof} CHECK (${names.map((name) => `${name} IS NOT NULL`).join(' AND ')}) NOT VALID`,
    ),
    ...autocommitted([execute(`ALTER TABLE ${table} VALIDATE CONSTRAINT ${proof}`)]),
    ...names.map((name) => execute(`ALTER TABLE ${table} ALTER COLUMN ${name} SET NOT NULL`)),
  ];
}

interface Data {
  readonly name: string;
  readonly table: string;
  readonly lines: readonly string[];
}
