import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  apiOf,
  attempt,
  noticeOf,
  putCommentOn,
  settingsOf,
  skipped
} from "./chunk-QR62EUNZ.js";
import "./chunk-AQS6QWNZ.js";
import "./chunk-RI6YGLTZ.js";
import "./chunk-XZC5F6EN.js";
import {
  parseReport
} from "./chunk-UJTE3RGV.js";
import {
  docsPage,
  linksOf
} from "./chunk-UI42OAO4.js";
import "./chunk-25HRO674.js";
import "./chunk-YKAWGOPT.js";
import "./chunk-Y5BMBQZO.js";
import "./chunk-YXI4UX5B.js";
import "./chunk-UIHX4XYS.js";
import {
  annotate
} from "./chunk-J74WEXZU.js";
import "./chunk-JYWKWCTX.js";
import "./chunk-X5JS7FSY.js";
import "./chunk-CW7E6TRU.js";
import "./chunk-PYV3O6H3.js";
import "./chunk-JHTROX6E.js";
import {
  isInside
} from "./chunk-O632LGIS.js";
import "./chunk-A33IW6KI.js";
import "./chunk-S5KUP26Q.js";
import "./chunk-UFDC26GR.js";
import "./chunk-3HPQLRMR.js";
import {
  SetupError
} from "./chunk-L5MK2OWE.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODNIKTB2.js";
import "./chunk-G7WCXZMD.js";
import "./chunk-JM26A2YD.js";
import {
  __callDispose,
  __using
} from "./chunk-4ZDK54KC.js";

// src/action/comment-job.ts
import { relative } from "node:path";

// src/github/followed-pull.ts
async function followedPull(api, repository, { head }) {
  const pulls = await api.paginate(api.rest.pulls.list, {
    ...repository,
    state: "open",
    head: `${head.owner}:${head.branch}`,
    per_page: 100
  });
  const found = pulls.find(
    (pull) => pull.head.sha === head.sha && pull.head.repo?.full_name === head.repository
  );
  return found && { number: found.number, head: { sha: head.sha } };
}

// src/action/hostile-report.ts
import { open } from "node:fs/promises";
var most = 64 * 1024 * 1024;
async function readHostileReport(file, shown) {
  try {
    const report = parseReport(await readBounded(file));
    const outside = placesIn(report).find((place) => !isInside(place));
    if (outside !== void 0)
      throw new Error(`It names a file outside the repository: ${outside.slice(0, 200)}`);
    return report;
  } catch (cause) {
    throw new SetupError(
      "unreadable-report",
      `${shown} cannot be commented on. ${cause.message}`,
      "Name the file that the input json of the other run has written, downloaded by actions/download-artifact",
      { cause }
    );
  }
}
async function readBounded(path) {
  var _stack = [];
  try {
    const file = __using(_stack, await open(path), true);
    const { size } = await file.stat();
    if (size > most) throw new Error(`It has ${size} bytes, and more than ${most} are not read`);
    return file.readFile("utf8");
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function placesIn(value) {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(
    ([key, inner]) => key === "file" && typeof inner === "string" ? [inner] : placesIn(inner)
  );
}

// src/action/comment-job.ts
async function commentJob(step) {
  const { runner, event } = step;
  const delivery = await commentOnFollowed(step);
  const said = delivery.state === "skipped" ? `No comment was written: ${delivery.because}.` : "The comment is written.";
  const notice = noticeOf([["comment", delivery]], event, docsPage(runner.version, "github.md"));
  if (notice === void 0) process.stdout.write(`${said}
`);
  else annotate([{ level: "notice", title: "migrate-check", message: notice }]);
}
async function commentOnFollowed(step) {
  const { runner, directory, event, inputs } = step;
  const { repository, followed } = event;
  const api = apiOf(step);
  if (!followed || !repository) throw wrongEvent(event.name);
  if (inputs.report === void 0) throw missing("report", "report.json");
  if (!api) throw missing("github-token", "the token of a job that may comment");
  if (followed.event !== "pull_request") return skipped("the other run was not of a pull request");
  const settings = await settingsOf(step, void 0);
  const report = await readHostileReport(inputs.report, relative(directory, inputs.report));
  return attempt(async () => {
    const pull = await followedPull(await api(), repository, followed);
    if (!pull) return skipped("no open pull request ends with the commit that was checked");
    const links = linksOf(event, runner.version);
    return putCommentOn(pull, report, { api, event, settings, links, changed: void 0 }, followed);
  });
}
var wrongEvent = (event) => new SetupError(
  "wrong-event",
  `With mode: comment a workflow starts on workflow_run, after the one that has checked; this is ${event}`,
  "Take docs/examples/fork-comment.yml, or leave mode out to check the project"
);
var missing = (input, example) => new SetupError(
  "bad-setting",
  `With mode: comment the input ${input} is needed`,
  `Write ${input}: ${example}`
);
export {
  commentJob
};
