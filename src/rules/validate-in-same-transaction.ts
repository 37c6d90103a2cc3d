import { blocksReads, blocksWrites, type LockMode } from '../model/lock.ts';
import { quoteIdent } from '../sql/quote.ts';
import { defineRule } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { autocommitted } from './support/calls.ts';
import { spelled } from './support/change.ts';
import { seen } from './support/seen.ts';
import { code } from './support/text.ts';
import { lockOn, oldTable, shownRelation, whereOf } from './support/traced.ts';
import { execute } from './support/undo.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A constraint is validated in the transaction that added it',
    why: '`VALIDATE CONSTRAINT` by itself lets everybody read and write. The lock that `ADD CONSTRAINT ... NOT VALID` took is kept until the transaction ends, though, and so the whole table is read under it: nothing is gained over adding it the plain way.',
    fix: 'Validate in another transaction: in a revision after it, in an `autocommit_block`.',
    severity: 'warning',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric)',
      bad: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.create_check_constraint("ck_orders_total", "orders", "total >= 0", postgresql_not_valid=True)\n    op.execute("ALTER TABLE orders VALIDATE CONSTRAINT ck_orders_total")\n\ndef downgrade():\n    op.drop_constraint("ck_orders_total", "orders")`,
      good: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.create_check_constraint("ck_orders_total", "orders", "total >= 0", postgresql_not_valid=True)\n\ndef downgrade():\n    op.drop_constraint("ck_orders_total", "orders")\n\n# and in a revision after it, in an autocommit_block:\n#     op.execute("ALTER TABLE orders VALIDATE CONSTRAINT ck_orders_total")`,
    },
  },
  messages: {
    held: ({ name, table, mode, lines }: Data) => ({
      message: `Validating ${name} reads all of ${table} while this transaction holds ${mode} on it, so that nobody ${blocksReads(mode) ? 'reads or writes' : 'writes to'} ${table} meanwhile: NOT VALID has gained nothing.`,
      help: `Validate it in another transaction. Move this into a revision after it:${code(...lines)}`,
    }),
  },
  check(subject, { report, notChecked }) {
    for (const { table: written, name } of actionsIn(subject, 'validate constraint')) {
      const trace = seen(subject, 'VALIDATE CONSTRAINT', ['locks', 'scanned'], notChecked);
      const table = trace && oldTable(subject, written, notChecked);
      const mode = table && lockOn(subject, table);
      if (!table || !mode || trace.scanned.length === 0) continue;
      if (!blocksWrites(mode)) {
        if (subject.unseenBefore.length > 0)
          notChecked(`whether others wait for ${shownRelation(table)} meanwhile was not seen`);
        continue;
      }
      report(
        'held',
        {
          name,
          table: shownRelation(table),
          mode,
          lines: autocommitted([
            execute(`ALTER TABLE ${spelled(table)} VALIDATE CONSTRAINT ${quoteIdent(name)}`),
          ]),
        },
        whereOf(subject, { about: `${shownRelation(table)} ${name}`, table }),
      );
    }
  },
});

interface Data {
  readonly name: string;
  readonly table: string;
  readonly mode: LockMode;
  readonly lines: readonly string[];
}
