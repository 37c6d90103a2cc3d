import type { Move } from '../model/observation.ts';
import { type ActionOf, actionsOf } from '../sql/action.ts';
import { commandsOf } from '../sql/commands.ts';
import { defineRule } from './rule.ts';
import { code, py } from './support/text.ts';
import { doing, doneAt } from './support/touched.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision', 'downgrade'],
  meta: {
    title: 'The downgrade counts on a name that PostgreSQL made up',
    why: 'The upgrade makes a constraint without a name, and the downgrade drops it by the one that PostgreSQL gave it here. Where something else had that name first, or the table once had another, it is called otherwise, and the downgrade fails there.',
    fix: 'Give the constraint its name in `upgrade()`, or a `naming_convention` to the metadata.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric)',
      bad: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.execute("ALTER TABLE orders ADD CHECK (total >= 0) NOT VALID")\n\ndef downgrade():\n    op.drop_constraint("orders_total_check", "orders")`,
      good: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.create_check_constraint("ck_orders_total", "orders", "total >= 0", postgresql_not_valid=True)\n\ndef downgrade():\n    op.drop_constraint("ck_orders_total", "orders")`,
    },
  },
  messages: {
    made: ({ name, table }: { name: string; table: string }) => ({
      message: `The upgrade gives a constraint of ${table} no name, and the downgrade drops it as ${name}, which is what PostgreSQL happened to call it here.`,
      help: `Say in upgrade() what it is called:${code(`op.execute(${py(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ...`)})`)}`,
    }),
  },
  check(subject, { report }) {
    const { upgrade, downgrade, effect = [] } = subject.roundTrip;
    const made = actionsOfMove(upgrade, 'add constraint').filter(
      ({ constraint }) => constraint.name === undefined,
    );
    const named = new Set(actionsOfMove(upgrade, 'add constraint').map(({ constraint }) => constraint.name));
    for (const { table, name } of actionsOfMove(downgrade, 'drop constraint')) {
      const isMade = made.some((one) => one.table.name === table.name);
      const isNew = effect.some(
        (one) => one.kind === 'constraint' && one.change === 'new' && one.name.endsWith(`.${name}`),
      );
      if (!isMade || named.has(name) || !isNew) continue;
      report(
        'made',
        { name, table: table.name },
        {
          ...doneAt(
            subject,
            doing(
              (action) =>
                action.does === 'add constraint' &&
                action.constraint.name === undefined &&
                action.table.name === table.name,
            ),
          ),
          about: `${table.name} ${name}`,
        },
      );
    }
  },
});

const actionsOfMove = <D extends 'add constraint' | 'drop constraint'>(
  move: Move | undefined,
  wanted: D,
): readonly ActionOf<D>[] =>
  (move?.statements ?? [])
    .flatMap(({ sql }) => commandsOf(sql))
    .flatMap(actionsOf)
    .flatMap((action) => (action.does === wanted ? [action as ActionOf<D>] : []));
