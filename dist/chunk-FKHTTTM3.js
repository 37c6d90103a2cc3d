import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  attempt,
  delivered,
  skipped
} from "./chunk-KKJJ25RZ.js";
import {
  markdownDocument
} from "./chunk-456VGNQW.js";
import {
  heading,
  isClean,
  paragraphs
} from "./chunk-R6WMSU76.js";
import {
  knownRules
} from "./chunk-BWUDTPXH.js";
import {
  getInput,
  setSecret
} from "./chunk-NPDNUFTO.js";
import {
  resolveSettings
} from "./chunk-PRFH5JLA.js";
import {
  merge
} from "./chunk-MPCTKBTA.js";
import {
  ruleKey,
  settingNames,
  settingsSchema,
  wordsOf
} from "./chunk-UFDC26GR.js";
import {
  kebab
} from "./chunk-3HPQLRMR.js";
import {
  countedIn
} from "./chunk-ODNIKTB2.js";
import {
  forgetInputs
} from "./chunk-BHM4AELV.js";

// src/github/notice.ts
function noticeOf(deliveries, { pull, isDependabot }, page) {
  const sentences = deliveries.flatMap(([what, delivery]) => {
    if (delivery?.state === "failed") return [`The ${what} could not be written: ${delivery.because}.`];
    return delivery?.state === "forbidden" ? [`The ${what} could not be written: the token lacks ${delivery.needs}.`] : [];
  });
  if (sentences.length === 0) return void 0;
  const isForbidden = deliveries.some(([, delivery]) => delivery?.state === "forbidden");
  const mayOnlyRead = pull?.isFork === true || isDependabot;
  const advice = mayOnlyRead ? [`${onlyReads} ${page}#pull-requests-from-forks`] : [`${lacking} ${page}`];
  return [...sentences, "The verdict does not depend on it.", ...isForbidden ? advice : []].join(" ");
}
var onlyReads = "A pull request from a fork, or of Dependabot, has a token that may only read; how it gets its comment:";
var lacking = "Add it to the permissions of the job:";

// src/action/api.ts
function apiOf({ runner, inputs: { githubToken } }) {
  if (githubToken === void 0) return void 0;
  const url = runner.env["GITHUB_API_URL"] ?? "https://api.github.com";
  let opened;
  return () => {
    opened ??= import("./api-57VI2A6V.js").then(({ openApi }) => openApi({ token: githubToken, url }));
    return opened;
  };
}

// src/github/comment-body.ts
import { createHash } from "node:crypto";
var limit = 65536;
var commentBudget = 64e3;
function compose(begins, { run, head, step }, text, footer) {
  const first = `${begins}run=${run.id}.${run.attempt} head=${head} step=${step} -->`;
  const body = (middle) => `${first}
${middle.trim()}
${footerMark}${footer}</sub>
`;
  const whole = body(text);
  return whole.length <= limit ? whole : body(tooLong);
}
var footerMark = "\n<sub>";
var tooLong = "**migrate-check**: what it found is too long for a comment; the summary of the run has it.";
function dissect(body) {
  const [first = "", ...lines2] = body.replaceAll("\r\n", "\n").split("\n");
  const found = firstLine.exec(first.trimEnd());
  if (!found) return void 0;
  const [, begins = "", run, attempt2, head = "", step = ""] = found;
  const below = lines2.join("\n");
  const end = below.lastIndexOf(footerMark);
  return {
    begins,
    written: { run: { id: Number(run), attempt: Number(attempt2) }, head, step },
    text: below.slice(0, end < 0 ? void 0 : end).trim()
  };
}
var anyBeginning = "<!-- migrate-check ";
var beginning = ({ key, project }) => `${anyBeginning}key=${word(key)} project=${word(project)} `;
var firstLine = /^(<!-- migrate-check key=\S+ project=\S+ )run=(\d+)\.(\d+) head=(\w+) step=(\w+) -->$/;
var longest = 200;
function word(text) {
  const encoded = encodeURIComponent(text.toWellFormed()).replaceAll("-", "%2D");
  return encoded.length <= longest ? encoded : createHash("sha256").update(text).digest("hex");
}

