import { resolve } from 'node:path';
import { type Environment, environmentLayer } from './environment.ts';
import { gitRoot } from './git.ts';
import type { Layer } from './layer.ts';
import { merge, type Resolved } from './merge.ts';
import type { KnownRules } from './rule-setting.ts';
import { findSettingsFile, readSettingsFile } from './settings-file.ts';

export interface ResolveRequest {
  /** Absolute; what the user sees is relative to it. */
  readonly cwd: string;
  /** What was said for this run: the flags. */
  readonly given: Layer;
  readonly environment: Environment;
  /** The settings file that the user named; else it is looked for in the directory and above it. */
  readonly settingsFile?: string | undefined;
  /** What holds where nobody says otherwise, before the defaults do. */
  readonly fallback?: Layer;
  /** The rules there are; absent: any may be named. */
  readonly knownRules?: KnownRules;
}

/**
 * The settings that are in force: flags, then the settings file, then the environment, then the defaults.
 * SetupError `bad-setting` when one of them cannot be what was meant.
 */
export async function resolveSettings(request: ResolveRequest): Promise<Resolved> {
  const { cwd, given, environment, fallback, knownRules } = request;
  const file = await settingsFile(request);
  const layers = [
    given,
    ...(file === undefined ? [] : [await readSettingsFile(file, cwd)]),
    environmentLayer(environment, cwd),
    ...(fallback ? [fallback] : []),
  ];
  return merge(layers, cwd, knownRules);
}

async function settingsFile({
  cwd,
  given,
  settingsFile: named,
}: ResolveRequest): Promise<string | undefined> {
  if (named !== undefined) return resolve(cwd, named);
  const directory = resolve(given.base, String(given.given.get('directory')?.value ?? cwd));
  return findSettingsFile(directory, (await gitRoot(directory)) ?? directory);
}
