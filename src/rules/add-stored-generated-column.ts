import type { Relation } from '../model/trace.ts';
import type { Column } from '../sql/column.ts';
import { quoteIdent } from '../sql/quote.ts';
import { defineRule } from './rule.ts';
import { shownColumn } from './support/altered.ts';
import { columnFact } from './support/columns.ts';
import { computeLines, fillLines } from './support/fill.ts';
import { columnsStoredAnew } from './support/new-column.ts';
import { addColumn, alterTable } from './support/op.ts';
import { code } from './support/text.ts';
import { shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A new column is computed and stored',
    why: '`GENERATED ALWAYS AS (...) STORED` computes a value for each row that is there, so PostgreSQL stores the table and all its indexes anew. Nobody reads or writes it until that is done.',
    fix: 'From PostgreSQL 18 on make it `VIRTUAL`: it is computed when it is read, and nothing is stored anew. Before, add a plain column, let a trigger compute it, and fill the rows that are there in batches.',
    severity: 'error',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY, price integer, amount integer)',
      bad: `def upgrade():\n    op.add_column("orders", sa.Column("total", sa.Integer(), sa.Computed("price * amount", persisted=True)))\n\ndef downgrade():\n    op.drop_column("orders", "total")`,
      good: `def upgrade():\n    op.add_column("orders", sa.Column("total", sa.Integer()))\n    op.execute("CREATE FUNCTION orders_total() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.total := NEW.price * NEW.amount; RETURN NEW; END $$")\n    op.execute("CREATE TRIGGER orders_total BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION orders_total()")\n\ndef downgrade():\n    op.execute("DROP TRIGGER orders_total ON orders")\n    op.execute("DROP FUNCTION orders_total()")\n    op.drop_column("orders", "total")`,
    },
  },
  messages: {
    rewrites: (data: Data) => ({
      message: `Adding ${shownColumn(data.table, data.column.name)} as a stored computed column stores ${shownRelation(data.table)} and its indexes anew, and nobody can read or write it until that is done.`,
      help: data.hasVirtual ? virtual(data) : byTrigger(data),
    }),
  },
  check(subject, tell) {
    for (const { change, table } of columnsStoredAnew(subject, tell, 'computed')) {
      const { column } = change;
      const generated = columnFact(subject, 'after', [table, column.name], 'generated');
      const type = columnFact(subject, 'after', [table, column.name], 'type') ?? '<type>';
      tell.report(
        'rewrites',
        {
          table,
          column,
          type,
          expression: generated?.replace(/ stored$/, '') ?? '(<expression>)',
          hasVirtual: (subject.facts.server?.major ?? 0) >= firstVirtual,
        },
        whereOf(subject, {
          about: shownColumn(table, column.name),
          table,
        }),
      );
    }
  },
});

/** PostgreSQL 18 release notes: virtual generated columns. */
const firstVirtual = 18;

interface Data {
  readonly table: Relation;
  readonly column: Column;
  readonly type: string;
  /** As SQL, in brackets. */
  readonly expression: string;
  readonly hasVirtual: boolean;
}

const virtual = ({ table, column, type, expression }: Data): string =>
  `Let it be computed when it is read:${code(
    alterTable(
      table,
      `ADD COLUMN ${quoteIdent(column.name)} ${type} GENERATED ALWAYS AS ${bracketed(expression)} VIRTUAL`,
    ),
  )}`;

function byTrigger({ table, column, expression }: Data): string {
  const line = column.type ? [addColumn(table, column.name, column.type)] : [];
  return `Add a plain column that a trigger computes for rows to come:${code(...line, ...computeLines(table, column.name, expression))}\nThen fill the rows that are there, in a revision of its own:${code(...fillLines(table, column.name, expression, `${quoteIdent(column.name)} IS DISTINCT FROM ${expression}`))}`;
}

/** The catalog prints brackets around an operator, and none around a call. */
const bracketed = (expression: string): string =>
  expression.startsWith('(') ? expression : `(${expression})`;
