import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  check,
  planOnly,
  rejudge
} from "./chunk-KV7CTGSY.js";
import "./chunk-LEXDTX45.js";
import "./chunk-5TPGFMRO.js";
import {
  readTableStats
} from "./chunk-SAM2PZXV.js";
import "./chunk-4UQM6PCR.js";
import "./chunk-JYWKWCTX.js";
import "./chunk-W4LDNA4A.js";
import "./chunk-C76FHOHM.js";
import "./chunk-E4NC3PWL.js";
import {
  whereabouts
} from "./chunk-7ZWH36G6.js";
import {
  resolveSettings
} from "./chunk-WBM4A7A6.js";
import "./chunk-PHJNJXQ3.js";
import "./chunk-SBVJEJC4.js";
import "./chunk-CW7E6TRU.js";
import "./chunk-RYKCJP3C.js";
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
} from "./chunk-FSKHT2XI.js";
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
