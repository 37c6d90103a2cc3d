import { defineRule } from './rule.ts';
import { unsafeTransaction } from './support/environment.ts';
import { ofDifferences } from './support/evidence.ts';
import { projectPlace } from './support/places.ts';
import { shortfall } from './support/rehearsal.ts';
import { code, count, list } from './support/text.ts';

export const rule = defineRule({
  subject: 'rehearsal',
  needs: ['rehearsal'],
  meta: {
    title: 'The upgrade ends without an error and is not there',
    why: 'One plain `alembic upgrade heads` ended with success, and a connection opened afterwards does not find its revisions or its tables. A deployment would be green, and the new release would meet the old schema.',
    fix: 'Run the migrations inside `with context.begin_transaction():` on a connection that env.py has not used before, or use `connectable.begin()`.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      bad: `# env.py\nwith connectable.connect() as connection:\n    context.configure(connection=connection)\n    context.run_migrations()  # nobody commits`,
      good: `# env.py\nwith connectable.connect() as connection:\n    context.configure(connection=connection)\n    with context.begin_transaction():\n        context.run_migrations()`,
    },
  },
  messages: {
    heads: ({ missing, found }: { missing: readonly string[]; found: readonly string[] }) => ({
      message: `One plain "alembic upgrade heads" ends without an error, but a new connection does not find ${list(missing)} in the version table: it holds ${found.length === 0 ? 'nothing' : list(found)}.`,
      help: `Something in env.py or in a migration keeps the work from being committed. Run the migrations inside Alembic's own transaction:${code('with context.begin_transaction():', '    context.run_migrations()')}`,
    }),
    catalog: ({ number }: { number: number }) => ({
      message: `One plain "alembic upgrade heads" reaches the heads, but leads to another catalog than the revisions one by one: ${count(number, 'difference')}.`,
      help: 'A part of the work was not committed, or a revision does something else when it runs in one transaction with the others.',
    }),
  },
  check({ rehearsal, facts }, { report }) {
    const found = shortfall(rehearsal);
    if (!found || unsafeTransaction(facts)) return;
    const { missingHeads: missing, differences } = found;
    const where = { place: projectPlace(facts), evidence: ofDifferences(differences) };
    if (missing.length > 0)
      report('heads', { missing, found: rehearsal.foundHeads }, { ...where, about: 'heads' });
    else report('catalog', { number: differences.length }, { ...where, about: 'catalog' });
  },
});
