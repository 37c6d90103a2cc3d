import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  whileWatched
} from "./chunk-KZ34HTHB.js";
import "./chunk-35M4Z2TR.js";
import {
  resolved
} from "./chunk-AON4Q32Y.js";
import "./chunk-BWUDTPXH.js";
import "./chunk-JE7KEQGY.js";
import "./chunk-WEG2C7GQ.js";
import {
  write
} from "./chunk-X32Y2LWH.js";
import {
  baselineFile,
  writeBaseline
} from "./chunk-E4NC3PWL.js";
import "./chunk-I76OI2NO.js";
import "./chunk-PRFH5JLA.js";
import "./chunk-MPCTKBTA.js";
import "./chunk-67HGM7VL.js";
import "./chunk-A33IW6KI.js";
import "./chunk-BHWKXNUT.js";
import "./chunk-UFDC26GR.js";
import "./chunk-3HPQLRMR.js";
import "./chunk-Y6MC4UPV.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODNIKTB2.js";
import "./chunk-BHM4AELV.js";
import "./chunk-4ZDK54KC.js";

// src/cli/baseline.ts
import { relative } from "node:path";
async function baselineCommand(asked, host) {
  const { settings } = await resolved(asked, host);
  return await whileWatched(settings, asked, host, async (request) => {
    const { check } = await host.engine();
    const report = await check({ ...request, newBaseline: true });
    request.signal.throwIfAborted();
    const { recordable } = await import("./judge-FZXWP24Q.js");
    const entries = recordable(report);
    const file = baselineFile(settings.baseline, request.where.root, report.project.directory);
    await writeBaseline(file, entries);
    request.progress.end();
    await write(host.stdout, said(entries, report, relative(host.cwd, file)));
    return 0;
  });
}
function said(entries, { findings, baseline, verdict }, file) {
  const letPass = findings.filter(({ suppressed }) => suppressed && suppressed.by !== "baseline").length;
  const fromBefore = (baseline?.letPass ?? 0) + (baseline?.notChecked.length ?? 0);
  const about = findings.length - letPass - (entries.length - (baseline?.notChecked.length ?? 0));
  return [
    `${count(entries.length, "finding")} recorded in ${file}`,
    ...baseline ? [
      `  ${entries.length - fromBefore} new, ${fromBefore} recorded before, ${baseline.fixed.length} fixed and dropped`
    ] : [],
    ...letPass > 0 ? [`  ${letPass} let pass by comments or settings: not recorded`] : [],
    ...about > 0 ? [`  ${about} about comments and settings themselves: not recorded, mend them`] : [],
    ...verdict === "incomplete" ? ["  something in scope could not be checked: it is not recorded"] : []
  ].join("\n");
}
var count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
export {
  baselineCommand
};
