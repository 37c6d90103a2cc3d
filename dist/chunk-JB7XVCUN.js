import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  makeProgress
} from "./chunk-CLHKXJ74.js";
import {
  watchSignals
} from "./chunk-J4M2LII4.js";
import {
  whereabouts
} from "./chunk-2HNWJXLG.js";
import {
  canRewrite,
  projectEnvironment
} from "./chunk-G7WCXZMD.js";
import {
  __callDispose,
  __using
} from "./chunk-4ZDK54KC.js";

// src/cli/watched.ts
import { resolve } from "node:path";
async function whileWatched(settings, { settingsFile }, host, work) {
  var _stack = [];
  try {
    const now = () => performance.now();
    const live = canRewrite(host.env, host.stderr.isTTY === true);
    const progress = makeProgress({ output: host.stderr, live, now });
    const signals = __using(_stack, watchSignals({
      source: process,
      now,
      onStop: () => progress.stage("stopping, and taking away what was started"),
      exit: (code) => process.exit(code)
    }));
    try {
      return await work({
        settings,
        where: await whereabouts(settings.directory, host.cwd),
        env: projectEnvironment(host.env, "whole", settings.env),
        signal: signals.signal,
        progress,
        settingsFile: settingsFile && resolve(host.cwd, settingsFile)
      });
    } catch (error) {
      signals.signal.throwIfAborted();
      throw error;
    } finally {
      progress.end();
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function unlessStopped(work, signal) {
  signal.throwIfAborted();
  const stopped = new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, stopped]);
}

export {
  whileWatched,
  unlessStopped
};
