import { relative } from 'node:path';
import { type Judged, type JudgedBy, judged, judgingOf, reportOf } from './check/judging.ts';
import { narrowed } from './check/narrowed.ts';
import type { CheckRequest, PlannedFacts } from './check/request.ts';
import { canSuggest, withOldSuggestions, withSuggestions } from './check/suggest.ts';
import { baseHistory } from './config/base-history.ts';
import { readBaseSql } from './config/base-sql.ts';
import { relaxationsOf } from './config/base-version.ts';
import { baselineFile } from './config/baseline-file.ts';
import { changedFiles, isUntouched } from './config/changed-files.ts';
import { settingsFilesFor } from './config/settings-file.ts';
import { readTableStats } from './config/table-stats.ts';
import { passingServer } from './database/passing.ts';
import type { DatabaseServer } from './database/provider.ts';
import { startDatabase } from './database/start.ts';
import type { Observations } from './model/observation.ts';
import type { Plan } from './model/plan.ts';
import type { Progress } from './model/progress.ts';
import type { Project } from './model/project.ts';
import type { Facts, Report } from './model/report.ts';
import { SetupError } from './model/setup-error.ts';
import { makePlan, type PlanRequest } from './replay/plan.ts';
import { replay } from './replay/replay.ts';
import { rules } from './rules/index.ts';
import type { JudgeSettings } from './rules/judge.ts';
import { isOnRequest } from './rules/rule.ts';
import { loadSql } from './sql/engine.ts';
import { type FoundProject, findProject, type OpenProject, openProject } from './tools/open.ts';
import { version } from './version.ts';

export type { JudgedBy } from './check/judging.ts';

/** Walks from a directory to a report. Throws SetupError when the set-up is wrong; leaves nothing running. */
export async function check(request: CheckRequest): Promise<Report> {
  const started = performance.now();
  const found = await findProject({ ...request.settings, ...request });
  const judging = await judgingOf(request, found.detection.project.directory);
  const facts = await untouched(request, found);
  const seen = facts ? await judged(facts, judging) : await walk(request, found, judging);
  return reportOf(seen, judging, { writtenBy: version, milliseconds: performance.now() - started });
}

/** The facts about a change that touches nothing that the history is made of; undefined about any other. */
async function untouched(
  request: CheckRequest,
  { tool, detection }: FoundProject,
): Promise<Facts | undefined> {
  const { settings, where, settingsFile, newBaseline } = request;
  const { scope, since, baseline, baseSql, tableStats } = settings;
  if (scope !== 'changed' || since === undefined || newBaseline) return undefined;
  const sources = await tool.sources(detection);
  if (!sources) return undefined;
  const { project } = detection;
  const decisive = [
    ...sources,
    ...(settingsFile === undefined ? settingsFilesFor(where.directory, where.root) : [settingsFile]),
    baselineFile(baseline, where.root, project.directory),
    ...[baseSql, tableStats].filter((file) => file !== undefined),
  ];
  const refs = [...new Set([since, sinceOf(request) ?? since])];
  const each = await Promise.all(refs.map((ref) => isUntouched(where.root, ref, decisive)));
  return each.every(Boolean) ? nothingOf(project, since) : undefined;
}

/** What is found out by walking: the project is opened, its history planned, replayed and judged. */
async function walk(request: CheckRequest, found: FoundProject, judging: JudgeSettings): Promise<Judged> {
  await using open = await openProject({ ...request.settings, ...request }, found);
  const planned = await plan(request, open);
  const relaxations = await relaxationsIn(request, planned, judging);
  const base = await baseOf(request, planned);
  const around = { ...(base ? { base } : {}), ...(relaxations ? { relaxations } : {}) };
  const { settings, signal, progress, where } = request;
  // Whoever writes down what there is does not want to mend it.
  const mayTry = settings.suggestions && !request.newBaseline;
  const unwalked =
    planned.plan.steps.length > 0
      ? undefined
      : await judged({ ...planned, observations: nothing, ...around }, judging);
  if (unwalked && !(mayTry && canSuggest(unwalked))) return unwalked;
  progress.stage('starting PostgreSQL');
  await using server = await startDatabase(databaseRequest(request), settings.database, signal);
  const passing = await passingServer(server);
  const before =
    unwalked ??
    (await judged({ ...(await observe(request, passing.server, open, planned)), ...around }, judging));
  if (!mayTry) return before;
  const findings = await withSuggestions(before, {
    root: where.root,
    progress,
    signal,
    again: async (file, texts, until) => {
      const quiet = { ...request, signal: until, progress: silent };
      await passing.clear();
      await using edited = await openProject({ ...settings, ...quiet, texts }, found);
      const whole = await plan(quiet, edited);
      const part = { ...whole, plan: narrowed(whole.plan, whole.graph, file) };
      const facts = await observe(quiet, passing.server, edited, part);
      return judged({ ...facts, ...around }, judging);
    },
  });
  return { ...before, judgement: { ...before.judgement, findings } };
}

/** The plan of a check, without starting a database. */
export async function planOnly(request: CheckRequest): Promise<PlannedFacts> {
  await using open = await openProject({ ...request.settings, ...request });
  return plan(request, open);
}

/** The project that a check would be of; nothing of it runs. SetupError when there is none, or more than one. */
export async function projectOf(request: Pick<CheckRequest, 'settings' | 'where'>): Promise<Project> {
  const { detection } = await findProject({ ...request.settings, ...request });
  return detection.project;
}

