import { defineRule } from './rule.ts';
import { addsConstraint, constraintName } from './support/added-constraint.ts';
import { addNotValid, validateLater } from './support/not-valid.ts';
import { seen } from './support/seen.ts';
import { code } from './support/text.ts';
import { oldTable, shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A check is added and every row tested at once',
    why: '`ADD CHECK` reads the whole table under ACCESS EXCLUSIVE: until the transaction ends nobody reads or writes it.',
    fix: 'Add it with `postgresql_not_valid=True`, which reads nothing, and `VALIDATE CONSTRAINT` in a revision after it, where everybody passes.',
    severity: 'warning',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric)',
      bad: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.create_check_constraint("ck_orders_total", "orders", "total >= 0")\n\ndef downgrade():\n    op.drop_constraint("ck_orders_total", "orders")`,
      good: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.create_check_constraint("ck_orders_total", "orders", "total >= 0", postgresql_not_valid=True)\n    # The revision after it: ALTER TABLE orders VALIDATE CONSTRAINT ck_orders_total, in an autocommit_block.\n\ndef downgrade():\n    op.drop_constraint("ck_orders_total", "orders")`,
    },
  },
  messages: {
    tested: ({ name, table, add, validate }: Data) => ({
      message: `Adding the check ${name} reads all of ${table}, and until the transaction ends nobody reads or writes ${table}.`,
      help: `Add it without looking at the rows that are there (postgresql_not_valid=True):${code(add)}\nand look at them in a revision after it, while everybody goes on:${code(...validate)}`,
    }),
  },
  check(subject, { report, notChecked }) {
    for (const added of addsConstraint(subject, 'check')) {
      if (added.constraint.notValid || !seen(subject, 'ADD CHECK', ['locks'], notChecked)) continue;
      const table = oldTable(subject, added.table, notChecked);
      if (!table) continue;
      report(
        'tested',
        {
          name: constraintName(added),
          table: shownRelation(table),
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
  readonly add: string;
  readonly validate: readonly string[];
}
