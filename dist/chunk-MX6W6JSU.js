import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  either,
  environment,
  gitEnvironment,
  ignoreEntry,
  ignoreKey,
  isIgnore,
  kebab,
  nearest,
  ruleKey,
  ruleLevel,
  ruleLevels,
  ruleOf,
  settingNames,
  settingsSchema,
  wordsOf
} from "./chunk-YAZYXK4P.js";
import {
  require_dist
} from "./chunk-A33IW6KI.js";
import {
  SetupError
} from "./chunk-L5MK2OWE.js";
import {
  __toESM
} from "./chunk-4ZDK54KC.js";

// src/config/git.ts
import { execFile } from "node:child_process";
import { promisify } from "node:util";
async function gitRoot(directory) {
  const { code, stdout } = await git(directory, ["rev-parse", "--show-toplevel"]);
  return code === 0 ? stdout.replace(/\n$/, "") : void 0;
}
async function changedFiles(root, since) {
  const base = await mergeBase(root, since);
  const changed = [
    "diff",
    "--name-only",
    "--no-renames",
    "--diff-filter=d",
    "--no-ext-diff",
    "--relative",
    "-z",
    base
  ];
  const untracked = ["ls-files", "--others", "--exclude-standard", "-z"];
  const lists = await Promise.all([demand(root, [...changed, "--"]), demand(root, untracked)]);
  return new Set(lists.flatMap((list) => list.split("\0").filter(Boolean)));
}
async function filesAtBase(root, since) {
  return readerAt(root, await mergeBase(root, since));
}
async function bothSides(root, since, folders) {
  const base = await mergeBase(root, since);
  const differ = async (filter, ...commits) => {
    const options = [
      "--name-only",
      "--no-renames",
      "--no-ext-diff",
      "--relative",
      "-z",
      `--diff-filter=${filter}`
    ];
    const list = await demand(root, ["diff", ...options, ...commits, "--", ...folders]);
    return list.split("\0").filter(Boolean);
  };
  return {
    ours: { files: await differ("MDT", base), read: readerAt(root, base) },
    theirs: { files: await differ("AMT", base, since), read: readerAt(root, since) }
  };
}
var readerAt = (root, commit) => async (path) => {
  const { code, stdout } = await git(root, ["cat-file", "blob", `${commit}:./${path}`]);
  return code === 0 ? stdout : void 0;
};
async function mergeBase(root, since) {
  if (since.startsWith("-") || since === "")
    throw failed(
      `${JSON.stringify(since)} is no git ref`,
      "Name a branch, a tag or a commit: --since origin/main"
    );
  await demand(root, ["rev-parse", "--git-dir"]);
  const commit = await git(root, ["rev-parse", "--verify", "--quiet", `${since}^{commit}`]);
  if (commit.code !== 0) throw await unknownRef(root, since);
  const base = await git(root, ["merge-base", commit.stdout.trim(), "HEAD"]);
  if (base.code === 0) return base.stdout.trim();
  throw await noMergeBase(root, since, base);
}
async function unknownRef(root, since) {
  if (await isShallow(root)) return failed(`There is no git ref ${since} in this shallow clone`, deepen);
  const branch = since.replace(/^(refs\/(heads|remotes)\/)?(origin\/)?/, "");
  return failed(`There is no git ref ${since}`, `Check the name, or fetch it: git fetch origin ${branch}`);
}
async function noMergeBase(root, since, { stderr }) {
  if (await isShallow(root))
    return failed(`This clone is too shallow to tell what changed since ${since}`, deepen);
  return failed(`HEAD and ${since} have no commit in common`, "Name a ref that this branch began at", stderr);
}
var deepen = "Fetch the whole history: with fetch-depth: 0 for actions/checkout, or with git fetch --unshallow origin";
var isShallow = async (root) => (await git(root, ["rev-parse", "--is-shallow-repository"])).stdout.trim() === "true";
async function demand(root, args) {
  const { code, stdout, stderr } = await git(root, args);
  if (code === 0) return stdout;
  if (code === "ENOENT")
    throw failed(
      "git is not installed, and without it nobody can tell what changed",
      "Install git, or leave --since out"
    );
  if (/not a git repository/.test(stderr))
    throw failed(`${root} is not in a git repository`, "Leave --since out to check everything");
  if (/dubious ownership/.test(stderr))
    throw failed(
      `git refuses ${root}, which belongs to somebody else`,
      `Tell git that it may: git config --global --add safe.directory ${root}`,
      stderr
    );
  throw failed(`git ${args[0]} failed in ${root}`, "Leave --since out to check everything", stderr);
}
var failed = (message, hint, stderr = "") => new SetupError("git-failed", message, hint, { details: stderr.split("\n").filter(Boolean).slice(0, 5) });
var execute = promisify(execFile);
async function git(cwd, args) {
  const options = { cwd, env: gitEnvironment(environment()), maxBuffer: Number.POSITIVE_INFINITY };
  try {
    return { code: 0, ...await execute("git", args, options) };
  } catch (error) {
    const { code = 1, stdout = "", stderr = "" } = error;
    return { code, stdout, stderr };
  }
}