// src/github/comments.ts
function commentsOf(api, { owner, repo }, { number }) {
  const here = { owner, repo };
  const { issues } = api.rest;
  let isOurs;
  return {
    own: async (beginsWith) => {
      const all = await api.paginate(issues.listComments, { ...here, issue_number: number, per_page: 100 });
      const marked = all.filter(({ body }) => body?.startsWith(beginsWith));
      if (marked.length === 0) return [];
      isOurs ??= await authorship(api);
      return marked.filter(({ user }) => isOurs?.(user)).map(({ id, body = "" }) => ({ id, body }));
    },
    create: async (body) => {
      const { data } = await issues.createComment({ ...here, issue_number: number, body });
      const { user } = data;
      if (user) isOurs ??= (author) => author?.login === user.login && author.type === user.type;
      return { id: data.id, body };
    },
    update: (id, body) => unlessGone(issues.updateComment({ ...here, comment_id: id, body })),
    remove: async (id) => {
      await unlessGone(issues.deleteComment({ ...here, comment_id: id }));
    }
  };
}
async function authorship(api) {
  const login = await api.graphql("{ viewer { login } }").then(
    ({ viewer }) => viewer.login,
    () => void 0
  );
  const bare = (name) => name.replace(/\[bot\]$/, "");
  return (author) => {
    if (!author) return false;
    const isBot = author.type === "Bot";
    if (login === void 0) return isBot;
    return author.login === login || isBot && bare(author.login) === bare(login);
  };
}
async function unlessGone(request) {
  try {
    await request;
    return true;
  } catch (error) {
    if (error.status === 404) return false;
    throw error;
  }
}

// src/github/sticky.ts
var newerHasWritten = skipped("a newer run has written it");
var saysTheSame = skipped("it says the same already");
var otherJobHasWritten = skipped("another job of this run has written it");
async function putComment(comments, sticky) {
  const { id, footer, written, resolved: resolved2 } = sticky;
  const [newest, ...others] = await ours(comments, beginning(id));
  if (newest && isNewer(newest.written.run, written.run)) return newerHasWritten;
  await removeAll(comments, others);
  if (!newest) return create(comments, sticky);
  const change = changeOf(newest, { written, text: sticky.text ?? resolved2, footer });
  if (change === void 0) return saysTheSame;
  if (sticky.text === void 0 && isSame(newest.written.run, written.run)) return otherJobHasWritten;
  return await comments.update(newest.id, change) ? delivered : create(comments, sticky);
}
async function correctComments(comments, correction) {
  const { step, run } = correction.written;
  const standing = (await ours(comments, anyBeginning)).filter(({ written }) => written.step === step);
  if (standing.length === 0) return skipped("there is none to bring up to date");
  const older = standing.filter(({ written }) => !isNewer(written.run, run));
  if (older.length === 0) return newerHasWritten;
  const changed = older.flatMap((one) => {
    const body = changeOf(one, correction);
    return body === void 0 ? [] : [{ id: one.id, body }];
  });
  for (const { id, body } of changed) await comments.update(id, body);
  return changed.length === 0 ? saysTheSame : delivered;
}
function changeOf(standing, { written, text, footer }) {
  const body = compose(standing.begins, written, text, footer);
  const isThere = standing.written.head === written.head && dissect(body)?.text === standing.text;
  return isThere ? void 0 : body;
}
async function create(comments, { id, written, text, footer }) {
  if (text === void 0) return skipped("there is nothing to say");
  await comments.create(compose(beginning(id), written, text, footer));
  const [, ...others] = await ours(comments, beginning(id));
  await removeAll(comments, others);
  return delivered;
}
async function ours(comments, begins) {
  const own = await comments.own(begins);
  const read = own.flatMap((comment2) => {
    const found = dissect(comment2.body);
    return found ? [{ ...comment2, ...found }] : [];
  });
  return read.sort((a, b) => {
    if (isNewer(a.written.run, b.written.run)) return -1;
    return isNewer(b.written.run, a.written.run) ? 1 : b.id - a.id;
  });
}
async function removeAll(comments, those) {
  for (const { id } of those) await comments.remove(id);
}
var isNewer = (run, than) => run.id === than.id ? run.attempt > than.attempt : run.id > than.id;
var isSame = (run, other) => run.id === other.id && run.attempt === other.attempt;

