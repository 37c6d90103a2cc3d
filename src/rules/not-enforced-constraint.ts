import type { Constraint } from '../sql/constraint.ts';
import { defineRule } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { seen } from './support/seen.ts';
import { code } from './support/text.ts';
import { whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A constraint that nothing enforces',
    why: 'PostgreSQL 18 keeps a constraint that is `NOT ENFORCED` in the catalog and tests no row by it, neither those that are there nor those that come. Whoever reads the schema takes it for a promise.',
    fix: 'To spare the rows that are there the test, write `NOT VALID`: those that come are tested.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      postgres: { from: 18 },
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric)',
      bad: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.execute("ALTER TABLE orders ADD CONSTRAINT ck_total CHECK (total >= 0) NOT ENFORCED")\n\ndef downgrade():\n    op.drop_constraint("ck_total", "orders")`,
      good: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.execute("ALTER TABLE orders ADD CONSTRAINT ck_total CHECK (total >= 0) NOT VALID")\n\ndef downgrade():\n    op.drop_constraint("ck_total", "orders")`,
    },
  },
  messages: {
    off: ({ what, table }: { what: string; table: string }) => ({
      message: `The ${what} of ${table} is NOT ENFORCED: no row is tested by it, not even those that come.`,
      help: `Write NOT VALID, where it is only the rows that are there that are not to be tested:${code(`op.execute("ALTER TABLE ${table} ADD CONSTRAINT ... NOT VALID")`)}`,
    }),
  },
  check(subject, { report, notChecked }) {
    for (const action of actionsIn(subject, 'add constraint', 'create table', 'add column')) {
      const table = action.table.name;
      for (const { notEnforced, type, name } of constraintsOf(action)) {
        if (!notEnforced || !seen(subject, 'NOT ENFORCED', ['locks'], notChecked)) continue;
        const what = name === undefined ? type : `${type} ${name}`;
        report('off', { what, table }, whereOf(subject, { about: `${table} ${what}` }));
      }
    }
  },
});

type Made =
  | { readonly constraint: Constraint }
  | { readonly constraints: readonly Constraint[] }
  | { readonly column: { readonly constraints: readonly Constraint[] } };

function constraintsOf(made: Made): readonly Constraint[] {
  if ('constraint' in made) return [made.constraint];
  return 'constraints' in made ? made.constraints : made.column.constraints;
}
