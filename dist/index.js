import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  check,
  planOnly,
  rejudge
} from "./chunk-UOX7UPBS.js";
import "./chunk-5ZYWIPJ3.js";
import {
  readTableStats
} from "./chunk-RPP2APGG.js";
import "./chunk-M2V5U363.js";
import "./chunk-JYWKWCTX.js";
import "./chunk-UQAUXJNY.js";
import "./chunk-X5JS7FSY.js";
import "./chunk-CW7E6TRU.js";
import "./chunk-GWN3YTZL.js";
import {
  whereabouts
} from "./chunk-2HNWJXLG.js";
import {
  resolveSettings
} from "./chunk-PYV3O6H3.js";
import "./chunk-JHTROX6E.js";
import "./chunk-O632LGIS.js";
import "./chunk-A33IW6KI.js";
import "./chunk-S5KUP26Q.js";
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
} from "./chunk-L5MK2OWE.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODNIKTB2.js";
import "./chunk-XPOZ2QEA.js";
import {
  environment,
  projectEnvironment
} from "./chunk-G7WCXZMD.js";
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
