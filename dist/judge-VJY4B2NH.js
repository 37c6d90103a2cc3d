import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  deliver
} from "./chunk-NQZ7VXO3.js";
import {
  resolved
} from "./chunk-RIJGLWET.js";
import {
  mustBeWritable,
  readReport
} from "./chunk-WO3MD2T4.js";
import "./chunk-ULXPFZAE.js";
import "./chunk-74OMBEDD.js";
import "./chunk-LQE6TXRS.js";
import "./chunk-VXLX5RN4.js";
import {
  readTableStats
} from "./chunk-FZJPTM5F.js";
import "./chunk-RFOFLXV6.js";
import {
  gitRoot
} from "./chunk-MX6W6JSU.js";
import "./chunk-YAZYXK4P.js";
import "./chunk-A33IW6KI.js";
import "./chunk-ODC47GDL.js";
import "./chunk-L5MK2OWE.js";
import "./chunk-7N2BPY7T.js";
import "./chunk-GPDEBQO7.js";
import "./chunk-LVLOTI4M.js";
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
