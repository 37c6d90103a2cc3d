import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  apiOf,
  asDocument,
  comment,
  correctComments,
  footerOf,
  noticeOf,
  putComment,
  putCommentOn,
  settingsOf,
  writeComments
} from "./chunk-FKHTTTM3.js";
import {
  cut,
  outputs,
  refusalOf,
  summaryBudget,
  writeSummary
} from "./chunk-RGLUIAL4.js";
import {
  attempt,
  delivered,
  refused,
  skipped
} from "./chunk-KKJJ25RZ.js";
import {
  markdownDocument
} from "./chunk-456VGNQW.js";
import {
  code,
  paragraphs,
  text
} from "./chunk-R6WMSU76.js";
import "./chunk-RI6YGLTZ.js";
import "./chunk-S6WYGNCQ.js";
import {
  bySeverity
} from "./chunk-SD7SOR3F.js";
import {
  checkReportFiles,
  ruleTexts,
  writeReportFiles
} from "./chunk-TYJUOS6R.js";
import {
  docsPage,
  linksOf
} from "./chunk-ACFORE5U.js";
import {
  watched
} from "./chunk-35M4Z2TR.js";
import "./chunk-BWUDTPXH.js";
import "./chunk-BUWVPI25.js";
import "./chunk-3MDOQA3Y.js";
import "./chunk-YXI4UX5B.js";
import "./chunk-UIHX4XYS.js";
import {
  rootOf
} from "./chunk-RMXWJDWB.js";
import {
  withoutPasswordsIn
} from "./chunk-MDMFYNHD.js";
import {
  Stopped
} from "./chunk-JE7KEQGY.js";
import {
  write
} from "./chunk-X32Y2LWH.js";
import {
  annotate,
  failJob,
  notify,
  saveState,
  setOutput,
  withoutCommands
} from "./chunk-NPDNUFTO.js";
import {
  makeWatchLists
} from "./chunk-A5CX65PK.js";
import {
  changedFiles
} from "./chunk-GSM5XW34.js";
import {
  opens
} from "./chunk-JYWKWCTX.js";
import "./chunk-BAWHN274.js";
import "./chunk-C76FHOHM.js";
import {
  whereabouts
} from "./chunk-I76OI2NO.js";
import "./chunk-PRFH5JLA.js";
import {
  gitRoot,
  isShallow,
  mergeBase,
  runGit
} from "./chunk-MPCTKBTA.js";
import "./chunk-37354AS2.js";
import {
  isAbove,
  placeText
} from "./chunk-67HGM7VL.js";
import "./chunk-A33IW6KI.js";
import "./chunk-BHWKXNUT.js";
import "./chunk-UFDC26GR.js";
import "./chunk-3HPQLRMR.js";
import {
  SetupError
} from "./chunk-Y6MC4UPV.js";
import "./chunk-LVLOTI4M.js";
import {
  countedIn,
  severities
} from "./chunk-ODNIKTB2.js";
import "./chunk-XPOZ2QEA.js";
import {
  projectEnvironment
} from "./chunk-BHM4AELV.js";
import {
  oneLine,
  plain
} from "./chunk-JM26A2YD.js";
import "./chunk-4ZDK54KC.js";

// src/action/check-job.ts
import { tmpdir } from "node:os";

// src/github/diff.ts
function hunksOf(patch) {
  const hunks = [];
  for (const line of patch.split("\n")) {
    const [, from] = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line) ?? [];
    if (from !== void 0) hunks.push({ from: Number(from), lines: [] });
    else if (/^[ +]/.test(line)) hunks.at(-1)?.lines.push(line.slice(1));
  }
  return hunks.filter(({ lines }) => lines.length > 0).map(({ from, lines }) => ({ from, to: from + lines.length - 1, lines }));
}
var hunkWith = (hunks, { from, to }) => hunks.find((hunk) => hunk.from <= from && to <= hunk.to);
function isChanged({ file, line, endLine }, changed, filter) {
  if (!changed.has(file)) return false;
  const added2 = changed.get(file);
  if (filter === "file" || line === void 0 || added2 === void 0) return true;
  return added2.some(({ from, to }) => from <= (endLine ?? line) && line <= to);
}

