import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  deliver
} from "./chunk-CT2QNYCW.js";
import {
  parseReport
} from "./chunk-A3Z2JYLS.js";
import {
  checkReportFiles
} from "./chunk-TYJUOS6R.js";
import "./chunk-ACFORE5U.js";
import {
  resolved
} from "./chunk-AON4Q32Y.js";
import "./chunk-BWUDTPXH.js";
import "./chunk-MDMFYNHD.js";
import "./chunk-725TSLKE.js";
import "./chunk-WEG2C7GQ.js";
import "./chunk-X32Y2LWH.js";
import {
  readTableStats
} from "./chunk-SAM2PZXV.js";
import "./chunk-JYWKWCTX.js";
import "./chunk-BAWHN274.js";
import "./chunk-C76FHOHM.js";
import "./chunk-PRFH5JLA.js";
import {
  gitRoot
} from "./chunk-MPCTKBTA.js";
import "./chunk-37354AS2.js";
import "./chunk-67HGM7VL.js";
import "./chunk-A33IW6KI.js";
import "./chunk-BHWKXNUT.js";
import "./chunk-UFDC26GR.js";
import "./chunk-3HPQLRMR.js";
import {
  SetupError
} from "./chunk-Y6MC4UPV.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODNIKTB2.js";
import "./chunk-BHM4AELV.js";
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
