import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  check,
  planOnly,
  rejudge
} from "./chunk-JIA7S7LH.js";
import "./chunk-QD4C6AAH.js";
import {
  readTableStats
} from "./chunk-LQVWXUBX.js";
import {
  version
} from "./chunk-C63EII5F.js";
import {
  whereabouts
} from "./chunk-QJGVRHZM.js";
import {
  resolveSettings
} from "./chunk-7KZAWLLG.js";
import "./chunk-ZSCF6D6X.js";
import {
  ruleKey
} from "./chunk-S6JIUYN6.js";
import {
  environment,
  projectEnvironment
} from "./chunk-3LT6IPLV.js";
import "./chunk-3PY62EKK.js";
import {
  SetupError
} from "./chunk-L5MK2OWE.js";
import "./chunk-SHSROW75.js";
import "./chunk-B43E766C.js";
import "./chunk-H3QFLGZO.js";
import "./chunk-MQDN3KCA.js";
import "./chunk-4ZDK54KC.js";

// src/config/library.ts
var settingsFor = (values, options) => resolveSettings({ ...options, given: valuesLayer(values, options.cwd), environment: environment() });
function valuesLayer(values, base) {
  const { rules = {}, ...others } = values;
  const given = (key, name, value) => {
    const source = { kind: "call", name };
    return [key, { value, source }];
  };
  const entries = Object.entries(others).filter(([, value]) => value !== void 0);
  return {
    base,
    given: new Map([
      ...entries.map(([name, value]) => given(name, name, value)),
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