// src/github/annotations.ts
var shown = 9;
var longest = 4096;
function annotationsOf({ findings, filter, changed, said = {} }) {
  const counting = countedIn({ findings });
  return severities.flatMap((level) => {
    const ofLevel = counting.filter(({ severity }) => severity === level);
    const wanted = onLines(ofLevel, filter, changed).slice(0, shown);
    const left = leftOut(ofLevel.length - wanted.length, level, wanted.length > 0);
    const first = [said[level], left].filter(Boolean).join("\n");
    return [
      ...first === "" ? [] : [{ level, title: "migrate-check", message: cut(first, longest) }],
      ...wanted.map((finding) => annotationOf(finding, longest))
    ];
  });
}
var onLines = (findings, filter, changed) => filter === "none" || !changed ? findings : findings.filter(({ place }) => isChanged(place, changed, filter));
function leftOut(count, level, isMore) {
  if (count === 0) return "";
  const [which, are] = count === 1 ? [level, "is"] : [`${level}s`, "are"];
  return isMore ? `${count} more ${which} ${are} in the summary of this job` : `${count} ${which} on no changed line ${are} in the summary of this job`;
}
function annotationOf({ severity, rule, message, help, place }, most3) {
  const text2 = `${message}

${help}`;
  const said = { level: severity, title: rule };
  return place.file.startsWith("/") || isAbove(place.file) ? { ...said, message: cut(`${placeText(place)}: ${text2}`, most3) } : { ...said, message: cut(text2, most3), place };
}