// src/config/merge.ts
import { isAbsolute, resolve as resolve2 } from "node:path";

// src/config/ignore.ts
import { resolve } from "node:path";

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

// src/config/ignore.ts
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
  return new SetupError("bad-setting", first.message, first.hint, { details });
}
function problemsOf(layer, knownRules) {
  return [
    ...(layer.unknown ?? []).map(unknownSetting),
    ...[...layer.given].flatMap(([key, { value, source }]) => {
      const rule = ruleOf(key);
      if (rule !== void 0 && knownRules && !(rule in knownRules))
        return [unknownRule(rule, source, Object.keys(knownRules))];
      if (rule !== void 0 && typeof value === "object")
        return ruleProblems(rule, value, knownRules?.[rule]).map((problem) => told(problem, source));
      if (isIgnore(key)) return ignoreProblem(value, source) ?? [];
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

// src/config/merge.ts
function merge(layers, cwd, known) {
  const [first, ...others] = layers.flatMap((layer) => problemsOf(layer, known));
  if (first) throw badSettings([first, ...others]);
  const inForce = /* @__PURE__ */ new Map();
  for (const layer of layers.map(withImpliedScope)) {
    const isListed = [...inForce.keys()].some(isIgnore);
    for (const [key, given] of layer.given)
      if (!inForce.has(key) && !(isListed && isIgnore(key)))
        inForce.set(key, { ...given, value: absolute(key, given.value, layer.base) });
  }
  const parsed = settingsSchema.parse({ directory: cwd, ...raw(inForce) });
  const settings = {
    ...parsed,
    ...splitRules(parsed.rules, known),
    ignore: withPlaces(parsed.ignore, inForce, cwd)
  };
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
  return resolve2(base, value);
}
function raw(inForce) {
  const entries = [...inForce].map(([key, { value }]) => [key, value]);
  const rules = entries.flatMap(([key, value]) => {
    const id = ruleOf(key);
    return id === void 0 ? [] : [[id, value]];
  });
  const ignore = entries.filter(([key]) => isIgnore(key)).map(([, value]) => value);
  return {
    ...Object.fromEntries(entries.filter(([key]) => ruleOf(key) === void 0 && !isIgnore(key))),
    rules: Object.fromEntries(rules),
    ...ignore.length > 0 ? { ignore } : {}
  };
}

// src/config/settings-file.ts
var import_yaml = __toESM(require_dist(), 1);
import { access, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
var settingsFileNames = ["migrate-check.yml", "migrate-check.yaml"];
async function findSettingsFile(directory, top) {
  for (const name of settingsFileNames) {
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
        below: (0, import_yaml.isMap)(value) ? entriesOf(value, reading) : (0, import_yaml.isSeq)(value) ? itemsOf(value, String(key), reading) : []
      }
    ];
  });
}
function itemsOf(list, name, reading) {
  return list.items.flatMap((item) => {
    if (!(0, import_yaml.isNode)(item)) return [];
    const { line } = reading.lines.linePos(item.range?.[0] ?? 0);
    const source = { kind: "file", name, file: reading.shown, line };
    return [{ value: plainValue(item, line, reading), source, below: [] }];
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
  if (name === "ignore" && below.length > 0)
    return below.map((entry, at) => ({ key: ignoreKey(at), value: entry.value, source: entry.source }));
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

export {
  gitRoot,
  changedFiles,
  filesAtBase,
  bothSides,
  merge,
  settingsFileNames,
  findSettingsFile,
  readSettingsFile,
  parseSettings
};
