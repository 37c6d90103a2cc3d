import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  Stopped
} from "./chunk-JE7KEQGY.js";

// src/host/fault.ts
import { inspect } from "node:util";
function rootOf(error) {
  if (error instanceof SuppressedError) return rootOf(error.suppressed);
  return error instanceof Error && error.cause instanceof Stopped ? error.cause : error;
}
function faultText(error, version) {
  return [
    "this is a fault of migrate-check, not of your migrations",
    "",
    inspect(error),
    "",
    `migrate-check ${version}, Node.js ${process.version}, ${process.platform} ${process.arch}`,
    "Please report it with the lines above."
  ].join("\n");
}

export {
  rootOf,
  faultText
};
