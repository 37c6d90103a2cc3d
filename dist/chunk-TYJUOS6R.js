import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  docsPage
} from "./chunk-ACFORE5U.js";
import {
  rules
} from "./chunk-BAWHN274.js";
import {
  SetupError
} from "./chunk-Y6MC4UPV.js";

// src/reporters/files.ts
var fileReporters = {
  json: async () => (await import("./json-3255WSRO.js")).json,
  sarif: async () => (await import("./sarif-BUVM7F34.js")).sarif,
  junit: async () => (await import("./junit-PC4AZDZ3.js")).junit,
  gitlab: async () => (await import("./gitlab-5BXD37PV.js")).gitlab,
  markdown: async () => (await import("./markdown-7LOATU3G.js")).markdown,
  html: async () => (await import("./html-BVTHMNKG.js")).html
};
var fileReporterNames = Object.keys(fileReporters);

// src/host/whole-file.ts
import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, mkdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
async function mustBeWritable(file) {
  const there = await stat(file).catch(unlessMissing);
  if (there?.isDirectory()) throw new Error("it is a directory");
  if (there) return access(file, constants.W_OK);
  const above = await nearest(dirname(file));
  if (!(await stat(above)).isDirectory()) throw new Error(`${above} is no directory`);
  await access(above, constants.W_OK | constants.X_OK);
}
async function nearest(directory) {
  const there = await stat(directory).catch(unlessMissing);
  const above = dirname(directory);
  return there || above === directory ? directory : nearest(above);
}
async function makeDirectory(directory) {
  if (await stat(directory).catch(unlessMissing)) return;
  await makeDirectory(dirname(directory));
  await mkdir(directory).catch((error) => {
    if (error.code !== "EEXIST") throw error;
  });
}
function unlessMissing(error) {
  if (error.code !== "ENOENT") throw error;
}
async function writeWhole(file, text) {
  await makeDirectory(dirname(file));
  const target = await realpath(file).catch(() => file);
  const there = await stat(target).catch(unlessMissing);
  const isReplaceable = await access(dirname(target), constants.W_OK).then(
    () => !there || there.isFile(),
    () => false
  );
  if (!isReplaceable) return writeFile(target, text);
  const beside = join(dirname(target), `.migrate-check-${randomBytes(6).toString("hex")}.tmp`);
  try {
    await writeFile(beside, text, there ? { mode: there.mode } : {});
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

// src/host/report-files.ts
var wanted = (files) => fileReporterNames.flatMap((name) => {
  const file = files[name];
  return file === void 0 ? [] : [{ name, file }];
});
var onStandardOutput = (files) => wanted(files).find(({ file }) => file === "-")?.name;
async function checkReportFiles(files, judged) {
  const reports = wanted(files);
  const over = reports.find(({ name, file }) => file === judged && name !== "json");
  if (over) throw overJudged(over);
  for (const [file, [first, second]] of Map.groupBy(reports, (report) => report.file))
    if (first && second) throw samePlace(file, first.name, second.name);
  for (const report of reports)
    if (report.file !== "-") await mustBeWritable(report.file).catch((cause) => notWritable(report, cause));
}
async function writeReportFiles(report, files, how, print) {
  const reports = wanted(files);
  for (const one of reports) {
    const reporter = await fileReporters[one.name]();
    const text = reporter.render(report, { ...how, colour: false });
    if (one.file === "-") await print(text);
    else await writeWhole(one.file, text).catch((cause) => notWritable(one, cause));
  }
  return reports;
}
var samePlace = (file, first, second) => new SetupError(
  "bad-usage",
  `${first} and ${second} are both to be written to ${file === "-" ? "standard output" : file}`,
  `Name a file of its own: --${second} FILE`
);
var overJudged = ({ name, file }) => new SetupError(
  "bad-usage",
  `${name} is to be written to ${file}, and that is the report to judge`,
  `Name another file: --${name} FILE`
);
function notWritable({ name, file }, cause) {
  throw new SetupError(
    "bad-setting",
    `The report cannot be written to ${file}: ${cause.message}`,
    `Name another file: --${name} FILE`,
    { cause }
  );
}

// src/host/rule-texts.ts
function ruleTexts(version) {
  const texts = new Map(
    rules.map(([id, rule]) => [
      id,
      {
        why: rule.meta.why,
        fix: rule.meta.fix,
        page: docsPage(version, `rules/${id}.md`),
        part: partOf(rule)
      }
    ])
  );
  return (id) => texts.get(id);
}
function partOf({ subject, needs }) {
  if (subject === "chain" || subject === "rehearsal" || subject === "models" || subject === "upgrade")
    return subject;
  if (subject !== "round-trip") return "rest";
  if (needs.includes("reupgrade")) return "reupgrade";
  return needs.includes("downgrade") ? "downgrade" : "rest";
}

export {
  onStandardOutput,
  checkReportFiles,
  writeReportFiles,
  ruleTexts
};
