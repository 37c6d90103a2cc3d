import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  spawnJanitor
} from "./chunk-XPOZ2QEA.js";

// src/database/leftovers.ts
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
var makeWatchLists = (parent) => mkdtemp(join(parent, "migrate-check-"));
async function removeLeftovers(watchLists) {
  const names = await readdir(watchLists).catch(() => []);
  await Promise.all(names.map((name) => finish(join(watchLists, name))));
  await rm(watchLists, { recursive: true, force: true });
  return names.length;
}
async function finish(watchList) {
  const lines = await readFile(watchList).catch(() => "");
  const janitor = await spawnJanitor(watchList);
  const ended = once(janitor, "exit");
  janitor.stdin.end(lines);
  await ended;
}

export {
  makeWatchLists,
  removeLeftovers
};
