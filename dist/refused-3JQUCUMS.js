import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  notChecked,
  refusalOf,
  refusalText,
  writeSummary
} from "./chunk-RGLUIAL4.js";
import {
  attempt,
  refused
} from "./chunk-KKJJ25RZ.js";
import "./chunk-R6WMSU76.js";
import "./chunk-RI6YGLTZ.js";
import "./chunk-SD7SOR3F.js";
import "./chunk-BUWVPI25.js";
import "./chunk-3MDOQA3Y.js";
import "./chunk-YXI4UX5B.js";
import "./chunk-UIHX4XYS.js";
import {
  faultText,
  rootOf
} from "./chunk-RMXWJDWB.js";
import {
  withoutPasswords
} from "./chunk-MDMFYNHD.js";
import {
  Stopped
} from "./chunk-JE7KEQGY.js";
import {
  fail,
  setOutput
} from "./chunk-NPDNUFTO.js";
import "./chunk-JYWKWCTX.js";
import "./chunk-37354AS2.js";
import "./chunk-67HGM7VL.js";
import {
  SetupError
} from "./chunk-Y6MC4UPV.js";
import "./chunk-ODNIKTB2.js";
import {
  oneLine,
  withoutCommands
} from "./chunk-JM26A2YD.js";
import "./chunk-4ZDK54KC.js";

// src/action/refused.ts
async function endRefused(thrown, { env, version }) {
  const error = rootOf(thrown);
  if (error instanceof Stopped) return fail(error.message);
  if (!(error instanceof SetupError))
    process.stderr.write(`${withoutCommands(withoutPasswords(faultText(error, version)))}
`);
  const refusal = refusalOf(error);
  setOutput("verdict", notChecked);
  fail(refusalText(refusal), refusal.place && { ...refusal.place, file: oneLine(refusal.place.file) });
  await attempt(() => writeSummary(env["GITHUB_STEP_SUMMARY"], refused(refusal)));
}
export {
  endRefused
};
