import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  getInput,
  setSecret
} from "./chunk-NPDNUFTO.js";
import {
  badSettings,
  badValue,
  expectationFrom
} from "./chunk-BHWKXNUT.js";
import {
  version
} from "./chunk-G5YK5CWD.js";
import {
  external_exports,
  setting,
  text,
  toggle,
  wordsOf
} from "./chunk-UFDC26GR.js";
import {
  kebab
} from "./chunk-3HPQLRMR.js";
import {
  SetupError
} from "./chunk-Y6MC4UPV.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODNIKTB2.js";
import {
  environment
} from "./chunk-BHM4AELV.js";
import "./chunk-4ZDK54KC.js";

// src/config/workflow-inputs.ts
import { resolve } from "node:path";
var schema = external_exports.object({
  mode: setting(external_exports.enum(["check", "comment"]).default("check"), {
    section: "GitHub",
    description: "check: check the project; comment: comment on a pull request from a fork with the report of the run that checked it, on the event workflow_run",
    must: "check or comment",
    example: "comment"
  }),
  report: setting(text.optional(), {
    section: "GitHub",
    description: "for mode comment: the report that the other run has written with the input json",
    must: "a file",
    example: "report.json"
  }),
  githubToken: setting(text.optional(), {
    section: "GitHub",
    description: "token to comment with; the project is never given it",
    must: "a token",
    example: "ghp_0123456789abcdef",
    inputDefault: "github.token",
    secret: true
  }),
  allowPullRequestTarget: setting(toggle.default(false), {
    section: "GitHub",
    description: "run migrations on pull_request_target all the same: whoever opens a pull request can then use the secrets of the repository",
    must: "true or false",
    example: "true"
  })
});
var names = Object.keys(schema.shape);
var workflowInputs = names.map(
  (name) => ({ name: kebab(name), words: wordsOf(schema.shape[name]) })
);
function readWorkflowInputs(read, base) {
  const given = names.flatMap((name) => {
    const value = read(kebab(name)).trim();
    return value === "" ? [] : [[name, value]];
  });
  const [first, ...others] = given.flatMap(([name, value]) => {
    const expected = expectationFrom(schema.shape[name]);
    return expected.accepts(value) ? [] : [badValue(expected, value, { kind: "input", name: kebab(name) })];
  });
  if (first) throw badSettings([first, ...others]);
  const inputs = schema.parse(Object.fromEntries(given));
  return inputs.report === void 0 ? inputs : { ...inputs, report: resolve(base, inputs.report) };
}

// src/github/payload.ts
var isFields = (value) => typeof value === "object" && value !== null;
var valueAt = (payload, path) => path.reduce((value, key) => isFields(value) ? value[key] : void 0, payload);
function textAt(payload, ...path) {
  const value = valueAt(payload, path);
  return typeof value === "string" ? value : void 0;
}
function numberAt(payload, ...path) {
  const value = valueAt(payload, path);
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : void 0;
}

