import { forgetInputs } from '../config/environment.ts';
import { eventLayer, inputLayer } from '../config/inputs.ts';
import { merge } from '../config/merge.ts';
import { resolveSettings } from '../config/resolve.ts';
import type { Settings } from '../config/settings.ts';
import { hide, readInput } from '../github/workflow.ts';
import { knownRules } from '../host/known-rules.ts';
import type { Step } from './step.ts';

/**
 * The settings in force: inputs, then the settings file, then what the event means. With `mode: comment` only the inputs:
 * what lies there comes from a stranger. Passwords are hidden in the log from now on, and the inputs are gone from the
 * environment. SetupError `bad-setting`.
 */
export async function settingsOf(
  { runner, directory, event, inputs }: Step,
  since: string | undefined,
): Promise<Settings> {
  const url = readInput('database-url');
  if (url !== '') hide(url);
  const given = inputLayer(readInput, directory);
  forgetInputs();
  if (inputs.mode === 'comment') return merge([given], directory).settings;
  const { settings } = await resolveSettings({
    cwd: directory,
    given,
    environment: runner.env,
    fallback: eventLayer(event.name, since, directory),
    knownRules: await knownRules(),
  });
  if (settings.databaseUrl)
    hide(decodeURIComponent(new URL(settings.databaseUrl).password) || settings.databaseUrl);
  return settings;
}
