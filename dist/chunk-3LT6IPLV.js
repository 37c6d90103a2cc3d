import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  external_exports
} from "./chunk-3PY62EKK.js";

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

export {
  environment,
  environmentLayer,
  projectEnvironment,
  wantsColour,
  canRewrite,
  gitEnvironment,
  formatDuration,
  text,
  revision,
  listOf,
  toggle,
  duration,
  wholeNumber,
  postgresUrl,
  variable,
  assignment
};
