import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  watched
} from "./chunk-35M4Z2TR.js";
import {
  whereabouts
} from "./chunk-I76OI2NO.js";
import {
  canRewrite,
  projectEnvironment
} from "./chunk-BHM4AELV.js";

// src/cli/watched.ts
import { resolve } from "node:path";
function whileWatched(settings, { settingsFile }, host, work) {
  const live = canRewrite(host.env, host.stderr.isTTY === true);
  return watched(
    { output: host.stderr, live },
    async (watch) => work({
      settings,
      where: await whereabouts(settings.directory, host.cwd),
      env: projectEnvironment(host.env, "whole", settings.env),
      settingsFile: settingsFile && resolve(host.cwd, settingsFile),
      ...watch
    })
  );
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