// src/config/base-commit.ts
async function baseCommit(root, { base, merge }) {
  const head = await commitAt(root, "HEAD");
  if (merge !== void 0 && head === merge) {
    const into = await mergedInto(root, merge);
    if (into !== void 0) return into;
  }
  if (await isKnown(root, base)) return base;
  if (await isShallow(root)) await fetch(root, `--depth=${deep}`, head ?? "HEAD", base);
  else await fetch(root, base);
  return base;
}
async function fetchCommit(root, commit) {
  if (await isKnown(root, commit)) return true;
  if (await isShallow(root)) return false;
  await fetch(root, commit);
  return isKnown(root, commit);
}
var deep = 50;
async function mergedInto(root, merge) {
  if (!await hasParents(root, merge) && await isShallow(root)) await fetch(root, "--depth=2", merge);
  return await hasParents(root, merge) ? commitAt(root, `${merge}^1`) : void 0;
}
var hasParents = async (root, merge) => await commitAt(root, `${merge}^2`) !== void 0;
var isKnown = async (root, commit) => (await runGit(root, ["merge-base", commit, "HEAD"])).code === 0;
async function commitAt(root, name) {
  const { code: code2, stdout } = await runGit(root, ["rev-parse", "--verify", "--quiet", `${name}^{commit}`]);
  return code2 === 0 ? stdout.trim() : void 0;
}
var fetch = (root, ...what) => runGit(root, ["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "origin", ...what]);

// src/github/branch.ts
async function tipOf(api, repository, branch) {
  try {
    const { data } = await api.rest.git.getRef({ ...repository, ref: `heads/${branch}` });
    return data.object.sha;
  } catch {
    return void 0;
  }
}

// src/action/base.ts
async function baseOf(directory, event, api) {
  const { base, pull, kind, run, sha, repository } = event;
  if (base === void 0) return void 0;
  const root = await gitRoot(directory);
  if (root === void 0) return base;
  if (api && pull && repository && run.attempt > 1) {
    const tip = await tipOf(await api(), repository, pull.base.branch);
    if (tip !== void 0 && await fetchCommit(root, tip)) return tip;
  }
  return baseCommit(root, { base, merge: kind === "pull_request" ? sha : void 0 });
}

// src/config/added-lines.ts
async function addedLines(root, since, files) {
  const base = await mergeBase(root, since);
  const entries = files.map(async (file) => {
    const asked = [
      "--literal-pathspecs",
      "diff",
      "--unified=0",
      "--no-ext-diff",
      "--no-color",
      base,
      "--",
      file
    ];
    const { stdout } = await runGit(root, asked);
    return [file, added(stdout)];
  });
  return new Map(await Promise.all(entries));
}
var added = (diff) => [...diff.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].flatMap(
  ([, from, count = "1"]) => count === "0" ? [] : [{ from: Number(from), to: Number(from) + Number(count) - 1 }]
);

// src/action/changed.ts
async function changedBy({ directory, filter }, since, { findings }) {
  const root = await gitRoot(directory);
  if (root === void 0) return void 0;
  try {
    const files = await changedFiles(root, since);
    const found = [...new Set(findings.map(({ place }) => place.file))].filter((file) => files.has(file));
    const lines = filter === "added" ? await addedLines(root, since, found) : void 0;
    return new Map([...files].map((file) => [file, lines?.get(file)]));
  } catch (error) {
    if (error instanceof SetupError) return void 0;
    throw error;
  }
}

// src/action/comment-refusal.ts
async function orComment(step, settings, work) {
  try {
    return await work();
  } catch (thrown) {
    const error = rootOf(thrown);
    if (error instanceof Stopped) throw error;
    const delivery = await commentOn(step, settings, refusalOf(error));
    const notice = noticeOf([["comment", delivery]], step.event, docsPage(step.runner.version, "github.md"));
    if (notice !== void 0) notify(notice);
    throw error;
  }
}
async function commentOn(step, settings, refusal) {
  const { event, mark } = step;
  const { pull, run } = event;
  const isSilent = settings ? settings.comment === "never" : mark.isSilent;
  return writeComments({ pull, event, api: apiOf(step), isSilent }, async (comments, head) => {
    const project = settings && await projectOf(step, settings);
    const text2 = refused(refusal, project ?? mark.directory);
    const said = { written: { run, head, step: mark.id }, text: text2, footer: footerOf(event, run, head) };
    return settings && project !== void 0 ? putComment(comments, { ...said, id: { key: settings.commentKey, project }, resolved: text2 }) : correctComments(comments, said);
  });
}
async function projectOf({ runner }, settings) {
  try {
    const engine = await runner.engine();
    const where = await whereabouts(settings.directory, runner.cwd);
    return (await engine.projectOf({ settings, where })).directory;
  } catch {
    return void 0;
  }
}

// src/github/check-run.ts
var perRequest = 50;
var summaryLimit = 65535;
var titleLimit = 255;
var messageLimit = 2e4;
var most = 500;
var checkBudget = summaryLimit - 200;
var levels = {
  error: "failure",
  warning: "warning",
  notice: "notice"
};
async function putCheckRun(api, repository, run) {
  const placed = run.annotations.flatMap(asGitHubHasThem);
  const output = { title: cut(run.title, titleLimit), summary: summaryOf(run, placed.length) };
  const [first = [], ...others] = inBatches(placed.slice(0, most));
  const { data } = await api.rest.checks.create({
    ...repository,
    name: run.name,
    head_sha: run.head,
    status: "completed",
    conclusion: run.conclusion,
    output: { ...output, annotations: [...first] }
  });
  for (const annotations of others)
    await api.rest.checks.update({
      ...repository,
      check_run_id: data.id,
      output: { ...output, annotations: [...annotations] }
    });
  return delivered;
}
function summaryOf({ summary: summary2 }, placed) {
  const left = placed - most;
  const more = left > 0 ? `

${left} more findings are not shown on their lines.` : "";
  const whole = `${summary2.trimEnd()}${more}`;
  return Buffer.byteLength(whole) <= summaryLimit ? whole : `What was found is too long for this page.${more}`;
}
function asGitHubHasThem({ level, title, message, place }) {
  if (!place) return [];
  const line = place.line ?? 1;
  return [
    {
      path: place.file,
      start_line: line,
      end_line: Math.max(line, place.endLine ?? line),
      annotation_level: levels[level],
      title: cut(title, titleLimit),
      message
    }
  ];
}
function inBatches(all) {
  return all.length === 0 ? [] : [all.slice(0, perRequest), ...inBatches(all.slice(perRequest))];
}

// src/github/review.ts
var most2 = 30;
async function suggest(api, { owner, repo }, { number, head }, offers) {
  if (offers.length === 0) return skipped("there is nothing to suggest");
  const here = { owner, repo, pull_number: number };
  const files = await api.paginate(api.rest.pulls.listFiles, { ...here, per_page: 100 });
  const hunks = new Map(files.map(({ filename, patch = "" }) => [filename, hunksOf(patch)]));
  const possible = offers.filter(({ edit }) => isShown(edit, hunks.get(edit.file) ?? [])).map((offer2) => commentOf(offer2));
  if (possible.length === 0) return skipped("none of it is on lines that the pull request changes");
  const made = await api.paginate(api.rest.pulls.listReviewComments, { ...here, per_page: 100 });
  const standing = new Set(made.filter(({ line }) => line).map(({ path, body }) => keyOf(path, body)));
  const comments = possible.filter(({ path, body }) => !standing.has(keyOf(path, body)));
  if (comments.length === 0) return skipped("it is suggested already");
  await api.rest.pulls.createReview({
    ...here,
    commit_id: head.sha,
    event: "COMMENT",
    body: opening(comments.length),
    comments: comments.slice(0, most2)
  });
  return delivered;
}
function isShown({ startLine, endLine, before }, hunks) {
  const hunk = hunkWith(hunks, { from: startLine, to: endLine });
  if (!hunk) return false;
  return sameLines(hunk.lines.slice(startLine - hunk.from, endLine - hunk.from + 1), before);
}
var sameLines = (some, others) => some.length === others.length && some.every((line, at) => line.replace(/\r$/, "") === others[at]?.replace(/\r$/, ""));
var keyOf = (path, body) => `${path}
${body.replaceAll("\r\n", "\n").trim()}`;
var opening = (count) => `migrate-check has run ${count === 1 ? "this edit" : "each of these edits"} on a disposable PostgreSQL.` + (count > most2 ? ` ${count - most2} more are in the summary of the job.` : "");
function commentOf({ edit: { file, startLine, endLine, after }, because }) {
  const runs = after.join("\n").match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  return {
    path: file,
    side: "RIGHT",
    line: endLine,
    ...startLine < endLine ? { start_line: startLine, start_side: "RIGHT" } : {},
    body: [because, "", `${fence}suggestion`, ...after, fence].join("\n")
  };
}

// src/reporters/markdown/summary.ts
var size = {
  extent: { lines: 200, characters: 2e4 },
  rows: 200,
  revisions: 500,
  entries: 200,
  drawn: 20,
  withTimeline: true
};
var summary = {
  id: "summary",
  render: (report, how) => markdownDocument(report, how, { size })
};

// src/action/harmless.ts
var harmless = (finding) => ({
  ...finding,
  rule: oneLine(finding.rule),
  message: plain(finding.message),
  help: plain(finding.help),
  place: { ...finding.place, file: oneLine(finding.place.file) }
});

// src/action/words.ts
var failing = (report) => `${report.verdict}: ${bySeverity(countedIn(report)).join(", ") || "something in scope could not be checked"}`;

// src/action/deliver.ts
async function deliver(report, channels) {
  const { event, settings, links, summaryFile } = channels;
  const summary2 = await attempt(
    () => writeSummary(summaryFile, summary.render(report, asDocument(links, summaryBudget)))
  );
  const [comment2, suggestions, checkRun] = await Promise.all([
    putCommentOn(event.pull, report, channels),
    offer(report, channels),
    settings.annotations === "checks" ? checkRunOf(report, channels) : void 0
  ]);
  const inCheckRun = checkRun?.state === "delivered";
  return {
    lines: settings.annotations === "none" || inCheckRun ? [] : report.findings.map(harmless),
    notice: noticeOf(
      [
        ["summary", summary2],
        ["comment", comment2],
        ["suggestions", suggestions],
        ["check run", checkRun]
      ],
      event,
      channels.page
    )
  };
}
function checkRunOf(report, { api, event, settings, links, changed }) {
  const { repository, head } = event;
  return attempt(async () => {
    if (!api || !repository || head === void 0) return skipped("there is no commit to put it on");
    return putCheckRun(await api(), repository, {
      name: nameOf(report, settings.commentKey),
      head,
      conclusion: report.verdict === "passed" ? "success" : opens(report) ? "neutral" : "failure",
      title: report.verdict === "passed" ? "passed" : failing(report),
      summary: comment.render(report, asDocument(links, checkBudget)),
      annotations: onLines(countedIn(report), settings.filter, changed).map(
        (finding) => annotationOf(harmless(finding), messageLimit)
      )
    });
  });
}
var nameOf = ({ project }, key) => ["migrate-check", project.directory, key].filter((word) => word !== "." && word !== "default").join(" ");
function offer(report, { api, event, settings, links }) {
  return attempt(async () => {
    const { pull, repository } = event;
    const offers = settings.suggestions ? report.findings.flatMap((finding) => offerOf(finding, links)) : [];
    if (!api || !pull || !repository || offers.length === 0) return skipped("there is nothing to suggest");
    return suggest(await api(), repository, pull, offers);
  });
}
function offerOf({ suggestion, suppressed, rule, message }, links) {
  if (!suggestion || suppressed) return [];
  const because = paragraphs(`**[${code(rule)}](${links.rule(rule)})**`, text(message));
  return [{ edit: suggestion.edit, because }];
}

// src/action/refuse.ts
function refuseUnsafe({ event, inputs }) {
  if (inputs.allowPullRequestTarget) return;
  if (event.followed?.event.startsWith("pull_request"))
    throw new SetupError(
      "unsafe-event",
      "On workflow_run after a pull request its migrations would run with the secrets of this repository",
      "To comment with the report of that run write mode: comment and report: report.json, as docs/examples/fork-comment.yml does. Whoever trusts everybody who can open a pull request writes allow-pull-request-target: true"
    );
  if (event.kind !== "pull_request_target") return;
  throw new SetupError(
    "unsafe-event",
    "On pull_request_target the migrations of any pull request would run with the secrets of this repository",
    "Use the event pull_request: a pull request from a fork is then checked, too, with a token that may only read, and docs/github.md shows how it gets its comment. Whoever trusts everybody who can open a pull request writes allow-pull-request-target: true"
  );
}

// src/action/reports.ts
async function writeReports(report, { verbose, ...files }, version) {
  const { terminal } = await import("./terminal-24BADORC.js");
  const how = { colour: true, width: 110, verbose };
  const print = (text2) => write(process.stdout, text2);
  await print(terminal.render(report, how));
  return writeReportFiles(report, files, { ...how, rule: ruleTexts(version) }, print);
}

// src/action/check-job.ts
async function checkJob(step) {
  refuseUnsafe(step);
  const { runner, event, directory, mark } = step;
  const api = apiOf(step);
  const { since, settings } = await orComment(step, void 0, async () => {
    const since2 = await baseOf(directory, event, api);
    return { since: since2, settings: await settingsOf(step, since2) };
  });
  const { report, written } = await orComment(step, settings, async () => {
    await checkReportFiles(settings);
    const watchLists = await makeWatchLists(runner.env["RUNNER_TEMP"] ?? tmpdir());
    saveState("watchLists", watchLists);
    return withoutCommands(() => checked(step, settings, { watchLists, since }));
  });
  for (const { name, file } of written) if (file !== "-") setOutput(name, file);
  for (const { name, of } of outputs) setOutput(name, of(report));
  const changed = event.pull && since !== void 0 ? await changedBy(settings, since, report) : void 0;
  const { lines, notice } = await deliver(report, {
    settings,
    event,
    step: mark.id,
    links: linksOf(event, runner.version),
    page: docsPage(runner.version, "github.md"),
    summaryFile: runner.env["GITHUB_STEP_SUMMARY"],
    api,
    changed
  });
  const red = opens(report) ? void 0 : failing(report);
  annotate(
    annotationsOf({
      findings: lines,
      filter: settings.filter,
      changed,
      said: { ...red === void 0 ? {} : { error: red }, ...notice === void 0 ? {} : { notice } }
    })
  );
  if (red !== void 0) failJob();
}
function checked({ runner }, settings, begun) {
  return watched({ output: process.stderr, live: false }, async (watch) => {
    const { check } = await runner.engine();
    const report = await check({
      settings,
      where: await whereabouts(settings.directory, runner.cwd),
      env: projectEnvironment(runner.env, "harmless", settings.env),
      watchLists: begun.watchLists,
      changeSince: begun.since,
      ...watch
    });
    watch.progress.end();
    const shown2 = withoutPasswordsIn(report);
    return { report: shown2, written: await writeReports(shown2, settings, runner.version) };
  });
}
export {
  checkJob
};
