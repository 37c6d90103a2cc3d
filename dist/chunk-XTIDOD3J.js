import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  flagLayer
} from "./chunk-BAEQL6UH.js";
import {
  resolveSettings
} from "./chunk-2JVLKBM2.js";

// src/cli/resolved.ts
async function resolved(asked, { cwd, env }, fallback) {
  const { rules } = await import("./rules-W7ZRK37H.js");
  return resolveSettings({
    cwd,
    given: flagLayer(asked.directory, asked.values, cwd),
    environment: env,
    settingsFile: asked.settingsFile,
    knownRules: Object.fromEntries(rules.map(([id, { options = {} }]) => [id, options])),
    ...fallback ? { fallback } : {}
  });
}

export {
  resolved
};
