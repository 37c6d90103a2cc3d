import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;

// src/model/lock.ts
var lockModes = [
  "ACCESS SHARE",
  "ROW SHARE",
  "ROW EXCLUSIVE",
  "SHARE UPDATE EXCLUSIVE",
  "SHARE",
  "SHARE ROW EXCLUSIVE",
  "EXCLUSIVE",
  "ACCESS EXCLUSIVE"
];
var strength = new Map(lockModes.map((mode, at) => [mode, at]));
var atLeast = (mode, least) => (strength.get(mode) ?? 0) >= (strength.get(least) ?? 0);
var blocksReads = (mode) => mode === "ACCESS EXCLUSIVE";
var blocksWrites = (mode) => atLeast(mode, "SHARE");
var strongest = (modes) => modes.reduce((most, mode) => most && atLeast(most, mode) ? most : mode, void 0);

export {
  lockModes,
  blocksReads,
  blocksWrites,
  strongest
};
