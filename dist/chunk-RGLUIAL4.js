import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  delivered,
  skipped
} from "./chunk-KKJJ25RZ.js";
import {
  withoutPasswordsIn
} from "./chunk-MDMFYNHD.js";
import {
  isInside
} from "./chunk-67HGM7VL.js";
import {
  SetupError
} from "./chunk-Y6MC4UPV.js";
import {
  countedIn
} from "./chunk-ODNIKTB2.js";
import {
  plain
} from "./chunk-JM26A2YD.js";

// src/github/cut.ts
var cut = (text, most) => text.length <= most ? text : `${text.slice(0, most - 4)} ...`;

// src/github/outputs.ts
var notChecked = "not-checked";
var outputs = [
  {
    name: "verdict",
    description: `passed, failed or incomplete; ${notChecked} where the set-up is wrong, and the others are empty`,
    of: ({ verdict }) => verdict
  },
  { name: "errors", description: "how many errors were found", of: (report) => count(report, "error") },
  { name: "warnings", description: "how many warnings were found", of: (report) => count(report, "warning") },
  { name: "notices", description: "how many notices were found", of: (report) => count(report, "notice") },
  {
    name: "not-checked",
    description: "how many rules could not be checked, wholly or in part",
    of: ({ coverage }) => String(coverage.filter(isLacking).length)
  },
  {
    name: "head",
    description: "the head of the history; several are separated by blanks; empty where no migration was changed",
    of: ({ graph }) => cut(graph.heads.join(" "), longest)
  }
];
var count = (report, level) => String(countedIn(report).filter(({ severity }) => severity === level).length);
var isLacking = (coverage) => coverage.state === "not-checked" || coverage.state === "checked" && coverage.notChecked.length > 0;
var longest = 1e3;

// src/action/refusal.ts
function refusalOf(error) {
  if (!(error instanceof SetupError)) return withoutPasswordsIn(ownFault(error));
  const { message, hint, details, place } = error;
  return withoutPasswordsIn({
    message,
    hint: [hint, ...asInputs(hint)].join("\n"),
    details,
    place: place && isInside(place.file) ? place : void 0
  });
}
var ownFault = (error) => ({
  message: `migrate-check itself has failed: ${error instanceof Error ? error.message : String(error)}`,
  hint: "This is no fault of the migrations. Please report it, with what the log of the job says of it",
  details: []
});
var refusalText = ({ message, hint, details }) => plain([message, hint, ...details].join("\n"));
var asInputs = (hint) => /(^|[\s(])(--[a-z]|migrate-check )/.test(hint) ? [inAWorkflow] : [];
var inAWorkflow = "In a workflow a flag is the input of that name, and the directory is the input directory.";

// src/github/summary.ts
import { appendFile, stat } from "node:fs/promises";
var limit = 1024 * 1024;
var summaryBudget = 900 * 1024;
async function writeSummary(file, text) {
  if (!file) return skipped("this runner has no summaries");
  const there = await stat(file).then(
    ({ size }) => size,
    () => 0
  );
  const addition = `${text.trimEnd()}
`;
  if (there + Buffer.byteLength(addition) > limit)
    return { state: "failed", because: "it is longer than GitHub shows" };
  await appendFile(file, addition);
  return delivered;
}

export {
  cut,
  notChecked,
  outputs,
  refusalOf,
  refusalText,
  summaryBudget,
  writeSummary
};