/** Judges a stored report again, with other settings or newer rules. */
export async function rejudge(
  report: Report,
  settings: JudgedBy,
  /** Where the files of the report are. */
  root = '.',
): Promise<Report> {
  const judging = await judgingOf({ settings, where: { root } }, report.project.directory);
  const again = await judged(report, judging);
  const findings = withOldSuggestions(again.judgement, report);
  return reportOf({ ...again, judgement: { ...again.judgement, findings } }, judging, {
    writtenBy: version,
    milliseconds: report.milliseconds,
  });
}

/** The ref that the change began at; undefined where nobody says what the change is. */
const sinceOf = ({
  settings,
  changeSince,
}: Pick<CheckRequest, 'settings' | 'changeSince'>): string | undefined =>
  changeSince ?? (settings.scope === 'changed' ? settings.since : undefined);

/** What the base ref has of the same history; undefined where there is none, or git cannot tell and need not. */
async function baseOf(request: CheckRequest, { graph }: PlannedFacts): Promise<Facts['base']> {
  const since = sinceOf(request);
  if (since === undefined) return undefined;
  try {
    return await baseHistory(request.where.root, since, graph);
  } catch (error) {
    // Whoever wants everything checked needs no history of git.
    if (request.settings.scope === 'changed' || !(error instanceof SetupError)) throw error;
    return undefined;
  }
}

/** By what the change asks less of itself; undefined where nobody says what the change is. */
async function relaxationsIn(
  { settings, where, settingsFile, changeSince }: CheckRequest,
  { graph }: PlannedFacts,
  { baseline }: JudgeSettings,
): Promise<Facts['relaxations']> {
  const since = sinceOf({ settings, changeSince });
  if (since === undefined) return undefined;
  const severities = Object.fromEntries(
    rules.map(([id, rule]) => [id, isOnRequest(rule) ? 'off' : rule.meta.severity]),
  );
  try {
    return await relaxationsOf({ ...where, settingsFile, since, graph, baseline, severities });
  } catch (error) {
    // Whoever wants everything checked needs no history of git, and is told that this could not be looked at.
    if (settings.scope === 'changed' || !(error instanceof SetupError)) throw error;
    return [{ by: 'settings', words: `could not be looked at: ${error.message}` }];
  }
}

async function plan(
  { settings, where }: CheckRequest,
  { session, detection }: OpenProject,
): Promise<PlannedFacts> {
  const { tableStats } = settings;
  const tableSizes = tableStats && (await readTableStats(tableStats, relative(where.root, tableStats)));
  const { graph, toolchain } = session;
  return {
    project: detection.project,
    toolchain,
    graph,
    plan: await planOf(settings, where.root, session),
    ...(tableSizes ? { tableSizes } : {}),
  };
}

/** Git is asked about what surrounds the revisions only where none of them is in scope. */
async function planOf(
  { scope, since, startAt, from, to, baseSql }: CheckRequest['settings'],
  root: string,
  { graph, sources }: OpenProject['session'],
): Promise<Plan> {
  const base = scope === 'changed' ? since : undefined;
  const asked: PlanRequest = {
    graph,
    startAt,
    ...(base === undefined ? {} : { changedFiles: await changedFiles(root, base) }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(baseSql === undefined ? {} : { baseSql: relative(root, baseSql) }),
  };
  const plan = makePlan(asked);
  if (plan.steps.length > 0 || base === undefined || (await isUntouched(root, base, sources))) return plan;
  return makePlan({ ...asked, surroundingsChanged: true });
}

async function observe(
  { settings, progress }: CheckRequest,
  server: DatabaseServer,
  { session }: OpenProject,
  planned: PlannedFacts,
): Promise<Facts> {
  const baseSql = settings.baseSql === undefined ? undefined : await readBaseSql(settings.baseSql);
  const parts = { ...planned, server, session, timeoutMs: settings.timeout, progress };
  const replayed = replay({ ...parts, ...(baseSql === undefined ? {} : { baseSql }) });
  // What judging needs is loaded while the replay waits for the server.
  const [observations] = await Promise.all([replayed.finally(() => session.release()), loadSql()]);
  return { ...planned, observations, server: server.facts };
}

function databaseRequest({
  settings,
  progress,
  watchLists,
}: CheckRequest): Parameters<typeof startDatabase>[0] {
  return {
    progress: (line) => progress.stage(line),
    ...(settings.postgres === undefined ? {} : { postgres: settings.postgres }),
    ...(settings.image === undefined ? {} : { image: settings.image }),
    ...(settings.databaseUrl === undefined ? {} : { url: settings.databaseUrl }),
    ...(watchLists === undefined ? {} : { watchLists }),
  };
}

const nothing: Observations = {
  roundTrips: [],
  passedThrough: [],
  notObserved: [],
  remarks: [],
  recoveries: { count: 0, moves: 0 },
};

/** The facts where nothing was started. Settings that are as they were ask nothing less. */
const nothingOf = (project: Project, untouchedSince: string): Facts => ({
  project,
  toolchain: { versions: {}, interpreter: 'not started' },
  graph: { revisions: [], bases: [], heads: [], faults: [] },
  plan: { scope: 'changed', steps: [], leftOut: [], untouchedSince },
  observations: nothing,
  relaxations: [],
});

const silent: Progress = { stage: () => undefined, move: () => undefined, end: () => undefined };
