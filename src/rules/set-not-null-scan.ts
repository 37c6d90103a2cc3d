import type { Relation } from '../model/trace.ts';
import { quoteIdent } from '../sql/quote.ts';
import { defineRule, type Messages, type StatementSubject, type Tell } from './rule.ts';
import { alteredTables, shownColumn, storedAnew, wasRead } from './support/altered.ts';
import { alterTable, op } from './support/op.ts';
import { code, py } from './support/text.ts';
import { shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'SET NOT NULL reads the whole table',
    why: 'PostgreSQL reads the table from end to end to make sure that the column holds no NULL, under a lock that lets nobody read or write. Where a validated CHECK says so already it believes it and reads nothing, and nothing is reported.',
    fix: 'Add `CHECK (column IS NOT NULL) NOT VALID`, validate it in the next revision, which lets everybody read and write, then set NOT NULL, which reads nothing any more, and drop the CHECK.',
    severity: 'warning',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before:
        'CREATE TABLE orders (id bigint PRIMARY KEY, state text, kind text, CONSTRAINT kind_there CHECK (kind IS NOT NULL))',
      bad: `def upgrade():\n    op.alter_column("orders", "state", nullable=False)\n\ndef downgrade():\n    op.alter_column("orders", "state", nullable=True)`,
      good: `def upgrade():\n    # kind_there is a validated CHECK (kind IS NOT NULL).\n    op.alter_column("orders", "kind", nullable=False)\n    op.drop_constraint("kind_there", "orders")\n\ndef downgrade():\n    op.create_check_constraint("kind_there", "orders", "kind IS NOT NULL")\n    op.alter_column("orders", "kind", nullable=True)`,
    },
  },
  messages: {
    scans: ({ table, column }: Data) => ({
      message: `Setting ${shownColumn(table, column)} NOT NULL reads ${shownRelation(table)} from end to end, and nobody can read or write it until that is done.`,
      help: recipe(table, column),
    }),
  },
  check(subject, tell) {
    for (const { table, column } of refused(subject, tell)) {
      tell.report('scans', { table, column }, whereOf(subject, { about: shownColumn(table, column), table }));
    }
  },
});

interface Data {
  readonly table: Relation;
  readonly column: string;
}

/** The columns that are to hold no NULL and that the table was read for; what stores it anew is another rule's affair. */
function refused(subject: StatementSubject, tell: Tell<Messages>): readonly Data[] {
  const needs = ['rewritten', 'scanned'] as const;
  const set = alteredTables(subject, tell, 'set not null', { needs }).map((altered) => ({
    ...altered,
    columns: [altered.change.column],
  }));
  const added = alteredTables(subject, tell, 'add constraint', {
    needs,
    only: ({ constraint }) => constraint.type === 'not null',
  }).map((altered) => ({ ...altered, columns: altered.change.constraint.columns }));
  return [...set, ...added]
    .filter(({ trace, table }) => wasRead(trace, table) && !storedAnew(trace))
    .flatMap(({ table, columns }) => columns.map((column) => ({ table, column })));
}

function recipe(table: Relation, column: string): string {
  const name = `${table.name}_${column}_not_null`;
  const condition = `${quoteIdent(column)} IS NOT NULL`;
  return [
    `Have it proved first, while everybody reads and writes. In one revision:${code(op('create_check_constraint', table, py(name), py(table.name), py(condition), 'postgresql_not_valid=True'))}`,
    `In the next:${code(alterTable(table, `VALIDATE CONSTRAINT ${quoteIdent(name)}`))}`,
    `In a third, which reads nothing any more:${code(
      op('alter_column', table, py(table.name), py(column), 'nullable=False'),
      op('drop_constraint', table, py(name), py(table.name)),
    )}`,
  ].join('\n');
}
