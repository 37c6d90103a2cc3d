import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { makeProgress } from './cli/progress.ts';
import { watchSignals } from './cli/signals.ts';
import { environment, projectEnvironment } from './config/environment.ts';
import { baseOf, eventLayer, inputLayer } from './config/inputs.ts';
import { resolveSettings } from './config/resolve.ts';
import type { Settings } from './config/settings.ts';
import { whereabouts } from './config/whereabouts.ts';
import { makeJournals } from './database/leftovers.ts';
import { annotationsOf } from './github/annotations.ts';
import { annotate, fail, hide, output, readInput, remember, withoutCommands } from './github/workflow.ts';
import { opens, type Report } from './model/report.ts';
import { SetupError } from './model/setup-error.ts';

async function main(): Promise<void> {
  try {
    const settings = await settingsOfStep();
    const journals = await makeJournals(environment()['RUNNER_TEMP'] ?? tmpdir());
    remember('journals', journals);
    const report = await withoutCommands(() => checked(settings, journals));
    annotate(annotationsOf(report.findings.filter(({ suppressed }) => !suppressed)));
    output('verdict', report.verdict);
    if (!opens(report)) fail(`${report.verdict}: ${counted(report)}`);
  } catch (error) {
    fail(error instanceof SetupError ? setupText(error) : (error as Error));
  }
}

async function settingsOfStep(): Promise<Settings> {
  const { rules } = await import('./rules/index.ts');
  const env = environment();
  const cwd = env['GITHUB_WORKSPACE'] ?? process.cwd();
  const url = readInput('database-url');
  if (url !== '') hide(url);
  const { settings } = await resolveSettings({
    cwd,
    given: inputLayer(readInput, cwd),
    environment: env,
    fallback: eventLayer(env['GITHUB_EVENT_NAME'] ?? 'unknown', await event(env['GITHUB_EVENT_PATH']), cwd),
    knownRules: Object.fromEntries(rules.map(([id, { options = {} }]) => [id, options])),
  });
  if (settings.databaseUrl)
    hide(decodeURIComponent(new URL(settings.databaseUrl).password) || settings.databaseUrl);
  return settings;
}

async function event(path: string | undefined): Promise<unknown> {
  return path === undefined ? undefined : JSON.parse(await readFile(path, 'utf8'));
}

/** The check, its report for people in the log. The migrations see no more of the environment than they need. */
async function checked(settings: Settings, journals: string): Promise<Report> {
  const now = (): number => performance.now();
  const progress = makeProgress({ output: process.stderr, live: false, now });
  using signals = watchSignals({
    source: process,
    now,
    onStop: () => progress.stage('stopping, and taking away what was started'),
    exit: (code) => process.exit(code),
  });
  const { check } = await import('./check.ts');
  const report = await check({
    settings,
    where: await whereabouts(settings.directory, process.cwd()),
    env: projectEnvironment(environment(), 'harmless', settings.env),
    signal: signals.signal,
    journals,
    progress,
    changeSince: baseOf(await event(environment()['GITHUB_EVENT_PATH'])),
  });
  progress.end();
  await write(report, settings);
  return report;
}

async function write(report: Report, { json, verbose }: Settings): Promise<void> {
  const [{ terminal }, machine] = await Promise.all([
    import('./reporters/terminal.ts'),
    import('./reporters/json.ts'),
  ]);
  const how = { colour: true, width: 110, verbose };
  process.stdout.write(terminal.render(report, how));
  const { writeReport } = await import('./cli/report-file.ts');
  if (json !== undefined && json !== '-')
    await writeReport(json, machine.json.render(report, { ...how, colour: false }));
}

/** "2 errors, 1 warning" */
function counted({ findings }: Report): string {
  const words = (['error', 'warning', 'notice'] as const).flatMap((level) => {
    const number = findings.filter(({ severity, suppressed }) => severity === level && !suppressed).length;
    return number === 0 ? [] : [`${number} ${level}${number === 1 ? '' : 's'}`];
  });
  return words.join(', ') || 'something in scope could not be checked';
}

const setupText = ({ message, hint, details }: SetupError): string => [message, hint, ...details].join('\n');

await main();
