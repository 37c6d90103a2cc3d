import { facts, move, roundTrip, sqlFailure } from '../../support/facts.ts';
import { id, revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

/** Two branches: one makes the function, the other one the trigger. */
const source = 'op.execute("CREATE OR REPLACE FUNCTION set_updated_at() RETURNS trigger ...")';
const maker = revision('maker', ['base'], { source });
const base = revision('base');
const user = revision('user', ['base']);
const join = revision('join', ['maker', 'user']);
const missing = (sqlstate: string, sql: string) => ({
  revision: id('user'),
  upgrade: move('upgrade', 'user', {
    failure: sqlFailure(sqlstate, 'function set_updated_at() does not exist', {
      sql,
      place: { file: 'versions/user.py', line: 15 },
    }),
  }),
});
const trigger = 'CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION set_updated_at()';
const history = (failing: ReturnType<typeof missing>, makers = [maker]) =>
  facts([base, ...makers, user, join], {
    roundTrips: [roundTrip('base'), ...makers.map(({ id }) => roundTrip(id)), failing],
  });

export const cases: Cases = {
  bad: [
    {
      name: 'another branch makes it',
      facts: history(missing('42883', trigger)),
      line: 15,
      says: [
        'which maker makes in versions/maker.py, and nothing says that it comes first',
        'depends_on = "maker"',
      ],
    },
    {
      name: 'a file that only drops it does not make it',
      facts: history(missing('42883', trigger), [
        revision('maker', ['base'], { source: 'op.execute("DROP FUNCTION set_updated_at()")' }),
      ]),
      line: 15,
      says: ['no revision makes that function'],
    },
  ],
  good: [
    { name: 'a trigger that fails for another reason', facts: history(missing('42P01', trigger)) },
    { name: 'another statement that calls it', facts: history(missing('42883', 'SELECT set_updated_at()')) },
  ],
};
