import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  deliver
} from "./chunk-I6IDFWT7.js";
import {
  parseReport
} from "./chunk-A3Z2JYLS.js";
import {
  checkReportFiles
} from "./chunk-F5TY7HIS.js";
import "./chunk-3OAIXMVM.js";
import {
  resolved
} from "./chunk-QDW5EG26.js";
import "./chunk-62BRQ3TH.js";
import "./chunk-MDMFYNHD.js";
import "./chunk-BWVJZBBN.js";
import "./chunk-WEG2C7GQ.js";
import "./chunk-X32Y2LWH.js";
import {
  readTableStats
} from "./chunk-SAM2PZXV.js";
import "./chunk-JYWKWCTX.js";
import "./chunk-W4LDNA4A.js";
import "./chunk-C76FHOHM.js";
import "./chunk-WBM4A7A6.js";
import {
  gitRoot
} from "./chunk-PHJNJXQ3.js";
import "./chunk-CW7E6TRU.js";
import "./chunk-RYKCJP3C.js";
import "./chunk-A33IW6KI.js";
import "./chunk-BHWKXNUT.js";
import "./chunk-UFDC26GR.js";
import "./chunk-3HPQLRMR.js";
import {
  SetupError
} from "./chunk-Y6MC4UPV.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODNIKTB2.js";
import "./chunk-FSKHT2XI.js";
import "./chunk-JM26A2YD.js";
import "./chunk-4ZDK54KC.js";

// src/cli/judge.ts
import { relative, resolve } from "node:path";

// src/cli/read-report.ts
import { readFile } from "node:fs/promises";
async function readReport(file, shown) {
  try {
    return parseReport(await readFile(file, "utf8"));
  } catch (cause) {
    throw new SetupError(
      "unreadable-report",
      `${shown} cannot be judged. ${cause.message}`,
      "Name a file that migrate-check --json has written",
      { cause }
    );
  }
}

// src/cli/judge.ts
async function judgeCommand(asked, host) {
  const file = resolve(host.cwd, asked.report);
  const shown = relative(host.cwd, file);
  const report = await readReport(file, shown);
  const { settings } = await resolved(asked, host, judgedWith(report, shown, host.cwd));
  await checkReportFiles(settings, file);
  const { rejudge } = await host.engine();
  const facts = await withSizes(report, settings.tableStats, host.cwd);
  const root = await gitRoot(host.cwd) ?? host.cwd;
  return deliver(await rejudge(facts, settings, root), settings, host);
}
async function withSizes(report, file, cwd) {
  return file === void 0 ? report : { ...report, tableSizes: await readTableStats(file, relative(cwd, file)) };
}
function judgedWith({ failOn }, file, base) {
  const source = { kind: "report", name: "failOn", file };
  return { base, given: /* @__PURE__ */ new Map([["failOn", { value: failOn, source }]]) };
}
export {
  judgeCommand
};
