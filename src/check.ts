import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { changedFiles } from './config/git.ts';
import type { Settings } from './config/settings.ts';
import { readTableStats } from './config/table-stats.ts';
import { startDatabase } from './database/start.ts';
import type { Observations } from './model/observation.ts';
import type { Progress } from './model/progress.ts';
import type { Facts, Report } from './model/report.ts';
import { SetupError } from './model/setup-error.ts';
import { makePlan } from './replay/plan.ts';
import { replay } from './replay/replay.ts';
import { judge } from './rules/judge.ts';
import { loadSql } from './sql/engine.ts';
import { type OpenProject, openProject } from './tools/open.ts';
import type { ToolSession, Whereabouts } from './tools/tool.ts';
import { version } from './version.ts';

export interface CheckRequest {
  readonly settings: Settings;
  readonly where: Whereabouts;
  /** Environment for the project's code. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** Everything but the observations: what would be done. */
export type PlannedFacts = Omit<Facts, 'observations' | 'server'>;

/** Walks from a directory to a report. Throws SetupError when the set-up is wrong; leaves nothing running. */
export async function check(request: CheckRequest): Promise<Report> {
  const started = performance.now();
  await using open = await openProject({ ...request.settings, ...request });
  const planned = await plan(request, open);
  const seen = await observe(request, open.session, planned);
  return assemble({ ...planned, ...seen }, request.settings, performance.now() - started);
}

/** The plan of a check, without starting a database. */
export async function planOnly(request: CheckRequest): Promise<PlannedFacts> {
  await using open = await openProject({ ...request.settings, ...request });
  return plan(request, open);
}

/** Judges a stored report again, with other settings or newer rules. */
export function rejudge(report: Report, settings: Pick<Settings, 'failOn' | 'rules'>): Promise<Report> {
  return assemble(report, settings, report.milliseconds);
}

async function plan(
  { settings, where }: CheckRequest,
  { session, detection }: OpenProject,
): Promise<PlannedFacts> {
  const changed =
    settings.scope === 'changed' && settings.since !== undefined
      ? await changedFiles(where.root, settings.since)
      : undefined;
  const { tableStats } = settings;
  const tableSizes = tableStats && (await readTableStats(tableStats, relative(where.root, tableStats)));
  const { graph, toolchain } = session;
  return {
    project: detection.project,
    toolchain,
    graph,
    plan: makePlan({
      graph,
      startAt: settings.startAt,
      ...(changed ? { changedFiles: changed } : {}),
      ...(settings.from === undefined ? {} : { from: settings.from }),
      ...(settings.to === undefined ? {} : { to: settings.to }),
      ...(settings.baseSql === undefined ? {} : { baseSql: relative(where.root, settings.baseSql) }),
    }),
    ...(tableSizes ? { tableSizes } : {}),
  };
}

async function observe(
  request: CheckRequest,
  session: ToolSession,
  planned: PlannedFacts,
): Promise<Pick<Facts, 'observations' | 'server'>> {
  if (planned.plan.steps.length === 0) return { observations: nothing };
  const { settings, signal, progress } = request;
  const baseSql = settings.baseSql === undefined ? undefined : await readBase(settings.baseSql);
  progress.stage('starting PostgreSQL');
  await using server = await startDatabase(databaseRequest(request), settings.database, signal);
  try {
    const observations = await replay({
      server,
      session,
      graph: planned.graph,
      plan: planned.plan,
      timeoutMs: settings.timeout,
      progress,
      ...(baseSql === undefined ? {} : { baseSql }),
    });
    return { observations, server: server.facts };
  } finally {
    await session.release();
  }
}

function databaseRequest({ settings, progress }: CheckRequest): Parameters<typeof startDatabase>[0] {
  return {
    progress: (line) => progress.stage(line),
    ...(settings.postgres === undefined ? {} : { postgres: settings.postgres }),
    ...(settings.image === undefined ? {} : { image: settings.image }),
    ...(settings.databaseUrl === undefined ? {} : { url: settings.databaseUrl }),
  };
}

async function readBase(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new SetupError(
      'base-sql-failed',
      `The base file ${file} cannot be read`,
      'Name a file that is there: --base-sql base.sql',
      { cause },
    );
  }
}

async function assemble(
  facts: Facts,
  { failOn, rules }: Pick<Settings, 'failOn' | 'rules'>,
  milliseconds: number,
): Promise<Report> {
  // Where nothing was planned there are no statements, and no parser is needed.
  if (facts.plan.steps.length > 0) await loadSql();
  const { project, toolchain, server, graph, plan, observations, tableSizes } = facts;
  const known: Facts = {
    project,
    toolchain,
    ...(server ? { server } : {}),
    graph,
    plan,
    observations,
    ...(tableSizes ? { tableSizes } : {}),
  };
  const judged = judge(known, { failOn, rules });
  return { schemaVersion: 1, writtenBy: version, ...known, failOn, ...judged, milliseconds };
}

const nothing: Observations = {
  roundTrips: [],
  passedThrough: [],
  notObserved: [],
  remarks: [],
  recoveries: { count: 0, moves: 0 },
};
