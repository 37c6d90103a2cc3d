import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;

// src/host/signals.ts
import { constants } from "node:os";
var watched = ["SIGINT", "SIGTERM", "SIGHUP"];
var sameWish = 500;
var Stopped = class extends Error {
  name = "Stopped";
  exitCode;
  constructor(signal) {
    super(`Stopped by ${signal}`);
    this.exitCode = 128 + constants.signals[signal];
  }
};
function watchSignals({
  source,
  now,
  onStop,
  exit
}) {
  const controller = new AbortController();
  let since = 0;
  const listeners = watched.map((name) => {
    const listener = () => {
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
    }
  };
}

export {
  Stopped,
  watchSignals
};
