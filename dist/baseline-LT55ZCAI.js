import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  whileWatched
} from "./chunk-JB7XVCUN.js";
import "./chunk-CLHKXJ74.js";
import {
  resolved
} from "./chunk-KHQR3HZQ.js";
import "./chunk-25HRO674.js";
import "./chunk-J4M2LII4.js";
import "./chunk-WEG2C7GQ.js";
import {
  write
} from "./chunk-G6YJSJYM.js";
import {
  baselineFile,
  writeBaseline
} from "./chunk-GWN3YTZL.js";
import "./chunk-2HNWJXLG.js";
import "./chunk-PYV3O6H3.js";
import "./chunk-JHTROX6E.js";
import "./chunk-A33IW6KI.js";
import "./chunk-S5KUP26Q.js";
import "./chunk-UFDC26GR.js";
import "./chunk-3HPQLRMR.js";
import "./chunk-L5MK2OWE.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODNIKTB2.js";
import "./chunk-G7WCXZMD.js";
import "./chunk-4ZDK54KC.js";

// src/cli/baseline.ts
import { relative } from "node:path";
async function baselineCommand(asked, host) {
  const { settings } = await resolved(asked, host);
  return await whileWatched(settings, asked, host, async (request) => {
    const { check } = await host.engine();
    const report = await check({ ...request, newBaseline: true });
    request.signal.throwIfAborted();
    const { recordable } = await import("./judge-IFI6CLEI.js");
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
