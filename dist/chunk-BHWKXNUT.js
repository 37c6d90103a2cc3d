import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  ignoreEntry,
  isIgnore,
  ruleLevel,
  ruleLevels,
  ruleOf,
  settingNames,
  settingsSchema,
  wordsOf
} from "./chunk-UFDC26GR.js";
import {
  either,
  kebab,
  nearest
} from "./chunk-3HPQLRMR.js";
import {
  SetupError
} from "./chunk-Y6MC4UPV.js";

// src/config/source.ts
function originOf(source) {
  switch (source.kind) {
    case "argument":
      return "argument";
    case "flag":
      return `flag ${source.name.split(" ")[0]}`;
    case "file":
      return `${source.file}:${source.line}`;
    case "variable":
      return `variable ${source.name}`;
    case "input":
      return `input ${source.name}`;
    case "event":
      return `event ${source.name}`;
    case "report":
      return source.file;
    case "call":
      return "call";
    case "implied":
      return `follows from ${originOf(source.by)}`;
  }
}
function subjectOf(source) {
  switch (source.kind) {
    case "file":
      return `${source.file}:${source.line}: ${source.name}`;
    case "report":
      return `${source.file}: ${source.name}`;
    default:
      return source.name;
  }
}
var placeOf = (source) => source.kind === "file" ? { file: source.file, line: source.line } : void 0;
function typed({ kind, name }, value) {
  switch (kind) {
    case "argument":
      return `migrate-check ${value}`;
    case "flag":
      return `${name}${name.includes(" ") ? "=" : " "}${value}`;
    case "variable":
      return `${name}=${value}`;
    default:
      return `${name.split(".").at(-1)}: ${value}`;
  }
}

// src/config/ignore.ts
import { resolve } from "node:path";
var keys = ["path", "rule", "reason", "until"];
var template = "- { path: versions/0003_*.py, rule: several-heads, reason: merged in 0004 }";
function ignoreProblem(value, source) {
  if (ignoreEntry.safeParse(value).success) return void 0;
  const subject = subjectOf(source);
  const wrong = (what, hint = `Write for example: ${template}`) => ({
    message: `${subject} ${what}`,
    hint
  });
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return wrong(`has an entry that is no mapping of ${keys.join(", ")}`);
  const entry = value;
  const unknown = Object.keys(entry).find((key) => !keys.includes(key));
  if (unknown !== void 0) {
    const meant = nearest(unknown, keys);
    const hint = meant ? `Did you mean ${meant}?` : void 0;
    return wrong(`has an entry with ${JSON.stringify(unknown)}; it may have ${keys.join(", ")}`, hint);
  }
  const missing = ["path", "rule"].find((key) => entry[key] === void 0);
  if (missing !== void 0) return wrong(`has an entry without ${missing}`);
  const { until } = entry;
  if (until !== void 0 && !ignoreEntry.safeParse({ path: "a", rule: "a", until }).success)
    return wrong(
      `has an entry with until: ${JSON.stringify(until)}; it must be a day`,
      "Write for example: until: 2027-01-31"
    );
  return wrong("has an entry whose values are no text");
}
function withPlaces(entries, inForce, cwd) {
  const sources = [...inForce].filter(([key]) => isIgnore(key)).map(([, { source }]) => source);
  return entries.map((entry, at) => {
    const source = sources[at];
    return source?.kind === "file" ? { ...entry, place: { file: resolve(cwd, source.file), line: source.line } } : entry;
  });
}

// src/config/rule-setting.ts
function ruleProblems(rule, given, options) {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    return [
      { message: ` must be ${either(ruleLevels)}, or a mapping of options`, hint: "Write for example: off" }
    ];
  return Object.entries(given).flatMap(([name, value]) => {
    if (name === "severity") return ruleLevel.safeParse(value).success ? [] : [badSeverity(value)];
    if (!options) return [];
    if (!(name in options)) return [unknownOption(rule, name, Object.keys(options))];
    return typedAs(options[name], value) === void 0 ? [badOption(name, value, options[name])] : [];
  });
}
function typedAs(usual, value) {
  if (typeof usual === "boolean")
    return ["true", "false"].includes(String(value)) ? String(value) === "true" : void 0;
  if (typeof usual === "number")
    return String(value).trim() === "" || Number.isNaN(Number(value)) ? void 0 : Number(value);
  return typeof value === "string" ? value : void 0;
}
function splitRules(rules, known = {}) {
  const split = Object.entries(rules).map(([id, given]) => {
    const { severity, ...options } = typeof given === "string" ? { severity: given } : given;
    return { id, severity, options: Object.entries(options) };
  });
  return {
    rules: Object.fromEntries(split.flatMap(({ id, severity }) => severity ? [[id, severity]] : [])),
    ruleOptions: Object.fromEntries(
      split.flatMap(({ id, options }) => {
        const typed2 = options.map(([name, value]) => [name, typedAs(known[id]?.[name], value) ?? value]);
        return typed2.length > 0 ? [[id, Object.fromEntries(typed2)]] : [];
      })
    )
  };
}
var badSeverity = (value) => ({
  message: `: severity is ${JSON.stringify(value)}; it must be ${either(ruleLevels)}`,
  hint: "Write for example: severity: warning"
});
function unknownOption(rule, name, known) {
  const meant = nearest(name, ["severity", ...known]);
  return {
    message: `: ${rule} has no option ${JSON.stringify(name)}`,
    hint: meant ? `Did you mean ${meant}?` : `It has ${["severity", ...known].join(", ")}`
  };
}
var words = {
  string: "a text",
  number: "a number",
  boolean: "true or false"
};
var badOption = (name, value, example) => ({
  message: `: ${name} is ${JSON.stringify(value)}; it must be ${words[typeof example]}`,
  hint: `Write for example: ${name}: ${JSON.stringify(example)}`
});

