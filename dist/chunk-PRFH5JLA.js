import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  findSettingsFile,
  gitRoot,
  merge,
  readSettingsFile
} from "./chunk-MPCTKBTA.js";
import {
  environmentLayer
} from "./chunk-BHM4AELV.js";

// src/config/resolve.ts
import { resolve } from "node:path";
async function resolveSettings(request) {
  const { cwd, given, environment, fallback, knownRules } = request;
  const file = await settingsFile(request);
  const layers = [
    given,
    ...file === void 0 ? [] : [await readSettingsFile(file, cwd)],
    environmentLayer(environment, cwd),
    ...fallback ? [fallback] : []
  ];
  return merge(layers, cwd, knownRules);
}
async function settingsFile({
  cwd,
  given,
  settingsFile: named
}) {
  if (named !== void 0) return resolve(cwd, named);
  const directory = resolve(given.base, String(given.given.get("directory")?.value ?? cwd));
  return findSettingsFile(directory, await gitRoot(directory) ?? directory);
}

export {
  resolveSettings
};
