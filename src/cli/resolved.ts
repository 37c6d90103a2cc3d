import { flagLayer } from '../config/flags.ts';
import type { Layer } from '../config/layer.ts';
import type { Resolved } from '../config/merge.ts';
import { resolveSettings } from '../config/resolve.ts';
import { knownRules } from '../host/known-rules.ts';
import type { SettingsAsked } from './arguments.ts';
import type { Host } from './host.ts';

/** The settings in force for what was typed. */
export async function resolved(
  asked: SettingsAsked,
  { cwd, env }: Host,
  fallback?: Layer,
): Promise<Resolved> {
  return resolveSettings({
    cwd,
    given: flagLayer(asked.directory, asked.values, cwd),
    environment: env,
    settingsFile: asked.settingsFile,
    knownRules: await knownRules(),
    ...(fallback ? { fallback } : {}),
  });
}