// src/config/problems.ts
function badSettings([first, ...others]) {
  const details = others.map(({ message, hint }) => `${message}. ${hint}`);
  return new SetupError("bad-setting", first.message, first.hint, { details, place: first.place });
}
function problemsOf(layer, knownRules) {
  const placed = (problems, source) => problems.map((problem) => ({ ...problem, place: placeOf(source) }));
  return [
    ...(layer.unknown ?? []).flatMap((source) => placed([unknownSetting(source)], source)),
    ...[...layer.given].flatMap(([key, given]) => placed(problemsIn(key, given, knownRules), given.source))
  ];
}
function problemsIn(key, { value, source }, knownRules) {
  const rule = ruleOf(key);
  if (rule !== void 0 && knownRules && !(rule in knownRules))
    return [unknownRule(rule, source, Object.keys(knownRules))];
  if (rule !== void 0 && typeof value === "object")
    return ruleProblems(rule, value, knownRules?.[rule]).map((problem) => told(problem, source));
  if (isIgnore(key)) {
    const problem = ignoreProblem(value, source);
    return problem ? [problem] : [];
  }
  const expected = expectationOf(key);
  return expected.accepts(value) ? [] : [badValue(expected, value, source)];
}
function expectationOf(key) {
  if (ruleOf(key) !== void 0) {
    const accepts = (value) => ruleLevel.safeParse(value).success;
    return { must: either(ruleLevels), example: "off", secret: false, choices: ruleLevels, accepts };
  }
  return expectationFrom(settingsSchema.shape[key]);
}
function expectationFrom(schema) {
  const { must, example, secret = false } = wordsOf(schema);
  const choices = choicesOf(schema);
  return { must, example, secret, choices, accepts: (value) => schema.safeParse(value).success };
}
var choicesOf = (schema) => {
  const inner = "unwrap" in schema ? schema.unwrap() : schema;
  return "options" in inner ? inner.options.filter((word) => typeof word === "string") : [];
};
function badValue(expected, value, source) {
  const { must, example, secret, choices } = expected;
  const found = secret ? "cannot be read" : `is ${shown(value)}`;
  const meant = typeof value === "string" ? nearest(value, choices) : void 0;
  return {
    message: `${subjectOf(source)} ${found}; it must be ${must}`,
    hint: meant ? `Did you mean ${typed(source, meant)}?` : `Write for example: ${typed(source, example)}`
  };
}
function shown(value) {
  if (Array.isArray(value)) return value.length === 1 ? shown(value[0]) : "a list";
  return typeof value === "object" ? "a mapping" : JSON.stringify(value);
}
var told = ({ message, hint }, source) => ({
  message: `${subjectOf(source)}${message}`,
  hint
});
function unknownSetting(source) {
  const known = settingNames.map(kebab);
  const meant = nearest(source.name, known);
  const place = source.kind === "file" ? `${source.file}:${source.line}: ` : "";
  return {
    message: `${place}there is no setting ${JSON.stringify(source.name)}`,
    hint: meant ? `Did you mean ${meant}?` : `The settings are ${known.join(", ")}`
  };
}
function unknownRule(rule, source, known) {
  const meant = nearest(rule, known);
  const place = source.kind === "file" ? `${source.file}:${source.line}` : subjectOf(source).split(" ")[0];
  return {
    message: `${place}: there is no rule ${JSON.stringify(rule)}`,
    hint: meant ? `Did you mean ${meant}?` : `The rules are ${known.join(", ")}`
  };
}

export {
  originOf,
  subjectOf,
  typed,
  withPlaces,
  splitRules,
  badSettings,
  problemsOf,
  expectationFrom,
  badValue
};
