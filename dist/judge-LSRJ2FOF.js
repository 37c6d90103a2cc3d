import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  deliver
} from "./chunk-V7WAZUBY.js";
import {
  resolved
} from "./chunk-2F2ORU7R.js";
import {
  mustBeWritable,
  readReport
} from "./chunk-H5DPVBWC.js";
import "./chunk-ULXPFZAE.js";
import "./chunk-ZWMDAR6S.js";
import "./chunk-LQE6TXRS.js";
import "./chunk-ETWYSVKP.js";
import {
  readTableStats
} from "./chunk-LQVWXUBX.js";
import "./chunk-7KZAWLLG.js";
import "./chunk-ZSCF6D6X.js";
import "./chunk-S6JIUYN6.js";
import "./chunk-3LT6IPLV.js";
import "./chunk-3PY62EKK.js";
import "./chunk-L5MK2OWE.js";
import "./chunk-SHSROW75.js";
import "./chunk-7N2BPY7T.js";
import "./chunk-H3QFLGZO.js";
import "./chunk-MQDN3KCA.js";
import "./chunk-4ZDK54KC.js";

// src/cli/judge.ts
import { relative, resolve } from "node:path";
async function judgeCommand(asked, host) {
  const file = resolve(host.cwd, asked.report);
  const shown = relative(host.cwd, file);
  const report = await readReport(file, shown);
  const { settings } = await resolved(asked, host, judgedWith(report, shown, host.cwd));
  if (settings.json !== void 0 && settings.json !== "-") await mustBeWritable(settings.json);
  const { rejudge } = await host.engine();
  const facts = await withSizes(report, settings.tableStats, host.cwd);
  return deliver(await rejudge(facts, settings), settings, host);
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
