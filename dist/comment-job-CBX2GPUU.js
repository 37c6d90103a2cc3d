import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  apiOf,
  correctComments,
  footerOf,
  noticeOf,
  putCommentOn,
  settingsOf,
  writeComments
} from "./chunk-FKHTTTM3.js";
import {
  attempt,
  refused,
  skipped
} from "./chunk-KKJJ25RZ.js";
import "./chunk-456VGNQW.js";
import "./chunk-R6WMSU76.js";
import "./chunk-RI6YGLTZ.js";
import "./chunk-S6WYGNCQ.js";
import "./chunk-SD7SOR3F.js";
import {
  parseReport
} from "./chunk-A3Z2JYLS.js";
import {
  docsPage,
  linksOf
} from "./chunk-ACFORE5U.js";
import "./chunk-BWUDTPXH.js";
import "./chunk-BUWVPI25.js";
import "./chunk-3MDOQA3Y.js";
import "./chunk-YXI4UX5B.js";
import "./chunk-UIHX4XYS.js";
import {
  notify
} from "./chunk-NPDNUFTO.js";
import "./chunk-JYWKWCTX.js";
import "./chunk-C76FHOHM.js";
import "./chunk-PRFH5JLA.js";
import "./chunk-MPCTKBTA.js";
import "./chunk-37354AS2.js";
import {
  isInside
} from "./chunk-67HGM7VL.js";
import "./chunk-A33IW6KI.js";
import "./chunk-BHWKXNUT.js";
import "./chunk-UFDC26GR.js";
import "./chunk-3HPQLRMR.js";
import {
  SetupError
} from "./chunk-Y6MC4UPV.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODNIKTB2.js";
import "./chunk-BHM4AELV.js";
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
import { constants } from "node:fs";
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
    if (cause.code === "ENOENT") return void 0;
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
    const file = __using(_stack, await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK), true);
    const found = await file.stat();
    if (!found.isFile()) throw new Error("It is no file");
    const { size } = found;
    if (size > most) throw new Error(`It has ${size} bytes, and more than ${most} are not read`);
    return await file.readFile("utf8");
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

// src/action/no-report.ts
var noReport = ({ conclusion }) => ({
  message: `No report has come from the run that checks${conclusion && `, which has ended as ${conclusion}`}`,
  hint: "The log of that run says why",
  details: []
});
var commentWithoutReport = (conversation, followed, { id, directory }) => writeComments(
  conversation,
  (comments, head) => correctComments(comments, {
    written: { run: followed, head, step: id },
    text: refused(noReport(followed), directory),
    footer: footerOf(conversation.event, followed, head)
  })
);

// src/action/comment-job.ts
async function commentJob(step) {
  const { runner, event } = step;
  const delivery = await commentOnFollowed(step);
  const said = delivery.state === "skipped" ? `No comment was written: ${delivery.because}.` : "The comment is written.";
  const notice = noticeOf([["comment", delivery]], event, docsPage(runner.version, "github.md"));
  if (notice === void 0) process.stdout.write(`${said}
`);
  else notify(notice);
}
async function commentOnFollowed(step) {
  const { runner, directory, event, inputs, mark } = step;
  const { repository, followed } = event;
  const api = apiOf(step);
  if (!followed || !repository) throw wrongEvent(event.name);
  if (inputs.report === void 0) throw missing("report", "report.json");
  if (!api) throw missing("github-token", "the token of a job that may comment");
  if (followed.event !== "pull_request") return skipped("the other run was not of a pull request");
  const settings = await settingsOf(step, void 0);
  const { report: file } = inputs;
  const report = await readHostileReport(file, relative(directory, file));
  if (!report) tellMissing(relative(directory, file), followed);
  return attempt(async () => {
    const pull = await followedPull(await api(), repository, followed);
    if (!pull) return skipped("no open pull request ends with the commit that was checked");
    if (!report)
      return commentWithoutReport(
        { pull, event, api, isSilent: settings.comment === "never" },
        followed,
        mark
      );
    const links = linksOf(event, runner.version);
    return putCommentOn(
      pull,
      report,
      { api, event, step: mark.id, settings, links, changed: void 0 },
      followed
    );
  });
}
function tellMissing(file, followed) {
  notify(`There is no file ${file}. ${noReport(followed).message}.`);
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
