import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  isInside
} from "./chunk-67HGM7VL.js";

// src/reporters/in-repository.ts
var longest = 4096;
function inRepository({ file, line = 1, endLine = line }) {
  const parts = file.split("/").filter((part) => part !== "" && part !== ".");
  if (!isInside(file) || parts.length === 0 || file.length > longest) return void 0;
  const first = lineOf(line);
  return { file: parts.join("/").toWellFormed(), line: first, endLine: Math.max(first, lineOf(endLine)) };
}
var lineOf = (line) => Math.max(1, Math.trunc(line) || 1);
var nowhere = { file: "migrations", line: 1, endLine: 1 };
function linesOf({ place, revision }, { graph, project }) {
  const ofRevision = () => graph.revisions.find(({ id }) => id === revision)?.place;
  return inRepository(place) ?? inRepository(ofRevision() ?? { file: "" }) ?? inRepository({ file: project.file ?? "" }) ?? inRepository({ file: project.directory }) ?? nowhere;
}

export {
  inRepository,
  linesOf
};
