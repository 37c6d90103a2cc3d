import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  check,
  planOnly,
  rejudge
} from "./chunk-6DFXEGL6.js";
import "./chunk-ZCUGTDW6.js";
import "./chunk-R7PFCZHE.js";
import "./chunk-MRS5HZN7.js";
import {
  readTableStats
} from "./chunk-FZJPTM5F.js";
import {
  version
} from "./chunk-YRBXVDKQ.js";
import {
  whereabouts
} from "./chunk-PPZJJKA7.js";
import {
  resolveSettings
} from "./chunk-RFOFLXV6.js";
import "./chunk-MX6W6JSU.js";
import {
  environment,
  ignoreKey,
  projectEnvironment,
  ruleKey
} from "./chunk-YAZYXK4P.js";
import "./chunk-A33IW6KI.js";
import "./chunk-ODC47GDL.js";
import {
  SetupError
} from "./chunk-L5MK2OWE.js";
import "./chunk-NHC576RH.js";
import "./chunk-GPDEBQO7.js";
import "./chunk-LVLOTI4M.js";
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
