import type { Observations } from '../../src/model/observation.ts';

/** What makes a table and takes it back. */
export const table = (name: string): [string, string] => [
  `op.create_table("${name}", sa.Column("id", sa.Integer, primary_key=True))`,
  `op.drop_table("${name}")`,
];

export const noModels = { what: 'models', why: 'env.py gives no target_metadata' };

/** One line for each round trip: what it did, what failed, what was left, what drifted. */
export const told = ({ roundTrips }: Observations): readonly string[] =>
  roundTrips.map(({ revision, upgrade, downgrade, reupgrade, trace, drift }) => {
    const moves = [upgrade, downgrade, reupgrade]
      .map((move) => (move ? (move.failure?.reason ?? 'ok') : '-'))
      .join(' ');
    const left = [...(trace ?? []), ...(drift ?? [])].map(({ words }) => words);
    return [`${revision}: ${moves}`, ...left].join('; ');
  });
