import type { Move, RoundTrip } from '../../src/model/observation.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Facts } from '../../src/model/report.ts';
import type { RevisionGraph, RevisionId } from '../../src/model/revision.ts';
import { observeAlone } from '../../src/replay/alone.ts';
import type { ToolSession } from '../../src/tools/tool.ts';
import { openAlembic, revisionPy, writeProject } from '../support/alembic.ts';
import { testDatabase, testServer } from '../support/postgres.ts';
import type { Finished } from '../support/temporary.ts';
import type { Trial } from './trial.ts';

const irreversible = 'raise NotImplementedError';
const directive = '\n# migrate-check: irreversible it is not what this is about\n';

const execute = (sql: string): string => `op.execute(${JSON.stringify(sql)})`;

/** Trials by the database that they share. */
export type Benches = ReadonlyMap<string, readonly Trial[]>;

/**
 * All trials as one Alembic project. Those of one bench have one revision before them, which makes what is there before;
 * each is a branch of its own above it.
 */
export async function openTrials(benches: Benches, finished: Finished): Promise<ToolSession> {
  const modules = [...benches].flatMap(([bench, trials]) => [
    module(
      bench,
      null,
      trials
        .map(({ before }) => before)
        .filter(Boolean)
        .map(execute),
    ),
    ...trials.map((trial) => module(trial.id, bench, bodyOf(trial))),
  ]);
  return openAlembic(await writeProject(Object.fromEntries(modules), finished), {}, finished);
}

function module(id: string, parent: string | null, lines: readonly string[]): readonly [string, string] {
  const text = revisionPy(id, parent, lines.join('\n') || 'pass', irreversible, directive);
  return [`migrations/versions/${id}.py`, text];
}

function bodyOf({ first, sql, alone }: Trial): readonly string[] {
  if (!alone) return [...first, sql].map(execute);
  const settings = first.filter(isSetting);
  return [
    ...first.filter((one) => !isSetting(one)).map(execute),
    ...settings.map(execute),
    `with op.get_context().autocommit_block():\n        ${execute(sql)}`,
    ...settings.map((one) => execute(one.replace(/SET (\w+).*/, 'RESET $1'))),
  ];
}

const isSetting = (sql: string): boolean => sql.startsWith('SET ');

/**
 * What is seen of the trials of one bench, upgraded one after the other on a database of their own: of a change that
 * holds them all. The catalog is not compared, which would take five times as long.
 */
export async function walkTrials(
  session: ToolSession,
  bench: string,
  trials: readonly Trial[],
): Promise<Facts> {
  const database = await testDatabase();
  const run = { database: database.address, timeoutMs: 60_000, observe: observeAlone(database) };
  const { failure } = await session.move('upgrade', bench as RevisionId, run);
  if (failure) throw new Error(`${bench}: ${failure.message}`);
  const roundTrips: RoundTrip[] = [];
  for (const { id } of trials)
    roundTrips.push({ revision: id, upgrade: await session.move('upgrade', id, run) });
  await session.release();
  await database.close();
  return {
    project: { directory: '.', tool: 'alembic', label: bench, because: 'alembic.ini' },
    toolchain: session.toolchain,
    server: (await testServer()).facts,
    graph: only(session.graph, new Set([bench, ...trials.map(({ id }) => id)])),
    plan: planOf(bench as RevisionId, trials),
    observations: { ...nothing, roundTrips },
  };
}

const nothing = {
  passedThrough: [],
  notObserved: [],
  remarks: [],
  recoveries: { count: 0, moves: 0 },
};

const planOf = (bench: RevisionId, trials: readonly Trial[]): Plan => ({
  scope: 'changed',
  steps: [
    { kind: 'upgrade', revision: bench },
    ...trials.map(({ id }) => ({ kind: 'round-trip', revision: id }) as const),
  ],
  leftOut: [{ revision: bench, because: 'unchanged', why: 'it makes what is there before' }],
});

function only(graph: RevisionGraph, ids: ReadonlySet<string>): RevisionGraph {
  const here = ({ id }: { readonly id: RevisionId }): boolean => ids.has(id);
  return {
    revisions: graph.revisions.filter(here),
    bases: graph.bases.filter((id) => ids.has(id)),
    heads: graph.heads.filter((id) => ids.has(id)),
    faults: [],
  };
}

/** The upgrade of a trial. */
export function moveOf({ id }: Trial, { observations }: Facts): Move {
  const trip = observations.roundTrips.find(({ revision }) => revision === id);
  if (!trip) throw new Error(`${id} was not walked`);
  return trip.upgrade;
}
