import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  knownRules
} from "./chunk-BWUDTPXH.js";
import {
  flagLayer
} from "./chunk-WEG2C7GQ.js";
import {
  resolveSettings
} from "./chunk-PRFH5JLA.js";

// src/cli/resolved.ts
async function resolved(asked, { cwd, env }, fallback) {
  return resolveSettings({
    cwd,
    given: flagLayer(asked.directory, asked.values, cwd),
    environment: env,
    settingsFile: asked.settingsFile,
    knownRules: await knownRules(),
    ...fallback ? { fallback } : {}
  });
}

export {
  resolved
};
