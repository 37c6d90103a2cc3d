import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  gitRoot
} from "./chunk-ZSCF6D6X.js";
import {
  either,
  kebab,
  nearest,
  ruleKey,
  ruleLevel,
  ruleLevels,
  ruleOf,
  settingNames,
  settingsSchema,
  wordsOf
} from "./chunk-S6JIUYN6.js";
import {
  environmentLayer
} from "./chunk-3LT6IPLV.js";
import {
  SetupError
} from "./chunk-L5MK2OWE.js";
import {
  require_dist
} from "./chunk-SHSROW75.js";
import {
  __toESM
} from "./chunk-4ZDK54KC.js";

// src/config/resolve.ts
import { resolve as resolve2 } from "node:path";

// src/config/merge.ts
import { isAbsolute, resolve } from "node:path";

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

// src/config/problems.ts
function badSettings([first, ...others]) {
  const details = others.map(({ message, hint }) => `${message}. ${hint}`);
  return new SetupError("bad-setting", first.message, first.hint, { details });
}
function problemsOf(layer, knownRules) {
  return [
    ...(layer.unknown ?? []).map(unknownSetting),
    ...[...layer.given].flatMap(([key, { value, source }]) => {
      const rule = ruleOf(key);
      if (rule !== void 0 && knownRules && !knownRules.includes(rule))
        return [unknownRule(rule, source, knownRules)];
      return expectationOf(key).accepts(value) ? [] : [badValue(key, value, source)];
    })
  ];
}
function expectationOf(key) {
  if (ruleOf(key) !== void 0) {
    const accepts = (value) => ruleLevel.safeParse(value).success;
    return { must: either(ruleLevels), example: "off", secret: false, choices: ruleLevels, accepts };
  }
  const name = key;
  const schema = settingsSchema.shape[name];
  const { must, example, secret = false } = wordsOf(schema);
  const choices = choicesOf(schema);
  return { must, example, secret, choices, accepts: (value) => schema.safeParse(value).success };
}
var choicesOf = (schema) => {
  const inner = "unwrap" in schema ? schema.unwrap() : schema;
  return "options" in inner ? inner.options.filter((word) => typeof word === "string") : [];
};
function badValue(key, value, source) {
  const { must, example, secret, choices } = expectationOf(key);
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

// src/config/merge.ts
function merge(layers, cwd, knownRules) {
  const [first, ...others] = layers.flatMap((layer) => problemsOf(layer, knownRules));
  if (first) throw badSettings([first, ...others]);
  const inForce = /* @__PURE__ */ new Map();
  for (const layer of layers.map(withImpliedScope))
    for (const [key, given] of layer.given)
      if (!inForce.has(key)) inForce.set(key, { ...given, value: absolute(key, given.value, layer.base) });
  const settings = settingsSchema.parse({ directory: cwd, ...raw(inForce) });
  checkScope(settings, inForce);
  return { settings, origins: new Map([...inForce].map(([key, { source }]) => [key, originOf(source)])) };
}
function withImpliedScope(layer) {
  const since = layer.given.get("since");
  if (!since || layer.given.has("scope")) return layer;
  const scope = { value: "changed", source: { kind: "implied", name: "scope", by: since.source } };
  return { ...layer, given: new Map([...layer.given, ["scope", scope]]) };
}
function checkScope({ scope, since }, inForce) {
  const given = inForce.get("scope");
  if (scope === "all" || since !== void 0 || !given) return;
  const message = `${subjectOf(given.source)} is "changed", and nothing says since when`;
  const name = given.source.kind === "flag" ? "--since" : "since";
  throw badSettings([{ message, hint: `Add ${typed({ ...given.source, name }, "origin/main")}` }]);
}
function absolute(key, value, base) {
  const name = settingNames.find((setting) => setting === key);
  const kind = name && wordsOf(settingsSchema.shape[name]).path;
  if (kind === void 0 || typeof value !== "string" || isAbsolute(value)) return value;
  if (kind === "output" && value === "-") return value;
  if (kind === "program" && !/[\\/]/.test(value)) return value;
  return resolve(base, value);
}
function raw(inForce) {
  const entries = [...inForce].map(([key, { value }]) => [key, value]);
  const rules = entries.flatMap(([key, value]) => {
    const id = ruleOf(key);
    return id === void 0 ? [] : [[id, value]];
  });
  return {
    ...Object.fromEntries(entries.filter(([key]) => ruleOf(key) === void 0)),
    rules: Object.fromEntries(rules)
  };
}

// src/config/settings-file.ts
var import_yaml = __toESM(require_dist(), 1);
import { access, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
var names = ["migrate-check.yml", "migrate-check.yaml"];
async function findSettingsFile(directory, top) {
  for (const name of names) {
    const file = join(directory, name);
    if (await isThere(file)) return file;
  }
  const above = dirname(directory);
  return directory === top || above === directory ? void 0 : findSettingsFile(above, top);
}
var isThere = (file) => access(file).then(
  () => true,
  () => false
);
async function readSettingsFile(file, cwd) {
  const shown2 = relative(cwd, file) || file;
  return parseSettings(await read(file, shown2), { shown: shown2, base: dirname(file) });
}
async function read(file, shown2) {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new SetupError(
      "bad-setting",
      `The settings file ${shown2} cannot be read: ${cause.message}`,
      "Name a file that is there: --settings migrate-check.yml",
      { cause }
    );
  }
}
function parseSettings(text, file) {
  const lines = new import_yaml.LineCounter();
  const document = (0, import_yaml.parseDocument)(text, { schema: "failsafe", lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) throw notSettings(`${file.shown}:${lines.linePos(error.pos[0]).line}`, error.message);
  const { contents } = document;
  if (contents !== null && !(0, import_yaml.isMap)(contents))
    throw notSettings(`${file.shown}:1`, "it is no mapping of settings to values");
  const entries = contents ? entriesOf(contents, { document, lines, shown: file.shown }) : [];
  const known = entries.flatMap((entry) => settingGiven(entry));
  return {
    base: file.base,
    given: new Map(known.map(({ key, ...given }) => [key, given])),
    unknown: entries.flatMap(({ source }) => settingOf(source.name) ? [] : [source])
  };
}
function entriesOf(map, reading) {
  return map.items.flatMap(({ key, value }) => {
    if (!(0, import_yaml.isNode)(key) || !(0, import_yaml.isNode)(value) || (0, import_yaml.isScalar)(value) && value.source === "" && value.type === "PLAIN")
      return [];
    const { line } = reading.lines.linePos(key.range?.[0] ?? 0);
    return [
      {
        value: plainValue(value, line, reading),
        source: { kind: "file", name: String(key), file: reading.shown, line },
        below: (0, import_yaml.isMap)(value) ? entriesOf(value, reading) : []
      }
    ];
  });
}
function plainValue(node, line, { document, shown: shown2 }) {
  try {
    return node.toJS(document);
  } catch (error) {
    throw notSettings(`${shown2}:${line}`, error.message);
  }
}
function settingGiven({ value, source, below }) {
  const name = settingOf(source.name);
  if (name === void 0) return [];
  if (name !== "rules" || below.length === 0) return [{ key: name, value, source }];
  return below.map((rule) => ({ key: ruleKey(rule.source.name), value: rule.value, source: rule.source }));
}
var settingOf = (spelling) => settingNames.find((name) => kebab(name) === spelling);
function notSettings(place, why) {
  return new SetupError(
    "bad-setting",
    `${place}: this is no settings file: ${why}`,
    "Write one setting a line, such as: fail-on: warning"
  );
}

// src/config/resolve.ts
async function resolveSettings(request) {
  const { cwd, given, environment, fallback, knownRules } = request;
  const file = await settingsFile(request);
  const layers = [
    given,
    ...file === void 0 ? [] : [await readSettingsFile(file, cwd)],
    environmentLayer(environment, cwd),
    ...fallback ? [fallback] : []
  ];
  return merge(layers, cwd, knownRules);
}
async function settingsFile({
  cwd,
  given,
  settingsFile: named
}) {
  if (named !== void 0) return resolve2(cwd, named);
  const directory = resolve2(given.base, String(given.given.get("directory")?.value ?? cwd));
  return findSettingsFile(directory, await gitRoot(directory) ?? directory);
}

export {
  resolveSettings
};
