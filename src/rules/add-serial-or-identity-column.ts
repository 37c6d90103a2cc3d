import type { Relation } from '../model/trace.ts';
import type { Column } from '../sql/column.ts';
import type { TypeReference } from '../sql/name.ts';
import { quoteIdent } from '../sql/quote.ts';
import { defineRule } from './rule.ts';
import { shownColumn } from './support/altered.ts';
import { spelled } from './support/change.ts';
import { fillLines } from './support/fill.ts';
import { columnsStoredAnew } from './support/new-column.ts';
import { addColumn, op } from './support/op.ts';
import { code, py } from './support/text.ts';
import { shownRelation, whereOf } from './support/traced.ts';
import { execute } from './support/undo.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A new column numbers the rows that are there',
    why: 'A serial or identity column, or a default of `nextval()`, gives each row that is there a number of its own, so PostgreSQL stores the table and all its indexes anew. Nobody reads or writes it until that is done.',
    fix: 'Add a plain column and a sequence, let the sequence be the default for rows to come, and number the rows that are there in batches.',
    severity: 'error',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE orders (id uuid PRIMARY KEY)',
      bad: `def upgrade():\n    op.add_column("orders", sa.Column("number", sa.BigInteger(), sa.Identity()))\n\ndef downgrade():\n    op.drop_column("orders", "number")`,
      good: `def upgrade():\n    op.execute("CREATE SEQUENCE orders_number_seq")\n    op.add_column("orders", sa.Column("number", sa.BigInteger()))\n    op.alter_column("orders", "number", server_default=sa.text("nextval('orders_number_seq')"))\n    op.execute("ALTER SEQUENCE orders_number_seq OWNED BY orders.number")\n\ndef downgrade():\n    op.drop_column("orders", "number")`,
    },
  },
  messages: {
    rewrites: ({ table, column }: Data) => ({
      message: `Adding ${shownColumn(table, column.name)}, which numbers the rows that are there, stores ${shownRelation(table)} and its indexes anew, and nobody can read or write it until that is done.`,
      help: `Let a sequence number the rows to come:${code(...numberLines(table, column))}\nThen number the rows that are there, in a revision of its own:${code(...fillLines(table, column.name, nextval(table, column)))}`,
    }),
  },
  check(subject, tell) {
    for (const { change, table } of columnsStoredAnew(subject, tell, 'numbers')) {
      tell.report(
        'rewrites',
        { table, column: change.column },
        whereOf(subject, {
          about: shownColumn(table, change.column.name),
          table,
        }),
      );
    }
  },
});

interface Data {
  readonly table: Relation;
  readonly column: Column;
}

const sequence = (table: Relation, { name }: Column): string =>
  spelled({ schema: table.schema, name: `${table.name}_${name}_seq` });

const nextval = (table: Relation, column: Column): string =>
  `nextval('${sequence(table, column).replaceAll("'", "''")}')`;

const bigint: TypeReference = { name: 'int8', modifiers: [], array: false };

function numberLines(table: Relation, column: Column): readonly string[] {
  const { name, type = bigint } = column;
  const value = `server_default=sa.text(${py(nextval(table, column))})`;
  return [
    execute(`CREATE SEQUENCE ${sequence(table, column)}`),
    addColumn(table, name, type),
    op('alter_column', table, py(table.name), py(name), value),
    execute(`ALTER SEQUENCE ${sequence(table, column)} OWNED BY ${spelled(table)}.${quoteIdent(name)}`),
  ];
}
