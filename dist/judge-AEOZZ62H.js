import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  deliver
} from "./chunk-LBPYUCVT.js";
import "./chunk-ULXPFZAE.js";
import "./chunk-LQE6TXRS.js";
import "./chunk-SLGOVVVT.js";
import {
  resolved
} from "./chunk-4Q2KL54C.js";
import "./chunk-GERXPO6N.js";
import "./chunk-W4BGRORS.js";
import "./chunk-5RNLRIMV.js";
import "./chunk-NT2BRCZQ.js";
import "./chunk-A33IW6KI.js";
import "./chunk-ISUSZLND.js";
import "./chunk-LVLOTI4M.js";
import {
  mustBeWritable,
  readReport
} from "./chunk-4IWCS5LE.js";
import "./chunk-ODC47GDL.js";
import "./chunk-L5MK2OWE.js";
import "./chunk-7N2BPY7T.js";
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
  return deliver(rejudge(report, settings), settings, host);
}
function judgedWith({ failOn }, file, base) {
  const source = { kind: "report", name: "failOn", file };
  return { base, given: /* @__PURE__ */ new Map([["failOn", { value: failOn, source }]]) };
}
export {
  judgeCommand
};
