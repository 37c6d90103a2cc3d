import type { Progress } from '../model/progress.ts';
import { makeProgress, type ProgressOptions } from './progress.ts';
import { watchSignals } from './signals.ts';

/** What a run is told by whoever started it, and tells them. */
export interface Watch {
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** Runs something that signals can stop, with its progress on an output. Throws a `Stopped` where one has. */
export async function watched<T>(
  on: Pick<ProgressOptions, 'output' | 'live'>,
  work: (watch: Watch) => Promise<T>,
): Promise<T> {
  const now = (): number => performance.now();
  const progress = makeProgress({ ...on, now });
  using signals = watchSignals({
    source: process,
    now,
    onStop: () => progress.stage('stopping, and taking away what was started'),
    exit: (code) => process.exit(code),
  });
  try {
    return await work({ signal: signals.signal, progress });
  } catch (error) {
    signals.signal.throwIfAborted();
    throw error;
  } finally {
    progress.end();
  }
}
