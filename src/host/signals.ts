import type { EventEmitter } from 'node:events';
import { constants } from 'node:os';

const watched = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** npm passes on a Ctrl-C that the terminal has sent to us already: that is one wish, not two. */
const sameWish = 500;

/** Ends a command from outside. The exit code is 128 and the number of the signal, as shells have it. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  readonly exitCode: number;

  constructor(signal: (typeof watched)[number]) {
    super(`Stopped by ${signal}`);
    this.exitCode = 128 + constants.signals[signal];
  }
}

export interface SignalOptions {
  /** The process. */
  readonly source: EventEmitter;
  /** Milliseconds of any steady clock. */
  readonly now: () => number;
  /** Called at the first signal: everything is being taken away. */
  readonly onStop: () => void;
  /** Ends the process at once. */
  readonly exit: (code: number) => void;
}

/** Aborts with a `Stopped` at the first signal, ends the process at the second. */
export function watchSignals({
  source,
  now,
  onStop,
  exit,
}: SignalOptions): Disposable & { readonly signal: AbortSignal } {
  const controller = new AbortController();
  let since = 0;
  const listeners = watched.map((name) => {
    const listener = (): void => {
      const stopped = new Stopped(name);
      if (controller.signal.aborted) {
        if (now() - since >= sameWish) exit(stopped.exitCode);
        return;
      }
      since = now();
      controller.abort(stopped);
      onStop();
    };
    source.on(name, listener);
    return { name, listener };
  });
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      for (const { name, listener } of listeners) source.off(name, listener);
    },
  };
}
