import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;

// src/config/environment.ts
var environment = () => process.env;
function forgetInputs() {
  for (const name of Object.keys(process.env)) if (/^(INPUT|ACTIONS)_/.test(name)) delete process.env[name];
}
var urlVariable = "MIGRATE_CHECK_DATABASE_URL";
function environmentLayer(env, cwd) {
  const value = env[urlVariable];
  if (!value) return { base: cwd, given: /* @__PURE__ */ new Map() };
  return {
    base: cwd,
    given: /* @__PURE__ */ new Map([["databaseUrl", { value, source: { kind: "variable", name: urlVariable } }]])
  };
}
var harmless = /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_\w+|TZ|TERM|TMPDIR|TEMP|TMP|CI|GITHUB_WORKSPACE|RUNNER_(OS|ARCH|TEMP|TOOL_CACHE)|VIRTUAL_ENV|CONDA_PREFIX|PYTHON\w*|pythonLocation|LD_LIBRARY_PATH|DYLD_\w+|SSL_CERT_(FILE|DIR)|XDG_\w+|SYSTEMROOT|WINDIR|COMSPEC|PATHEXT|APPDATA|LOCALAPPDATA|USERPROFILE|UV_(PROJECT_ENVIRONMENT|PYTHON|PYTHON_INSTALL_DIR|CACHE_DIR)|POETRY_(CACHE_DIR|CONFIG_DIR|DATA_DIR|VIRTUALENVS_\w+)|WORKON_HOME|PIPENV_(PIPFILE|CUSTOM_VENV_NAME|VENV_IN_PROJECT))$/;
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
  return {
    ...Object.fromEntries(kept),
    ...env["GITHUB_WORKSPACE"] ? trusting(env) : {},
    LC_ALL: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0"
  };
}
function trusting(env) {
  const count = Number(env["GIT_CONFIG_COUNT"] ?? 0) || 0;
  return {
    GIT_CONFIG_COUNT: `${count + 1}`,
    [`GIT_CONFIG_KEY_${count}`]: "safe.directory",
    [`GIT_CONFIG_VALUE_${count}`]: "*"
  };
}

export {
  environment,
  forgetInputs,
  environmentLayer,
  projectEnvironment,
  wantsColour,
  canRewrite,
  gitEnvironment
};
