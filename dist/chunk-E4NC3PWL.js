import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  external_exports
} from "./chunk-UFDC26GR.js";
import {
  SetupError
} from "./chunk-Y6MC4UPV.js";

// src/config/baseline-file.ts
import { randomBytes } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
var usual = ".migrate-check-baseline.json";
var baselineFile = (named, root, project) => named ?? resolve(root, project, usual);
async function baselineOf({
  named,
  root,
  project,
  isNew
}) {
  const path = baselineFile(named, root, project);
  const file = relative(root, path);
  const entries = await readBaseline(path, file);
  if (entries) return { file, entries };
  if (named === void 0 || isNew) return void 0;
  throw new SetupError(
    "bad-baseline",
    `There is no baseline ${file}`,
    `Write it: migrate-check baseline --baseline ${file}`
  );
}
var schema = external_exports.strictObject({
  version: external_exports.literal(1),
  findings: external_exports.array(
    external_exports.strictObject({
      rule: external_exports.string(),
      file: external_exports.string(),
      fingerprint: external_exports.string().min(1),
      about: external_exports.string()
    })
  )
});
async function readBaseline(file, shown) {
  const text = await readFile(file, "utf8").catch((error) => {
    if (error.code === "ENOENT") return void 0;
    throw bad(`The baseline ${shown} cannot be read: ${error.message}`, error);
  });
  return text === void 0 ? void 0 : parseBaseline(text, shown);
}
function parseBaseline(text, shown) {
  if (/^(<{7}|={7}|>{7})/m.test(text))
    throw bad(`The baseline ${shown} has the marks of a merge that was not resolved`);
  const result = schema.safeParse(jsonIn(text, shown));
  if (result.success) return result.data.findings;
  const [issue] = result.error.issues;
  const where = issue?.path.join(".") || "the whole";
  throw bad(`The baseline ${shown} cannot be used: ${where}: ${issue?.message}`);
}
function jsonIn(text, shown) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw bad(`The baseline ${shown} is not JSON: ${cause.message}`, cause);
  }
}
var bad = (message, cause) => new SetupError(
  "bad-baseline",
  message,
  "Take the last good version of it, or delete it and write it anew: migrate-check baseline",
  { cause }
);
async function writeBaseline(file, entries) {
  const lines = entries.map(
    ({ rule, file: file2, fingerprint, about }) => JSON.stringify({ rule, file: file2, fingerprint, about })
  );
  const findings = lines.length === 0 ? "[]" : `[
    ${lines.join(",\n    ")}
  ]`;
  const beside = join(dirname(file), `.migrate-check-${randomBytes(6).toString("hex")}.tmp`);
  try {
    await writeFile(beside, `{
  "version": 1,
  "findings": ${findings}
}
`);
    await rename(beside, file);
  } catch (cause) {
    await rm(beside, { force: true });
    throw new SetupError(
      "bad-baseline",
      `The baseline cannot be written to ${file}: ${cause.message}`,
      "Name another file: --baseline baseline.json",
      { cause }
    );
  }
}

export {
  baselineFile,
  baselineOf,
  parseBaseline,
  writeBaseline
};
