import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  isAbove,
  placeText
} from "./chunk-67HGM7VL.js";
import {
  require_dist
} from "./chunk-A33IW6KI.js";
import {
  badSettings,
  originOf,
  problemsOf,
  splitRules,
  subjectOf,
  typed,
  withPlaces
} from "./chunk-BHWKXNUT.js";
import {
  ignoreKey,
  isIgnore,
  ruleKey,
  ruleOf,
  settingNames,
  settingsSchema,
  wordsOf
} from "./chunk-UFDC26GR.js";
import {
  kebab
} from "./chunk-3HPQLRMR.js";
import {
  SetupError
} from "./chunk-Y6MC4UPV.js";
import {
  environment,
  gitEnvironment
} from "./chunk-BHM4AELV.js";
import {
  __toESM
} from "./chunk-4ZDK54KC.js";

// src/config/git.ts
import { execFile } from "node:child_process";
import { promisify } from "node:util";
async function gitRoot(directory) {
  const { code, stdout } = await runGit(directory, ["rev-parse", "--show-toplevel"]);
  return code === 0 ? stdout.replace(/\n$/, "") : void 0;
}
async function filesAtBase(root, since) {
  return readerAt(root, await mergeBase(root, since));
}
async function bothSides(root, since, folders) {
  const base = await mergeBase(root, since);
  const inside = folders.filter((folder) => !isAbove(folder));
  const differ = async (filter, ...commits) => {
    if (inside.length === 0) return [];
    const options = [
      "--name-only",
      "--no-renames",
      "--no-ext-diff",
      "--relative",
      "-z",
      `--diff-filter=${filter}`
    ];
    const list = await demand(root, ["--literal-pathspecs", "diff", ...options, ...commits, "--", ...inside]);
    return list.split("\0").filter(Boolean);
  };
  return {
    ours: { files: await differ("MDT", base), read: readerAt(root, base) },
    theirs: { files: await differ("AMT", base, since), read: readerAt(root, since) }
  };
}
var readerAt = (root, commit) => async (path) => {
  const { code, stdout } = await runGit(root, ["cat-file", "blob", `${commit}:./${path}`]);
  return code === 0 ? stdout : void 0;
};
async function mergeBase(root, since) {
  if (since.startsWith("-") || since === "")
    throw failed(
      `${JSON.stringify(since)} is no git ref`,
      "Name a branch, a tag or a commit: --since origin/main"
    );
  await demand(root, ["rev-parse", "--git-dir"]);
  const commit = await runGit(root, ["rev-parse", "--verify", "--quiet", `${since}^{commit}`]);
  if (commit.code !== 0) throw await unknownRef(root, since);
  const base = await runGit(root, ["merge-base", commit.stdout.trim(), "HEAD"]);
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
var isShallow = async (root) => (await runGit(root, ["rev-parse", "--is-shallow-repository"])).stdout.trim() === "true";
async function demand(root, args) {
  const { code, stdout, stderr } = await runGit(root, args);
  if (code === 0) return stdout;
  if (code === "ENOENT")
    throw failed(
      "git is not installed, and without it nobody can tell what changed",
      "Install git, and check the repository out with it; --scope all checks everything without"
    );
  if (/not a git repository/.test(stderr)) throw failed(`${root} is not in a git repository`, everything);
  if (/dubious ownership/.test(stderr))
    throw failed(
      `git refuses ${root}, which belongs to somebody else`,
      `Tell git that it may: git config --global --add safe.directory ${root}`,
      stderr
    );
  throw failed(`git ${args[0]} failed in ${root}`, everything, stderr);
}
var everything = "Check everything instead: --scope all";
var failed = (message, hint, stderr = "") => new SetupError("git-failed", message, hint, { details: stderr.split("\n").filter(Boolean).slice(0, 5) });
var execute = promisify(execFile);
async function runGit(cwd, args) {
  const options = { cwd, env: gitEnvironment(environment()), maxBuffer: Number.POSITIVE_INFINITY };
  try {
    return { code: 0, ...await execute("git", args, options) };
  } catch (error) {
    const { code = 1, stdout = "", stderr = "" } = error;
    return { code, stdout, stderr };
  }
}

// src/config/settings-file.ts
var import_yaml = __toESM(require_dist(), 1);
import { access, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
var settingsFileNames = ["migrate-check.yml", "migrate-check.yaml"];
async function findSettingsFile(directory, top) {
  for (const file of settingsFilesFor(directory, top)) if (await isThere(file)) return file;
  return void 0;
}
function settingsFilesFor(directory, top) {
  const here = settingsFileNames.map((name) => join(directory, name));
  const above = dirname(directory);
  return directory === top || above === directory ? here : [...here, ...settingsFilesFor(above, top)];
}
var isThere = (file) => access(file).then(
  () => true,
  () => false
);
async function readSettingsFile(file, cwd) {
  const shown = relative(cwd, file) || file;
  return parseSettings(await read(file, shown), { shown, base: dirname(file) });
}
async function read(file, shown) {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new SetupError(
      "bad-setting",
      `The settings file ${shown} cannot be read: ${cause.message}`,
      "Name a file that is there: --settings migrate-check.yml",
      { cause }
    );
  }
}
function parseSettings(text, file) {
  const lines = new import_yaml.LineCounter();
  const document = (0, import_yaml.parseDocument)(text, { schema: "failsafe", lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) throw notSettings({ file: file.shown, line: lines.linePos(error.pos[0]).line }, error.message);
  const { contents } = document;
  if (contents !== null && !(0, import_yaml.isMap)(contents))
    throw notSettings({ file: file.shown, line: 1 }, "it is no mapping of settings to values");
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
function plainValue(node, line, { document, shown }) {
  try {
    return node.toJS(document);
  } catch (error) {
    throw notSettings({ file: shown, line }, error.message);
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
    `${placeText(place)}: this is no settings file: ${why}`,
    "Write one setting a line, such as: fail-on: warning",
    { place }
  );
}

// src/config/merge.ts
import { isAbsolute, resolve } from "node:path";
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
  return resolve(base, value);
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

export {
  gitRoot,
  filesAtBase,
  bothSides,
  mergeBase,
  isShallow,
  demand,
  runGit,
  merge,
  findSettingsFile,
  settingsFilesFor,
  readSettingsFile,
  parseSettings
};
