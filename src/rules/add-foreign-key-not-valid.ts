import { defineRule } from './rule.ts';
import { addsConstraint, constraintName } from './support/added-constraint.ts';
import { addNotValid, validateLater } from './support/not-valid.ts';
import { seen } from './support/seen.ts';
import { code, list } from './support/text.ts';
import { oldTable, shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A foreign key is added and every row checked at once',
    why: '`ADD FOREIGN KEY` looks up every row that is there, and holds SHARE ROW EXCLUSIVE on both tables until the transaction ends: nobody writes to either. (It does not block readers, whatever is said elsewhere.)',
    fix: 'Add it with `postgresql_not_valid=True`, which reads nothing, and `VALIDATE CONSTRAINT` in a revision after it, where writers pass.',
    severity: 'warning',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before:
        'CREATE TABLE users (id bigint PRIMARY KEY); CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint); CREATE INDEX ix_orders_user ON orders (user_id)',
      bad: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.create_foreign_key("fk_orders_user", "orders", "users", ["user_id"], ["id"])\n\ndef downgrade():\n    op.drop_constraint("fk_orders_user", "orders")`,
      good: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.create_foreign_key("fk_orders_user", "orders", "users", ["user_id"], ["id"], postgresql_not_valid=True)\n    # The revision after it: ALTER TABLE orders VALIDATE CONSTRAINT fk_orders_user, in an autocommit_block.\n\ndef downgrade():\n    op.drop_constraint("fk_orders_user", "orders")`,
    },
  },
  messages: {
    checked: ({ name, table, tables, add, validate }: Data) => ({
      message: `Adding the foreign key ${name} looks up every row of ${table}, and until the transaction ends nobody writes to ${tables}.`,
      help: `Add it without looking at the rows that are there:${code(add)}\nand look at them in a revision after it, while everybody goes on writing:${code(...validate)}`,
    }),
    partitioned: ({ name, table, tables, validate }: Data) => ({
      message: `Adding the foreign key ${name} looks up every row of all partitions of ${table}, and until the transaction ends nobody writes to ${tables}.`,
      help: `Add it to each partition first, with postgresql_not_valid=True, and validate it there in revisions after that:${code(...validate)}\nThen add it here: those of the partitions are taken over, and no row is looked at.`,
    }),
  },
  check(subject, { report, notChecked }) {
    for (const added of addsConstraint(subject, 'foreign key')) {
      if (added.constraint.notValid || !seen(subject, 'ADD FOREIGN KEY', ['locks'], notChecked)) continue;
      const table = oldTable(subject, added.table, notChecked);
      if (!table) continue;
      const parent =
        added.constraint.references && oldTable(subject, added.constraint.references.table, notChecked);
      report(
        table.kind === 'partitioned table' ? 'partitioned' : 'checked',
        {
          name: constraintName(added),
          table: shownRelation(table),
          tables: list([...new Set([table, ...(parent ? [parent] : [])].map(shownRelation))]),
          add: addNotValid(added, subject.command),
          validate: validateLater(added),
        },
        whereOf(subject, { about: `${shownRelation(table)} ${constraintName(added)}`, table }),
      );
    }
  },
});

interface Data {
  readonly name: string;
  readonly table: string;
  /** Those that nobody writes to. */
  readonly tables: string;
  readonly add: string;
  readonly validate: readonly string[];
}
