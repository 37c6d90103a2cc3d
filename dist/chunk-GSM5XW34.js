import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  demand,
  mergeBase
} from "./chunk-MPCTKBTA.js";
import {
  directoriesOf,
  isAbove
} from "./chunk-67HGM7VL.js";

// src/config/changed-files.ts
import { access, lstat, realpath } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
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
  const files = lists.flatMap((list) => list.split("\0").filter(Boolean));
  const top = await realpath(root);
  const targets = await Promise.all(files.map((file) => targetOf(top, file)));
  return /* @__PURE__ */ new Set([...files.map((file) => file.replace(/\/$/, "")), ...targets.flat()]);
}
async function targetOf(root, file) {
  const path = join(root, file);
  const isLink = await lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false
  );
  if (!isLink) return [];
  return realpath(path).then(
    (target) => [relative(root, target)],
    () => []
  );
}
async function isUntouched(root, since, paths) {
  const base = await mergeBase(root, since);
  const asked = within(root, (await Promise.all(paths.map(withTarget))).flat());
  if (asked.length === 0) return true;
  const [links, modules] = await Promise.all([linksBelow(root, asked), modulesAbove(root, asked)]);
  const led = await Promise.all(links.map((link) => targetOf(root, link)));
  const places = ["--", ...asked, ...led.flat().filter((path) => !isAbove(path)), ...modules];
  const lists = await Promise.all([
    demand(root, ["--literal-pathspecs", "diff", "--name-only", "--no-ext-diff", "-z", base, ...places]),
    demand(root, ["--literal-pathspecs", "ls-files", "--others", "--exclude-standard", "-z", ...places])
  ]);
  return lists.every((list) => list === "");
}
var within = (root, paths) => paths.map((path) => relative(root, path) || ".").filter((path) => !isAbove(path));
async function withTarget(path) {
  const directory = await realpath(dirname(path)).catch(() => dirname(path));
  return [join(directory, basename(path)), await realpath(path).catch(() => path)];
}
async function linksBelow(root, paths) {
  const list = await demand(root, ["--literal-pathspecs", "ls-files", "--stage", "-z", "--", ...paths]);
  return list.split("\0").flatMap((entry) => /^120000 .*?\t([\s\S]+)$/.exec(entry)?.[1] ?? []);
}
async function modulesAbove(root, paths) {
  const directories = [...new Set(paths.flatMap(directoriesOf))];
  const each = directories.map(
    (directory) => access(join(root, directory, ".git")).then(
      () => [directory],
      () => []
    )
  );
  return (await Promise.all(each)).flat();
}

export {
  changedFiles,
  isUntouched
};
