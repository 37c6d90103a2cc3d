import { resolve } from 'node:path';
import type { CheckRequest } from '../check/request.ts';
import { canRewrite, projectEnvironment } from '../config/environment.ts';
import type { Settings } from '../config/settings.ts';
import { whereabouts } from '../config/whereabouts.ts';
import { watched } from '../host/watched.ts';
import type { SettingsAsked } from './arguments.ts';
import type { Host } from './host.ts';

/** Runs something that signals can stop, with progress on standard error. */
export function whileWatched(
  settings: Settings,
  { settingsFile }: Pick<SettingsAsked, 'settingsFile'>,
  host: Host,
  work: (request: CheckRequest) => Promise<number>,
): Promise<number> {
  const live = canRewrite(host.env, host.stderr.isTTY === true);
  return watched({ output: host.stderr, live }, async (watch) =>
    work({
      settings,
      where: await whereabouts(settings.directory, host.cwd),
      env: projectEnvironment(host.env, 'whole', settings.env),
      settingsFile: settingsFile && resolve(host.cwd, settingsFile),
      ...watch,
    }),
  );
}

/** Nothing is left to take away: who stops us, because nobody reads what we write, need not wait for that. */
export function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, stopped]);
}
