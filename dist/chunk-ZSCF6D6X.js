import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  environment,
  gitEnvironment
} from "./chunk-3LT6IPLV.js";
import {
  SetupError
} from "./chunk-L5MK2OWE.js";

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

export {
  gitRoot,
  changedFiles
};
