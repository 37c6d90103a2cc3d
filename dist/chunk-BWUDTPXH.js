import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;

// src/host/known-rules.ts
async function knownRules() {
  const { rules } = await import("./rules-K4PUFVOJ.js");
  return Object.fromEntries(rules.map(([id, { options = {} }]) => [id, options]));
}

export {
  knownRules
};
