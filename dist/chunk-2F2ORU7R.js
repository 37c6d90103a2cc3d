import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  flagLayer
} from "./chunk-ZWMDAR6S.js";
import {
  resolveSettings
} from "./chunk-7KZAWLLG.js";

// src/cli/resolved.ts
async function resolved(asked, { cwd, env }, fallback) {
  const { rules } = await import("./rules-7VL6VOGO.js");
  return resolveSettings({
    cwd,
    given: flagLayer(asked.directory, asked.values, cwd),
    environment: env,
    settingsFile: asked.settingsFile,
    knownRules: rules.map(([id]) => id),
    ...fallback ? { fallback } : {}
  });
}

export {
  resolved
};
