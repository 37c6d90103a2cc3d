import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  check,
  planOnly,
  rejudge
} from "./chunk-52D25SOC.js";
import "./chunk-X7WZ7L45.js";
import {
  version
} from "./chunk-G5N2MINZ.js";
import {
  whereabouts
} from "./chunk-TM7ZRKDR.js";
import "./chunk-4M5NRG4F.js";
import {
  resolveSettings
} from "./chunk-W4BGRORS.js";
import "./chunk-5RNLRIMV.js";
import {
  ruleKey
} from "./chunk-NT2BRCZQ.js";
import "./chunk-A33IW6KI.js";
import {
  environment,
  projectEnvironment
} from "./chunk-ISUSZLND.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODC47GDL.js";
import {
  SetupError
} from "./chunk-L5MK2OWE.js";
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
  rejudge,
  settingsFor,
  version,
  whereabouts
};
