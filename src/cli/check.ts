import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Settings } from '../config/settings.ts';
import { nearest } from '../config/spelling.ts';
import { write } from '../host/output.ts';
import { checkReportFiles } from '../host/report-files.ts';
import { SetupError } from '../model/setup-error.ts';
import { type Asked, commands } from './arguments.ts';
import { deliver } from './deliver.ts';
import { colourOf, type Host } from './host.ts';
import { planText } from './plan-text.ts';
import { resolved } from './resolved.ts';
import { unlessStopped, whileWatched } from './watched.ts';

type CheckAsked = Extract<Asked, { kind: 'check' }>;

/** `migrate-check [directory]`: the check, or with `--dry-run` only its plan. */
export async function checkCommand(asked: CheckAsked, host: Host): Promise<number> {
  await mustBeNoCommand(asked.directory, host.cwd);
  const { settings } = await resolved(asked, host);
  await checkReportFiles(settings);
  return await whileWatched(settings, asked, host, async (request) => {
    const { check, planOnly } = await host.engine();
    if (!asked.dryRun) {
      const report = await check(request);
      request.progress.end();
      return await unlessStopped(deliver(report, settings, host), request.signal);
    }
    const planned = await planOnly(request);
    const providers = await surveyed(settings);
    request.progress.end();
    await write(host.stdout, planText(planned, providers, colourOf(host, host.stdout)));
    return 0;
  });
}

async function surveyed({ database, postgres, image, databaseUrl }: Settings) {
  const { surveyProviders } = await import('../database/start.ts');
  return surveyProviders(
    {
      progress: () => undefined,
      ...(postgres === undefined ? {} : { postgres }),
      ...(image === undefined ? {} : { image }),
      ...(databaseUrl === undefined ? {} : { url: databaseUrl }),
    },
    database,
  );
}

/** A command that is misspelt reads like a directory that is not there. */
async function mustBeNoCommand(word: string | undefined, cwd: string): Promise<void> {
  if (word === undefined || /[\\/.]/.test(word)) return;
  const meant = nearest(word, commands);
  if (word !== 'check' && meant === undefined) return;
  if (await stat(resolve(cwd, word)).catch(() => undefined)) return;
  throw new SetupError(
    'bad-usage',
    `There is no command ${word}, and no directory`,
    word === 'check'
      ? 'migrate-check by itself checks: leave the word out'
      : `Did you mean migrate-check ${meant}?`,
  );
}
