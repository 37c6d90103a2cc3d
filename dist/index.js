import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  check,
  planOnly,
  rejudge
} from "./chunk-UVXQ4MRB.js";
import "./chunk-LEXDTX45.js";
import "./chunk-GSM5XW34.js";
import {
  readTableStats
} from "./chunk-SAM2PZXV.js";
import "./chunk-V4YWF2SM.js";
import "./chunk-JYWKWCTX.js";
import "./chunk-BAWHN274.js";
import "./chunk-C76FHOHM.js";
import "./chunk-E4NC3PWL.js";
import {
  whereabouts
} from "./chunk-I76OI2NO.js";
import {
  resolveSettings
} from "./chunk-PRFH5JLA.js";
import "./chunk-MPCTKBTA.js";
import "./chunk-37354AS2.js";
import "./chunk-67HGM7VL.js";
import "./chunk-A33IW6KI.js";
import "./chunk-BHWKXNUT.js";
import {
  version
} from "./chunk-G5YK5CWD.js";
import {
  ignoreKey,
  ruleKey
} from "./chunk-UFDC26GR.js";
import "./chunk-3HPQLRMR.js";
import {
  SetupError
} from "./chunk-Y6MC4UPV.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODNIKTB2.js";
import "./chunk-XPOZ2QEA.js";
import {
  environment,
  projectEnvironment
} from "./chunk-BHM4AELV.js";
import "./chunk-4ZDK54KC.js";

// src/config/library.ts
var settingsFor = (values, options) => resolveSettings({ ...options, given: valuesLayer(values, options.cwd), environment: environment() });
function valuesLayer(values, base) {
  const { rules = {}, ignore = [], ...others } = values;
  const given = (key, name, value) => {
    const source = { kind: "call", name };
    return [key, { value, source }];
  };
  const entries = Object.entries(others).filter(([, value]) => value !== void 0);
  return {
    base,
    given: new Map([
      ...entries.map(([name, value]) => given(name, name, value)),
      ...ignore.map((entry, at) => given(ignoreKey(at), "ignore", entry)),
      ...Object.entries(rules).map(([id, level]) => given(ruleKey(id), id, level))
    ])
  };
}
export {
  SetupError,
  check,
  planOnly,
  projectEnvironment,
  readTableStats,
  rejudge,
  settingsFor,
  version,
  whereabouts
};