// src/reporters/markdown/comment.ts
var size = {
  extent: { lines: 30, characters: 3e3 },
  rows: 20,
  revisions: 20,
  entries: 20,
  drawn: 12,
  withTimeline: false
};
var short = { ...size, revisions: 0, drawn: 0 };
var comment = {
  id: "comment",
  render: (report, how) => rendered(report, how)
};
var resolved = {
  id: "resolved",
  render: (report, how) => rendered(
    report,
    how,
    paragraphs(heading(report, "resolved"), "What was found here before is not there any more.")
  )
};
var rendered = (report, how, opening = heading(report)) => markdownDocument(report, how, { size: isClean(report) ? short : size, opening });

// src/action/channels.ts
var asDocument = (links, budget) => ({
  colour: false,
  width: 100,
  verbose: false,
  links,
  budget
});

// src/action/comment.ts
async function writeComments({ pull, event: { repository }, api, isSilent }, write) {
  if (!pull || !repository) return skipped("this is no pull request");
  if (isSilent) return skipped("nobody wants one");
  if (!api) return skipped("there is no token");
  return attempt(async () => write(commentsOf(await api(), repository, pull), pull.head.sha));
}
async function putCommentOn(pull, report, { api, event, step, settings, links, changed }, run = event.run) {
  const how = asDocument(links, commentBudget);
  const isWanted = wants[settings.comment](report, changed);
  const conversation = { pull, event, api, isSilent: settings.comment === "never" };
  const delivery = await writeComments(
    conversation,
    (comments, head) => putComment(comments, {
      id: { key: settings.commentKey, project: report.project.directory },
      written: { run, head, step },
      text: isWanted ? comment.render(report, how) : void 0,
      resolved: resolved.render(report, how),
      footer: footerOf(event, run, head)
    })
  );
  return !isWanted && delivery.state === "forbidden" ? skipped("there is nothing to say") : delivery;
}
var wants = {
  never: () => false,
  always: () => true,
  "on-failure": ({ verdict }) => verdict !== "passed",
  changes: (report, changed) => report.verdict !== "passed" || countedIn(report).length > 0 || hasChangedRevisions(report, changed)
};
var hasChangedRevisions = ({ graph, plan }, changed) => plan.scope === "changed" || !changed ? plan.steps.length > 0 : graph.revisions.some(({ place }) => changed.has(place.file));
var footerOf = ({ server, repository }, run, head) => `[Run ${run.id}](${server}/${repository?.owner}/${repository?.repo}/actions/runs/${run.id}) on ${head.slice(0, 12)}`;

// src/config/inputs.ts
var inputs = settingNames.flatMap((setting) => {
  const words = wordsOf(settingsSchema.shape[setting]);
  return words.input === "none" ? [] : [{ setting, name: kebab(setting), words }];
});
var reportFiles = inputs.filter(({ words }) => words.path === "output");
function inputLayer(read, base) {
  const given = inputs.flatMap(({ setting, name, words }) => {
    const text = read(name).trim();
    if (text === "") return [];
    const source = { kind: "input", name };
    if (setting === "rules") return lines(text).map((line) => ruleInput(line));
    return [[setting, { value: words.list ? lines(text) : text, source }]];
  });
  return { base, given: new Map(given) };
}
var lines = (text) => text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
function ruleInput(line) {
  const [id = "", ...level] = line.split(/\s*[=:]\s*/);
  return [ruleKey(id), { value: level.join("="), source: { kind: "input", name: `rules ${id}` } }];
}
function eventLayer(event, since, base) {
  if (since === void 0) return { base, given: /* @__PURE__ */ new Map() };
  const source = { kind: "event", name: event };
  const suggestions = event === "pull_request" ? [["suggestions", { value: true, source }]] : [];
  return { base, given: new Map([["since", { value: since, source }], ...suggestions]) };
}

// src/action/settings.ts
async function settingsOf({ runner, directory, event, inputs: inputs2 }, since) {
  const url = getInput("database-url");
  if (url !== "") setSecret(url);
  const given = inputLayer(getInput, directory);
  forgetInputs();
  if (inputs2.mode === "comment") return merge([given], directory).settings;
  const { settings } = await resolveSettings({
    cwd: directory,
    given,
    environment: runner.env,
    fallback: eventLayer(event.name, since, directory),
    knownRules: await knownRules()
  });
  if (settings.databaseUrl)
    setSecret(decodeURIComponent(new URL(settings.databaseUrl).password) || settings.databaseUrl);
  return settings;
}

export {
  noticeOf,
  apiOf,
  putComment,
  correctComments,
  comment,
  asDocument,
  writeComments,
  putCommentOn,
  footerOf,
  settingsOf
};
