import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  ruleKey,
  settingNames,
  settingsSchema,
  wordsOf
} from "./chunk-UFDC26GR.js";
import {
  kebab
} from "./chunk-3HPQLRMR.js";

// src/config/flags.ts
var flags = settingNames.flatMap((setting) => {
  const words = wordsOf(settingsSchema.shape[setting]);
  return words.flag === "positional" || words.flag === "none" ? [] : [{ setting, spelling: words.flag ?? `--${kebab(setting)}`, words }];
});
function flagLayer(directory, values, cwd) {
  const typed = flags.flatMap(({ setting, spelling }) => {
    const value = values.get(setting);
    if (value === void 0) return [];
    if (setting === "rules") return ruleFlags(spelling, value);
    return [[setting, { value, source: { kind: "flag", name: spelling } }]];
  });
  const source = { kind: "argument", name: "The directory" };
  const argument = directory === void 0 ? [] : [["directory", { value: directory, source }]];
  return { base: cwd, given: new Map([...argument, ...typed]) };
}
function ruleFlags(spelling, values) {
  return values.map((value) => {
    const [id = "", ...level] = value.split("=");
    const source = { kind: "flag", name: `${spelling} ${id}` };
    return [ruleKey(id), { value: level.join("="), source }];
  });
}

export {
  flags,
  flagLayer
};
