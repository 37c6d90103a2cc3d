import type { Relation } from '../model/trace.ts';
import type { Column } from '../sql/column.ts';
import type { Constraint } from '../sql/constraint.ts';
import { quoteIdent, quoteName } from '../sql/quote.ts';
import { defineRule } from './rule.ts';
import { alteredTables, shownColumn, storedAnew, wasRead } from './support/altered.ts';
import { autocommitted } from './support/calls.ts';
import { uniqueConcurrently } from './support/index-call.ts';
import { addColumn, alterTable } from './support/op.ts';
import { inSchema } from './support/tables.ts';
import { code, list } from './support/text.ts';
import { shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A new column brings a constraint that all rows are read for',
    why: 'A CHECK, UNIQUE or REFERENCES written at the column makes PostgreSQL read the whole table in the command that adds the column, under the lock that lets nobody read or write. REFERENCES of a column without a default reads nothing, and is not reported.',
    fix: 'Add the column by itself. Add a CHECK or a foreign key as NOT VALID after it, and validate it in the next revision. Make a unique index `CONCURRENTLY`, and a constraint of it.',
    severity: 'warning',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    op.execute("ALTER TABLE orders ADD COLUMN amount integer CHECK (amount > 0)")\n\ndef downgrade():\n    op.drop_column("orders", "amount")`,
      good: `def upgrade():\n    op.add_column("orders", sa.Column("amount", sa.Integer()))\n    op.create_check_constraint("orders_amount_check", "orders", "amount > 0", postgresql_not_valid=True)\n\ndef downgrade():\n    op.drop_column("orders", "amount")`,
    },
  },
  messages: {
    scans: ({ table, column, constraints }: Data) => ({
      message: `Adding ${shownColumn(table, column.name)} together with its ${list(constraints.map(({ type }) => type))} constraint${constraints.length > 1 ? 's' : ''} reads ${shownRelation(table)} from end to end, and nobody can read or write it until that is done.`,
      help: [
        `Add the column by itself:${column.type ? code(addColumn(table, column.name, column.type)) : ''}`,
        ...constraints.map((constraint) => advice(table, column, constraint)),
      ].join('\n'),
    }),
  },
  check(subject, tell) {
    const added = alteredTables(subject, tell, 'add column', {
      needs: ['rewritten', 'scanned'],
      only: ({ column }) => othersThanNotNull(column).length > 0,
    });
    for (const { change, table, trace } of added) {
      const { column } = change;
      if (storedAnew(trace) || !wasRead(trace, table)) continue;
      const constraints = othersThanNotNull(column);
      tell.report(
        'scans',
        { table, column, constraints },
        whereOf(subject, {
          about: shownColumn(table, column.name),
          table,
        }),
      );
    }
  },
});

const othersThanNotNull = ({ constraints }: Column): Column['constraints'] =>
  constraints.filter(({ type }) => type !== 'not null');

interface Data {
  readonly table: Relation;
  readonly column: Column;
  readonly constraints: readonly Constraint[];
}

function advice(table: Relation, { name }: Column, { type, references }: Constraint): string {
  const own = quoteIdent(name);
  if (type === 'unique' || type === 'primary key') {
    const index = `${table.name}_${name}_key`;
    return `Make its index while everybody reads and writes, and a constraint of it in the next revision:${code(
      ...autocommitted(uniqueConcurrently(index, { ...inSchema(table), name: table.name }, [name])),
    )}${code(alterTable(table, `ADD CONSTRAINT ${quoteIdent(index)} ${type.toUpperCase()} USING INDEX ${quoteIdent(index)}`))}`;
  }
  const key = quoteIdent(`${table.name}_${name}_${references ? 'fkey' : 'check'}`);
  const target = references && quoteName(references.table);
  const columns = references?.columns.map(quoteIdent).join(', ') ?? '';
  const rest = target
    ? `FOREIGN KEY (${own}) REFERENCES ${target}${columns === '' ? '' : ` (${columns})`}`
    : 'CHECK (<condition>)';
  return `Add the constraint without reading the rows, and validate it in the next revision:${code(
    alterTable(table, `ADD CONSTRAINT ${key} ${rest} NOT VALID`),
  )}${code(alterTable(table, `VALIDATE CONSTRAINT ${key}`))}`;
}
