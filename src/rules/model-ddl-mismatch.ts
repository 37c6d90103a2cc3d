import type { ModelDifference } from '../model/models.ts';
import { defineRule } from './rule.ts';
import { note } from './support/evidence.ts';
import { code, count } from './support/text.ts';

export const rule = defineRule({
  subject: 'models',
  needs: ['models'],
  meta: {
    title: 'The models and the migrated database differ',
    why: 'With all revisions applied the database is not what the models say. The application was written against the models: it fails on the first column that is only there, or the next `alembic revision --autogenerate` writes a DROP that nobody meant, because env.py does not import a model. Compared by autogenerate itself, with the options of env.py; beside it CHECK constraints by name, labels of enums and server defaults that the models rely on.',
    fix: 'Write the missing revision with `alembic revision --autogenerate`, or import the model where env.py takes `target_metadata` from. What belongs to somebody else, leave out with `include_object` or `include_name`.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      bad: `# models.py\nclass Order(Base):\n    __tablename__ = "orders"\n    id = mapped_column(Integer, primary_key=True)\n    note = mapped_column(Text)  # no revision adds it`,
      good: `# the revision that belongs to it\ndef upgrade():\n    op.add_column("orders", sa.Column("note", sa.Text))`,
    },
  },
  messages: {
    behind: ({ table, number }: { table: string; number: number }) => ({
      message: `With all revisions applied, table ${table} differs from its model in ${count(number, 'point')}: a revision is missing.`,
      help: `Let Alembic write it, and read what it has written; checks, labels of enums and defaults have to be added by hand:${write}`,
    }),
    missing: ({ table }: { table: string }) => ({
      message: `The models have a table ${table}, and no revision creates it: whatever uses it fails after the deployment.`,
      help: `Let Alembic write the revision, and read what it has written:${write}`,
    }),
    unknown: ({ table }: { table: string }) => ({
      message: `Table ${table} is in the database and in no model that env.py knows: either env.py does not import its model, or it was dropped from the models without a migration. The next autogenerate drops it.`,
      help: `Ensure your model is imported in the models __init__.py file, and that env.py imports that. Where the table is to go, write its revision:${write}\nWhere it belongs to somebody else, leave it out with include_object in context.configure.`,
    }),
  },
  check({ models: { place, differences }, facts }, { report, notChecked }) {
    for (const [table, found] of byTable(differences)) {
      const where = { place, about: table, evidence: found.map(({ words }) => note(words)) };
      const whole = found.find(({ kind }) => kind === 'table');
      if (!whole) report('behind', { table, number: found.length }, where);
      else if (whole.only === 'models') report('missing', { table }, where);
      // What the base file brings is somebody else's, who need not keep models here.
      else if (facts.plan.baseSql === undefined) report('unknown', { table }, where);
      else notChecked(`${table} may be of the base file, and needs no model then`);
    }
  },
});

const write = code('alembic revision --autogenerate -m "models"');

const byTable = (differences: readonly ModelDifference[]): ReadonlyMap<string, readonly ModelDifference[]> =>
  Map.groupBy(differences, ({ schema, table }) => (schema === 'public' ? table : `${schema}.${table}`));
