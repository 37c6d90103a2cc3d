import type { Database, DatabaseServer } from '../database/provider.ts';
import { withDescendants } from '../model/graph.ts';
import type { Chain, NotObserved, Observations, Rehearsal } from '../model/observation.ts';
import { type Plan, roundTripsIn } from '../model/plan.ts';
import type { Progress } from '../model/progress.ts';
import type { RevisionGraph, RevisionId } from '../model/revision.ts';
import type { ToolSession } from '../tools/tool.ts';
import { loadBaseSql } from './base-sql.ts';
import { walkChain } from './chain.ts';
import { compareModels } from './models.ts';
import { rehearse } from './rehearsal.ts';
import type { Tick } from './round-trip.ts';
import { type Walk, walk } from './walk.ts';
import { type Look, Workbench } from './workbench.ts';

export interface ReplayRequest {
  readonly server: DatabaseServer;
  readonly session: ToolSession;
  readonly graph: RevisionGraph;
  readonly plan: Plan;
  /** Text of the base file, where the plan has one. */
  readonly baseSql?: string;
  readonly timeoutMs: number;
  readonly progress: Progress;
}

/** Runs the plan and writes down what happens: facts only, no opinion. Leaves its databases to the server's disposal. */
export async function replay(request: ReplayRequest): Promise<Observations> {
  const { server, session, graph, plan, timeoutMs } = request;
  const bench = await Workbench.open({
    server,
    session,
    timeoutMs,
    prepare: (database) => prepare(request, database),
  });
  const tick = ticker(request);
  request.progress.stage(stageOf(plan));
  const walked = await walk(bench, plan, graph, tick);
  const goal = walked.stuck === undefined ? await bench.now() : undefined;
  const models = await compareModels(bench, walked, request);
  const chain = walked.clean && (await walkChain(bench, walked.clean, tick));
  const rehearsed = await tryRehearsal({ request, bench, walked, goal, chain });
  return {
    roundTrips: walked.roundTrips,
    passedThrough: walked.passedThrough,
    ...(chain ? { chain } : {}),
    ...('why' in models ? {} : { models }),
    ...('why' in rehearsed ? {} : { rehearsal: rehearsed }),
    notObserved: [
      ...walked.notObserved,
      ...bench.notObserved,
      ...[models, rehearsed].filter((one) => 'why' in one),
    ],
    remarks: [...session.remarks, ...bench.remarks],
    recoveries: bench.recoveries,
  };
}

/**
 * The state before the first revision: the base file, what env.py brings by itself (a schema for the version table),
 * and the revisions that count as applied.
 */
async function prepare(
  { session, plan, baseSql, timeoutMs }: ReplayRequest,
  database: Database,
): Promise<void> {
  if (baseSql !== undefined) await loadBaseSql(database, plan.baseSql ?? 'the base file', baseSql);
  await session.stamp(plan.startAt ?? [], { database: database.address, timeoutMs });
  await session.release();
}

interface RehearsalParts {
  readonly request: ReplayRequest;
  readonly bench: Workbench;
  readonly walked: Walk;
  readonly goal: Look | undefined;
  readonly chain: Chain | undefined;
}

async function tryRehearsal({
  request,
  bench,
  walked,
  goal,
  chain,
}: RehearsalParts): Promise<Rehearsal | NotObserved> {
  const { graph, plan, progress } = request;
  const why = whyNotRehearsed(request, walked);
  if (why) return { what: 'rehearsal', why };
  progress.stage('rehearsing one upgrade to the heads');
  const emptied = chain?.reached === 'base' && !chain.failure && chain.below.length === 0;
  if (!emptied) await bench.restart();
  const deployed = alreadyDeployed(graph, plan);
  for (const revision of deployed) {
    const { failure } = await bench.move('upgrade', revision);
    if (failure)
      return {
        what: 'rehearsal',
        why: `the upgrade of ${revision} worked once and not again: ${failure.message}`,
      };
  }
  const moves = plan.steps.filter((step) => 'revision' in step).length - deployed.length;
  return rehearse({ bench, graph, moves, ...(goal ? { goal } : {}), from: emptied ? 'chain' : 'new' });
}

/**
 * A deployment applies what is new to what is there: revisions out of scope that need none of those in scope come first.
 * Where only what surrounds the revisions is new, all of them are applied by it.
 */
function alreadyDeployed(graph: RevisionGraph, plan: Plan): readonly RevisionId[] {
  const trips = roundTripsIn(plan);
  if (trips.length === 0) return [];
  const affected = withDescendants(graph, trips);
  return plan.steps.flatMap((step) =>
    step.kind === 'upgrade' && !affected.has(step.revision) ? [step.revision] : [],
  );
}

function whyNotRehearsed({ graph, plan }: ReplayRequest, walked: Walk): string | undefined {
  const [blocked] = walked.blocked;
  if (blocked !== undefined) return `the upgrade of ${blocked} fails by itself`;
  if (graph.faults.length > 0) return 'the revision graph has faults, with which the tool refuses to upgrade';
  if (plan.leftOut.some(({ because }) => because === 'beyond')) return 'it would go past --to';
  return undefined;
}

function stageOf(plan: Plan): string {
  const trips = roundTripsIn(plan).length;
  if (trips === 0) return 'upgrading: what surrounds the revisions has changed';
  return `walking ${trips} ${trips === 1 ? 'revision' : 'revisions'} up, down and up again`;
}

/** Counts the moves of the walk and of the chain; an estimate where moves fail. */
function ticker({ plan, progress }: ReplayRequest): Tick {
  const cost = { upgrade: 1, 'round-trip': 4, chain: 0, rehearsal: 0 };
  const total = plan.steps.reduce((sum, { kind }) => sum + cost[kind], 0);
  let done = 0;
  return (direction, revision) => {
    done = Math.min(done + 1, total);
    progress.move(done, total, `${direction} ${revision}`);
  };
}
