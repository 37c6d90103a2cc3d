import { resolve } from 'node:path';
import type { CheckRequest } from '../check/request.ts';
import { canRewrite, projectEnvironment } from '../config/environment.ts';
import type { Settings } from '../config/settings.ts';
import { whereabouts } from '../config/whereabouts.ts';
import type { SettingsAsked } from './arguments.ts';
import type { Host } from './host.ts';
import { makeProgress } from './progress.ts';
import { watchSignals } from './signals.ts';

/** Runs something that signals can stop, with progress on standard error. */
export async function whileWatched(
  settings: Settings,
  { settingsFile }: Pick<SettingsAsked, 'settingsFile'>,
  host: Host,
  work: (request: CheckRequest) => Promise<number>,
): Promise<number> {
  const now = (): number => performance.now();
  const live = canRewrite(host.env, host.stderr.isTTY === true);
  const progress = makeProgress({ output: host.stderr, live, now });
  using signals = watchSignals({
    source: process,
    now,
    onStop: () => progress.stage('stopping, and taking away what was started'),
    exit: (code) => process.exit(code),
  });
  try {
    return await work({
      settings,
      where: await whereabouts(settings.directory, host.cwd),
      env: projectEnvironment(host.env, 'whole', settings.env),
      signal: signals.signal,
      progress,
      settingsFile: settingsFile && resolve(host.cwd, settingsFile),
    });
  } catch (error) {
    signals.signal.throwIfAborted();
    throw error;
  } finally {
    progress.end();
  }
}

/** Nothing is left to take away: who stops us, because nobody reads what we write, need not wait for that. */
export function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, stopped]);
}
