import { defineRule } from './rule.ts';
import { constraintOf } from './support/definitions.ts';
import { finalTables } from './support/final.ts';
import { newParts, type Part, tableKey, textOf } from './support/tables.ts';
import { concerns, doing, doneAt, touchedTables } from './support/touched.ts';
import { shortType } from './support/types.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision'],
  meta: {
    title: 'A foreign key whose column has another type than the key it refers to',
    why: 'PostgreSQL accepts an `integer` that refers to a `bigint`. It works until the first key that the narrower type cannot hold: then no row can refer to it any more, and making the column wider rewrites a table that is large by then. Joins convert on each row meanwhile.',
    fix: 'Give the column the type of the key that it refers to. `text` and `varchar` go together, as long as the `varchar` of the reference is not the shorter one.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE users (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    op.create_table(\n        "orders",\n        sa.Column("id", sa.BigInteger(), primary_key=True),\n        sa.Column("user_id", sa.Integer(), sa.ForeignKey("users.id"), nullable=False, index=True),\n    )\n\ndef downgrade():\n    op.drop_table("orders")`,
      good: `def upgrade():\n    op.create_table(\n        "orders",\n        sa.Column("id", sa.BigInteger(), primary_key=True),\n        sa.Column("user_id", sa.BigInteger(), sa.ForeignKey("users.id"), nullable=False, index=True),\n    )\n\ndef downgrade():\n    op.drop_table("orders")`,
    },
  },
  messages: {
    differs: ({ column, type, parent, wanted }: Data) => ({
      message: `${column} is ${type}, and what it refers to, ${parent}, is ${wanted}. A key that ${type} cannot hold can never be referred to, and joins convert each row.`,
      help: `Make ${column} ${wanted} in the same change, while it is new: later it means writing the whole table anew.`,
    }),
  },
  check(subject, { report }) {
    const tables = finalTables(subject.facts);
    for (const { before, after, last } of touchedTables(subject)) {
      const stays = ({ name }: Part): boolean =>
        last?.constraints.some((constraint) => constraint.name === name) ?? false;
      for (const part of newParts(before?.constraints, after.constraints).filter(stays)) {
        const key = constraintOf(part);
        const parent = key?.references && tables.get(tableKey(key.references.table));
        for (const [at, name] of (key?.columns ?? []).entries()) {
          const wanted = typeOf(parent?.columns, key?.references?.columns[at]);
          const type = typeOf(last?.columns, name);
          if (!parent || !wanted || !type || holds(type, wanted)) continue;
          report(
            'differs',
            {
              column: `${after.shown}.${name}`,
              type: shortType(type),
              parent: `${parent.shown}.${key?.references?.columns[at]}`,
              wanted: shortType(wanted),
            },
            {
              ...doneAt(
                subject,
                doing((action) => action.does === 'add constraint' && action.constraint.name === part.name),
                concerns(after),
              ),
              about: `${after.shown}.${name}`,
              table: after,
            },
          );
        }
      }
    }
  },
});

interface Data {
  readonly column: string;
  readonly type: string;
  readonly parent: string;
  readonly wanted: string;
}

const typeOf = (columns: readonly Part[] | undefined, name: string | undefined): string | undefined => {
  const column = columns?.find((one) => one.name === name);
  return column && textOf(column, 'type');
};

/** Without what stands in brackets. */
const base = (type: string): string => type.replace(/\([\d,]*\)/, '');

const isText = (type: string): boolean => ['text', 'character varying'].includes(base(type));

/** Of varchar(20); text and a plain varchar have none. */
const limit = (type: string): number => Number(/\((\d+)\)/.exec(type)?.[1] ?? Number.POSITIVE_INFINITY);

/** Whether each value of the key fits into the column as it is. */
const holds = (type: string, wanted: string): boolean =>
  isText(type) && isText(wanted) ? limit(type) >= limit(wanted) : base(type) === base(wanted);
