import { upgradesIn } from '../model/observation.ts';
import type { Facts } from '../model/report.ts';
import { type Action, type ActionOf, actionsOf } from '../sql/action.ts';
import { commandsOf } from '../sql/commands.ts';
import { defineRule, type Where } from './rule.ts';
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
    holds: ({ number, name }: { number: number; name: string }) => ({
      message: `One plain "alembic upgrade heads" leads to another catalog than the revisions one by one: ${count(number, 'difference')}. This sets ${name} until the transaction ends, and where all revisions of an upgrade share one, it holds for those after it.`,
      help: `Do without it, such as by naming the schema where something is made (schema="..."), or put it back at the end of the revision:${code(`op.execute("SET LOCAL ${name} TO ...")`)}\nor give each revision its own transaction, in env.py:${code('context.configure(..., transaction_per_migration=True)')}`,
    }),
  },
  check({ rehearsal, facts }, { report }) {
    const found = shortfall(rehearsal);
    if (!found || unsafeTransaction(facts)) return;
    const { missingHeads: missing, differences } = found;
    const where = { place: projectPlace(facts), evidence: ofDifferences(differences) };
    const number = differences.length;
    const held = missing.length > 0 ? undefined : heldSetting(facts);
    if (missing.length > 0)
      report('heads', { missing, found: rehearsal.foundHeads }, { ...where, about: 'heads' });
    else if (held)
      report('holds', { number, name: held.name }, { ...where, ...held.where, about: 'catalog' });
    else report('catalog', { number }, { ...where, about: 'catalog' });
  },
});

/** What decides where things are made, and whose they are. */
const decisive: ReadonlySet<string> = new Set(['search_path', 'role']);

/** The first SET LOCAL of such a setting in an upgrade. */
function heldSetting({ observations, plan }: Facts): Held | undefined {
  const upgrades = upgradesIn(observations);
  for (const step of plan.steps) {
    const move = upgrades.find(({ revision }) => 'revision' in step && revision === step.revision);
    for (const { sql, place } of move?.statements ?? []) {
      const set = commandsOf(sql).flatMap(actionsOf).find(isHeld);
      if (set?.name && place && move) return { name: set.name, where: { place, revision: move.revision } };
    }
  }
  return undefined;
}

interface Held {
  readonly name: string;
  readonly where: Pick<Where, 'place' | 'revision'>;
}

const isHeld = (action: Action): action is ActionOf<'set'> =>
  action.does === 'set' && action.local && decisive.has(action.name ?? '');
