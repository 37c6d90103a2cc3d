import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  gitRoot
} from "./chunk-MPCTKBTA.js";
import {
  isAbove
} from "./chunk-67HGM7VL.js";
import {
  SetupError
} from "./chunk-Y6MC4UPV.js";
import {
  environment
} from "./chunk-BHM4AELV.js";

// src/config/whereabouts.ts
import { realpath, stat } from "node:fs/promises";
import { dirname, relative } from "node:path";
async function whereabouts(directory, cwd) {
  const shown = relative(cwd, directory) || ".";
  const found = await stat(directory).catch(() => void 0);
  if (!found)
    throw new SetupError(
      "no-project",
      `There is no directory ${shown}`,
      "Name the directory that has the migrations"
    );
  if (!found.isDirectory())
    throw new SetupError(
      "no-project",
      `${shown} is no directory`,
      `Name the directory, ${relative(cwd, dirname(directory)) || "."}, or the file with --config ${shown}`
    );
  const real = await realpath(directory);
  const top = await gitRoot(real);
  if (top !== void 0) return { directory: real, root: await realpath(top) };
  const workspace = environment()["GITHUB_WORKSPACE"];
  const around = workspace && await realpath(workspace).catch(() => void 0);
  return { directory: real, root: around && !isAbove(relative(around, real)) ? around : real };
}

export {
  whereabouts
};
