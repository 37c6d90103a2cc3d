import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  external_exports
} from "./chunk-ODC47GDL.js";
import {
  require_mod
} from "./chunk-LVLOTI4M.js";
import {
  __toESM
} from "./chunk-4ZDK54KC.js";

// src/config/environment.ts
var environment = () => process.env;
var urlVariable = "MIGRATE_CHECK_DATABASE_URL";
function environmentLayer(env, cwd) {
  const value = env[urlVariable];
  if (!value) return { base: cwd, given: /* @__PURE__ */ new Map() };
  return {
    base: cwd,
    given: /* @__PURE__ */ new Map([["databaseUrl", { value, source: { kind: "variable", name: urlVariable } }]])
  };
}
var harmless = /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_\w+|TZ|TERM|TMPDIR|TEMP|TMP|CI|GITHUB_WORKSPACE|RUNNER_(OS|ARCH|TEMP|TOOL_CACHE)|VIRTUAL_ENV|CONDA_PREFIX|PYTHON\w*|pythonLocation|LD_LIBRARY_PATH|DYLD_\w+|SSL_CERT_(FILE|DIR)|XDG_\w+|SYSTEMROOT|WINDIR|COMSPEC|PATHEXT|APPDATA|LOCALAPPDATA|USERPROFILE)$/;
function projectEnvironment(env, inherited, added) {
  const kept = Object.entries(env).filter(
    ([name]) => name !== urlVariable && (inherited === "whole" || harmless.test(name))
  );
  const more = added.map((entry) => {
    const [name = "", ...value] = entry.split("=");
    return [name, entry.includes("=") ? value.join("=") : env[name]];
  });
  return Object.fromEntries([...kept, ...more]);
}
function wantsColour(env, isTerminal) {
  if (env["NO_COLOR"]) return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== void 0) return !["0", "false"].includes(forced);
  return isTerminal && env["TERM"] !== "dumb";
}
var canRewrite = (env, isTerminal) => isTerminal && env["TERM"] !== "dumb" && !env["CI"];
var ofHooks = [
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_PREFIX",
  "GIT_COMMON_DIR",
  "GIT_OBJECT_DIRECTORY"
];
function gitEnvironment(env) {
  const kept = Object.entries(env).filter(([name]) => !ofHooks.includes(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0" };
}

// src/config/spelling.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
function nearest(name, known) {
  if (known.length === 0) return void 0;
  const wanted = kebab(name);
  const begun = known.find((word) => wanted.length >= 3 && word.startsWith(wanted));
  if (begun !== void 0) return begun;
  const candidate = (0, import_fastest_levenshtein.closest)(wanted, known);
  return (0, import_fastest_levenshtein.distance)(wanted, candidate) <= Math.max(2, Math.floor(candidate.length / 3)) ? candidate : void 0;
}
var either = (words) => words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

// src/config/layer.ts
var ruleKey = (id) => `rules.${id}`;
var ignoreKey = (at) => `ignore.${at}`;
var isIgnore = (key) => key.startsWith("ignore.");
var ruleOf = (key) => key.startsWith("rules.") ? key.slice("rules.".length) : void 0;

// src/config/duration.ts
var units = { ms: 1, s: 1e3, m: 6e4, h: 36e5 };
var durationPattern = /^(\d+(?:\.\d+)?) ?(ms|s|m|h)?$/;
var longest = 24 * units.h;
function parseDuration(text2) {
  const [, amount, unit] = durationPattern.exec(text2.trim()) ?? [];
  const milliseconds = Math.round(Number(amount) * units[unit ?? "s"]);
  return milliseconds > 0 && milliseconds <= longest ? milliseconds : void 0;
}
function formatDuration(milliseconds) {
  const fitting = ["h", "m", "s"].find((unit) => milliseconds % units[unit] === 0);
  return fitting ? `${milliseconds / units[fitting]}${fitting}` : `${milliseconds}ms`;
}

// src/config/values.ts
var text = external_exports.string().min(1);
var revision = external_exports.union([text, external_exports.number()]).transform(String);
var listOf = (item) => external_exports.union([external_exports.array(item), item]).transform((given) => Array.isArray(given) ? given : [given]).prefault([]);
var day = external_exports.string().regex(/^\d{4}-\d\d-\d\d$/).refine((given) => (/* @__PURE__ */ new Date(`${given}T00:00Z`)).toJSON()?.startsWith(given) ?? false, "no day");
var ignoreEntry = external_exports.strictObject({
  path: text,
  rule: external_exports.union([text, external_exports.array(text).min(1)]),
  reason: external_exports.string().optional(),
  until: day.optional()
}).transform(({ path, rule, reason = "", until }) => {
  const rules = typeof rule === "string" ? [rule] : rule;
  return { path, rules, reason, ...until === void 0 ? {} : { until } };
});
var toggle = external_exports.preprocess((given) => given === "true" ? true : given === "false" ? false : given, external_exports.boolean()).default(false);
var duration = external_exports.union([external_exports.number(), external_exports.string().regex(durationPattern)]).transform((given, context) => {
  const milliseconds = parseDuration(String(given));
  if (milliseconds !== void 0) return milliseconds;
  context.addIssue("no duration");
  return external_exports.NEVER;
});
var wholeNumber = (least, most) => external_exports.preprocess(
  (given) => typeof given === "string" && /^\d+$/.test(given) ? Number(given) : given,
  external_exports.number().int().min(least).max(most)
);
var postgresUrl = text.refine(
  (given) => /^postgres(ql)?(\+\w+)?:\/\//.test(given) && URL.canParse(given),
  "no URL of PostgreSQL"
);
var variable = external_exports.string().regex(/^[A-Za-z_][A-Za-z0-9_]*(=.*)?$/s);
var assignment = external_exports.string().regex(/^[^=\s]/);

// src/config/words.ts
var registry = external_exports.registry();
function setting(schema, words) {
  registry.add(schema, words);
  return schema;
}
function wordsOf(schema) {
  const words = registry.get(schema);
  if (!words) throw new Error("A setting has no words");
  return words;
}

// src/config/settings.ts
var failOnWords = ["error", "warning", "notice", "never"];
var databases = ["auto", "container", "local", "server"];
var ruleLevels = ["error", "warning", "notice", "off"];
var ruleLevel = external_exports.enum(ruleLevels);
var ruleOption = external_exports.union([external_exports.string(), external_exports.number(), external_exports.boolean()]);
var ruleSetting = external_exports.union([ruleLevel, external_exports.object({ severity: ruleLevel.optional() }).catchall(ruleOption)]);
var presets = ["style"];
var settingsSchema = external_exports.object({
  directory: setting(text.prefault("."), {
    section: "Project",
    description: "directory of the project, or one above it",
    must: "a directory",
    example: "backend",
    value: "directory",
    flag: "positional",
    path: "file"
  }),
  config: setting(text.optional(), {
    section: "Project",
    description: "configuration of the project: an alembic.ini or a pyproject.toml",
    must: "a file",
    example: "alembic.ini",
    value: "FILE",
    path: "file"
  }),
  name: setting(text.optional(), {
    section: "Project",
    description: "section of the ini file to use",
    must: "the name of a section",
    example: "alembic",
    value: "SECTION"
  }),
  x: setting(listOf(assignment), {
    section: "Project",
    description: "argument for env.py, as with alembic -x; repeatable",
    must: "KEY=VALUE, or a list of them",
    example: "tenant=acme",
    value: "KEY=VALUE",
    flag: "-x",
    list: true
  }),
  python: setting(text.optional(), {
    section: "Project",
    description: "Python that can import the project; found by itself otherwise",
    must: "a Python interpreter",
    example: ".venv/bin/python",
    value: "PROGRAM",
    path: "program"
  }),
  env: setting(listOf(variable), {
    section: "Project",
    description: "variable for the project's code, beside those it has; repeatable",
    must: "NAME or NAME=VALUE, or a list of them",
    example: "APP_ENV=test",
    value: "NAME=VALUE",
    list: true
  }),
  since: setting(text.optional(), {
    section: "Scope",
    description: "check only what differs from this git ref",
    must: "a git ref",
    example: "origin/main",
    value: "REF"
  }),
  scope: setting(external_exports.enum(["changed", "all"]).default("all"), {
    section: "Scope",
    description: "which revisions take the round trip; changed is meant by --since",
    must: "changed or all",
    example: "changed",
    value: "SCOPE"
  }),
  from: setting(revision.optional(), {
    section: "Scope",
    description: "check this revision and what comes after it",
    must: "a revision",
    example: "3f2a91c0d7e4",
    value: "REV"
  }),
  to: setting(revision.optional(), {
    section: "Scope",
    description: "go no further than this revision",
    must: "a revision",
    example: "3f2a91c0d7e4",
    value: "REV"
  }),
  baseSql: setting(text.optional(), {
    section: "Scope",
    description: "SQL to load before the first revision, such as a schema dump",
    must: "a file",
    example: "base.sql",
    value: "FILE",
    path: "file"
  }),
  startAt: setting(listOf(revision), {
    section: "Scope",
    description: "take this revision, and what it needs, as applied; repeatable",
    must: "a revision, or a list of them",
    example: "3f2a91c0d7e4",
    value: "REV",
    list: true
  }),
  timeout: setting(duration.prefault("60s"), {
    section: "Scope",
    description: "cut one upgrade or downgrade off after this long",
    must: "a duration of at most a day, such as 30, 30s, 2m or 500ms",
    example: "2m",
    value: "DURATION"
  }),
  database: setting(external_exports.enum(databases).default("auto"), {
    section: "Database",
    description: "where the disposable PostgreSQL comes from: auto, container, local or server",
    must: "auto, container, local or server",
    example: "local",
    value: "KIND"
  }),
  databaseUrl: setting(postgresUrl.optional(), {
    section: "Database",
    description: "server of yours, where databases migrate_check_* are made and dropped",
    must: "a URL of a PostgreSQL server",
    example: "postgresql://user:password@host/postgres",
    value: "URL",
    secret: true
  }),
  postgres: setting(wholeNumber(14, 18).optional(), {
    section: "Database",
    description: "major version of PostgreSQL, 14 to 18",
    must: "a whole number from 14 to 18",
    example: "17",
    value: "VERSION"
  }),
  image: setting(text.optional(), {
    section: "Database",
    description: "container image, where extensions are needed",
    must: "the name of an image",
    example: "postgis/postgis:17-3.5",
    value: "IMAGE"
  }),
  failOn: setting(external_exports.enum(failOnWords).default("error"), {
    section: "Result",
    description: "least severity that fails the check: error, warning, notice or never",
    must: "error, warning, notice or never",
    example: "warning",
    value: "SEVERITY"
  }),
  presets: setting(
    external_exports.union([external_exports.array(external_exports.enum(presets)), external_exports.enum(presets)]).transform((given) => typeof given === "string" ? [given] : given).prefault([]),
    {
      section: "Result",
      description: "group of rules to switch on: style; repeatable",
      must: "style, or a list of it",
      example: "style",
      value: "PRESET",
      flag: "--preset",
      list: true
    }
  ),
  rules: setting(external_exports.record(external_exports.string(), ruleSetting).default({}), {
    section: "Result",
    description: "severity of one rule, error, warning, notice or off; repeatable",
    must: "a mapping of rules to error, warning, notice or off",
    example: "several-heads=warning",
    value: "RULE=SEVERITY",
    flag: "--rule",
    list: true
  }),
  tableStats: setting(text.optional(), {
    section: "Result",
    description: "sizes of the tables in production, as the query of stats-query gives them",
    must: "a file",
    example: "table-stats.json",
    value: "FILE",
    path: "file"
  }),
  ignore: setting(external_exports.array(ignoreEntry).default([]), {
    section: "Result",
    description: "findings that are let pass: path, rule, reason, and until when",
    must: "a list of mappings with path (a glob for the end of a path), rule, reason and, where it is to end, until (a day such as 2027-01-31)",
    example: "[{ path: versions/0003_*.py, rule: several-heads, reason: merged in 0004 }]",
    flag: "none"
  }),
  baseline: setting(text.optional(), {
    section: "Result",
    description: "findings that migrate-check baseline has recorded; .migrate-check-baseline.json of the project otherwise",
    must: "a file",
    example: ".migrate-check-baseline.json",
    value: "FILE",
    path: "file"
  }),
  json: setting(text.optional(), {
    section: "Result",
    description: "write everything that was seen to this file; - is standard output",
    must: "a file, or -",
    example: "report.json",
    value: "FILE",
    path: "output"
  }),
  verbose: setting(toggle, {
    section: "Result",
    description: "show more: output of the migrations, what was not a fault",
    must: "true or false",
    example: "true"
  })
});
var settingNames = Object.keys(settingsSchema.shape);

export {
  environment,
  environmentLayer,
  projectEnvironment,
  wantsColour,
  canRewrite,
  gitEnvironment,
  formatDuration,
  ruleKey,
  ignoreKey,
  isIgnore,
  ruleOf,
  text,
  ignoreEntry,
  wholeNumber,
  wordsOf,
  ruleLevels,
  ruleLevel,
  settingsSchema,
  settingNames,
  kebab,
  nearest,
  either
};