// src/github/event.ts
var eventKinds = [
  "pull_request",
  "pull_request_target",
  "merge_group",
  "push",
  "schedule",
  "workflow_dispatch",
  "workflow_run",
  "other"
];
function readEvent(env, payload) {
  const name = env["GITHUB_EVENT_NAME"] ?? "unknown";
  const kind = eventKinds.find((known) => known === name) ?? "other";
  const repository = repositoryOf(env["GITHUB_REPOSITORY"]);
  const pull = kind.startsWith("pull_request") ? pullOf(payload, env["GITHUB_REPOSITORY"]) : void 0;
  const followed = kind === "workflow_run" ? followedOf(payload) : void 0;
  const sha = commit(env["GITHUB_SHA"]);
  const base = pull?.base.sha ?? commit(textAt(payload, "merge_group", "base_sha"));
  const head = pull?.head.sha ?? followed?.head.sha ?? sha;
  return {
    kind,
    name,
    server: (env["GITHUB_SERVER_URL"] ?? "https://github.com").replace(/\/+$/, ""),
    run: { id: count(env["GITHUB_RUN_ID"]), attempt: count(env["GITHUB_RUN_ATTEMPT"]) },
    isDependabot: env["GITHUB_ACTOR"] === "dependabot[bot]",
    ...repository ? { repository } : {},
    ...sha === void 0 ? {} : { sha },
    ...base === void 0 ? {} : { base },
    ...head === void 0 ? {} : { head },
    ...pull ? { pull } : {},
    ...followed ? { followed } : {}
  };
}
function pullOf(payload, here) {
  const number = numberAt(payload, "pull_request", "number");
  const base = commit(textAt(payload, "pull_request", "base", "sha"));
  const head = commit(textAt(payload, "pull_request", "head", "sha"));
  if (number === void 0 || base === void 0 || head === void 0) return void 0;
  const from = textAt(payload, "pull_request", "head", "repo", "full_name");
  return {
    number,
    base: { branch: textAt(payload, "pull_request", "base", "ref") ?? "", sha: base },
    head: { sha: head },
    isFork: from === void 0 || from.toLowerCase() !== here?.toLowerCase()
  };
}
function followedOf(payload) {
  const text2 = (...path) => textAt(payload, "workflow_run", ...path);
  const [id, sha] = [numberAt(payload, "workflow_run", "id"), commit(text2("head_sha"))];
  if (id === void 0 || sha === void 0) return void 0;
  return {
    id,
    attempt: numberAt(payload, "workflow_run", "run_attempt") ?? 1,
    event: text2("event") ?? "",
    conclusion: text2("conclusion") ?? "",
    head: {
      sha,
      branch: text2("head_branch") ?? "",
      owner: text2("head_repository", "owner", "login") ?? "",
      repository: text2("head_repository", "full_name") ?? ""
    }
  };
}
function repositoryOf(spelling = "") {
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(spelling) ?? [];
  return owner === void 0 || repo === void 0 ? void 0 : { owner, repo };
}
var commit = (given) => given !== void 0 && /^(?!0+$)([0-9a-f]{40}|[0-9a-f]{64})$/.test(given) ? given : void 0;
var count = (given) => given !== void 0 && /^\d+$/.test(given) ? Number(given) : 0;

// src/action/event-file.ts
import { readFile } from "node:fs/promises";
async function readEventFile(path) {
  if (path === void 0 || path === "") return void 0;
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    const is = cause instanceof SyntaxError ? "is not JSON" : `cannot be read (${codeOf(cause)})`;
    throw new SetupError(
      "wrong-event",
      `The file of the event, ${path}, ${is}`,
      "The runner writes it and names it in GITHUB_EVENT_PATH; where this is none of GitHub, leave the variable out to check all revisions",
      { cause }
    );
  }
}
var codeOf = (cause) => cause.code ?? cause.message;

// src/action/mark.ts
import { createHash } from "node:crypto";
import { relative, resolve as resolve2 } from "node:path";
var telling = ["config", "name", "comment-key", "report"];
function markOf(read, base) {
  const directory = relative(base, resolve2(base, read("directory"))) || ".";
  const words = JSON.stringify([directory, ...telling.map(read)]);
  return {
    id: createHash("sha256").update(words).digest("hex").slice(0, 16),
    directory,
    isSilent: read("comment") === "never"
  };
}

// src/action/run.ts
async function run(runner) {
  try {
    const directory = runner.env["GITHUB_WORKSPACE"] ?? runner.cwd;
    const inputs = readWorkflowInputs(getInput, directory);
    if (inputs.githubToken !== void 0) setSecret(inputs.githubToken);
    const event = readEvent(runner.env, await readEventFile(runner.env["GITHUB_EVENT_PATH"]));
    const step = { runner, directory, event, inputs, mark: markOf(getInput, directory) };
    if (inputs.mode === "comment") await (await import("./comment-job-CBX2GPUU.js")).commentJob(step);
    else await (await import("./check-job-SUM6PM3R.js")).checkJob(step);
  } catch (error) {
    await (await import("./refused-3JQUCUMS.js")).endRefused(error, runner);
  }
}

// src/action.ts
await run({ version, env: environment(), cwd: process.cwd(), engine: () => import("./check-DWOZLAZA.js") });
