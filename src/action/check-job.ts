import { tmpdir } from 'node:os';
import { projectEnvironment } from '../config/environment.ts';
import { withoutPasswordsIn } from '../config/secret.ts';
import type { Settings } from '../config/settings.ts';
import { whereabouts } from '../config/whereabouts.ts';
import { makeWatchLists } from '../database/leftovers.ts';
import { annotationsOf } from '../github/annotations.ts';
import { docsPage, linksOf } from '../github/links.ts';
import { outputs } from '../github/outputs.ts';
import { annotate, failJob, output, remember, withoutCommands } from '../github/workflow.ts';
import { checkReportFiles, type WantedReport } from '../host/report-files.ts';
import { watched } from '../host/watched.ts';
import { opens, type Report } from '../model/report.ts';
import { apiOf } from './api.ts';
import { baseOf } from './base.ts';
import { changedBy } from './changed.ts';
import { orComment } from './comment-refusal.ts';
import { deliver } from './deliver.ts';
import { refuseUnsafe } from './refuse.ts';
import { writeReports } from './reports.ts';
import { settingsOf } from './settings.ts';
import type { Step } from './step.ts';
import { failing } from './words.ts';

/** Checks the project and shows what was found wherever it may; the status of the job says whether the gate opens. */
export async function checkJob(step: Step): Promise<void> {
  refuseUnsafe(step);
  const { runner, event, directory, mark } = step;
  const api = apiOf(step);
  const { since, settings } = await orComment(step, undefined, async () => {
    const since = await baseOf(directory, event, api);
    return { since, settings: await settingsOf(step, since) };
  });
  const { report, written } = await orComment(step, settings, async () => {
    await checkReportFiles(settings);
    const watchLists = await makeWatchLists(runner.env['RUNNER_TEMP'] ?? tmpdir());
    remember('watchLists', watchLists);
    return withoutCommands(() => checked(step, settings, { watchLists, since }));
  });
  // A runner without a file for them takes outputs from the log, and so not where commands are stopped.
  for (const { name, file } of written) if (file !== '-') output(name, file);
  for (const { name, of } of outputs) output(name, of(report));
  const changed = event.pull && since !== undefined ? await changedBy(settings, since, report) : undefined;
  const { lines, notice } = await deliver(report, {
    settings,
    event,
    step: mark.id,
    links: linksOf(event, runner.version),
    page: docsPage(runner.version, 'github.md'),
    summaryFile: runner.env['GITHUB_STEP_SUMMARY'],
    api,
    changed,
  });
  const red = opens(report) ? undefined : failing(report);
  annotate(
    annotationsOf({
      findings: lines,
      filter: settings.filter,
      changed,
      said: { ...(red === undefined ? {} : { error: red }), ...(notice === undefined ? {} : { notice }) },
    }),
  );
  if (red !== undefined) failJob();
}

interface Begun {
  readonly watchLists: string;
  /** The commit that the change began at. */
  readonly since: string | undefined;
}

interface Checked {
  readonly report: Report;
  readonly written: readonly WantedReport[];
}

/** The check, its report for people in the log. The migrations see no more of the environment than they need. */
function checked({ runner }: Step, settings: Settings, begun: Begun): Promise<Checked> {
  return watched({ output: process.stderr, live: false }, async (watch) => {
    const { check } = await runner.engine();
    const report = await check({
      settings,
      where: await whereabouts(settings.directory, runner.cwd),
      env: projectEnvironment(runner.env, 'harmless', settings.env),
      watchLists: begun.watchLists,
      changeSince: begun.since,
      ...watch,
    });
    watch.progress.end();
    // Logs, comments and artifacts are read by everybody who can read the repository.
    const shown = withoutPasswordsIn(report);
    return { report: shown, written: await writeReports(shown, settings, runner.version) };
  });
}
