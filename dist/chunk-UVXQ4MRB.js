import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  startDatabase
} from "./chunk-LEXDTX45.js";
import {
  changedFiles,
  isUntouched
} from "./chunk-GSM5XW34.js";
import {
  readTableStats
} from "./chunk-SAM2PZXV.js";
import {
  judge
} from "./chunk-V4YWF2SM.js";
import {
  actionsOf,
  draft,
  isOnRequest,
  loadSql,
  nodeOf,
  nodesOf,
  parseSql,
  quoteIdent,
  quoteName,
  relationName,
  rules,
  texts,
  tokensOf,
  under,
  written
} from "./chunk-BAWHN274.js";
import {
  lockModes,
  lookUp,
  needs,
  recordedHeads,
  withAncestors,
  withDescendants
} from "./chunk-C76FHOHM.js";
import {
  baselineFile,
  baselineOf,
  parseBaseline
} from "./chunk-E4NC3PWL.js";
import {
  bothSides,
  filesAtBase,
  merge,
  parseSettings,
  settingsFilesFor
} from "./chunk-MPCTKBTA.js";
import {
  roundTripsIn
} from "./chunk-37354AS2.js";
import {
  isCovered,
  isInside
} from "./chunk-67HGM7VL.js";
import {
  version
} from "./chunk-G5YK5CWD.js";
import {
  ruleLevels
} from "./chunk-UFDC26GR.js";
import {
  kebab
} from "./chunk-3HPQLRMR.js";
import {
  SetupError
} from "./chunk-Y6MC4UPV.js";
import {
  countedIn
} from "./chunk-ODNIKTB2.js";
import {
  __callDispose,
  __using
} from "./chunk-4ZDK54KC.js";

// src/check.ts
import { relative as relative5 } from "node:path";

// src/check/judging.ts
import { relative } from "node:path";
async function judgingOf({ settings: settings2, where: { root }, newBaseline }, project) {
  const { failOn, rules: rules2, ignore = [], presets = [], ruleOptions = {} } = settings2;
  const baseline = await baselineOf({ named: settings2.baseline, root, project, isNew: newBaseline === true });
  return {
    failOn,
    rules: rules2,
    presets,
    ruleOptions,
    ignore: ignore.map(
      ({ place, ...entry }) => place ? { ...entry, place: { ...place, file: relative(root, place.file) } } : entry
    ),
    today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
    ...baseline ? { baseline } : {}
  };
}
async function judged(facts, settings2) {
  if (facts.plan.steps.length > 0) await loadSql();
  return { facts, judgement: judge(facts, settings2) };
}
function reportOf({ facts, judgement }, { failOn }, written3) {
  const { project, toolchain, server: server2, graph, plan: plan2, observations, tableSizes, base, relaxations } = facts;
  const { edits: _, ...found } = judgement;
  return {
    schemaVersion: 1,
    project,
    toolchain,
    ...server2 ? { server: server2 } : {},
    graph,
    plan: plan2,
    observations,
    ...tableSizes ? { tableSizes } : {},
    ...base ? { base } : {},
    ...relaxations ? { relaxations } : {},
    failOn,
    ...found,
    ...written3
  };
}

// src/check/narrowed.ts
function narrowed(plan2, { revisions }, file) {
  if (plan2.scope === "changed") return plan2;
  const edited2 = new Set(revisions.filter(({ place }) => place.file === file).map(({ id }) => id));
  const steps = plan2.steps.map(
    (step) => step.kind === "round-trip" && !edited2.has(step.revision) ? { kind: "upgrade", revision: step.revision } : step
  );
  return { ...plan2, steps };
}

// src/check/suggest.ts
import { isDeepStrictEqual } from "node:util";

// src/check/candidates.ts
var most = 10;
function candidatesOf({
  findings,
  edits
}) {
  return findings.flatMap((finding) => {
    const proposal = edits.get(finding.fingerprint);
    return proposal && !finding.suppressed && isReadable(proposal) ? [{ finding, proposal }] : [];
  }).slice(0, most);
}
function editOf({ file, startLine, endLine, before, after }) {
  return { file, startLine, endLine, before, after };
}
var longest = { lines: 60, characters: 4e3 };
function isReadable({ before, after }) {
  const added2 = after.filter((line) => !before.includes(line)).join("\n");
  return after.length <= longest.lines && added2.length <= longest.characters && !new RegExp("[[\\p{C}--[\\t\\n]]\\u2028\\u2029]", "v").test(added2);
}

// src/check/edited.ts
import { readFile } from "node:fs/promises";
import { join } from "node:path";
async function edited(root, edit, source) {
  if (!isInside(edit.file)) return void 0;
  const bytes = await readFile(join(root, edit.file)).catch(() => void 0);
  const text = bytes && decoded(bytes);
  const end = text === void 0 ? void 0 : lineEnd(text);
  if (text === void 0 || end === void 0) return void 0;
  const isSame = text.replace(/^\ufeff/, "").replaceAll(end, "\n") === source;
  if (!isSame) return void 0;
  const lines = text.split(end);
  const { startLine, endLine, after } = edit;
  return Buffer.from(lines.toSpliced(startLine - 1, endLine - startLine + 1, ...after).join(end));
}
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return void 0;
  }
}
function lineEnd(text) {
  const [all, carriage, both] = [/\n/g, /\r/g, /\r\n/g].map((end) => text.match(end)?.length ?? 0);
  if (carriage === 0) return "\n";
  return all === both && carriage === both ? "\r\n" : void 0;
}

// src/check/proof.ts
function holds({ finding, proposal }, before, after) {
  const [was, is] = [countedIn(before.judgement), countedIn(after.judgement)];
  const isGone = is.every(({ fingerprint }) => fingerprint !== finding.fingerprint);
  const visible = is.filter(({ rule: rule2 }) => !proposal.hides?.includes(rule2));
  const edited2 = after.facts.graph.revisions.find(({ place }) => place.file === proposal.file);
  return isGone && isAmong(visible.map(fingerprintOf), was.map(fingerprintOf)) && edited2 !== void 0 && walkedIn(after).includes(edited2.id) && isAmong(failures(after.facts), failures(before.facts)) && // Where nothing was walked before, nothing was looked at.
  (before.facts.plan.steps.length === 0 || isAmong(unseen(after.facts), unseen(before.facts)));
}
var walkedIn = ({ facts }) => facts.observations.roundTrips.map(({ revision }) => revision);
var fingerprintOf = ({ fingerprint }) => fingerprint;
function failures({
  observations: { roundTrips, passedThrough, chain, rehearsal }
}) {
  const moves = [
    ...roundTrips.flatMap(({ upgrade, downgrade, reupgrade }) => [
      ["upgrade", upgrade],
      ["downgrade", downgrade],
      ["reupgrade", reupgrade]
    ]),
    ...passedThrough.map((move) => ["upgrade", move]),
    ["chain", chain?.failure]
  ];
  return [
    ...moves.flatMap(([what, move]) => move?.failure ? [`${what} of ${move.revision}`] : []),
    ...rehearsal?.failure ? ["rehearsal"] : []
  ];
}
var unseen = ({ observations }) => observations.notObserved.map(({ what, revision }) => `${what} of ${revision}`);
function isAmong(some, others2) {
  const left = Map.groupBy(others2, (one) => one);
  return [...Map.groupBy(some, (one) => one)].every(
    ([one, all]) => all.length <= (left.get(one)?.length ?? 0)
  );
}

// src/check/suggest.ts
var minuteMs = 6e4;
var canSuggest = ({ judgement }) => candidatesOf(judgement).length > 0;
async function withSuggestions(before, request) {
  const { findings } = before.judgement;
  const candidates2 = candidatesOf(before.judgement);
  if (candidates2.length === 0) return findings;
  const { progress, signal, budgetMs: budgetMs2 = minuteMs } = request;
  const started = performance.now();
  progress.stage(
    `trying ${candidates2.length === 1 ? "an edit that may end a finding" : `${candidates2.length} edits that may end findings`}`
  );
  const late = AbortSignal.any([signal, AbortSignal.timeout(budgetMs2)]);
  const tried = /* @__PURE__ */ new Map();
  for (const candidate of candidates2) {
    if (late.aborted) break;
    const suggestion = await tryOut(candidate, before, request, late);
    if (suggestion) tried.set(candidate.finding, suggestion);
  }
  signal.throwIfAborted();
  progress.stage(
    `${tried.size} of ${candidates2.length} ${candidates2.length === 1 ? "edit holds" : "edits hold"} (${seconds(performance.now() - started)} s)`
  );
  return findings.map((finding) => {
    const suggestion = tried.get(finding);
    return suggestion ? { ...finding, suggestion } : finding;
  });
}
var seconds = (milliseconds) => (milliseconds / 1e3).toFixed(1);
async function tryOut(candidate, before, { root, again }, signal) {
  const started = performance.now();
  try {
    const texts3 = await textsFor(candidate, before, root);
    const after = texts3 && await again(candidate.proposal.file, texts3, signal);
    if (!after || !holds(candidate, before, after)) return void 0;
    return {
      edit: editOf(candidate.proposal),
      walked: walkedIn(after),
      milliseconds: performance.now() - started
    };
  } catch {
    return void 0;
  }
}
async function textsFor({ proposal }, { facts }, root) {
  const source = sourceOf(facts.graph, proposal.file);
  const text = source === void 0 ? void 0 : await edited(root, proposal, source);
  const newer = proposal.withBase ? facts.base?.newer ?? [] : [];
  if (!text || newer.some(({ file }) => file === proposal.file)) return void 0;
  return new Map([
    ...newer.map(({ file, text: text2 }) => [file, Buffer.from(text2)]),
    [proposal.file, text]
  ]);
}
function sourceOf({ revisions, faults }, file) {
  const twins = faults.flatMap(
    (fault) => fault.kind === "duplicate-id" ? fault.places.map((place, at) => ({ place, source: fault.sources?.[at] })) : []
  );
  return [...revisions, ...twins].find(({ place }) => place.file === file)?.source;
}
function withOldSuggestions({ findings, edits }, old) {
  const known = new Map(old.findings.map(({ fingerprint, suggestion }) => [fingerprint, suggestion]));
  return findings.map((finding) => {
    const suggestion = known.get(finding.fingerprint);
    const proposal = edits.get(finding.fingerprint);
    const isSame = suggestion && proposal && isDeepStrictEqual(suggestion.edit, editOf(proposal));
    return isSame ? { ...finding, suggestion } : finding;
  });
}

// src/config/base-history.ts
import { dirname } from "node:path";
async function baseHistory(root, ref, graph) {
  const folders = [...new Set(graph.revisions.map(({ place }) => dirname(place.file)))];
  if (folders.length === 0) return { ref, edited: [], newer: [] };
  const { ours: ours2, theirs } = await bothSides(root, ref, folders);
  return { ref, edited: await texts2(ours2), newer: await texts2(theirs) };
}
async function texts2({ files, read }) {
  const python = files.filter((file) => file.endsWith(".py"));
  const versions = await Promise.all(python.map(async (file) => ({ file, text: await read(file) })));
  return versions.flatMap(({ file, text }) => text === void 0 ? [] : [{ file, text }]);
}

// src/config/base-sql.ts
import { readFile as readFile2 } from "node:fs/promises";
async function readBaseSql(file) {
  try {
    return await readFile2(file, "utf8");
  } catch (cause) {
    throw new SetupError(
      "base-sql-failed",
      `The base file ${file} cannot be read`,
      "Name a file that is there: --base-sql base.sql",
      { cause }
    );
  }
}

// src/config/base-version.ts
import { readFile as readFile3 } from "node:fs/promises";
import { dirname as dirname2, join as join2, relative as relative2 } from "node:path";

// src/config/relaxed.ts
var levels = ruleLevels;
var failOnWords = ["notice", "warning", "error", "never"];
var narrowing = ["scope", "since", "from", "to", "startAt", "baseline"];
function relaxedSettings(now, then, usual, file) {
  const place = file === void 0 ? void 0 : { file };
  const relaxed = (words, at = place) => ({
    by: "settings",
    ...at ? { place: at } : {},
    words
  });
  return [
    ...failOnWords.indexOf(now.failOn) > failOnWords.indexOf(then.failOn) ? [relaxed(`fail-on: ${now.failOn}, was ${then.failOn}`)] : [],
    ...weakerRules(now.rules, then.rules, usual).map((words) => relaxed(words)),
    ...otherOptions(now.ruleOptions, then.ruleOptions).map((words) => relaxed(words)),
    ...then.presets.filter((preset) => !now.presets.includes(preset)).map((preset) => relaxed(`presets: ${preset} is left out`)),
    ...narrowing.flatMap((name) => {
      const [is, was] = [shown(now[name]), shown(then[name])];
      return is === "" || is === was ? [] : [relaxed(`${kebab(name)}: ${is}, was ${was || "not set"}`)];
    }),
    ...added(now.ignore, then.ignore, wordsOf).map((entry) => relaxed(wordsOf(entry), entry.place))
  ];
}
function weakerRules(now, then, usual) {
  return [.../* @__PURE__ */ new Set([...Object.keys(now), ...Object.keys(then)])].sort().flatMap((rule2) => {
    const is = now[rule2] ?? usual[rule2] ?? "error";
    const was = then[rule2] ?? usual[rule2] ?? "error";
    return levels.indexOf(is) > levels.indexOf(was) ? [`rule ${rule2}: ${is}, was ${was}`] : [];
  });
}
function otherOptions(now, then) {
  return [.../* @__PURE__ */ new Set([...Object.keys(now), ...Object.keys(then)])].sort().flatMap((rule2) => {
    const [is, was] = [now[rule2], then[rule2]].map((options) => JSON.stringify(options ?? {}));
    return is === was ? [] : [`options of rule ${rule2}: ${is}, was ${was}`];
  });
}
var shown = (value2) => typeof value2 === "string" ? value2 : (value2 ?? []).join(", ");
var wordsOf = ({ path, rules: rules2, reason, until }) => `ignore ${rules2.join(", ")} in ${path}: ${reason || "no reason given"}${until === void 0 ? "" : ` (until ${until})`}`;
function added(now, then, key) {
  const left = Map.groupBy(then, key);
  return now.filter((one) => left.get(key(one))?.pop() === void 0);
}
function addedComments({ directives, source }, then) {
  const lines = source.split("\n");
  const lineOf = (line) => lines[(line ?? 0) - 1]?.trim() ?? "";
  const before = (then ?? "").split(/\r?\n/).map((line) => line.trim());
  const now = directives.map((directive) => ({ directive, line: lineOf(directive.place.line) }));
  const known = before.map((line) => ({ line }));
  return added(now, known, ({ line }) => line).map((one) => {
    const { keyword, text, place } = one.directive;
    return { by: "comment", place, words: `${keyword}${text.startsWith("[") ? "" : " "}${text}`.trim() };
  });
}
function addedEntries(file, now, then) {
  const more = added(now, then, ({ fingerprint }) => fingerprint);
  if (more.length === 0) return [];
  const rules2 = [...Map.groupBy(more, ({ rule: rule2 }) => rule2)].map(([rule2, of]) => `${rule2} (${of.length})`);
  const words = `${more.length} more ${more.length === 1 ? "finding" : "findings"} recorded: ${rules2.join(", ")}`;
  return [{ by: "baseline", place: { file }, words }];
}

// src/config/base-version.ts
async function relaxationsOf(request) {
  const { root, since, graph, baseline, severities } = request;
  const base = await filesAtBase(root, since);
  const [now, then] = await Promise.all([settingsAt(inTree(root), request), settingsAt(base, request)]);
  const changed = await changedFiles(root, since);
  const withComments = graph.revisions.filter(
    ({ directives, place }) => directives.length > 0 && changed.has(place.file)
  );
  const comments = await Promise.all(
    withComments.map(async (revision) => addedComments(revision, await base(revision.place.file)))
  );
  return [
    ...relaxedSettings(now.settings, then.settings, severities, now.file),
    ...baseline ? addedEntries(baseline.file, baseline.entries, entriesIn(await base(baseline.file), baseline.file)) : [],
    ...comments.flat()
  ];
}
var inTree = (root) => (path) => readFile3(join2(root, path), "utf8").catch(() => void 0);
async function settingsAt(read, { root, directory, settingsFile }) {
  const candidates2 = settingsFile === void 0 ? settingsFilesFor(directory, root) : [settingsFile];
  for (const absolute of candidates2) {
    const file = relative2(root, absolute);
    const text = await read(file);
    if (text !== void 0) return { settings: settingsIn(text, file), file };
  }
  return { settings: merge([], ".").settings };
}
function settingsIn(text, file) {
  try {
    const { settings: settings2 } = merge([parseSettings(text, { shown: file, base: dirname2(join2("/", file)) })], "/");
    const baseline = settings2.baseline && relative2("/", settings2.baseline);
    return { ...settings2, baseline, ignore: settings2.ignore.map(fromTop) };
  } catch {
    return merge([], "/").settings;
  }
}
var fromTop = (entry) => entry.place ? { ...entry, place: { ...entry.place, file: relative2("/", entry.place.file) } } : entry;
function entriesIn(text, file) {
  try {
    return text === void 0 ? [] : parseBaseline(text, file);
  } catch {
    return [];
  }
}

// src/database/passing.ts
async function passingServer(server2) {
  const roles = await server2.roles();
  const made = /* @__PURE__ */ new Set();
  return {
    server: lent(server2, {
      create: async (from) => {
        const database2 = await server2.create(from);
        made.add(database2);
        return database2;
      },
      drop: async (database2) => {
        made.delete(database2);
        await server2.drop(database2);
      }
    }),
    clear: async () => {
      for (const database2 of made) await server2.drop(database2);
      made.clear();
      await server2.dropRolesBut(roles);
    }
  };
}
var lent = (server2, way) => ({
  ...way,
  facts: server2.facts,
  log: server2.log,
  roles: () => server2.roles(),
  dropRolesBut: (kept) => server2.dropRolesBut(kept),
  [Symbol.asyncDispose]: async () => void 0
});

// src/replay/plan.ts
function makePlan(request) {
  const { graph } = request;
  const startAt = request.startAt.flatMap((spelling) => resolve(graph, spelling, "--start-at"));
  const applied = withAncestors(graph, startAt);
  const reach = request.to === void 0 ? void 0 : withAncestors(graph, resolve(graph, request.to, "--to"));
  const scope = makeScope(request);
  const leftOut = [];
  const steps = [];
  for (const revision of graph.revisions) {
    if (applied.has(revision.id))
      leftOut.push({ revision: revision.id, because: "applied", why: "taken as applied (--start-at)" });
    else if (reach && !reach.has(revision.id))
      leftOut.push({ revision: revision.id, because: "beyond", why: `not needed for --to ${request.to}` });
    else steps.push({ kind: scope(revision) ? "round-trip" : "upgrade", revision: revision.id });
  }
  const ending = endingOf(steps, request);
  return {
    scope: scopeOf(request),
    steps: ending.length > 0 ? [...steps, ...ending] : [],
    ...unusableIn(request),
    leftOut: ending.length > 0 ? leftOut : leftOut.concat(outOfScope(steps)),
    ...request.baseSql === void 0 ? {} : { baseSql: request.baseSql },
    ...startAt.length === 0 ? {} : { startAt }
  };
}
function endingOf(steps, { surroundingsChanged }) {
  if (steps.some(({ kind }) => kind === "round-trip")) return [{ kind: "chain" }, { kind: "rehearsal" }];
  return surroundingsChanged && steps.length > 0 ? [{ kind: "rehearsal" }] : [];
}
function unusableIn({ graph, changedFiles: changedFiles2 }) {
  const places2 = graph.faults.flatMap((fault) => "places" in fault ? fault.places : [fault.place]);
  const unusable = [...new Set(places2.map(({ file }) => file))].filter(
    (file) => changedFiles2 && isCovered(changedFiles2, file)
  );
  return unusable.length === 0 ? {} : { unusable };
}
var scopeOf = ({ changedFiles: changedFiles2, from }) => changedFiles2 === void 0 && from === void 0 ? "all" : "changed";
function outOfScope(steps) {
  return steps.flatMap(
    (step) => "revision" in step ? [{ revision: step.revision, because: "unchanged", why: "not changed" }] : []
  );
}
function makeScope({ graph, changedFiles: changedFiles2, from }) {
  const after = from === void 0 ? void 0 : withDescendants(graph, resolve(graph, from, "--from"));
  return ({ id, place }) => (after === void 0 || after.has(id)) && (changedFiles2 === void 0 || isCovered(changedFiles2, place.file));
}
function resolve(graph, spelling, flag) {
  const found = lookUp(graph, spelling);
  const many = found.length > 1 && !["head", "heads"].includes(spelling) && !graph.revisions.some(({ labels }) => labels.includes(spelling));
  if (found.length > 0 && !many) return found;
  const ids = graph.revisions.map(({ id }) => id);
  throw new SetupError(
    "unknown-revision",
    many ? `${flag} ${spelling}: ${found.length} revisions begin like that` : `${flag} ${spelling}: there is no such revision`,
    many ? `Write more of the id: ${found.slice(0, 5).join(", ")}` : `The newest revisions are ${ids.slice(-5).join(", ") || "(none: the history is empty)"}`
  );
}

// src/replay/base-sql.ts
async function loadBaseSql(database2, name, text) {
  const lines = serverLines(text);
  const sql = joined(lines);
  if (sql.trim() === "") return;
  try {
    await database2.query(sql);
    await database2.close();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new SetupError(
      "base-sql-failed",
      `${name}${whereIn(lines, error)} cannot be loaded: ${error.message}`,
      "Make the dump with: pg_dump --no-owner --no-privileges --schema-only DATABASE > base.sql",
      {
        cause: error
      }
    );
  }
}
var joined = (lines) => lines.map(({ sql }) => sql).join("\n");
function whereIn(lines, error) {
  let left = "position" in error ? Number(error.position) : 0;
  if (left === 0) return "";
  for (const { sql, line } of lines) {
    left -= [...sql].length + 1;
    if (left <= 0) return `:${line}`;
  }
  return "";
}
function serverLines(text) {
  const lines = text.split(/\r?\n/);
  const out = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const copy = /^COPY\s+(.+?)\s*(\([^)]*\))?\s+FROM\s+stdin\b.*;\s*$/i.exec(line);
    if (copy) {
      const end = lines.indexOf("\\.", at);
      const rows = lines.slice(at + 1, end === -1 ? lines.length : end);
      out.push(
        ...rows.map((row, index2) => ({
          sql: `INSERT INTO ${copy[1]} ${copy[2] ?? ""} OVERRIDING SYSTEM VALUE VALUES (${row.split("	").map(value).join(", ")});`,
          line: at + index2 + 2
        }))
      );
      at = end === -1 ? lines.length : end;
    } else if (!/^\\[a-z]/i.test(line)) out.push({ sql: line, line: at + 1 });
  }
  return out;
}
var escapes = { b: "\b", f: "\f", n: "\n", r: "\r", t: "	", v: "\v" };
function value(field) {
  if (field === "\\N") return "NULL";
  const plain = field.replace(/\\(.)/g, (_, letter) => escapes[letter] ?? letter);
  return `'${plain.replaceAll("'", "''")}'`;
}

// src/catalog/object.ts
var keyOf = ({ kind, name }) => `${kind} ${name}`;
var plainName = (name) => name.replace(/^public\./, "");
function sameFact(a, b) {
  if (typeof a === "object" && typeof b === "object")
    return a.length === b.length && a.every((value2, at) => value2 === b[at]);
  return a === b;
}
function sameObject(a, b) {
  if (a === void 0 || b === void 0) return a === b;
  return sameParent(a, b) && factNames(a, b).every((name) => sameFact(a.facts[name], b.facts[name]));
}
var factNames = (a, b) => [.../* @__PURE__ */ new Set([...Object.keys(a.facts), ...Object.keys(b.facts)])].sort();
function sameParent({ parent: a }, { parent: b }) {
  return a?.kind === b?.kind && a?.name === b?.name;
}
function toFacts(json) {
  return Object.fromEntries(Object.entries(json).map(([name, value2]) => [name, toFact(value2)]));
}
function toFact(value2) {
  if (Array.isArray(value2))
    return value2.map((item) => typeof item === "string" ? item : JSON.stringify(item));
  if (typeof value2 === "boolean") return value2 ? "yes" : "no";
  return typeof value2 === "string" ? value2 : JSON.stringify(value2);
}

// src/catalog/around.ts
function around(before, after) {
  const { journal } = before;
  const touched2 = journal.touched(before.position, after.position);
  const sides = [before, after].map(({ position }) => ({ position, objects: journal.at(position, touched2) }));
  const wholes = new Set(sides.flatMap(({ position, objects }) => [...wholesOf(journal, position, objects)]));
  const [old = [], now = []] = sides.map(({ position }) => everythingOf(journal, position, wholes));
  return { before: old, after: now };
}
function wholesOf(journal, position, objects) {
  const wholes = new Set([...objects.values()].flatMap(referredTo));
  for (let level = objects; level.size > 0; ) {
    const above = /* @__PURE__ */ new Set();
    for (const [key, { parent }] of level) {
      if (parent) above.add(keyOf(parent));
      else wholes.add(key);
    }
    level = journal.at(position, above);
  }
  return wholes;
}
var foreignKey = /^FOREIGN KEY \((?:"(?:[^"]|"")*"|[^")])*\) REFERENCES ((?:"(?:[^"]|"")*"|[^"(.])+)(\.(?:"(?:[^"]|"")*"|[^"(])+)?\(/;
function referredTo({ facts }) {
  const [, first, second] = foreignKey.exec(String(facts["definition"])) ?? [];
  if (first === void 0) return [];
  return [keyOf({ kind: "table", name: second === void 0 ? `public.${first}` : `${first}${second}` })];
}
function everythingOf(journal, position, wholes) {
  const found = [];
  for (let level = journal.at(position, wholes); level.size > 0; ) {
    found.push(...level.values());
    level = journal.partsAt(position, new Set(level.keys()));
  }
  return found.map(told).sort((a, b) => inOrder(a.kind, b.kind) || inOrder(a.name, b.name));
}
var inOrder = (a, b) => a < b ? -1 : Number(a > b);
function told({ kind, name, parent, facts }) {
  return {
    kind,
    name: plainName(name),
    ...parent ? { parent: { kind: parent.kind, name: plainName(parent.name) } } : {},
    facts: Object.fromEntries(Object.entries(facts).filter(([fact]) => !untold.has(fact)))
  };
}
var untold = /* @__PURE__ */ new Set([
  "owner",
  "grants",
  "columns in order",
  "access method",
  "start",
  "increment",
  "minimum",
  "maximum",
  "cache",
  "cycle",
  "owned by"
]);

// src/catalog/grants.ts
var privileges = {
  r: "SELECT",
  a: "INSERT",
  w: "UPDATE",
  d: "DELETE",
  D: "TRUNCATE",
  x: "REFERENCES",
  t: "TRIGGER",
  m: "MAINTAIN",
  C: "CREATE",
  c: "CONNECT",
  T: "TEMPORARY",
  X: "EXECUTE",
  U: "USAGE",
  s: "SET",
  A: "ALTER SYSTEM"
};
function grantsInWords(before, after) {
  const [old, now] = [before.flatMap(grantsOf), after.flatMap(grantsOf)];
  const gone = old.filter((grant) => !now.includes(grant)).map((grant) => `grant of ${grant} is gone`);
  const added2 = now.filter((grant) => !old.includes(grant)).map((grant) => `grant of ${grant} is new`);
  const words = [...gone, ...added2];
  return words.length === 0 || words.length > mostWords ? "grants changed" : words.join(", ");
}
function handOver(items, from, to) {
  const name = (role2) => role2 === from ? to : role2;
  return items.map(
    (item) => item.replace(
      /^(.*)=([^=/]*)\/(.*)$/,
      (_, grantee, letters2, grantor) => `${name(grantee)}=${letters2}/${name(grantor)}`
    )
  ).sort();
}
var mostWords = 4;
function grantsOf(item) {
  const [, quoted3, plain = "", letters2 = ""] = /^(?:"((?:[^"]|"")*)"|([^=]*))=([^/]*)\//.exec(item) ?? [];
  const name = quoted3 ?? plain;
  const grantee = name === "" ? "PUBLIC" : name;
  return [...letters2.matchAll(/([a-zA-Z])(\*?)/g)].map(
    ([, letter = "", star]) => `${privileges[letter] ?? letter}${star ? " (grantable)" : ""} to ${grantee}`
  );
}

// src/catalog/undo.ts
var byName = {
  table: "TABLE",
  view: "VIEW",
  "materialized view": "MATERIALIZED VIEW",
  "foreign table": "FOREIGN TABLE",
  "composite type": "TYPE",
  sequence: "SEQUENCE",
  index: "INDEX",
  "enum type": "TYPE",
  domain: "DOMAIN",
  "range type": "TYPE",
  function: "FUNCTION",
  procedure: "PROCEDURE",
  schema: "SCHEMA",
  extension: "EXTENSION",
  "event trigger": "EVENT TRIGGER",
  publication: "PUBLICATION",
  statistics: "STATISTICS",
  "foreign data wrapper": "FOREIGN DATA WRAPPER",
  "foreign server": "SERVER",
  collation: "COLLATION",
  "text search configuration": "TEXT SEARCH CONFIGURATION",
  "text search dictionary": "TEXT SEARCH DICTIONARY",
  role: "ROLE"
};
var notOnTheirOwn = /* @__PURE__ */ new Set(["sequence of column", "index of constraint"]);
function dropStatement({ kind, name, parent }) {
  if (parent && notOnTheirOwn.has(`${kind} of ${parent.kind}`)) return void 0;
  const word = byName[kind];
  if (word !== void 0) return `DROP ${word} ${plainName(name)}`;
  if (!parent || !name.startsWith(`${parent.name}.`)) return void 0;
  const whole2 = plainName(parent.name);
  const part = name.slice(parent.name.length + 1);
  if (kind === "column")
    return `ALTER ${alterWord(parent.kind)} ${whole2} DROP ${columnWord(parent.kind)} ${part}`;
  if (kind === "constraint") return `ALTER ${alterWord(parent.kind)} ${whole2} DROP CONSTRAINT ${part}`;
  const onTable = { trigger: "TRIGGER", rule: "RULE", policy: "POLICY" }[kind];
  return onTable === void 0 ? void 0 : `DROP ${onTable} ${part} ON ${whole2}`;
}
var alterWord = (kind) => ({ "composite type": "TYPE", domain: "DOMAIN", "foreign table": "FOREIGN TABLE" })[kind] ?? "TABLE";
var columnWord = (kind) => kind === "composite type" ? "ATTRIBUTE" : "COLUMN";

// src/catalog/weight.ts
var asList = (fact) => typeof fact === "object" ? fact : fact === void 0 ? [] : [fact];
var sameOrder = (before, after) => sameFact(
  before.filter((item) => after.includes(item)),
  after.filter((item) => before.includes(item))
);
function weigh(names, { facts: before }, { facts: after }) {
  const [only2, ...others2] = names;
  if (only2 === void 0 || others2.length > 0) return "fault";
  if (only2 === "columns in order") return "column-order";
  if (only2 === "validated" && after[only2] === "yes") return "validated";
  if (only2 === "labels" && keepsAll(asList(before[only2]), asList(after[only2]))) return "enum-label-kept";
  return "fault";
}
var keepsAll = (before, after) => before.every((label) => after.includes(label)) && sameOrder(before, after);

// src/catalog/wording.ts
function inWords(name, before, after) {
  const truth = truths[name];
  if (truth) return after === "yes" || after === "always" ? truth[0] : truth[1];
  if (name === "columns in order") return "its columns are in another order";
  if (name === "grants") return grantsInWords(asList(before), asList(after));
  const one = singular[name];
  if (one !== void 0) return listInWords(name, one, asList(before), asList(after));
  const [old, now] = [spell(name, before), spell(name, after)];
  if (name === "definition" && old !== null && now !== null) return "definition changed";
  if ([old, now].some((value2) => value2 !== null && isLong(value2))) return `${name} changed`;
  if (old === null) return `${name} ${now} is new`;
  return now === null ? `${name} ${old} is gone` : `${name} ${old} became ${now}`;
}
function spell(name, fact) {
  if (fact === void 0) return null;
  if (typeof fact !== "string") return fact.join(name === "columns in order" ? ", " : "\n");
  if (name === "owned by") return plainName(fact);
  if (name === "comment") return `"${fact}"`;
  return typeNames.has(name) ? shortType(fact) : fact;
}
var isLong = (value2) => value2.includes("\n") || value2.length > 80;
var typeNames = /* @__PURE__ */ new Set([
  "type",
  "base type",
  "subtype",
  "of type",
  "result",
  "key type"
]);
var shortType = (type2) => type2.replace(/^character varying\b/, "varchar").replace(/^timestamp(\(\d\))? with time zone\b/, "timestamptz$1").replace(/^timestamp(\(\d\))? without time zone\b/, "timestamp$1").replace(/^time(\(\d\))? without time zone\b/, "time$1").replace(/^double precision\b/, "float8");
var truths = {
  nullable: ["became nullable", "became NOT NULL"],
  validated: ["became validated", "is no longer validated"],
  enforced: ["became enforced", "is no longer enforced"],
  valid: ["became valid", "became INVALID"],
  clustered: ["became the index to cluster on", "is no longer the index to cluster on"],
  populated: ["was filled", "is no longer filled"],
  "row security": ["row security was enabled", "row security was disabled"],
  "forced row security": [
    "row security was forced on its owner",
    "row security is no longer forced on its owner"
  ],
  "only inherited": ["is now only inherited", "is no longer only inherited"],
  permissive: ["became permissive", "became restrictive"]
};
var singular = {
  labels: "label",
  parents: "parent",
  options: "option",
  "storage parameters": "storage parameter",
  "toast parameters": "toast parameter",
  "foreign options": "foreign option",
  "statistics targets": "statistics target",
  "disabled triggers": "disabled trigger",
  roles: "role",
  tables: "table",
  schemas: "schema",
  operations: "operation",
  mappings: "mapping",
  operators: "operator",
  functions: "function",
  tags: "tag",
  "member of": "membership of"
};
function listInWords(name, one, before, after) {
  const gone = before.filter((item) => !after.includes(item)).map((item) => `${one} ${item} is gone`);
  const added2 = after.filter((item) => !before.includes(item)).map((item) => `${one} ${item} is new`);
  const all = [...gone, ...added2];
  return all.length === 0 ? `its ${name} are in another order` : all.join(", ");
}

// src/catalog/describe.ts
function describe(before, after) {
  const object = after ?? before;
  if (!object) return [];
  const common = { kind: object.kind, name: plainName(object.name) };
  const title = `${object.kind} ${common.name}`;
  if (!before) return [{ ...common, change: "new", facts: [], words: `${title} is new`, ...newness(object) }];
  if (!after) return [{ ...common, change: "gone", facts: [], words: `${title} is gone`, weight: "fault" }];
  const names = factNames(before, after).filter((name) => differs(name, before, after));
  if (names.length === 0) return [];
  const words = names.map((name) => inWords(name, before.facts[name], after.facts[name])).join(", ");
  const facts = names.map((fact) => changedFact(fact, before, after));
  return [
    { ...common, change: "changed", facts, words: `${title}: ${words}`, weight: weigh(names, before, after) }
  ];
}
function newness(object) {
  const undo = dropStatement(object);
  return {
    weight: object.kind === "extension" ? "extension-kept" : "fault",
    ...undo === void 0 ? {} : { undo }
  };
}
function isHandOver(before, after) {
  const handed = handOver(asList(before["grants"]), String(before["owner"]), String(after["owner"]));
  return sameFact(handed, asList(after["grants"]).toSorted());
}
function differs(name, { facts: before }, { facts: after }) {
  if (name === "columns in order") return !sameOrder(asList(before[name]), asList(after[name]));
  if (name === "grants" && before["owner"] !== after["owner"]) return !isHandOver(before, after);
  return !sameFact(before[name], after[name]);
}
var changedFact = (fact, before, after) => ({
  fact,
  before: spell(fact, before.facts[fact]),
  after: spell(fact, after.facts[fact])
});

// src/catalog/compare.ts
function compare(before, after) {
  const [old, now] = before.journal === after.journal ? touched(before, after) : whole(before, after);
  const keys = [.../* @__PURE__ */ new Set([...old.keys(), ...now.keys()])].filter(
    (key) => !sameObject(old.get(key), now.get(key))
  );
  const appeared = new Set(keys.filter((key) => !old.has(key)));
  const vanished = new Set(keys.filter((key) => !now.has(key)));
  const differing = new Set(keys);
  return keys.filter((key) => !goesWith(appeared, now.get(key)) && !goesWith(vanished, old.get(key))).filter((key) => !isOfConstraint(now.get(key)) || !goesWith(differing, now.get(key))).flatMap((key) => describe(old.get(key), now.get(key))).sort((a, b) => inOrder2(a.kind, b.kind) || inOrder2(a.name, b.name));
}
function changedTables(before, after) {
  const objects = touched(before, after).flatMap((side) => [...side.values()]);
  const owners = objects.flatMap((object) => [object, ...object.parent ? [object.parent] : []]);
  return new Set(owners.filter(({ kind }) => kind === "table").map(({ name }) => plainName(name)));
}
function touched({ journal, position }, after) {
  const keys = journal.touched(position, after.position);
  return [journal.at(position, keys), journal.at(after.position, keys)];
}
var whole = (before, after) => [
  before.journal.allAt(before.position),
  after.journal.allAt(after.position)
];
var goesWith = (things, object) => object?.parent !== void 0 && things.has(keyOf(object.parent));
var isOfConstraint = (object) => object?.kind === "index" && object.parent?.kind === "constraint";
function inOrder2(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

// src/catalog/journal.ts
var Journal = class {
  #now = /* @__PURE__ */ new Map();
  #entries = [];
  /** By the key of a thing: keys of what was ever a part of it. */
  #parts = /* @__PURE__ */ new Map();
  get position() {
    return this.#entries.length;
  }
  put(object) {
    const key = keyOf(object);
    const before = this.#now.get(key);
    if (sameObject(before, object)) return;
    this.#entries.push({ key, before });
    this.#now.set(key, object);
    if (object.parent) this.#notePart(keyOf(object.parent), key);
  }
  #notePart(whole2, part) {
    const parts = this.#parts.get(whole2);
    if (parts) parts.add(part);
    else this.#parts.set(whole2, /* @__PURE__ */ new Set([part]));
  }
  remove(key) {
    const before = this.#now.get(key);
    if (!before) return;
    this.#entries.push({ key, before });
    this.#now.delete(key);
  }
  /** Keys that were written between two positions. */
  touched(from, to) {
    return new Set(this.#entries.slice(Math.min(from, to), Math.max(from, to)).map(({ key }) => key));
  }
  /** Some objects as they were at a position. */
  at(position, keys) {
    const then = /* @__PURE__ */ new Map();
    for (const key of keys) {
      const object = this.#now.get(key);
      if (object) then.set(key, object);
    }
    for (const { key, before } of this.#entries.slice(position).reverse()) {
      if (!keys.has(key)) continue;
      if (before) then.set(key, before);
      else then.delete(key);
    }
    return then;
  }
  /** The parts of some things as they were at a position, without the parts of those. */
  partsAt(position, wholes) {
    const ever = new Set([...wholes].flatMap((key) => [...this.#parts.get(key) ?? []]));
    return new Map(
      [...this.at(position, ever)].filter(([, { parent }]) => parent && wholes.has(keyOf(parent)))
    );
  }
  /** All objects as they were at a position. */
  allAt(position) {
    return this.at(position, /* @__PURE__ */ new Set([...this.#now.keys(), ...this.#entries.map(({ key }) => key)]));
  }
};

// src/catalog/sections/section.ts
var firstUserOid = 16384;
var userSchema = (alias) => `${alias}.nspname <> 'information_schema' AND ${alias}.nspname !~ '^pg_(toast|temp|catalog)'`;
var notOfExtension = (catalog, oid) => `NOT EXISTS (
    SELECT FROM pg_depend e WHERE e.classid = '${catalog}'::regclass AND e.objid = ${oid} AND e.deptype = 'e')`;
var sorted = (array) => `(SELECT jsonb_agg(x ORDER BY x COLLATE "C") FROM unnest(${array}) x)`;
var grants = (acl, kind, owner2) => sorted(`coalesce(${acl}, acldefault('${kind}', ${owner2}))::text[]`);
var comment = (catalog, oid, column2 = "0") => `(
    SELECT description FROM pg_description
    WHERE classoid = '${catalog}'::regclass AND objoid = ${oid} AND objsubid = ${column2})`;
var owner = (oid) => `pg_get_userbyid(${oid})`;
var enabled = (column2) => `CASE ${column2} WHEN 'O' THEN 'yes' WHEN 'D' THEN 'no' WHEN 'R' THEN 'replica' ELSE 'always' END`;
var withoutSecrets = (options) => `(
    SELECT jsonb_agg(CASE WHEN split_part(o, '=', 1) ~* '(pass|secret|key|token)'
      THEN split_part(o, '=', 1) || '=***' ELSE o END ORDER BY o COLLATE "C") FROM unnest(${options}) o)`;
function single(kind, name, facts, from) {
  return {
    of: "rest",
    sql: () => `
SELECT '-', '', '${kind}', ${name}, NULL::text, NULL::text, jsonb_build_object(${facts})
FROM ${from}`
  };
}

// src/catalog/sections/columns.ts
var column = {
  of: "relation",
  sql: ({ filter, major }) => `
SELECT 'r' || r.oid, a.attnum::text, 'column', r.full_name || '.' || quote_ident(a.attname), r.word, r.full_name,
  jsonb_build_object(
  'type', format_type(a.atttypid, a.atttypmod),
  'nullable', NOT a.attnotnull,
  'default', CASE WHEN a.atthasdef AND a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END,
  'generated', CASE a.attgenerated WHEN 's' THEN pg_get_expr(d.adbin, d.adrelid) || ' stored'
    WHEN 'v' THEN pg_get_expr(d.adbin, d.adrelid) || ' virtual' END,
  'identity', CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END,
  'collation', CASE WHEN a.attcollation <> 0 AND a.attcollation <> t.typcollation
    THEN a.attcollation::regcollation::text END,
  'storage', CASE WHEN a.attstorage <> t.typstorage THEN
    CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE 'extended' END END,
  'compression', CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END,
  'statistics target', nullif(a.attstattarget, -1),
  'options', ${sorted("a.attoptions")},
  'foreign options', ${sorted("a.attfdwoptions")},
  'only inherited', nullif(NOT a.attislocal, false),
  'grants', ${sorted("a.attacl::text[]")},
  'not null constraint', ${major >= 18 ? notNull : "NULL"},
  'comment', ${comment("pg_class", "a.attrelid", "a.attnum")})
FROM relations r
JOIN pg_attribute a ON a.attrelid = r.oid AND ${filter("a.attrelid")} AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE r.relkind <> 'S'`
};
var notNull = `(
    SELECT nullif(concat_ws(', ', CASE WHEN k.conname !~ '_not_null[0-9]*$' THEN k.conname END,
      CASE WHEN NOT k.convalidated THEN 'not valid' END, CASE WHEN k.connoinherit THEN 'no inherit' END,
      ${comment("pg_constraint", "k.oid")}), '')
    FROM pg_constraint k
    WHERE k.conrelid = r.oid AND k.contype = 'n' AND k.conkey = ARRAY[a.attnum])`;
var columnSections = [column];

// src/catalog/sections/database.ts
var database = single(
  "database",
  `'(this one)'`,
  `'grants', ${sorted("d.datacl::text[]")}, 'comment', shobj_description(d.oid, 'pg_database')`,
  "pg_database d WHERE d.datname = current_database()"
);
var schema = single(
  "schema",
  "quote_ident(n.nspname)",
  `'owner', ${owner("n.nspowner")}, 'grants', ${grants("n.nspacl", "n", "n.nspowner")},
  'comment', ${comment("pg_namespace", "n.oid")}`,
  `pg_namespace n WHERE ${userSchema("n")} AND ${notOfExtension("pg_namespace", "n.oid")}`
);
var extension = single(
  "extension",
  "quote_ident(x.extname)",
  `'version', x.extversion, 'schema', n.nspname, 'comment', CASE WHEN ${comment("pg_extension", "x.oid")}
    IS DISTINCT FROM (SELECT a.comment FROM pg_available_extensions a WHERE a.name = x.extname)
    THEN ${comment("pg_extension", "x.oid")} END`,
  "pg_extension x JOIN pg_namespace n ON n.oid = x.extnamespace"
);
var eventTrigger = single(
  "event trigger",
  "quote_ident(v.evtname)",
  `'event', v.evtevent, 'function', v.evtfoid::regprocedure::text, 'enabled', ${enabled("v.evtenabled")},
  'tags', to_jsonb(v.evttags), 'owner', ${owner("v.evtowner")}, 'comment', ${comment("pg_event_trigger", "v.oid")}`,
  `pg_event_trigger v WHERE ${notOfExtension("pg_event_trigger", "v.oid")}`
);
var statistics = single(
  "statistics",
  `format('%I.%I', n.nspname, x.stxname)`,
  `'definition', pg_get_statisticsobjdef(x.oid), 'target', nullif(to_jsonb(x)->>'stxstattarget', '-1'),
  'owner', ${owner("x.stxowner")}, 'comment', ${comment("pg_statistic_ext", "x.oid")}`,
  `pg_statistic_ext x JOIN pg_namespace n ON n.oid = x.stxnamespace
WHERE ${userSchema("n")} AND ${notOfExtension("pg_statistic_ext", "x.oid")}`
);
var defaultPrivileges = single(
  "default privileges",
  `format('of %s in %s on %s', ${owner("d.defaclrole")},
    CASE WHEN d.defaclnamespace = 0 THEN 'any schema' ELSE d.defaclnamespace::regnamespace::text END,
    CASE d.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions'
      WHEN 'T' THEN 'types' WHEN 'n' THEN 'schemas' ELSE 'large objects' END)`,
  `'grants', ${sorted("d.defaclacl::text[]")}`,
  "pg_default_acl d"
);
var language = single(
  "language",
  "quote_ident(l.lanname)",
  `'trusted', l.lanpltrusted, 'handler', nullif(l.lanplcallfoid, 0)::regproc::text, 'owner', ${owner("l.lanowner")},
  'grants', ${grants("l.lanacl", "l", "l.lanowner")}, 'comment', ${comment("pg_language", "l.oid")}`,
  "pg_language l WHERE l.lanispl"
);
var setting = single(
  "setting",
  `coalesce('role ' || quote_ident(r.rolname) || CASE WHEN s.setdatabase <> 0 THEN ' in this database' ELSE '' END
    || ' ', '') || split_part(c, '=', 1)`,
  `'value', ${withoutSecrets("ARRAY[c]")}->>0`,
  `pg_db_role_setting s CROSS JOIN unnest(s.setconfig) c LEFT JOIN pg_roles r ON r.oid = s.setrole
WHERE s.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))`
);
var role = single(
  "role",
  "quote_ident(r.rolname)",
  `'superuser', r.rolsuper, 'inherits', r.rolinherit, 'may create roles', r.rolcreaterole,
  'may create databases', r.rolcreatedb, 'may log in', r.rolcanlogin, 'replication', r.rolreplication,
  'bypasses row security', r.rolbypassrls, 'connection limit', nullif(r.rolconnlimit, -1),
  'valid until', r.rolvaliduntil::text, 'comment', shobj_description(r.oid, 'pg_authid'),
  'member of', (SELECT jsonb_agg(DISTINCT ${owner("m.roleid")}::text) FROM pg_auth_members m WHERE m.member = r.oid)`,
  `pg_roles r WHERE r.rolname !~ '^pg_'`
);
var securityLabel = single(
  "security label",
  `concat_ws(' ', l.objtype, l.objname, l.provider)`,
  `'label', l.label`,
  "pg_seclabels l"
);
var databaseSections = [
  ...[database, schema, extension, eventTrigger, statistics],
  ...[defaultPrivileges, language, setting, role, securityLabel]
];

// src/catalog/sections/foreign.ts
var wrapper = single(
  "foreign data wrapper",
  "quote_ident(w.fdwname)",
  `'handler', nullif(w.fdwhandler, 0)::regproc::text, 'validator', nullif(w.fdwvalidator, 0)::regproc::text,
  'options', ${withoutSecrets("w.fdwoptions")}, 'owner', ${owner("w.fdwowner")},
  'grants', ${grants("w.fdwacl", "F", "w.fdwowner")}, 'comment', ${comment("pg_foreign_data_wrapper", "w.oid")}`,
  `pg_foreign_data_wrapper w WHERE ${notOfExtension("pg_foreign_data_wrapper", "w.oid")}`
);
var server = single(
  "foreign server",
  "quote_ident(s.srvname)",
  `'wrapper', w.fdwname, 'type', s.srvtype, 'version', s.srvversion, 'options', ${withoutSecrets("s.srvoptions")},
  'owner', ${owner("s.srvowner")}, 'grants', ${grants("s.srvacl", "S", "s.srvowner")},
  'comment', ${comment("pg_foreign_server", "s.oid")}`,
  `pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
WHERE ${notOfExtension("pg_foreign_server", "s.oid")}`
);
var userMapping = single(
  "user mapping",
  `format('for %s on %I', CASE WHEN m.umuser = 0 THEN 'public' ELSE quote_ident(m.usename) END, m.srvname)`,
  `'options', (SELECT jsonb_agg(split_part(o, '=', 1) ORDER BY 1) FROM unnest(m.umoptions) o)`,
  "pg_user_mappings m"
);
var foreignSections = [wrapper, server, userMapping];

// src/catalog/sections/operators.ts
var operator = single(
  "operator",
  `format('%I.%s(%s, %s)', n.nspname, o.oprname, coalesce(format_type(nullif(o.oprleft, 0), NULL), 'none'),
    format_type(o.oprright, NULL))`,
  `'result', format_type(o.oprresult, NULL), 'function', o.oprcode::regprocedure::text,
  'commutator', nullif(o.oprcom, 0)::regoperator::text, 'negator', nullif(o.oprnegate, 0)::regoperator::text,
  'restriction estimator', nullif(o.oprrest, 0)::regproc::text, 'join estimator', nullif(o.oprjoin, 0)::regproc::text,
  'merges', o.oprcanmerge, 'hashes', o.oprcanhash, 'owner', ${owner("o.oprowner")},
  'comment', ${comment("pg_operator", "o.oid")}`,
  `pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
WHERE o.oprcode <> 0 AND ${userSchema("n")} AND ${notOfExtension("pg_operator", "o.oid")}`
);
var operatorClass = single(
  "operator class",
  `format('%I.%I using %I', n.nspname, c.opcname, a.amname)`,
  `'type', format_type(c.opcintype, NULL), 'key type', format_type(nullif(c.opckeytype, 0), NULL),
  'default', c.opcdefault, 'family', f.opfname, 'owner', ${owner("c.opcowner")},
  'comment', ${comment("pg_opclass", "c.oid")}`,
  `pg_opclass c JOIN pg_namespace n ON n.oid = c.opcnamespace
JOIN pg_am a ON a.oid = c.opcmethod JOIN pg_opfamily f ON f.oid = c.opcfamily
WHERE ${userSchema("n")} AND ${notOfExtension("pg_opclass", "c.oid")}`
);
var operatorFamily = single(
  "operator family",
  `format('%I.%I using %I', n.nspname, f.opfname, a.amname)`,
  `'owner', ${owner("f.opfowner")}, 'operators', (
    SELECT jsonb_agg(p.amopstrategy || ' ' || p.amopopr::regoperator::text
      ORDER BY p.amopstrategy, p.amopopr::regoperator::text COLLATE "C") FROM pg_amop p WHERE p.amopfamily = f.oid),
  'functions', (
    SELECT jsonb_agg(p.amprocnum || ' ' || p.amproc::regprocedure::text
      ORDER BY p.amprocnum, p.amproc::regprocedure::text COLLATE "C")
    FROM pg_amproc p WHERE p.amprocfamily = f.oid),
  'comment', ${comment("pg_opfamily", "f.oid")}`,
  `pg_opfamily f JOIN pg_namespace n ON n.oid = f.opfnamespace JOIN pg_am a ON a.oid = f.opfmethod
WHERE ${userSchema("n")} AND ${notOfExtension("pg_opfamily", "f.oid")}`
);
var cast = single(
  "cast",
  `format('%s as %s', format_type(c.castsource, NULL), format_type(c.casttarget, NULL))`,
  `'function', nullif(c.castfunc, 0)::regprocedure::text,
  'context', CASE c.castcontext WHEN 'e' THEN 'explicit' WHEN 'a' THEN 'assignment' ELSE 'implicit' END,
  'method', CASE c.castmethod WHEN 'f' THEN 'function' WHEN 'i' THEN 'input and output' ELSE 'binary' END,
  'comment', ${comment("pg_cast", "c.oid")}`,
  `pg_cast c WHERE c.oid >= 16384 AND ${notOfExtension("pg_cast", "c.oid")}
  AND NOT EXISTS (
    SELECT FROM pg_depend i WHERE i.classid = 'pg_cast'::regclass AND i.objid = c.oid AND i.deptype = 'i')`
);
var collation = single(
  "collation",
  `format('%I.%I', n.nspname, c.collname)`,
  `'provider', CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'c' THEN 'libc' WHEN 'b' THEN 'builtin' ELSE 'default' END,
  'locale', coalesce(to_jsonb(c)->>'colllocale', to_jsonb(c)->>'colliculocale', c.collcollate),
  'character type', CASE WHEN c.collprovider = 'c' THEN c.collctype END, 'rules', to_jsonb(c)->>'collicurules',
  'deterministic', c.collisdeterministic, 'owner', ${owner("c.collowner")},
  'comment', ${comment("pg_collation", "c.oid")}`,
  `pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
WHERE ${userSchema("n")} AND ${notOfExtension("pg_collation", "c.oid")}`
);
var operatorSections = [
  operator,
  operatorClass,
  operatorFamily,
  cast,
  collation
];

// src/catalog/sections/parts.ts
var head = (kind, part, name) => `SELECT 'r' || r.oid, ${part}::text, '${kind}', r.full_name || '.' || quote_ident(${name}), r.word, r.full_name`;
var constraint = {
  of: "relation",
  sql: ({ filter, major }) => `
${head("constraint", "k.oid", "k.conname")}, jsonb_build_object(
  'definition', regexp_replace(pg_get_constraintdef(k.oid),
    '( (NOT )?DEFERRABLE)?( INITIALLY DEFERRED)?( NOT ENFORCED)?( NOT VALID)?$', ''),
  'validated', ${major >= 18 ? "k.convalidated OR NOT k.conenforced" : "k.convalidated"},
  'deferrable', CASE WHEN k.condeferred THEN 'initially deferred' WHEN k.condeferrable THEN 'yes' END,
  'enforced', ${major >= 18 ? "k.conenforced" : "NULL"},
  'only inherited', nullif(NOT k.conislocal, false),
  'disabled triggers', (SELECT jsonb_agg(DISTINCT g.tgfoid::regproc::text || ' ' || ${enabled("g.tgenabled")})
    FROM pg_trigger g WHERE g.tgconstraint = k.oid AND g.tgisinternal AND g.tgenabled <> 'O'
      AND g.tgrelid = r.oid),
  'comment', ${comment("pg_constraint", "k.oid")})
FROM relations r
JOIN pg_constraint k ON k.conrelid = r.oid AND ${filter("k.conrelid")}
WHERE k.contype NOT IN ('t', 'n')`
};
var index = {
  of: "relation",
  sql: ({ filter }) => `
SELECT 'r' || r.oid, x.oid::text, 'index', format('%I.%I', r.nspname, x.relname),
  CASE WHEN k.conname IS NULL THEN r.word ELSE 'constraint' END,
  r.full_name || coalesce('.' || quote_ident(k.conname), ''), jsonb_build_object(
  'definition', pg_get_indexdef(x.oid),
  'valid', i.indisvalid AND i.indisready,
  'clustered', nullif(i.indisclustered, false),
  'replica identity', nullif(i.indisreplident, false),
  'tablespace', (SELECT spcname FROM pg_tablespace s WHERE s.oid = x.reltablespace),
  'attached to', CASE WHEN x.relispartition THEN (
    SELECT h.inhparent::regclass::text FROM pg_inherits h WHERE h.inhrelid = x.oid) END,
  'statistics targets', CASE WHEN i.indexprs IS NOT NULL THEN (
    SELECT jsonb_agg(a.attnum || ': ' || a.attstattarget ORDER BY a.attnum)
    FROM pg_attribute a WHERE a.attrelid = x.oid AND a.attstattarget >= 0) END,
  'comment', ${comment("pg_class", "x.oid")})
FROM relations r
JOIN pg_index i ON i.indrelid = r.oid AND ${filter("i.indrelid")}
JOIN pg_class x ON x.oid = i.indexrelid
LEFT JOIN pg_constraint k ON k.conrelid = r.oid AND k.conindid = x.oid AND k.contype IN ('p', 'u', 'x')`
};
var trigger = {
  of: "relation",
  sql: ({ filter }) => `
${head("trigger", "g.oid", "g.tgname")}, jsonb_build_object(
  'definition', pg_get_triggerdef(g.oid),
  'enabled', ${enabled("g.tgenabled")},
  'comment', ${comment("pg_trigger", "g.oid")})
FROM relations r
JOIN pg_trigger g ON g.tgrelid = r.oid AND ${filter("g.tgrelid")} AND NOT g.tgisinternal`
};
var rule = {
  of: "relation",
  sql: ({ filter }) => `
${head("rule", "u.oid", "u.rulename")}, jsonb_build_object(
  'definition', pg_get_ruledef(u.oid),
  'enabled', ${enabled("u.ev_enabled")},
  'comment', ${comment("pg_rewrite", "u.oid")})
FROM relations r
JOIN pg_rewrite u ON u.ev_class = r.oid AND ${filter("u.ev_class")} AND u.rulename <> '_RETURN'`
};
var policy = {
  of: "relation",
  sql: ({ filter }) => `
${head("policy", "p.oid", "p.polname")}, jsonb_build_object(
  'command', CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
    WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
  'permissive', p.polpermissive,
  'roles', (SELECT jsonb_agg(x.role ORDER BY x.role COLLATE "C") FROM (
    SELECT CASE WHEN o = 0 THEN 'public' ELSE pg_get_userbyid(o)::text END AS role FROM unnest(p.polroles) o) x),
  'using', pg_get_expr(p.polqual, p.polrelid),
  'check', pg_get_expr(p.polwithcheck, p.polrelid),
  'comment', ${comment("pg_policy", "p.oid")})
FROM relations r
JOIN pg_policy p ON p.polrelid = r.oid AND ${filter("p.polrelid")}`
};
var partSections = [constraint, index, trigger, rule, policy];

// src/catalog/sections/publications.ts
var tables = `(
    SELECT jsonb_agg(concat_ws(' ', k.prrelid::regclass::text,
      (SELECT '(' || string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) || ')'
       FROM pg_attribute a WHERE a.attrelid = k.prrelid AND a.attnum = ANY (k.prattrs)),
      'where ' || pg_get_expr(k.prqual, k.prrelid)) ORDER BY k.prrelid::regclass::text COLLATE "C")
    FROM pg_publication_rel k WHERE k.prpubid = b.oid)`;
var tablesBefore15 = `(
    SELECT jsonb_agg(k.prrelid::regclass::text ORDER BY k.prrelid::regclass::text COLLATE "C")
    FROM pg_publication_rel k WHERE k.prpubid = b.oid)`;
var schemas = `(
    SELECT jsonb_agg(m.pnnspid::regnamespace::text ORDER BY m.pnnspid::regnamespace::text COLLATE "C")
    FROM pg_publication_namespace m WHERE m.pnpubid = b.oid)`;
var publication = {
  of: "rest",
  sql: ({ major }) => `
SELECT '-', '', 'publication', quote_ident(b.pubname), NULL::text, NULL::text, jsonb_build_object(
  'all tables', b.puballtables,
  'operations', to_jsonb(array_remove(ARRAY[CASE WHEN b.pubinsert THEN 'insert' END,
    CASE WHEN b.pubupdate THEN 'update' END, CASE WHEN b.pubdelete THEN 'delete' END,
    CASE WHEN b.pubtruncate THEN 'truncate' END], NULL)),
  'via the root', b.pubviaroot,
  'generated columns', to_jsonb(b)->>'pubgencols',
  'tables', ${major >= 15 ? tables : tablesBefore15},
  'schemas', ${major >= 15 ? schemas : "NULL"},
  'owner', ${owner("b.pubowner")},
  'comment', ${comment("pg_publication", "b.oid")})
FROM pg_publication b`
};
var publicationSections = [publication];

// src/catalog/sections/relations.ts
var relations = (filter) => `relations AS MATERIALIZED (
  SELECT c.*, n.nspname, format('%I.%I', n.nspname, c.relname) AS full_name,
    CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table'
      WHEN 'c' THEN 'composite type' WHEN 'S' THEN 'sequence' ELSE 'table' END AS word
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${filter("c.oid")} AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c', 'S')
    AND ${userSchema("n")} AND ${notOfExtension("pg_class", "c.oid")}
)`;
var relation = {
  of: "relation",
  sql: () => `
SELECT 'r' || r.oid, '', r.word, r.full_name, NULL::text, NULL::text, jsonb_build_object(
  'owner', ${owner("r.relowner")},
  'grants', ${grants("r.relacl", "r", "r.relowner")},
  'partitioned by', CASE WHEN r.relkind = 'p' THEN pg_get_partkeydef(r.oid) END,
  'persistence', CASE r.relpersistence WHEN 'u' THEN 'unlogged' END,
  'storage parameters', CASE WHEN r.relkind <> 'v' THEN ${sorted("r.reloptions")} END,
  'toast parameters', (SELECT ${sorted("t.reloptions")} FROM pg_class t WHERE t.oid = r.reltoastrelid),
  'tablespace', (SELECT spcname FROM pg_tablespace s WHERE s.oid = r.reltablespace),
  'access method', (SELECT amname FROM pg_am a WHERE a.oid = r.relam),
  'replica identity', CASE WHEN r.relkind IN ('r', 'p', 'm') THEN
    CASE r.relreplident WHEN 'f' THEN 'full' WHEN 'i' THEN 'an index' WHEN 'n' THEN 'nothing' END END,
  'row security', nullif(r.relrowsecurity, false),
  'forced row security', nullif(r.relforcerowsecurity, false),
  'of type', CASE WHEN r.reloftype <> 0 THEN r.reloftype::regtype::text END,
  'partition bound', CASE WHEN r.relispartition THEN pg_get_expr(r.relpartbound, r.oid) END,
  'parents', (SELECT jsonb_agg(i.inhparent::regclass::text ORDER BY i.inhseqno)
    FROM pg_inherits i WHERE i.inhrelid = r.oid),
  'definition', CASE WHEN r.relkind IN ('v', 'm') THEN pg_get_viewdef(r.oid) END,
  'populated', CASE WHEN r.relkind = 'm' THEN r.relispopulated END,
  'columns in order', CASE WHEN r.relkind IN ('r', 'p', 'f', 'c') THEN (
    SELECT jsonb_agg(a.attname ORDER BY a.attnum) FROM pg_attribute a
    WHERE a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped) END,
  'server', CASE WHEN r.relkind = 'f' THEN (
    SELECT s.srvname FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = f.ftserver
    WHERE f.ftrelid = r.oid) END,
  'options', CASE r.relkind WHEN 'v' THEN ${sorted("r.reloptions")} WHEN 'f' THEN (
    SELECT ${withoutSecrets("f.ftoptions")} FROM pg_foreign_table f WHERE f.ftrelid = r.oid) END,
  'comment', ${comment("pg_class", "r.oid")})
FROM relations r
WHERE r.relkind <> 'S'`
};
var sequence = {
  of: "relation",
  sql: () => `
SELECT 'r' || r.oid, '', 'sequence', r.full_name, CASE WHEN d.name IS NOT NULL THEN 'column' END, d.name,
  jsonb_build_object(
  'type', format_type(s.seqtypid, NULL), 'start', s.seqstart::text, 'increment', s.seqincrement::text,
  'minimum', s.seqmin::text, 'maximum', s.seqmax::text, 'cache', s.seqcache::text, 'cycle', s.seqcycle,
  'persistence', CASE r.relpersistence WHEN 'u' THEN 'unlogged' END,
  'owned by', d.name,
  'owner', ${owner("r.relowner")},
  'grants', ${grants("r.relacl", "s", "r.relowner")},
  'comment', ${comment("pg_class", "r.oid")})
FROM relations r
JOIN pg_sequence s ON s.seqrelid = r.oid
LEFT JOIN LATERAL (
  SELECT format('%I.%I.%I', n.nspname, c.relname, a.attname) AS name
  FROM pg_depend p
  JOIN pg_class c ON c.oid = p.refobjid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = p.refobjid AND a.attnum = p.refobjsubid
  WHERE p.classid = 'pg_class'::regclass AND p.objid = r.oid AND p.refclassid = 'pg_class'::regclass
    AND p.refobjsubid > 0 AND p.deptype IN ('a', 'i')
  LIMIT 1
) d ON true
WHERE r.relkind = 'S'`
};
var relationSections = [relation, sequence];

// src/catalog/sections/routines.ts
var aggregate = `(
    SELECT string_agg(f.key || ' ' || f.value, ', ' ORDER BY f.key)
    FROM pg_aggregate g, jsonb_each_text(jsonb_strip_nulls(
      to_jsonb(g) - '{aggfnoid,aggtranstype,aggmtranstype,aggsortop}'::text[] || jsonb_build_object(
        'arguments', pg_get_function_arguments(p.oid), 'result', pg_get_function_result(p.oid),
        'state type', format_type(g.aggtranstype, NULL),
        'moving state type', format_type(nullif(g.aggmtranstype, 0), NULL),
        'sort operator', nullif(g.aggsortop, 0)::regoperator::text,
        'parallel', p.proparallel, 'strict', p.proisstrict))) f
    WHERE g.aggfnoid = p.oid)`;
var routine = {
  of: "function",
  sql: ({ filter }) => `
SELECT 'f' || p.oid, '', CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END,
  format('%I.%I(%s)', n.nspname, p.proname, oidvectortypes(p.proargtypes)), NULL::text, NULL::text,
  jsonb_build_object(
  'definition', CASE WHEN p.prokind = 'a' THEN ${aggregate} ELSE pg_get_functiondef(p.oid) END,
  'owner', ${owner("p.proowner")},
  'grants', ${grants("p.proacl", "f", "p.proowner")},
  'comment', ${comment("pg_proc", "p.oid")})
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE ${filter("p.oid")} AND ${userSchema("n")} AND ${notOfExtension("pg_proc", "p.oid")}
  AND NOT EXISTS (
    SELECT FROM pg_depend i WHERE i.classid = 'pg_proc'::regclass AND i.objid = p.oid AND i.deptype = 'i')`
};
var routineSections = [routine];

// src/catalog/sections/search.ts
var configuration = single(
  "text search configuration",
  `format('%I.%I', n.nspname, c.cfgname)`,
  `'owner', ${owner("c.cfgowner")}, 'parser', (SELECT prsname FROM pg_ts_parser p WHERE p.oid = c.cfgparser),
  'mappings', (
    SELECT jsonb_agg(t.alias || ' ' || m.mapseqno || ' ' || m.mapdict::regdictionary::text
      ORDER BY m.maptokentype, m.mapseqno)
    FROM pg_ts_config_map m JOIN ts_token_type(c.cfgparser) t ON t.tokid = m.maptokentype WHERE m.mapcfg = c.oid),
  'comment', ${comment("pg_ts_config", "c.oid")}`,
  `pg_ts_config c JOIN pg_namespace n ON n.oid = c.cfgnamespace
WHERE ${userSchema("n")} AND ${notOfExtension("pg_ts_config", "c.oid")}`
);
var dictionary = single(
  "text search dictionary",
  `format('%I.%I', n.nspname, d.dictname)`,
  `'owner', ${owner("d.dictowner")}, 'template', (SELECT tmplname FROM pg_ts_template t WHERE t.oid = d.dicttemplate),
  'options', d.dictinitoption, 'comment', ${comment("pg_ts_dict", "d.oid")}`,
  `pg_ts_dict d JOIN pg_namespace n ON n.oid = d.dictnamespace
WHERE ${userSchema("n")} AND ${notOfExtension("pg_ts_dict", "d.oid")}`
);
var searchSections = [configuration, dictionary];

// src/catalog/sections/types.ts
var ownType = (alias) => `${alias}.typtype IN ('e', 'd', 'r', 'b') AND NOT (
    ${alias}.typtype = 'b' AND ${alias}.typelem <> 0 AND ${alias}.typlen = -1
    AND EXISTS (SELECT FROM pg_type e WHERE e.oid = ${alias}.typelem AND e.typarray = ${alias}.oid))`;
var types = (filter) => `(
  SELECT y.*, format('%I.%I', n.nspname, y.typname) AS full_name,
    CASE y.typtype WHEN 'e' THEN 'enum type' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range type' ELSE 'type' END AS word
  FROM pg_type y JOIN pg_namespace n ON n.oid = y.typnamespace
  WHERE ${filter("y.oid")} AND ${userSchema("n")} AND ${ownType("y")} AND ${notOfExtension("pg_type", "y.oid")}
) y`;
var type = {
  of: "type",
  sql: ({ filter }) => `
SELECT 't' || y.oid, '', y.word, y.full_name, NULL::text, NULL::text, jsonb_build_object(
  'owner', ${owner("y.typowner")},
  'grants', ${grants("y.typacl", "T", "y.typowner")},
  'labels', CASE WHEN y.typtype = 'e' THEN (
    SELECT jsonb_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = y.oid) END,
  'base type', CASE WHEN y.typtype = 'd' THEN format_type(y.typbasetype, y.typtypmod) END,
  'nullable', CASE WHEN y.typtype = 'd' THEN NOT y.typnotnull END,
  'default', y.typdefault,
  'collation', CASE WHEN y.typtype = 'd' AND y.typcollation NOT IN (0, b.typcollation)
    THEN y.typcollation::regcollation::text END,
  'subtype', format_type(nullif(g.rngsubtype, 0), NULL),
  'range collation', CASE WHEN g.rngcollation <> 0 THEN g.rngcollation::regcollation::text END,
  'operator class', (SELECT o.opcname FROM pg_opclass o WHERE o.oid = g.rngsubopc),
  'canonical function', nullif(g.rngcanonical, 0)::regproc::text,
  'difference function', nullif(g.rngsubdiff, 0)::regproc::text,
  'input and output', CASE WHEN y.typtype = 'b' THEN jsonb_build_array(
    y.typinput::regproc::text, y.typoutput::regproc::text, y.typlen::text, y.typalign, y.typstorage, y.typcategory) END,
  'comment', ${comment("pg_type", "y.oid")})
FROM ${types(filter)}
LEFT JOIN pg_type b ON b.oid = y.typbasetype
LEFT JOIN pg_range g ON g.rngtypid = y.oid`
};
var domainConstraint = {
  of: "type",
  sql: ({ filter }) => `
SELECT 't' || y.oid, k.oid::text, 'constraint', y.full_name || '.' || quote_ident(k.conname), y.word, y.full_name,
  jsonb_build_object(
  'definition', regexp_replace(pg_get_constraintdef(k.oid), ' NOT VALID$', ''),
  'validated', k.convalidated,
  'comment', ${comment("pg_constraint", "k.oid")})
FROM ${types(filter)}
JOIN pg_constraint k ON k.contypid = y.oid AND k.contype = 'c'`
};
var typeSections = [type, domainConstraint];

// src/catalog/queries.ts
var sections = [
  ...[...relationSections, ...columnSections, ...partSections, ...typeSections, ...routineSections],
  ...[
    ...databaseSections,
    ...publicationSections,
    ...foreignSections,
    ...operatorSections,
    ...searchSections
  ]
];
function everything(major) {
  return union("relation", sections, { major, filter: () => "true" });
}
function someUnits(kind, major) {
  const wanted = sections.filter(({ of }) => of === kind);
  return union(kind, wanted, { major, filter: (column2) => `${column2} = ANY ($1::oid[])` });
}
var settings = {
  search_path: "public",
  TimeZone: "UTC",
  DateStyle: "ISO, MDY",
  IntervalStyle: "postgres",
  extra_float_digits: "1",
  bytea_output: "hex",
  quote_all_identifiers: "off"
};
function union(kind, wanted, request) {
  const set = Object.entries(settings).map(([name, value2]) => `set_config('${name}', '${value2}', true)`);
  const first = `SELECT NULL::text, concat(${set.join(", ")}), '', '', NULL::text, NULL::text, NULL::jsonb`;
  const shared = kind === "relation" ? `WITH ${relations(request.filter)}
` : "";
  return `${shared}SELECT unit, part, kind, name, parent_kind, parent_name, jsonb_strip_nulls(facts) AS facts
FROM (${[first, ...wanted.map(({ sql }) => sql(request))].join("\nUNION ALL")}
) AS found (unit, part, kind, name, parent_kind, parent_name, facts)`;
}

// src/catalog/watches.ts
var byOid = { oid: "c.oid", id: "c.oid::text" };
var usersOnly = `c.oid >= ${firstUserOid}`;
var commented = `CASE c.classoid
    WHEN 'pg_class'::regclass THEN 'class ' || c.objoid
    WHEN 'pg_constraint'::regclass THEN 'constraint ' || c.objoid
    WHEN 'pg_trigger'::regclass THEN 'trigger ' || c.objoid
    WHEN 'pg_rewrite'::regclass THEN 'rewrite ' || c.objoid
    WHEN 'pg_policy'::regclass THEN 'policy ' || c.objoid
    WHEN 'pg_type'::regclass THEN 't' || c.objoid
    WHEN 'pg_proc'::regclass THEN 'f' || c.objoid
    ELSE '-' END`;
var watches = [
  {
    ...byOid,
    name: "class",
    catalog: "pg_class",
    unit: `'r' || coalesce((SELECT i.indrelid FROM pg_index i WHERE i.indexrelid = c.oid), c.oid)`
  },
  {
    ...byOid,
    name: "constraint",
    catalog: "pg_constraint",
    unit: `CASE WHEN c.conrelid <> 0 THEN 'r' || c.conrelid ELSE 't' || c.contypid END`
  },
  { ...byOid, name: "trigger", catalog: "pg_trigger", unit: `'r' || c.tgrelid` },
  { ...byOid, name: "rewrite", catalog: "pg_rewrite", where: usersOnly, unit: `'r' || c.ev_class` },
  { ...byOid, name: "policy", catalog: "pg_policy", unit: `'r' || c.polrelid` },
  {
    ...byOid,
    name: "type",
    catalog: "pg_type",
    unit: `CASE WHEN ${ownType("c")} THEN 't' || c.oid END`
  },
  { ...byOid, name: "proc", catalog: "pg_proc", where: usersOnly, unit: `'f' || c.oid` },
  { ...byOid, name: "enum", catalog: "pg_enum", where: usersOnly, unit: `'t' || c.enumtypid` },
  {
    name: "inheritance",
    catalog: "pg_inherits",
    oid: "c.inhrelid",
    id: `c.inhrelid || '.' || c.inhseqno`,
    unit: `'class ' || c.inhrelid`
  },
  {
    name: "comment",
    catalog: "pg_description",
    where: `c.objoid >= ${firstUserOid}`,
    oid: "c.objoid",
    id: `concat_ws('.', c.objoid, c.classoid, c.objsubid)`,
    unit: commented
  }
];
var followed = [
  { catalog: "pg_attribute", unit: `'class ' || c.attrelid` },
  { catalog: "pg_index", unit: `'r' || c.indrelid` },
  { catalog: "pg_sequence", unit: `'r' || c.seqrelid` },
  { catalog: "pg_foreign_table", unit: `'r' || c.ftrelid` },
  { catalog: "pg_range", where: `c.rngtypid >= ${firstUserOid}`, unit: `'t' || c.rngtypid` }
];
var oids = (catalog, where) => ({
  catalog,
  mark: "c.oid::int8",
  ...where === void 0 ? {} : { where }
});
var thisDatabase = "(SELECT oid FROM pg_database WHERE datname = current_database())";
var rareWatches = (major) => [
  ...["pg_namespace", "pg_extension", "pg_event_trigger", "pg_publication", "pg_publication_rel"].map(
    (catalog) => oids(catalog)
  ),
  ...major >= 15 ? [oids("pg_publication_namespace")] : [],
  ...[
    "pg_statistic_ext",
    "pg_foreign_data_wrapper",
    "pg_foreign_server",
    "pg_default_acl",
    "pg_language"
  ].map((catalog) => oids(catalog)),
  ...["pg_operator", "pg_opclass", "pg_opfamily", "pg_amop", "pg_amproc", "pg_cast", "pg_collation"].map(
    (catalog) => oids(catalog, usersOnly)
  ),
  ...["pg_ts_config", "pg_ts_dict"].map((catalog) => oids(catalog, usersOnly)),
  {
    catalog: "pg_ts_config_map",
    where: `c.mapcfg >= ${firstUserOid}`,
    mark: `hashtext(concat_ws(' ', c.mapcfg, c.maptokentype, c.mapseqno))::int8`
  },
  // Members of extensions: what joins or leaves one is told no longer, or again.
  {
    catalog: "pg_depend",
    where: `c.refclassid = 'pg_extension'::regclass AND c.deptype = 'e'`,
    mark: "c.objid::int8"
  },
  { catalog: "pg_seclabel", mark: "hashtext(c.label)::int8" },
  // Comments on what every database brings along, such as the schema public.
  {
    catalog: "pg_description",
    where: `c.objoid = 'public'::regnamespace AND c.classoid = 'pg_namespace'::regclass`,
    mark: "hashtext(c.description)::int8"
  },
  {
    catalog: "pg_shdescription",
    where: `c.objoid >= ${firstUserOid}`,
    mark: "hashtext(c.description)::int8"
  },
  { catalog: "pg_database", where: "c.datname = current_database()", mark: "hashtext(c.datacl::text)::int8" },
  {
    catalog: "pg_db_role_setting",
    where: `c.setdatabase IN (0, ${thisDatabase})`,
    mark: "hashtext(c::text)::int8"
  },
  { catalog: "pg_auth_members", mark: `hashtext(c.roleid || ' ' || c.member)::int8` },
  { catalog: "pg_roles", where: `c.rolname !~ '^pg_'`, mark: "hashtext(c::text)::int8" },
  { catalog: "pg_user_mappings", mark: `hashtext(concat_ws(' ', c.umid, c.umoptions))::int8` }
];
var isView = ({ catalog }) => ["pg_roles", "pg_user_mappings"].includes(catalog);

// src/catalog/probe.ts
var conditions = {
  all: "true",
  one: "c.xmin = $1::xid",
  since: "age(c.xmin) <= (SELECT age($1::xid))"
};
function probe(newness2, major) {
  const newer = conditions[newness2];
  const arms = watches.map((watch) => watched(watch, newer));
  if (newness2 !== "all") arms.push(...followed.map((watch) => newUnits(watch, newer)));
  return `SELECT * FROM (
${[...arms, rest(major, newer), moment].join("\nUNION ALL\n")}
) AS probe (watch, number, rows)`;
}
var watched = ({ name, catalog, where = "true", id, unit }, newer) => `SELECT '${name}', count(*)::int4, array_agg(concat_ws(' ', ${id}, ${unit})) FILTER (WHERE ${newer})
FROM ${catalog} c WHERE ${where}`;
var newUnits = ({ catalog, where = "true", unit }, newer) => `SELECT 'followed', NULL, array_agg(DISTINCT ${unit}) FROM ${catalog} c WHERE ${where} AND ${newer}`;
function rest(major, newer) {
  const tally = (watch, at) => `
  SELECT ${at}, count(*), sum(${watch.mark}), ${isView(watch) ? "0" : `count(*) FILTER (WHERE ${newer})`}
  FROM ${watch.catalog} c WHERE ${watch.where ?? "true"}`;
  return `SELECT 'rest', sum(fresh)::int4, array_agg(concat_ws(' ', number, sum) ORDER BY at) FROM (${rareWatches(
    major
  ).map(tally).join("\n  UNION ALL")}
) AS tallies (at, number, sum, fresh)`;
}
var moment = `SELECT 'moment', NULL, ARRAY[pg_snapshot_xmin(s)::text, pg_snapshot_xmax(s)::text]
FROM pg_current_snapshot() s`;
var bucketSize = 256;
var buckets = ({ catalog, oid, where = "true" }) => `SELECT (${oid}::int8 / ${bucketSize})::int4 AS bucket, count(*)::int4 AS number
FROM ${catalog} c WHERE ${where} GROUP BY 1`;
var between = ({ catalog, oid, id }) => `SELECT ${id} AS id FROM ${catalog} c WHERE ${oid} BETWEEN $1::oid AND $2::oid`;

// src/catalog/known.ts
var bucketOf = (id) => Math.floor(Number.parseInt(id, 10) / bucketSize);
var Known = class {
  #buckets = /* @__PURE__ */ new Map();
  #size = 0;
  get size() {
    return this.#size;
  }
  unitOf(id) {
    return this.#buckets.get(bucketOf(id))?.get(id);
  }
  put(id, unit) {
    const bucket = this.#buckets.get(bucketOf(id)) ?? /* @__PURE__ */ new Map();
    if (!bucket.has(id)) this.#size += 1;
    this.#buckets.set(bucketOf(id), bucket.set(id, unit));
  }
  /** Buckets that hold another number of rows than these do. */
  differing(numbers) {
    const all = /* @__PURE__ */ new Set([...this.#buckets.keys(), ...numbers.keys()]);
    return [...all].filter((bucket) => (this.#buckets.get(bucket)?.size ?? 0) !== (numbers.get(bucket) ?? 0));
  }
  /** Forgets the rows of these buckets that are not among `there`, and returns their units. */
  keepOnly(there, buckets2) {
    const lost = [];
    for (const bucket of buckets2) {
      const rows = this.#buckets.get(bucket);
      for (const [id, unit] of rows ?? []) {
        if (there.has(id)) continue;
        rows?.delete(id);
        this.#size -= 1;
        lost.push(unit);
      }
    }
    return lost;
  }
};

// src/catalog/watcher.ts
var Watcher = class {
  #source;
  #probes;
  #known = new Map(watches.map(({ name }) => [name, new Known()]));
  #rest = "";
  #boundary;
  constructor(source, major) {
    this.#source = source;
    this.#probes = { all: probe("all", major), one: probe("one", major), since: probe("since", major) };
  }
  async changes() {
    if (this.#boundary === void 0) {
      await this.#takeIn(await this.#probe("all"));
      return "everything";
    }
    return this.#takeIn(await this.#newest(this.#boundary));
  }
  /** One transaction is what a move ordinarily is; when there turn out to be more, all of them are asked about. */
  async #newest(boundary) {
    const rows = await this.#probe("one", boundary);
    return momentOf(rows).next <= boundary + 1n ? rows : this.#probe("since", boundary);
  }
  #probe(newness2, boundary) {
    const values = boundary === void 0 ? [] : [String(BigInt.asUintN(32, boundary))];
    return this.#source.prepared(`catalog ${newness2}`, this.#probes[newness2], values);
  }
  async #takeIn(rows) {
    this.#boundary = momentOf(rows).oldest;
    const units = /* @__PURE__ */ new Set();
    for (const row of rows) this.#takeNew(row, units);
    for (const row of rows) await this.#takeMissing(row, units);
    const rest2 = rows.find(({ watch }) => watch === "rest");
    const isSame = rest2?.number === 0 && this.#rest === String(rest2.rows);
    this.#rest = String(rest2?.rows);
    if (!isSame || units.has("-")) return "everything";
    return new Set([...units].filter((unit) => typeof unit === "string"));
  }
  #takeNew({ watch, rows }, units) {
    if (watch === "followed") for (const unit of rows ?? []) units.add(this.#resolve(unit));
    const known = this.#known.get(watch);
    for (const row of known ? rows ?? [] : []) {
      const [id, found] = cut(row);
      const unit = this.#resolve(found);
      units.add(known?.unitOf(id)).add(unit);
      known?.put(id, unit);
    }
  }
  /** `class 123` is the unit of the row 123 of that watch; null when the row is none of ours. */
  #resolve(unit) {
    if (unit === null) return null;
    const [watch, id] = cut(unit);
    return id === null ? unit : this.#known.get(watch)?.unitOf(id) ?? null;
  }
  async #takeMissing({ watch: name, number }, units) {
    const [watch, known] = [watches.find((each) => each.name === name), this.#known.get(name)];
    if (!watch || !known || known.size === number) return;
    const differing = known.differing(await this.#numbers(watch));
    if (differing.length === 0) return;
    const ids = await this.#source.prepared(`catalog between ${name}`, between(watch), [
      Math.min(...differing) * bucketSize,
      (Math.max(...differing) + 1) * bucketSize - 1
    ]);
    for (const unit of known.keepOnly(new Set(ids.map(({ id }) => id)), differing)) units.add(unit);
  }
  async #numbers(watch) {
    const rows = await this.#source.prepared(
      `catalog buckets ${watch.name}`,
      buckets(watch)
    );
    return new Map(rows.map(({ bucket, number }) => [bucket, number]));
  }
};
function cut(text) {
  const at = text.indexOf(" ");
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}
function momentOf(rows) {
  const [oldest = "0", next = "0"] = rows.find(({ watch }) => watch === "moment")?.rows ?? [];
  return { oldest: BigInt(oldest), next: BigInt(next) };
}

// src/catalog/reader.ts
var manyUnits = 400;
var letters = { relation: "r", type: "t", function: "f" };
var unitKinds = ["relation", "type", "function"];
var CatalogReader = class {
  #source;
  #options;
  #queries;
  #journal = new Journal();
  #watcher;
  #units = /* @__PURE__ */ new Map();
  #ignored = "";
  constructor(source, options) {
    this.#source = source;
    this.#options = options;
    const { major } = options;
    this.#queries = {
      everything: everything(major),
      relation: someUnits("relation", major),
      type: someUnits("type", major),
      function: someUnits("function", major)
    };
    this.#watcher = new Watcher(source, major);
  }
  async take() {
    const changes = await this.#watcher.changes();
    if (changes === "everything" || changes.size > manyUnits || this.#ignoresOthers())
      await this.#readEverything();
    else if (changes.size > 0) await this.#readUnits(changes);
    return { journal: this.#journal, position: this.#journal.position };
  }
  async #readEverything() {
    const rows = await this.#source.prepared("catalog everything", this.#queries.everything);
    this.#ignored = String(this.#ignoredNames());
    this.#replace(new Set(this.#units.keys()), rows);
  }
  async #readUnits(units) {
    const rows = [];
    for (const kind of unitKinds) {
      const oids2 = [...units].filter((unit) => unit.startsWith(letters[kind])).map((unit) => unit.slice(1));
      if (oids2.length === 0) continue;
      rows.push(...await this.#source.prepared(`catalog ${kind}`, this.#queries[kind], [oids2]));
    }
    if (this.#hasRename(rows.filter(isFound))) await this.#readEverything();
    else this.#replace(units, rows);
  }
  #replace(units, rows) {
    const gone = new Set(
      [...units].flatMap((unit) => [...this.#units.get(unit)?.values() ?? []].map(keyOf))
    );
    for (const unit of units) this.#units.delete(unit);
    const byUnit = Map.groupBy(withoutTables(rows.filter(isFound), this.#ignoredNames()), ({ unit }) => unit);
    for (const [unit, members] of byUnit) {
      this.#units.set(unit, new Map(members.map((row) => [partOf(row), { kind: row.kind, name: row.name }])));
      for (const row of members) {
        gone.delete(keyOf(row));
        this.#journal.put(toObject(row));
      }
    }
    for (const key of gone) this.#journal.remove(key);
  }
  /** Whether something that was there has another name now, and one that others may spell. */
  #hasRename(rows) {
    return rows.some((row) => {
      const before = this.#units.get(row.unit)?.get(partOf(row));
      return before !== void 0 && before.name !== row.name && !namedByNobody.has(row.kind);
    });
  }
  #ignoresOthers() {
    return this.#ignored !== String(this.#ignoredNames());
  }
  #ignoredNames() {
    return this.#options.ignored().map(({ schema: schema2, name }) => `${quoted(schema2 ?? "public")}.${quoted(name)}`);
  }
};
var namedByNobody = /* @__PURE__ */ new Set(["constraint", "trigger", "rule", "policy"]);
var isFound = (row) => row.unit !== null;
var partOf = ({ unit, part, kind, name }) => unit === "-" ? `${kind} ${name}` : `${kind === "column" ? "column" : ""}${part}`;
var quoted = (name) => /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
function withoutTables(rows, names) {
  const isTable = ({ kind, name }) => kind === "table" && names.includes(name);
  const units = new Set(rows.filter(isTable).map(({ unit }) => unit));
  const isOwned = ({ kind, parent_name }) => kind === "sequence" && names.some((name) => parent_name?.startsWith(`${name}.`));
  return rows.filter((row) => !units.has(row.unit) && !isOwned(row));
}
function toObject({ kind, name, parent_kind, parent_name, facts }) {
  const parent = parent_kind !== null && parent_name !== null ? { kind: parent_kind, name: parent_name } : void 0;
  return { kind, name, ...parent ? { parent } : {}, facts: toFacts(facts) };
}

// src/rows/digest.ts
var digestLimit = 16 * 1024 * 1024;
var spelled = `CASE n.nspname WHEN 'public' THEN pg_catalog.quote_ident(c.relname) ELSE pg_catalog.format('%I.%I', n.nspname, c.relname) END`;
var lastWritten = "^(last_?)?(date_?)?(update|updated|modified|changed)(_?(at|on|time|date|ts))?$";
var isLastWritten = `a.atttypid IN ('pg_catalog.timestamp'::pg_catalog.regtype, 'pg_catalog.timestamptz'::pg_catalog.regtype)
    AND a.attname ~* '${lastWritten}'`;
var listTables = `
SELECT ${spelled} AS name, pg_catalog.format('%I.%I', n.nspname, c.relname) AS qualified, n.nspname AS schema, c.relname AS plain,
  (SELECT pg_catalog.string_agg(pg_catalog.format('migrate_check_row.%I', a.attname), ', ' ORDER BY a.attnum)
   FROM pg_catalog.pg_attribute a
   WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND NOT (${isLastWritten})) AS columns
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND pg_catalog.pg_relation_size(c.oid) BETWEEN 1 AND ${digestLimit}
ORDER BY 1`;
async function digestRows(source, ignored) {
  return digest(source, await tables2(source, ignored));
}
async function digestAgain(source, ignored, before, changed) {
  const kept = [...before].filter(([name]) => !changed.has(name));
  const again = (await tables2(source, ignored)).filter(({ name }) => changed.has(name));
  return new Map([...kept, ...await digest(source, again)]);
}
async function tables2(source, ignored) {
  const found = await source.query(listTables);
  return found.filter(
    ({ schema: schema2, plain }) => !ignored.some((table2) => table2.name === plain && (table2.schema ?? "public") === schema2)
  );
}
async function digest(source, found) {
  if (found.length === 0) return /* @__PURE__ */ new Map();
  const rows = await source.query(
    found.map(digestOf).join(" UNION ALL ")
  );
  const filled = rows.filter(({ count }) => count !== "0");
  return new Map(filled.map(({ name, count, hash }) => [name, { count: Number(count), hash }]));
}
function digestOf({ name, qualified, columns }) {
  const hash = `coalesce(sum(pg_catalog.hashtextextended(ROW(${columns ?? ""})::text, 0)::numeric), 0)::text`;
  return `SELECT '${name.replaceAll("'", "''")}' AS name, count(*)::text AS count, ${hash} AS hash FROM ${qualified} migrate_check_row`;
}
function compareRows(before, after) {
  const names = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((table2) => {
    const [old, now] = [before.get(table2), after.get(table2)];
    if (old?.count === now?.count && old?.hash === now?.hash) return [];
    return [
      { table: table2, before: old?.count ?? 0, after: now?.count ?? 0, contentChanged: old?.count === now?.count }
    ];
  });
}

// src/replay/alone-statements.ts
var neverWrapped = /* @__PURE__ */ new Set([
  "AlterDatabaseStmt",
  "AlterSubscriptionStmt",
  "AlterSystemStmt",
  "CallStmt",
  "ClusterStmt",
  "CreateSubscriptionStmt",
  "CreateTableSpaceStmt",
  "CreatedbStmt",
  "DeclareCursorStmt",
  "DiscardStmt",
  "DropSubscriptionStmt",
  "DropTableSpaceStmt",
  "DropdbStmt",
  "ExecuteStmt",
  "LockStmt",
  "ReindexStmt",
  "TransactionStmt"
]);
var endsTransactions = /\b(?:commit|rollback|call)\b/i;
function mayBeWrapped(statement2) {
  if (neverWrapped.has(statement2.kind)) return false;
  if (statement2.kind === "DoStmt") return !endsTransactions.test(statement2.text);
  if (statement2.kind === "VariableSetStmt")
    return statement2.node.is_local !== true && statement2.node.kind !== "VAR_SET_MULTI";
  return !actionsOf(statement2).some(
    (action) => action.does === "vacuum" || "concurrently" in action && action.concurrently === true
  );
}
function waitPointsOf(statement2) {
  if (statement2.kind !== "ClusterStmt") return actionsOf(statement2).flatMap(waitPoints);
  const { relation: relation2 } = statement2.node;
  return relation2 ? [table(relationName(relation2), "ROW EXCLUSIVE")] : [];
}
var table = (on, mode) => ({ on, kind: "table", mode });
var tableOfIndex = (on) => ({ on, kind: "index", mode: "ROW EXCLUSIVE" });
function waitPoints(action) {
  switch (action.does) {
    // Waits for everybody who writes to the table, after it has taken its own lock (WaitForLockers).
    case "create index":
      return [table(action.table, "ROW EXCLUSIVE")];
    case "reindex":
      if (!action.name || !["table", "index"].includes(action.of)) return [];
      return [action.of === "table" ? table(action.name, "ROW EXCLUSIVE") : tableOfIndex(action.name)];
    case "drop":
      return action.kind === "index" ? [tableOfIndex(action.name)] : [];
    // First for everybody on the parent, then, in a second transaction, for its strongest lock on the partition.
    case "detach partition":
      return [table(action.table, "ROW EXCLUSIVE"), table(action.partition, "ACCESS SHARE")];
    // Waits for nobody but those who have the same lock.
    case "vacuum":
      return action.tables.map((name) => table(name, "SHARE UPDATE EXCLUSIVE"));
    default:
      return [];
  }
}

// src/replay/outside-look.ts
import { setTimeout as pause } from "node:timers/promises";

// src/replay/parked.ts
var Parked = class {
  #database;
  #backend;
  constructor(database2) {
    this.#database = database2;
  }
  /** Process id of the backend that holds the lock; undefined while none is held. */
  get backend() {
    return this.#backend;
  }
  /** Takes the lock at once or not at all. Names mean what they mean on this search path. */
  async park({ on, kind, mode }, searchPath) {
    try {
      await this.#database.query("BEGIN");
      await this.#database.query("SELECT set_config('search_path', $1, true)", [searchPath]);
      const name = kind === "table" ? quoted2(on) : await this.#tableOf(on);
      await this.#database.query(`LOCK TABLE ONLY ${name} IN ${mode} MODE NOWAIT`);
      const [own] = await this.#database.query("SELECT pg_backend_pid() AS pid");
      this.#backend = own?.pid;
      return this.#backend !== void 0;
    } catch {
      await this.letGo();
      return false;
    }
  }
  /** Ends the transaction; never throws, as a session that is gone holds nothing. */
  async letGo() {
    this.#backend = void 0;
    await this.#database.query("ROLLBACK").catch(() => this.#database.close());
  }
  async #tableOf(index2) {
    const [row] = await this.#database.query(
      "SELECT indrelid::regclass::text AS name FROM pg_index WHERE indexrelid = to_regclass($1)",
      [quoted2(index2)]
    );
    if (!row) throw new Error(`There is no index ${index2.name}`);
    return row.name;
  }
};
var quoted2 = ({ schema: schema2, name }) => [...schema2 === void 0 ? [] : [schema2], name].map((part) => `"${part.replaceAll('"', '""')}"`).join(".");

// src/replay/outside-look.ts
var patienceMs = 2e3;
var hurryMs = 200;
var paceMs = 5;
var question = `SELECT coalesce(jsonb_agg(jsonb_build_array(relation::oid::int8, mode))
    FILTER (WHERE locktype = 'relation' AND relation >= 16384
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())), '[]') AS locks,
  pg_blocking_pids($1) AS blockers
FROM pg_locks WHERE pid = $1`;
var OutsideLook = class {
  #watcher;
  #database;
  #parked = [];
  constructor(database2) {
    this.#database = database2;
    this.#watcher = database2.beside();
  }
  /** Parks at all of the points or at none. Resolves when everything is in place. */
  async begin(statement2, points) {
    while (this.#parked.length < points.length) this.#parked.push(new Parked(this.#database.beside()));
    const parked = this.#parked.slice(0, points.length);
    const taken = [];
    for (const [at, point] of points.entries())
      taken.push(await parked[at]?.park(point, statement2.searchPath) === true);
    const all = points.length > 0 && taken.every(Boolean);
    if (!all) await Promise.all(parked.map((one) => one.letGo()));
    await this.#ask(statement2.pid);
    const watch = new Watch(() => this.#ask(statement2.pid), all ? parked : []);
    return { way: "outside", end: () => watch.end() };
  }
  async #ask(pid) {
    const [row] = await this.#watcher.prepared("locks of another", question, [pid]);
    return row ?? { locks: [], blockers: [] };
  }
};
var Watch = class {
  #ask;
  #parked;
  /** Seen while it stood still, and seen in passing: the latter is luck, and only worth something where there is nothing else. */
  #standing = /* @__PURE__ */ new Map();
  #passing = /* @__PURE__ */ new Map();
  #running;
  #met = 0;
  #ended = false;
  constructor(ask, parked) {
    this.#ask = ask;
    this.#parked = parked;
    this.#running = this.#run();
  }
  async end() {
    this.#ended = true;
    await this.#letGo();
    await this.#running;
    const complete = this.#isComplete();
    const locks = complete ? this.#standing : new Map([...this.#passing, ...this.#standing]);
    return { locks: [...locks.values()], complete };
  }
  #isComplete() {
    return this.#parked.length > 0 && this.#met === this.#parked.length;
  }
  async #run() {
    const since = performance.now();
    try {
      while (!this.#ended && !this.#isComplete()) {
        await this.#step();
        const waited = performance.now() - since;
        if (waited > patienceMs) await this.#letGo();
        if (waited > hurryMs) await pause(paceMs);
      }
    } catch {
      await this.#letGo();
    }
  }
  async #step() {
    const { locks, blockers } = await this.#ask();
    note(this.#passing, locks);
    const reached = this.#parked.filter(({ backend }) => backend !== void 0 && blockers.includes(backend));
    if (reached.length === 0) return;
    note(this.#standing, (await this.#ask()).locks);
    this.#met += reached.length;
    await Promise.all(reached.map((one) => one.letGo()));
  }
  async #letGo() {
    await Promise.all(this.#parked.filter(({ backend }) => backend !== void 0).map((one) => one.letGo()));
  }
};
function note(into, locks) {
  for (const [oid, word] of locks) into.set(`${oid} ${word}`, { oid, mode: modeOf(word) });
}
function modeOf(word) {
  const plain = word.replace(/Lock$/, "").toUpperCase();
  const mode = lockModes.find((one) => one.replaceAll(" ", "") === plain);
  if (!mode) throw new Error(`PostgreSQL names a lock that nobody knows: ${word}`);
  return mode;
}

// src/replay/alone.ts
var shortestTimeoutMs = 200;
function observeAlone(database2) {
  const look = new OutsideLook(database2);
  return async (statement2) => {
    await loadSql();
    const { statements, errors } = parseSql(statement2.sql);
    if (errors.length === 0 && statements.every(mayBeWrapped)) return { way: "inside" };
    const points = isPatient(statement2) && statements.length === 1 ? statements.flatMap(waitPointsOf) : [];
    return look.begin(statement2, points);
  };
}
var isPatient = ({ lockTimeoutMs, statementTimeoutMs }) => [lockTimeoutMs, statementTimeoutMs].every((limit2) => limit2 === 0 || limit2 >= shortestTimeoutMs);

// src/replay/checkpoint.ts
var Checkpoint = class {
  #parts;
  #database;
  #applied = 0;
  /** Those that the server had before the first revision, and those that the revisions applied here have made. */
  #roles;
  constructor(parts, roles) {
    this.#parts = parts;
    this.#roles = roles;
  }
  /**
   * Catches up with these revisions, of which the earlier ones are those of the last call, after the roles that a
   * database now dropped has made are gone. Returns the moves it took; throws Unrepeatable.
   */
  async advance(applied) {
    this.#database ??= await this.#make();
    await this.#parts.server.dropRolesBut(this.#roles);
    const missing = applied.slice(this.#applied);
    for (const revision of missing) {
      const run2 = { database: this.#database.address, timeoutMs: this.#parts.timeoutMs };
      const move = await this.#parts.session.move("upgrade", revision, run2);
      if (move.failure) throw new Unrepeatable(move);
      this.#applied += 1;
    }
    await this.#parts.session.release();
    this.#roles = await this.#parts.server.roles();
    return missing.length;
  }
  async copy() {
    if (!this.#database) throw new Error("A checkpoint is copied after it was advanced");
    await this.#database.close();
    return this.#parts.server.create(this.#database);
  }
  async drop() {
    if (this.#database) await this.#parts.server.drop(this.#database);
  }
  async #make() {
    const database2 = await this.#parts.server.create();
    await this.#parts.prepare(database2);
    return database2;
  }
};
var Unrepeatable = class extends Error {
  name = "Unrepeatable";
  constructor({ revision, failure }) {
    super(`the upgrade of ${revision} worked once and failed when it was repeated: ${failure?.message}`);
  }
};

// src/sql/values.ts
var literal = /^(?:\$(?!\d)|(?:[benx]|u&)?')/i;
function withoutValues(sql) {
  const tokens = tokensOf(sql);
  if (!tokens) return `${/^\W*(\w*)/.exec(sql)?.[1] ?? ""} ...`;
  let text = "";
  let at = 0;
  for (const { text: token, start, end, comment: comment2 } of tokens) {
    text += sql.slice(at, start);
    text += comment2 ? " " : literal.test(token) ? "'...'" : token;
    at = end;
  }
  return text + sql.slice(at);
}

// src/sql/housekeeping.ts
function isHousekeeping(sql) {
  const { statements, errors } = parseSql(sql);
  return errors.length === 0 && statements.every(keepsHouse);
}
function keepsHouse(statement2) {
  switch (statement2.kind) {
    case "ClosePortalStmt":
    case "DeallocateStmt":
    case "DiscardStmt":
    case "FetchStmt":
    case "UnlistenStmt":
    case "VariableShowStmt":
      return true;
    case "TransactionStmt":
      return !/PREPARE/.test(statement2.node.kind ?? "");
    case "VariableSetStmt":
      return statement2.node.kind === "VAR_RESET_ALL" || written2.has(statement2.node.name?.toLowerCase() ?? "");
    case "SelectStmt":
      return asksOnlyTheSystem(statement2.node);
    default:
      return false;
  }
}
var written2 = /* @__PURE__ */ new Set([
  "bytea_output",
  "client_encoding",
  "datestyle",
  "default_transaction_deferrable",
  "default_transaction_isolation",
  "default_transaction_read_only",
  "extra_float_digits",
  "intervalstyle",
  "jit",
  "session characteristics",
  "transaction"
]);
var telling = /^(?:array_agg|coalesce|col_description|count|current_\w+|format_type|generate_(?:series|subscripts)|json_build_object|max|min|obj_description|pg_advisory_unlock_all|pg_backend_pid|pg_get_\w+|pg_\w+_is_visible|to_reg\w+|unnest|version)$/;
function asksOnlyTheSystem(select) {
  const own = new Set([...named(select, "CommonTableExpr")].map(({ ctename }) => ctename));
  return [...named(select, "RangeVar")].every(
    ({ schemaname, relname = "" }) => ofSystem.test(schemaname ?? relname) || own.has(relname)
  ) && [...named(select, "FuncCall")].every(({ funcname, args }) => tells(texts(funcname), args)) && ["InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt", "intoClause", "LockingClause"].every(
    (kind) => under(select, kind).next().done
  );
}
var ofSystem = /^(?:pg_|information_schema$)/;
function tells(name, args) {
  const [schema2] = name.length > 1 ? name : ["pg_catalog"];
  const last = name.at(-1) ?? "";
  if (schema2 !== "pg_catalog") return false;
  return telling.test(last) || last === "set_config" && written2.has(constant(args?.[0]));
}
function constant(node) {
  return nodeOf(node, "A_Const")?.sval?.sval ?? "";
}
var named = (tree, kind) => under(tree, kind);

// src/replay/unlisted.ts
var ours = "/* migrate_check */";
var cutOff = / \/\* cut off here: \d+ characters in all \*\/$/;
var declares = /^DECLARE\s[^;]*?\sCURSOR\s[^;]*?\bFOR\s+/i;
function compareSent(logged, listed) {
  const patterns = patternsOf(listed);
  const sent = logged.map(({ sql }) => sql).filter((sql) => !sql.startsWith(ours));
  const left = sent.filter((sql) => !takeExact(patterns, sql));
  const past = left.filter((sql) => !takeAlike(patterns, sql));
  return { unlisted: past.filter((sql) => !isHousekeeping(sql)), found: sent.length - past.length };
}
function patternsOf(listed) {
  const patterns = /* @__PURE__ */ new Map();
  for (const { sql, sets = 1 } of listed) {
    const text = sql.trim();
    const known = patterns.get(text);
    if (known) known.left += sets;
    else
      patterns.set(text, {
        // The driver may have put values in the place of parameters, and sent several sets as one.
        pieces: text.replace(cutOff, "").split(/\$\d+/),
        isCut: cutOff.test(text),
        left: sets
      });
  }
  return patterns;
}
function takeExact(patterns, sql) {
  const pattern = patterns.get(sql.trim());
  return pattern !== void 0 && take(pattern);
}
function takeAlike(patterns, sql) {
  const text = sql.trim().replace(declares, "");
  for (const pattern of patterns.values())
    if (pattern.left > 0 && isAlike(text, pattern)) return take(pattern);
  return false;
}
function take(pattern) {
  if (pattern.left === 0) return false;
  pattern.left -= 1;
  return true;
}
function isAlike(text, { pieces, isCut }) {
  const first = pieces[0] ?? "";
  const last = isCut ? "" : pieces.at(-1) ?? "";
  if (pieces.length === 1) return isCut ? text.startsWith(first) : text === first;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, isCut ? void 0 : -1)) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at + last.length <= text.length;
}

// src/replay/cross-check.ts
var shown2 = 3;
var longest2 = 160;
var CrossCheck = class {
  /** What could not be seen, each once. */
  #notObserved = /* @__PURE__ */ new Map();
  #log;
  #session;
  constructor(log, session) {
    this.#log = log;
    this.#session = session;
    if ("why" in log) this.#notCompared(log.why);
  }
  get notObserved() {
    return [...this.#notObserved.values()];
  }
  /** What was sent so far belongs to no move. */
  async begin(database2) {
    await this.#take(database2);
    this.#session.takeAround();
  }
  /**
   * Called after each move, before anybody else makes one there: what the server was sent and the move does not list.
   * Where the log cannot be read it is what the tool has noticed.
   */
  async unlistedIn(move, database2) {
    const { ways = [] } = move.unlisted ?? {};
    const compared = await this.#compare(move, database2);
    if (compared === "nothing was told") return void 0;
    if (compared === "not compared") return move.unlisted;
    if (compared.length === 0) return void 0;
    const sent = { count: compared.length, texts: [...new Set(compared.map(brief))] };
    this.#note(sentence(move, sent));
    return { sent: { ...sent, texts: sent.texts.slice(0, shown2) }, ways };
  }
  async #compare(move, database2) {
    const logged = await this.#take(database2);
    const around2 = this.#session.takeAround();
    if (!isListed(move)) return "nothing was told";
    if (!logged) return "not compared";
    if (!around2) return this.#notCompared("env.py sends more statements than are kept");
    await loadSql();
    const { unlisted, found } = compareSent(logged, [...around2, ...move.statements]);
    if (found === 0 && move.statements.length > 0 && !move.failure)
      return this.#notCompared("it does not have those that are listed");
    return unlisted;
  }
  async #take(database2) {
    if ("why" in this.#log) return void 0;
    try {
      return await this.#log.take(database2);
    } catch (error) {
      if (error instanceof SetupError) throw error;
      this.#notCompared(error instanceof Error ? error.message : String(error));
      return void 0;
    }
  }
  #notCompared(why) {
    const sentence2 = "whether all statements are listed was not compared with the log of the server";
    this.#note({ what: "log", why: `${sentence2}: ${why}` });
    return "not compared";
  }
  #note(one) {
    this.#notObserved.set(JSON.stringify(one), one);
  }
};
var isListed = ({ failure }) => failure === void 0 || !["timed-out", "exited"].includes(failure.reason);
function sentence({ direction, revision }, { count, texts: texts3 }) {
  const more = texts3.length > shown2 ? ` and ${texts3.length - shown2} more` : "";
  const what = count === 1 ? "a statement" : `${count} statements`;
  return {
    what: "statements",
    revision,
    why: `during its ${direction} the server was sent ${what} that nobody has listed: ${texts3.slice(0, shown2).join("; ")}${more}`
  };
}
function brief(sql) {
  const text = withoutValues(sql.slice(0, 100 * longest2)).replace(/\s+/g, " ").trim();
  return text.length > longest2 ? `${text.slice(0, longest2)}...` : text;
}

// src/replay/row-statements.ts
var definitions = /^\s*(?:alter|drop|comment|grant|revoke|set|reset|show|begin|commit|rollback|savepoint|release|create\s+(?!table\b|materialized\b)|create\s+table\b(?!.*\bas\b))/is;
var several = /;\s*\S/;
var mayChangeRows = ({ sql, place }) => place !== void 0 && (!definitions.test(sql) || several.test(sql));

// src/sql/same.ts
var places = /* @__PURE__ */ new Set(["location", "list_start", "list_end", "rexpr_list_start", "rexpr_list_end"]);
var sameTree = (one, other) => spelled2(one) === spelled2(other);
var spelled2 = (tree) => JSON.stringify(tree, (key, value2) => places.has(key) ? void 0 : value2);

// src/sql/rewrite.ts
var longest3 = 2e4;
function certain(statement2, rewrite) {
  if (statement2.kind !== "UpdateStmt" && statement2.kind !== "DeleteStmt") return void 0;
  if (statement2.text.length > longest3 || isJoined(statement2)) return void 0;
  try {
    return rewrite(statement2, draft(statement2.text));
  } catch {
    return void 0;
  }
}
function isJoined({ kind, node }) {
  const others2 = kind === "UpdateStmt" ? node.fromClause : node.usingClause;
  return others2 !== void 0 || node.withClause !== void 0 || node.returningClause !== void 0;
}
function only(sql) {
  const { statements, errors } = parseSql(sql);
  return statements.length === 1 && errors.length === 0 ? statements[0] : void 0;
}
function sourceOf2(tree) {
  const [source] = tree.table ?? [];
  if (!source) throw new Error("no table");
  return { db: source.db, table: source.table, as: source.as };
}
function isSelection(node, target, last) {
  const select = node;
  const [from, ...more] = select?.fromClause ?? [];
  const wanted = [
    ...conditions2(target.node.whereClause),
    ...last === void 0 ? [] : [parsedCondition(last)]
  ];
  const found = conditions2(select?.whereClause).filter((one) => !isTrue(one));
  return more.length === 0 && sameTree(nodeOf(from, "RangeVar"), target.node.relation) && sameTree(
    found,
    wanted.filter((one) => !isTrue(one))
  );
}
var isTrue = (node) => nodeOf(node, "A_Const")?.boolval?.boolval === true;
var conditions2 = (node) => {
  if (!node) return [];
  const joined2 = nodeOf(node, "BoolExpr");
  return joined2?.boolop === "AND_EXPR" ? (joined2.args ?? []).flatMap(conditions2) : [node];
};
function parsedCondition(sql) {
  const statement2 = only(`SELECT WHERE ${sql}`);
  return statement2?.kind === "SelectStmt" ? statement2.node.whereClause : void 0;
}
function parametersOf(tree) {
  const found = [...under(tree, "ParamRef")];
  return new Set(found.map(({ number = 0 }) => number));
}
var lastParameter = (tree) => Math.max(0, ...parametersOf(tree));

// src/sql/batches.ts
var batchRows = 1e4;
function batchesOf(statement2, key) {
  return certain(statement2, (target, tree) => {
    if (key.length === 0 || dependsOnItself(target, key)) return void 0;
    const deletes = target.kind === "DeleteStmt";
    const first = batch(target, tree, key);
    const next = deletes ? first : batch(target, tree, key, lastParameter(target.node));
    return first === void 0 || next === void 0 ? void 0 : { first, next };
  });
}
function dependsOnItself(target, key) {
  const name = target.node.relation?.relname;
  const readsItself = [...under(target.node, "relname")].filter((one) => one === name).length > 1;
  return readsItself || (target.kind === "DeleteStmt" ? choosesAnew(target) : writesTo(target, key));
}
var steady = new Set(
  "now lower upper length char_length btrim ltrim rtrim replace substring left right date_trunc date_part extract abs array_length cardinality jsonb_typeof jsonb_array_length".split(
    " "
  )
);
var choosesAnew = (target) => [...under(target.node, "FuncCall")].some(({ funcname }) => !steady.has(texts(funcname).at(-1) ?? ""));
function writesTo(target, key) {
  const set = "targetList" in target.node ? target.node.targetList : void 0;
  return nodesOf(set, "ResTarget").some(({ name = "" }) => key.includes(name));
}
function batch(target, tree, key, after) {
  const columns = key.map((column2) => `"${column2.replaceAll('"', '""')}"`);
  const tuple = columns.length > 1 ? `(${columns.join(", ")})` : columns.join();
  const list = columns.join(", ");
  const deletes = target.kind === "DeleteStmt";
  const last = after === void 0 ? void 0 : `${tuple} > ${lastKey(key.length, after)}`;
  const pattern = draft(
    `${deletes ? "DELETE FROM t" : "UPDATE t SET c = 1"} WHERE ${tuple} IN (SELECT ${list} FROM t WHERE true${last === void 0 ? "" : ` AND ${last}`} ORDER BY ${list} LIMIT ${batchRows}) ${deletes ? "" : `RETURNING ${list}`}`
  );
  fill(pattern, tree);
  const sql = written(pattern);
  return isBatch(only(sql), target, last) ? sql : void 0;
}
var lastKey = (columns, after) => `(${Array.from({ length: columns }, (_, at) => `$${after + at + 1}`).join(", ")})`;
function fill(pattern, tree) {
  const inner = pattern.where?.right?.value?.[0]?.ast;
  if (!inner) throw new Error("no subquery");
  pattern.table = tree.table ?? [];
  pattern.from = tree.from;
  pattern.set = tree.set;
  inner.from = [sourceOf2(tree)];
  if (!tree.where) return;
  const condition = { ...tree.where, parentheses: true };
  if (inner.where?.left) inner.where.left = condition;
  else inner.where = condition;
}
function isBatch(batched, target, last) {
  if (batched?.kind !== target.kind) return false;
  const { node } = batched;
  const inner = nodeOf(nodeOf(node.whereClause, "SubLink")?.subselect, "SelectStmt");
  const sameSet = !("targetList" in target.node) || sameTree(node.targetList, target.node.targetList);
  return sameTree(node.relation, target.node.relation) && sameSet && isSelection(inner, target, last);
}

// src/sql/count.ts
function countOf(statement2) {
  return certain(statement2, (target, tree) => {
    const count = {
      ...draft("SELECT count(*) FROM t"),
      from: [sourceOf2(tree)],
      where: tree.where ?? null
    };
    const sql = written(count);
    return isSelection(only(sql)?.node, target) ? sql : void 0;
  });
}
function trialOf(sql) {
  const { statements } = parseSql(sql);
  const used = parametersOf(statements);
  if (used.size === 0) return sql;
  const types2 = Array.from(
    { length: lastParameter(statements) },
    (_, at) => used.has(at + 1) ? "unknown" : "text"
  );
  return `PREPARE migrate_check_trial (${types2.join(", ")}) AS ${sql}`;
}

// src/replay/trial-candidates.ts
var mayBeCandidate = ({ sql, trace }) => trace !== void 0 && /\b(?:update|delete)\b/i.test(sql);
function candidateOf(statement2) {
  if (!mayBeCandidate(statement2)) return void 0;
  const { statements, errors } = parseSql(statement2.sql);
  const [command, ...more] = statements;
  if (!command || more.length > 0 || errors.length > 0) return void 0;
  if (command.kind !== "UpdateStmt" && command.kind !== "DeleteStmt") return void 0;
  const table2 = tableOf(statement2, command);
  return table2 && movesNoSequence(statement2.sql) ? { command, table: table2 } : void 0;
}
function tableOf({ trace }, { node }) {
  const { schemaname, relname } = node.relation ?? {};
  return [...trace?.locks ?? [], ...trace?.scanned ?? [], ...trace?.written ?? []].map(({ relation: relation2 }) => relation2).find(
    ({ schema: schema2, name, kind, existed }) => existed && name === relname && (schemaname === void 0 || schema2 === schemaname) && (kind === "table" || kind === "partitioned table")
  );
}
var movesNoSequence = (sql) => !/\b(?:nextval|setval)\b/i.test(sql);

// src/replay/trials.ts
var most2 = 20;
var questionMs = 1e3;
var budgetMs = 5e3;
var longest4 = 2e3;
var keyQuery = `SELECT a.attname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
WHERE i.indrelid = $1::regclass AND i.indisprimary AND (c.relkind = 'p' OR NOT c.relhassubclass)
ORDER BY array_position(i.indkey::int2[], a.attnum)`;
var Trials = class {
  #database;
  constructor(database2) {
    this.#database = database2;
  }
  /** The move with what has stood its trial. Whatever fails, or is not over in time, is no suggestion. */
  async of(move) {
    if (!move.statements.some(mayBeCandidate)) return move;
    await loadSql();
    const until = performance.now() + budgetMs;
    const known = /* @__PURE__ */ new Map();
    const statements = [];
    for (const statement2 of move.statements) {
      const { sql } = statement2;
      const mayTry = known.size < most2 && performance.now() < until;
      if (mayTry && !known.has(sql)) known.set(sql, await this.#try(statement2));
      const trial = known.get(sql);
      statements.push(trial ? { ...statement2, trial } : statement2);
    }
    return { ...move, statements };
  }
  async #try(statement2) {
    const candidate = candidateOf(statement2);
    const count = candidate && countOf(candidate.command);
    if (!candidate || count === void 0) return void 0;
    try {
      await this.#begin(candidate.table);
      if (!await this.#succeeds(count)) return void 0;
      const key = await this.#keyOf(candidate.table);
      const batches = batchesOf(candidate.command, key);
      const both = batches && await this.#succeeds(batches.first) && await this.#succeeds(batches.next);
      return both ? { count, batches: { ...batches, key } } : { count };
    } catch {
      return void 0;
    } finally {
      await this.#database.query("ROLLBACK").catch(() => void 0);
    }
  }
  /** Names mean what they meant to the statement. */
  async #begin({ schema: schema2 }) {
    await this.#database.query(
      `BEGIN; SET LOCAL statement_timeout = ${questionMs}; SET LOCAL lock_timeout = ${questionMs}`
    );
    const path = [schema2, "public"].map(quoteIdent).join(", ");
    await this.#database.query("SELECT set_config('search_path', $1, true)", [path]);
  }
  async #keyOf(table2) {
    const rows = await this.#database.query(keyQuery, [quoteName(table2)]);
    return rows.map(({ name }) => name);
  }
  async #succeeds(sql) {
    if (!isReadable2(sql)) return false;
    const trial = trialOf(sql);
    try {
      await this.#database.query(`SAVEPOINT trial; ${trial}`);
      if (trial !== sql) await this.#database.query("DEALLOCATE ALL");
      return true;
    } catch {
      await this.#database.query("ROLLBACK TO trial");
      return false;
    }
  }
};
var isReadable2 = (sql) => sql.length <= longest4 && !new RegExp("\\p{Cc}", "u").test(sql);

// src/replay/workbench.ts
var Workbench = class _Workbench {
  /** In the order they were applied. */
  applied = [];
  recoveries = { count: 0, moves: 0 };
  remarks = [];
  #parts;
  #checkpoint;
  #crossCheck;
  #roles;
  #database;
  #reader;
  #observe;
  #trials;
  /** Of the database as it is; absent after a move that nobody has looked at. */
  #now;
  /** The last look, as long as rows can only be others where the catalog is. */
  #before;
  #versionsNow;
  #last = "";
  constructor(parts, database2, roles) {
    this.#parts = parts;
    this.#database = database2;
    this.#reader = this.#readerOf(database2);
    this.#observe = observeAlone(database2);
    this.#trials = new Trials(database2.beside());
    this.#checkpoint = new Checkpoint(parts, roles);
    this.#roles = roles;
    this.#crossCheck = new CrossCheck(parts.server.log, parts.session);
  }
  static async open(parts) {
    const roles = await parts.server.roles();
    const database2 = await parts.server.create();
    await parts.prepare(database2);
    const bench = new _Workbench(parts, database2, roles);
    await bench.#crossCheck.begin(database2);
    return bench;
  }
  /** What went past whoever lists statements. */
  get notObserved() {
    return this.#crossCheck.notObserved;
  }
  /** The database as it is now; looks only when something has happened since the last look. */
  async now() {
    this.#now ??= await this.#look();
    return this.#now;
  }
  /** Who holds a lock after a move has ended is a session that was never closed: it is ended. */
  async #look() {
    try {
      return await this.#read();
    } catch (error) {
      if (codeOf(error) !== lockTimeout) throw error;
      this.remarks.push({
        kind: "session-left-open",
        text: `the ${this.#last} left a session open that holds locks; it was ended`
      });
      await this.#parts.session.release();
      return await this.#read();
    }
  }
  async #read() {
    const snapshot = await this.#reader.take();
    const rows = await this.#rows(snapshot);
    this.#before = { snapshot, rows };
    this.#versionsNow ??= await this.#versions();
    return { snapshot, rows, versions: this.#versionsNow };
  }
  async #rows(snapshot) {
    const ignored = [this.#parts.session.versionTable];
    const before = this.#before;
    if (!before) return digestRows(this.#database, ignored);
    const changed = changedTables(before.snapshot, snapshot);
    return changed.size === 0 || before.rows.size === 0 ? before.rows : digestAgain(this.#database, ignored, before.rows, changed);
  }
  /** Makes one move. One that ends well and is not in the version table afterwards is a failure. */
  async move(direction, revision) {
    this.#last = `${direction} of ${revision}`;
    const made = await this.#parts.session.move(direction, revision, {
      ...this.#run(),
      observe: this.#observe
    });
    const [unlisted, versions] = await Promise.all([
      this.#crossCheck.unlistedIn(made, this.#database),
      made.failure ? void 0 : this.#versions()
    ]);
    const { unlisted: _noticed, ...listed } = made;
    const move = { ...listed, ...unlisted ? { unlisted } : {} };
    const mayHaveChanged = move.failure !== void 0 || move.statements.some(mayChangeRows);
    this.#forget(mayHaveChanged || unlisted !== void 0 || this.#isRemarkedUpon());
    if (move.failure || !versions) return move;
    this.#versionsNow = versions;
    if (versions.includes(revision) !== (direction === "upgrade"))
      return { ...move, failure: notApplied(direction, revision) };
    if (direction === "upgrade") this.applied.push(revision);
    else this.applied.splice(this.applied.lastIndexOf(revision), 1);
    return move;
  }
  /** The move that was made last, with what its statements might be replaced by. */
  tryOut(move) {
    return this.#trials.of(move);
  }
  /** Whether somebody may send statements that nobody lists. */
  #isRemarkedUpon() {
    return this.#parts.session.remarks.some(({ kind }) => hiding.has(kind));
  }
  /** What was seen holds no longer; rows do where only definitions were sent. */
  #forget(rowsMayHaveChanged) {
    this.#now = void 0;
    this.#versionsNow = void 0;
    if (rowsMayHaveChanged) this.#before = void 0;
  }
  /** The project's models against the database as it is. */
  async compareModels() {
    const { session } = this.#parts;
    return await session.compareModels?.(this.#run()) ?? { why: "the tool knows no models" };
  }
  async upgradeToHeads(moves) {
    const run2 = this.#run();
    this.#forget(true);
    return this.#parts.session.upgradeToHeads({ ...run2, timeoutMs: run2.timeoutMs * Math.max(1, moves) });
  }
  /** After a failed move: unless everything is as it was at `look`, a database where it is takes this one's place. */
  async restore(look, failure) {
    const cut2 = ["timed-out", "exited", "disconnected"].includes(failure.reason);
    if (cut2 || !await this.#isAt(look)) await this.rebuild();
  }
  /** Replaces the database by a new one with exactly the applied revisions. Costs one copy and the moves since the last time. Throws Unrepeatable: then there is no database any more. */
  async rebuild() {
    await this.#leave();
    await this.#parts.server.drop(this.#database);
    this.recoveries.count += 1;
    this.recoveries.moves += await this.#checkpoint.advance(this.applied);
    this.#adopt(await this.#checkpoint.copy());
  }
  /** Replaces the database by a new one before the first revision, on a server without anything of the history. Nothing can be rebuilt after that. */
  async restart() {
    const { server: server2, prepare: prepare2 } = this.#parts;
    await this.#leave();
    await server2.drop(this.#database);
    await this.#checkpoint.drop();
    await server2.dropRolesBut(this.#roles);
    const database2 = await server2.create();
    await prepare2(database2);
    this.applied.length = 0;
    this.#adopt(database2);
  }
  /** Looks through a session that was opened just now. */
  async lookAfresh() {
    await this.#leave();
    this.#reader = this.#readerOf(this.#database);
    this.#forget(true);
    return this.now();
  }
  #adopt(database2) {
    this.#database = database2;
    this.#reader = this.#readerOf(database2);
    this.#observe = observeAlone(database2);
    this.#trials = new Trials(database2.beside());
    this.#forget(true);
  }
  async #leave() {
    await this.#parts.session.release();
    await this.#database.close();
  }
  async #isAt(look) {
    const now = await this.now();
    const { catalog, rows } = compareLooks(look, now);
    return catalog.length === 0 && rows.length === 0 && String(look.versions) === String(now.versions);
  }
  #run() {
    return { database: this.#database.address, timeoutMs: this.#parts.timeoutMs };
  }
  #readerOf(database2) {
    return new CatalogReader(database2, {
      major: this.#parts.server.facts.major,
      ignored: () => [this.#parts.session.versionTable]
    });
  }
  async #versions() {
    const { schema: schema2, name, column: column2 } = this.#parts.session.versionTable;
    const table2 = [schema2 ?? "public", name].map((part) => `"${part.replaceAll('"', '""')}"`).join(".");
    try {
      const rows = await this.#database.prepared(
        `versions in ${name}`,
        `SELECT ${column2} AS id FROM ${table2} ORDER BY 1`
      );
      return rows.map(({ id }) => id);
    } catch (error) {
      if (isUndefinedTable(error)) return [];
      throw error;
    }
  }
};
function compareLooks(before, after) {
  return { catalog: compare(before.snapshot, after.snapshot), rows: compareRows(before.rows, after.rows) };
}
var schemaAround = (before, after) => around(before.snapshot, after.snapshot);
var hiding = /* @__PURE__ */ new Set([
  "raw-connection",
  "raw-cursor",
  "child-process",
  "statements-cut"
]);
var lockTimeout = "55P03";
function codeOf(error) {
  return error instanceof Error && "code" in error ? error.code : void 0;
}
var isUndefinedTable = (error) => ["42P01", "3F000"].includes(String(codeOf(error)));
function notApplied(direction, revision) {
  const found = direction === "upgrade" ? "does not name it" : "still names it";
  return {
    reason: "not-applied",
    error: "NotApplied",
    message: `the ${direction} of ${revision} ended without an error, but the version table ${found}: nothing was committed`,
    calledFrom: []
  };
}

// src/replay/chain.ts
async function walkChain(bench, clean, tick) {
  const top = await bench.now();
  const below = bench.applied.length - clean.revisions.length;
  const down = [];
  for (const revision of clean.revisions.toReversed()) {
    tick("downgrade", revision);
    const move = await bench.move("downgrade", revision);
    if (move.failure)
      return {
        down,
        reached: reachOf(down),
        failure: move,
        stopped: stop(revision, "its downgrade fails here"),
        below: []
      };
    down.push(revision);
  }
  const atFloor = compareLooks(clean.floor, await bench.now()).catalog;
  if (below === 0) return { down, reached: "base", below: atFloor };
  const failure = await up(bench, clean.revisions, tick);
  const lowest = bench.applied[below - 1];
  return {
    down,
    reached: reachOf(down),
    ...lowest === void 0 ? {} : { stopped: stop(lowest, "it does not come back by itself, or was not walked") },
    ...failure ? { failure } : { above: compareLooks(top, await bench.now()).catalog },
    below: atFloor
  };
}
var reachOf = (down) => down.length === 0 ? "nothing" : "part of the way";
var stop = (above, because) => ({ above, because });
async function up(bench, revisions, tick) {
  for (const revision of revisions) {
    tick("upgrade", revision);
    const move = await bench.move("upgrade", revision);
    if (move.failure) return move;
  }
  return void 0;
}

// src/replay/models.ts
async function compareModels(bench, walked, { plan: plan2, graph }) {
  const why = whyNotAtHeads(walked, plan2, graph);
  if (why !== void 0) return { what: "models", why };
  const compared = await bench.compareModels();
  return "why" in compared ? { what: "models", why: compared.why } : compared;
}
function whyNotAtHeads({ stuck, blocked }, plan2, graph) {
  if (stuck !== void 0) return "there is no database at the heads";
  const [first] = blocked;
  if (first !== void 0) return `the heads are not reached: the upgrade of ${first} fails`;
  if (graph.faults.length > 0) return "the revision graph has faults, so nobody knows its heads";
  return plan2.leftOut.some(({ because }) => because === "beyond") ? "models describe the heads, and those are past --to" : void 0;
}

// src/replay/rehearsal.ts
async function rehearse({ bench, graph, goal, moves, from }) {
  const run2 = await bench.upgradeToHeads(moves);
  const found = await bench.lookAfresh();
  return {
    from,
    moves: run2.moves,
    milliseconds: run2.milliseconds,
    output: run2.output,
    ...run2.failure ? { failure: run2.failure } : {},
    expectedHeads: recordedHeads(graph),
    foundHeads: found.versions,
    differences: run2.failure || !goal ? [] : compareLooks(goal, found).catalog
  };
}

// src/replay/round-trip.ts
async function walkRoundTrip(bench, revision, tick) {
  const before = await bench.now();
  const move = (direction) => {
    tick(direction, revision);
    return bench.move(direction, revision);
  };
  const made = await move("upgrade");
  if (made.failure) return cutShort({ revision, upgrade: made }, before, made.failure);
  const first = await bench.now();
  const upgrade = await bench.tryOut(made);
  const did = { effect: compareLooks(before, first).catalog, schema: schemaAround(before, first) };
  const downgrade = await move("downgrade");
  if (downgrade.failure) return cutShort({ revision, upgrade, ...did, downgrade }, first, downgrade.failure);
  const back = compareLooks(before, await bench.now());
  const reupgrade = await move("upgrade");
  const soFar = {
    revision,
    upgrade,
    ...did,
    downgrade,
    trace: back.catalog,
    rowsAfterDowngrade: back.rows,
    reupgrade
  };
  if (reupgrade.failure) {
    bench.applied.push(revision);
    return { roundTrip: soFar, notObserved: [], recovery: { kind: "rebuild" } };
  }
  const again = compareLooks(first, await bench.now());
  const spoilt = hasFault(again.catalog) || again.rows.some((rows) => rows.before !== rows.after);
  return {
    roundTrip: { ...soFar, drift: again.catalog, rowsAfterReupgrade: again.rows },
    notObserved: [],
    ...spoilt ? { recovery: { kind: "rebuild" } } : {}
  };
}
var hasFault = (differences) => differences.some(({ weight }) => weight === "fault");
function isClean({ downgrade, reupgrade, trace, drift }) {
  if (!downgrade || downgrade.failure || !reupgrade || reupgrade.failure) return false;
  return !hasFault(trace ?? []) && !hasFault(drift ?? []);
}
function cutShort(roundTrip, look, failure) {
  const { revision, downgrade } = roundTrip;
  const missing = downgrade ? ["reupgrade"] : ["downgrade", "reupgrade"];
  const why = downgrade ? "the downgrade fails" : "the upgrade fails";
  return {
    roundTrip,
    notObserved: missing.map((what) => ({ what, revision, why })),
    recovery: { kind: "restore", look, failure }
  };
}

// src/replay/walk.ts
async function walk(bench, plan2, graph, tick) {
  const walker = new Walker(bench, new Map(graph.revisions.map((revision) => [revision.id, revision])), tick);
  for (const step of plan2.steps) {
    if (step.kind === "round-trip" || step.kind === "upgrade") await walker.take(step.kind, step.revision);
  }
  return walker.result();
}
var Walker = class {
  #bench;
  #revisions;
  #tick;
  #roundTrips = [];
  #passedThrough = [];
  #notObserved = [];
  #blocked = /* @__PURE__ */ new Map();
  #clean = [];
  #floor;
  #stuck;
  constructor(bench, revisions, tick) {
    this.#bench = bench;
    this.#revisions = revisions;
    this.#tick = tick;
  }
  /** One revision. Once the database cannot be rebuilt, what comes after it cannot be looked at. */
  async take(kind, id) {
    if (this.#stuck !== void 0) {
      this.#notObserved.push({
        what: "revision",
        revision: id,
        why: `the database cannot be rebuilt: ${this.#stuck}`
      });
      return;
    }
    try {
      await this.#take(kind, id);
    } catch (error) {
      if (!(error instanceof Unrepeatable)) throw error;
      this.#stuck = error.message;
      this.#startOver();
    }
  }
  async #take(kind, id) {
    const culprit = this.#culprit(id);
    if (culprit) {
      this.#blocked.set(id, culprit);
      this.#notObserved.push({
        what: "revision",
        revision: id,
        blockedBy: culprit,
        why: `it needs ${culprit}, whose upgrade fails`
      });
    } else if (kind === "round-trip") await this.#roundTrip(id);
    else await this.#passThrough(id);
  }
  async #roundTrip(id) {
    this.#floor ??= await this.#bench.now();
    const { roundTrip, notObserved, recovery } = await walkRoundTrip(this.#bench, id, this.#tick);
    this.#roundTrips.push(roundTrip);
    this.#notObserved.push(...notObserved);
    if (roundTrip.upgrade.failure) this.#blocked.set(id, id);
    else if (isClean(roundTrip)) this.#clean.push(id);
    else this.#startOver();
    if (recovery?.kind === "restore") await this.#bench.restore(recovery.look, recovery.failure);
    else if (recovery) await this.#bench.rebuild();
  }
  /** Nobody looks before it: after one that fails the database is rebuilt, whatever state it is in. */
  async #passThrough(id) {
    this.#tick("upgrade", id);
    const move = await this.#bench.move("upgrade", id);
    this.#passedThrough.push(move);
    this.#startOver();
    if (!move.failure) return;
    this.#blocked.set(id, id);
    await this.#bench.rebuild();
  }
  /** The chain can only go down as far as everything below it is known to come back. */
  #startOver() {
    this.#clean = [];
    this.#floor = void 0;
  }
  #culprit(id) {
    const revision = this.#revisions.get(id);
    return revision && needs(revision).map((need) => this.#blocked.get(need)).find((found) => found !== void 0);
  }
  result() {
    return {
      roundTrips: this.#roundTrips,
      passedThrough: this.#passedThrough,
      notObserved: this.#notObserved,
      ...this.#floor && this.#clean.length > 0 ? { clean: { revisions: this.#clean, floor: this.#floor } } : {},
      blocked: new Set(this.#blocked.keys()),
      ...this.#stuck === void 0 ? {} : { stuck: this.#stuck }
    };
  }
};

// src/replay/replay.ts
async function replay(request) {
  const { server: server2, session, graph, plan: plan2, timeoutMs } = request;
  const bench = await Workbench.open({
    server: server2,
    session,
    timeoutMs,
    prepare: (database2) => prepare(request, database2)
  });
  const tick = ticker(request);
  request.progress.stage(stageOf(plan2));
  const walked = await walk(bench, plan2, graph, tick);
  const goal = walked.stuck === void 0 ? await bench.now() : void 0;
  const models = await compareModels(bench, walked, request);
  const chain = walked.clean && await walkChain(bench, walked.clean, tick);
  const rehearsed = await tryRehearsal({ request, bench, walked, goal, chain });
  return {
    roundTrips: walked.roundTrips,
    passedThrough: walked.passedThrough,
    ...chain ? { chain } : {},
    ..."why" in models ? {} : { models },
    ..."why" in rehearsed ? {} : { rehearsal: rehearsed },
    notObserved: [
      ...walked.notObserved,
      ...bench.notObserved,
      ...[models, rehearsed].filter((one) => "why" in one)
    ],
    remarks: [...session.remarks, ...bench.remarks],
    recoveries: bench.recoveries
  };
}
async function prepare({ session, plan: plan2, baseSql, timeoutMs }, database2) {
  if (baseSql !== void 0) await loadBaseSql(database2, plan2.baseSql ?? "the base file", baseSql);
  await session.stamp(plan2.startAt ?? [], { database: database2.address, timeoutMs });
  await session.release();
}
async function tryRehearsal({
  request,
  bench,
  walked,
  goal,
  chain
}) {
  const { graph, plan: plan2, progress } = request;
  const why = whyNotRehearsed(request, walked);
  if (why) return { what: "rehearsal", why };
  progress.stage("rehearsing one upgrade to the heads");
  const emptied = chain?.reached === "base" && !chain.failure && chain.below.length === 0;
  if (!emptied) await bench.restart();
  const deployed = alreadyDeployed(graph, plan2);
  for (const revision of deployed) {
    const { failure } = await bench.move("upgrade", revision);
    if (failure)
      return {
        what: "rehearsal",
        why: `the upgrade of ${revision} worked once and not again: ${failure.message}`
      };
  }
  const moves = plan2.steps.filter((step) => "revision" in step).length - deployed.length;
  return rehearse({ bench, graph, moves, ...goal ? { goal } : {}, from: emptied ? "chain" : "new" });
}
function alreadyDeployed(graph, plan2) {
  const trips = roundTripsIn(plan2);
  if (trips.length === 0) return [];
  const affected = withDescendants(graph, trips);
  return plan2.steps.flatMap(
    (step) => step.kind === "upgrade" && !affected.has(step.revision) ? [step.revision] : []
  );
}
function whyNotRehearsed({ graph, plan: plan2 }, walked) {
  const [blocked] = walked.blocked;
  if (blocked !== void 0) return `the upgrade of ${blocked} fails by itself`;
  if (graph.faults.length > 0) return "the revision graph has faults, with which the tool refuses to upgrade";
  if (plan2.leftOut.some(({ because }) => because === "beyond")) return "it would go past --to";
  return void 0;
}
function stageOf(plan2) {
  const trips = roundTripsIn(plan2).length;
  if (trips === 0) return "upgrading: what surrounds the revisions has changed";
  return `walking ${trips} ${trips === 1 ? "revision" : "revisions"} up, down and up again`;
}
function ticker({ plan: plan2, progress }) {
  const cost = { upgrade: 1, "round-trip": 4, chain: 0, rehearsal: 0 };
  const total = plan2.steps.reduce((sum, { kind }) => sum + cost[kind], 0);
  let done = 0;
  return (direction, revision) => {
    done = Math.min(done + 1, total);
    progress.move(done, total, `${direction} ${revision}`);
  };
}

// src/tools/open.ts
import { readdir as readdir2 } from "node:fs/promises";
import { relative as relative4 } from "node:path";

// src/tools/alembic/detect.ts
import { readdir, readFile as readFile4 } from "node:fs/promises";
import { basename, dirname as dirname3, join as join3, relative as relative3, resolve as resolve2, sep } from "node:path";

// src/tools/alembic/ini.ts
function readIni(text) {
  const sections2 = /* @__PURE__ */ new Map();
  let section = /* @__PURE__ */ new Map();
  for (const entry of entriesOf(text)) {
    const [, heading] = /^\[(.+)\]/.exec(entry) ?? [];
    const [, name, value2 = ""] = /^([^=:]*?)\s*[=:]\s*(.*)$/s.exec(entry) ?? [];
    if (heading !== void 0) {
      section = sections2.get(heading) ?? /* @__PURE__ */ new Map();
      sections2.set(heading, section);
    } else if (name !== void 0) section.set(name.toLowerCase(), value2);
  }
  return sections2;
}
function entriesOf(text) {
  const entries = [];
  let deep = Number.POSITIVE_INFINITY;
  for (const line of text.split(/\r?\n/)) {
    const words = line.trim();
    if (words === "" || /^[#;]/.test(words)) continue;
    const indent = line.length - line.trimStart().length;
    if (indent > deep) entries.push(`${entries.pop()}
${words}`);
    else {
      entries.push(words);
      deep = words.startsWith("[") ? Number.POSITIVE_INFINITY : indent;
    }
  }
  return entries;
}

// src/tools/alembic/detect.ts
var depth = 6;
var closed = /^(node_modules|__pycache__|site-packages|venv|env|build|dist)$|^\./;
var defaultSection = "alembic";
async function detectProjects(where, named3 = {}) {
  if (named3.config !== void 0) return [await namedProject(where, named3.config, named3.name)];
  const here = await projectsIn(where, where.directory, named3.name);
  if (here.length > 0) return here;
  const below = await directoriesBelow(where.directory, depth);
  return (await Promise.all(below.map((directory) => projectsIn(where, directory, named3.name)))).flat();
}
async function namedProject(where, config, name) {
  const file = resolve2(where.directory, config);
  const text = await readFile4(file, "utf8").catch((cause) => {
    throw unreadable(config, cause, "Name the alembic.ini or the pyproject.toml of the project");
  });
  const section = name ?? defaultSection;
  const known = sectionsOf(file, text);
  if (!known.includes(section)) {
    throw new SetupError(
      "no-project",
      `${config} has no section [${section}] with a script_location`,
      known.length > 0 ? `Use one of its sections: --name ${known.join(", --name ")}` : "Name the file that has script_location"
    );
  }
  return detection(where, file, section, text);
}
async function projectsIn(where, directory, name) {
  for (const file of [join3(directory, "alembic.ini"), join3(directory, "pyproject.toml")]) {
    const text = await readIfThere(file, directory === where.directory);
    if (text === void 0) continue;
    const sections2 = sectionsOf(file, text);
    const flask = basename(file) === "alembic.ini" && await isFlaskLayout(directory);
    const chosen = choose(flask && sections2.length === 0 ? [defaultSection] : sections2, name);
    if (chosen.length > 0) return Promise.all(chosen.map((section) => detection(where, file, section, text)));
  }
  return [];
}
async function readIfThere(file, strict) {
  try {
    return await readFile4(file, "utf8");
  } catch (cause) {
    if (!strict || !(cause instanceof Error) || "code" in cause && cause.code === "ENOENT")
      return void 0;
    throw unreadable(
      basename(file),
      cause,
      "Make it readable, or name another: --config path/to/alembic.ini"
    );
  }
}
var unreadable = (file, cause, hint) => new SetupError("no-project", `The configuration file ${file} cannot be read: ${cause.message}`, hint, {
  cause
});
function choose(sections2, name) {
  const wanted = name ?? defaultSection;
  if (sections2.includes(wanted)) return [wanted];
  return name === void 0 ? sections2 : [];
}
async function isFlaskLayout(directory) {
  const names = await readdir(directory).catch(() => []);
  return names.includes("env.py");
}
async function detection(where, file, section, text) {
  const home = dirname3(file);
  const flask = await isFlaskLayout(home) && !/^\s*script_location\s*=/m.test(text);
  const directory = flask ? dirname3(home) : home;
  const shown3 = slashes(relative3(where.root, file));
  return {
    project: {
      directory: slashes(relative3(where.root, directory)) || ".",
      tool: "alembic",
      label: labelOf(where, directory, section),
      because: `${shown3}, section [${section}]${others(file, text, section)}`,
      file: shown3
    },
    directory,
    config: { file, section, shown: shown3, ...flask ? { scriptLocation: home } : {} }
  };
}
function others(file, text, section) {
  const names = sectionsOf(file, text).filter((name) => name !== section);
  return names.length === 0 ? "" : ` (there is also ${names.map((name) => `--name ${name}`).join(", ")})`;
}
function labelOf(where, directory, section) {
  const place = slashes(relative3(where.root, directory)) || basename(directory);
  return section === defaultSection ? place : `${place} [${section}]`;
}
var sectionsOf = (file, text) => file.endsWith(".toml") ? tomlSections(text) : iniSections(text);
var iniSections = (text) => [...readIni(text)].flatMap(([section, options]) => options.has("script_location") ? [section] : []);
function tomlSections(text) {
  return /^\[tool\.alembic\][^[]*^\s*"?script_location"?\s*=/m.test(text) ? [defaultSection] : [];
}
async function directoriesBelow(directory, levels2) {
  if (levels2 === 0) return [];
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const below = entries.filter((entry) => entry.isDirectory() && !closed.test(entry.name)).map((entry) => join3(directory, entry.name));
  const deeper = await Promise.all(
    below.sort().map(async (child) => [child, ...await directoriesBelow(child, levels2 - 1)])
  );
  return deeper.flat();
}
var slashes = (path) => path.split(sep).join("/");

// src/tools/alembic/python.ts
import { access, lstat } from "node:fs/promises";
import { dirname as dirname4, isAbsolute, join as join4, resolve as resolve3 } from "node:path";

// src/tools/run.ts
import { spawn } from "node:child_process";
function run(command, options) {
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs)]);
  const child = spawn(command[0], command.slice(1), {
    cwd: options.cwd,
    env: { ...options.env },
    signal,
    stdio: ["ignore", "pipe", "pipe"]
  });
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk) => said.stdout += chunk);
  child.stderr.setEncoding("utf8").on("data", (chunk) => said.stderr += chunk);
  return new Promise((resolve5, reject) => {
    child.on("close", (code) => resolve5({ code, ...said }));
    child.on("error", (error) => {
      if (options.signal.aborted) reject(error);
      else resolve5({ code: null, stdout: "", stderr: error.message });
    });
  });
}

// src/tools/alembic/python.ts
var windows = process.platform === "win32";
var inEnvironment = windows ? ["Scripts", "python.exe"] : ["bin", "python"];
async function findPython(request) {
  if (request.python !== void 0) return named2(request, request.python);
  const tried = [];
  for await (const python of candidates(request)) {
    const version2 = await importAlembic(request, python.path);
    if (canImport(version2)) return python;
    if (version2.code !== null || isAbsolute(python.path))
      tried.push(`${python.path} (${python.because}): ${whyNot(version2)}`);
  }
  if (tried.length > 0)
    throw new SetupError(
      "no-alembic",
      "No Python here can import alembic",
      "Install the project, or name its Python: --python path/to/python",
      { details: tried }
    );
  throw new SetupError(
    "no-python",
    "There is no Python",
    "Install Python 3.8 or newer, or name one: --python path/to/python"
  );
}
async function named2(request, path) {
  const full = path.includes("/") && !isAbsolute(path) ? resolve3(process.cwd(), path) : path;
  const version2 = await importAlembic(request, full);
  if (canImport(version2)) return { path: full, because: "named with --python" };
  if (version2.code === null || version2.code === 0)
    throw new SetupError(
      "no-python",
      `${path} ${version2.code === null ? `cannot be run: ${inWords2(version2.stderr)}` : whyNot(version2)}`,
      "Name a Python interpreter: --python .venv/bin/python"
    );
  throw new SetupError(
    "no-alembic",
    `${path} cannot import alembic`,
    `Install the project there: ${path} -m pip install alembic`,
    { details: [whyNot(version2)] }
  );
}
async function* candidates(request) {
  const active = request.env["VIRTUAL_ENV"];
  if (active) yield { path: join4(active, ...inEnvironment), because: "from VIRTUAL_ENV" };
  const directories = upTo(request.directory, request.root);
  for (const directory of directories) {
    for (const name of [".venv", "venv"]) {
      const path = join4(directory, name, ...inEnvironment);
      if (await isThere(path)) yield { path, because: `from ${name}` };
    }
  }
  yield* ofManagers(request, directories);
  for (const name of windows ? ["python"] : ["python3", "python"]) yield { path: name, because: "from PATH" };
}
async function* ofManagers({ env, signal }, directories) {
  for (const { name, lock, ask } of managers) {
    const home = await firstWith(directories, lock);
    if (home === void 0) continue;
    const asked = await run(ask, { cwd: home, env, signal, timeoutMs: 6e4 });
    const path = lastLine(asked.stdout);
    if (asked.code === 0 && path) yield { path, because: `from ${name}` };
  }
}
var managers = [
  {
    name: "uv",
    lock: "uv.lock",
    ask: ["uv", "run", "--no-sync", "python", "-c", "import sys; print(sys.executable)"]
  },
  { name: "Poetry", lock: "poetry.lock", ask: ["poetry", "env", "info", "--executable"] },
  { name: "Pipenv", lock: "Pipfile.lock", ask: ["pipenv", "--py"] }
];
var proof = "alembic is there";
var canImport = ({ code, stdout }) => code === 0 && stdout.includes(proof);
function whyNot({ code, stderr }) {
  if (code === null) return inWords2(stderr);
  return code === 0 ? "is no Python: it does nothing of what it is told" : lastLine(stderr) || `it exited with ${code}`;
}
function inWords2(reason) {
  if (reason.endsWith(" ENOENT")) return "there is no such program";
  return reason.endsWith(" EACCES") ? "it may not be executed" : reason;
}
function importAlembic({ directory, env, signal }, path) {
  const question2 = `import sys, importlib.util as u; sys.path[:] = filter(None, sys.path)
print('${proof}') if u.find_spec('alembic') else sys.exit("No module named 'alembic'")`;
  return run([path, "-c", question2], { cwd: directory, env, signal, timeoutMs: 6e4 });
}
function upTo(directory, root) {
  const parent = dirname4(directory);
  return directory === root || parent === directory ? [directory] : [directory, ...upTo(parent, root)];
}
async function firstWith(directories, file) {
  for (const directory of directories) if (await exists(join4(directory, file))) return directory;
  return void 0;
}
var exists = (path) => access(path).then(
  () => true,
  () => false
);
var isThere = (path) => lstat(path).then(
  () => true,
  () => false
);
var lastLine = (text) => text.trim().split("\n").at(-1) ?? "";

// src/tools/alembic/alone.ts
var nothingSeen = { locks: [], complete: false };
var AloneConversation = class {
  #observe;
  #running;
  constructor(observe2) {
    this.#observe = observe2;
  }
  reply = async (question2) => {
    if (!("alone" in question2)) return spell2(await this.#end());
    this.#running = await this.#observe?.(question2["alone"]);
    return { way: this.#running?.way ?? "outside" };
  };
  async [Symbol.asyncDispose]() {
    await this.#end();
  }
  async #end() {
    const running = this.#running;
    this.#running = void 0;
    return running?.way === "outside" ? await running.end() : nothingSeen;
  }
};
var spell2 = ({ locks, complete }) => ({
  locks: locks.map(({ oid, mode }) => [oid, serverWord(mode)]),
  unseen: complete ? [] : ["locks"]
});
var serverWord = (mode) => `${mode.split(" ").map((word) => `${word.charAt(0)}${word.slice(1).toLowerCase()}`).join("")}Lock`;

// src/tools/alembic/process.ts
import { spawn as spawn2 } from "node:child_process";
import { randomBytes as randomBytes2 } from "node:crypto";
import { once } from "node:events";
import { join as join6 } from "node:path";
import { createInterface } from "node:readline";

// src/tools/alembic/output-file.ts
import { randomBytes } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync, unlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as join5 } from "node:path";
var limit = 32 * 1024;
function openUnnamed() {
  const path = join5(tmpdir(), `migrate-check-${randomBytes(8).toString("hex")}.out`);
  try {
    const descriptor = openSync(path, "ax+", 384);
    unlinkSync(path);
    return descriptor;
  } catch (cause) {
    throw new SetupError(
      "bad-setting",
      `No temporary file can be made: ${cause instanceof Error ? cause.message : String(cause)}`,
      "Set TMPDIR to a directory that is there and can be written",
      { cause }
    );
  }
}
var OutputFile = class {
  descriptor;
  #open = true;
  constructor() {
    this.descriptor = openUnnamed();
  }
  /** The end of what is there; the driver itself empties the file after each move. */
  read() {
    const { size } = fstatSync(this.descriptor);
    const omitted = Math.max(0, size - limit);
    const bytes = Buffer.alloc(size - omitted);
    readSync(this.descriptor, bytes, 0, bytes.length, omitted);
    return { text: bytes.toString("utf8"), omitted };
  }
  close() {
    if (this.#open) closeSync(this.descriptor);
    this.#open = false;
  }
};

// src/tools/alembic/process.ts
var driver = join6(import.meta.dirname, "migrate_check_driver");
var nothingIsAsked = () => Promise.reject(new Error("The driver asks nothing outside a move"));
var Driver = class {
  #child;
  #lines;
  #exit;
  #output = new OutputFile();
  /** Stands before each answer: what a migration writes into any descriptor it finds is none. */
  #mark = randomBytes2(16).toString("hex");
  #pending;
  constructor({ python, cwd, env }) {
    this.#child = spawn2(python, [driver], {
      cwd,
      env: { ...env, PYTHONUNBUFFERED: "1", PYTHONDONTWRITEBYTECODE: "1", PYTHONIOENCODING: "utf-8" },
      // Commands, output, output, answers, and a pipe that only lives as long as we do.
      stdio: ["pipe", this.#output.descriptor, this.#output.descriptor, "pipe", "pipe"],
      // A group of its own, so that what the migrations start can be ended with it.
      detached: process.platform !== "win32"
    });
    this.#child.stdin?.on("error", () => void 0);
    this.#child.stdin?.write(`${this.#mark}
`);
    const answers = this.#child.stdio[3];
    this.#lines = createInterface({ input: answers, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
    this.#exit = this.#whenGone();
  }
  /** Sends a command and waits for its answer; kills the process when that takes longer than `timeoutMs`. */
  async ask(command, timeoutMs, signal, reply = nothingIsAsked) {
    signal.throwIfAborted();
    this.#pending = void 0;
    this.#write(command);
    const timer = new AbortController();
    const late = new Promise((resolve5) => {
      const timeout = setTimeout(() => resolve5("late"), timeoutMs);
      timer.signal.addEventListener("abort", () => clearTimeout(timeout), { once: true });
      signal.addEventListener("abort", () => resolve5("late"), { once: true, signal: timer.signal });
    });
    try {
      const answer = await Promise.race([this.#answer(reply), late]);
      if (typeof answer === "object") return { kind: "answer", answer };
      const ended = answer === void 0 && await Promise.race([this.#exit, late]) !== "late";
      if (!ended) await this.#kill();
      signal.throwIfAborted();
      return this.#unanswered(ended ? "exited" : "timed-out");
    } finally {
      timer.abort();
    }
  }
  /** Lets it end by itself, so that env.py can close what it has opened; kills it when it does not. */
  async end() {
    this.#child.stdin?.end();
    const timeout = setTimeout(() => this.#signal("SIGKILL"), 5e3);
    await this.#exit;
    clearTimeout(timeout);
    await this.kill();
  }
  async kill() {
    await this.#kill();
    this.#output.close();
  }
  async #kill() {
    this.#signal("SIGKILL");
    await this.#exit;
  }
  async #unanswered(kind) {
    return { kind, how: await this.#exit, output: this.#output.read(), pending: this.#pending };
  }
  async #answer(reply) {
    for (; ; ) {
      const { value: value2, done } = await this.#lines.next();
      if (done) return void 0;
      const answer = this.#parse(value2);
      if (!answer) continue;
      if ("pending" in answer) this.#pending = answer["pending"];
      else if ("asks" in answer) this.#write(await reply(answer["asks"]));
      else return answer;
    }
  }
  #write(line) {
    this.#child.stdin?.write(`${JSON.stringify(line)}
`);
  }
  #parse(line) {
    const at = line.indexOf(this.#mark);
    return at === -1 ? void 0 : JSON.parse(line.slice(at + this.#mark.length));
  }
  async #whenGone() {
    const outcome = await Promise.race([once(this.#child, "exit"), once(this.#child, "error")]).catch(
      (error) => [error]
    );
    const [code, signal] = outcome;
    if (code instanceof Error) return code.message;
    return signal ? `it was ended by ${signal}` : `it exited with ${code}`;
  }
  #signal(name) {
    const { pid } = this.#child;
    if (pid === void 0) return;
    try {
      process.kill(process.platform === "win32" ? pid : -pid, name);
    } catch {
    }
  }
};

// src/tools/alembic/secret.ts
var shortest = 6;
var statement = "sql";
function withoutPassword(said, address) {
  const password = address.password();
  const shown3 = [address.user, address.host, address.database].includes(password);
  return shown3 || password.length < shortest ? said : hidden(said, password);
}
function hidden(value2, password) {
  if (typeof value2 === "string") return value2.replaceAll(password, "***");
  if (Array.isArray(value2)) return value2.map((one) => hidden(one, password));
  if (typeof value2 !== "object" || value2 === null) return value2;
  const entries = Object.entries(value2);
  return Object.fromEntries(
    entries.map(([name, one]) => [name, name === statement ? one : hidden(one, password)])
  );
}

// src/tools/alembic/session.ts
var openTimeoutMs = 18e4;
var AlembicSession = class _AlembicSession {
  toolchain;
  graph;
  sources;
  versionTable = {
    schema: void 0,
    name: "alembic_version",
    column: "version_num"
  };
  #options;
  #remarks = /* @__PURE__ */ new Map();
  #driver;
  #around = [];
  constructor(options, driver2, answer) {
    this.#options = options;
    this.#driver = driver2;
    this.graph = answer["graph"];
    this.sources = answer["sources"];
    this.toolchain = {
      interpreter: options.interpreter,
      versions: answer["versions"]
    };
  }
  static async open(options) {
    const { driver: driver2, answer } = await startDriver(options);
    return new _AlembicSession(options, driver2, answer);
  }
  get remarks() {
    return [...this.#remarks.values()];
  }
  takeAround() {
    const around2 = this.#around;
    this.#around = [];
    return around2;
  }
  async move(direction, revision, run2) {
    const answer = await this.#make({ command: "move", direction, revision }, run2);
    const { milliseconds, statements, output, failure, skipped, left, ways } = answer;
    if (skipped > 0)
      this.#remark({
        kind: "statements-cut",
        text: `${skipped} statements of the ${direction} of ${revision} are not listed: there are too many`
      });
    return {
      direction,
      revision,
      milliseconds,
      statements,
      output,
      ...failure ? { failure } : {},
      ...left ? { left } : {},
      ...ways.length > 0 ? { unlisted: { ways } } : {}
    };
  }
  async upgradeToHeads(run2) {
    const { moves, milliseconds, output, failure } = await this.#make({ command: "heads" }, run2);
    return { moves, milliseconds, output, ...failure ? { failure } : {} };
  }
  async compareModels(run2) {
    const asked = await this.#askWith(run2, { command: "models" });
    if (asked.kind !== "answer")
      return { why: `${cutOff2(asked, run2.timeoutMs).message}, while the models were compared` };
    this.#note(asked.answer);
    const { models, why } = asked.answer;
    return models ?? { why: why ?? "nobody knows why" };
  }
  async stamp(revisions, run2) {
    const asked = await this.#askWith(run2, { command: "stamp", revisions });
    if (asked.kind !== "answer")
      throw new SetupError(
        "env-failed",
        asked.kind === "exited" ? `env.py ends the Python process: ${asked.how}` : `env.py does not end within ${run2.timeoutMs / 1e3} s`,
        "Run it as Alembic does: python -m alembic current",
        { details: lastLines(asked.output.text) }
      );
    this.#note(asked.answer);
  }
  async release() {
    if (this.#driver) throwProblem(await this.#ask({ command: "release" }, openTimeoutMs));
  }
  async [Symbol.asyncDispose]() {
    const driver2 = this.#driver;
    this.#driver = void 0;
    await driver2?.end();
  }
  async #make(command, run2) {
    const started = performance.now();
    const asked = await this.#askWith(run2, command);
    if (asked.kind === "answer") {
      this.#note(asked.answer);
      return asked.answer;
    }
    return {
      milliseconds: performance.now() - started,
      statements: [],
      skipped: 0,
      moves: 0,
      ways: [],
      output: asked.output,
      failure: cutOff2(asked, run2.timeoutMs)
    };
  }
  async #askWith({ database: database2, timeoutMs, observe: observe2 }, command) {
    var _stack = [];
    try {
      const conversation = __using(_stack, new AloneConversation(observe2), true);
      const asked = await this.#ask(
        { ...command, database: spell3(database2), traced: observe2 !== void 0 },
        timeoutMs,
        conversation.reply
      );
      return throwProblem(withoutPassword(asked, database2));
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  }
  async #ask(command, timeoutMs, reply) {
    this.#driver ??= (await startDriver(this.#options)).driver;
    const asked = await this.#driver.ask(command, timeoutMs, this.#options.signal, reply);
    if (asked.kind !== "answer") {
      await this.#driver.kill();
      this.#driver = void 0;
    }
    return asked;
  }
  #note(answer) {
    const table2 = answer["versionTable"];
    this.versionTable = { ...table2, schema: table2.schema ?? void 0 };
    const around2 = answer["around"];
    if (around2 === null) this.#around = void 0;
    else this.#around?.push(...around2);
    for (const remark of answer["remarks"]) this.#remark(remark);
  }
  #remark(remark) {
    this.#remarks.set(remark.text, remark);
  }
};
async function startDriver({
  driver: options,
  open,
  signal
}) {
  const driver2 = new Driver(options);
  try {
    const asked = await driver2.ask(open, openTimeoutMs, signal);
    if (asked.kind !== "answer") {
      const how = asked.kind === "exited" ? asked.how : "it does not answer";
      throw new SetupError(
        "bad-project",
        `The project cannot be loaded: ${how}`,
        "Run it as Alembic does: python -m alembic history",
        { details: lastLines(asked.output.text) }
      );
    }
    throwProblem(asked);
    return { driver: driver2, answer: asked.answer };
  } catch (error) {
    await driver2.kill();
    throw error;
  }
}
var lastLines = (text) => text.trim() === "" ? [] : text.trim().split("\n").slice(-12);
function throwProblem(asked) {
  const problem = asked.kind === "answer" ? asked.answer["setup"] : void 0;
  if (!problem) return asked;
  throw new SetupError(problem.code, problem.message, problem.hint, problem);
}
function spell3(address) {
  const { host, port, user, database: database2 } = address;
  return { host, port, user, database: database2, password: address.password() };
}
function cutOff2({ kind, how, pending }, timeoutMs) {
  const late = kind === "timed-out";
  return {
    reason: kind,
    error: late ? "TimedOut" : "Exited",
    message: late ? `it did not end within ${timeoutMs / 1e3} s and was cut off` : `the migration ended the Python process: ${how}`,
    calledFrom: [],
    ...whereOf(pending)
  };
}
function whereOf(pending) {
  if (!pending) return {};
  const { sql, place } = pending;
  return { sql, ...place ? { place } : {} };
}

// src/tools/alembic/sources.ts
import { readFile as readFile5, stat } from "node:fs/promises";
import { dirname as dirname5, join as join7, resolve as resolve4 } from "node:path";
async function sourcesOf({ directory, config }) {
  const { file = "", section = "", scriptLocation } = config;
  const text = await readFile5(file, "utf8").catch(() => void 0);
  if (text === void 0 || await isConfiguredTwice(file)) return void 0;
  const written3 = file.endsWith(".toml") ? inToml(text) : inIni(text, section);
  if (!written3) return void 0;
  const here = dirname5(file);
  const scripts = scriptLocation ?? written3.scripts;
  const values = [scripts, ...written3.versions.flatMap((value2) => value2.split(/[\s,:;]+/))].filter(Boolean);
  const locations = await Promise.all(values.map((value2) => directoryOf(value2, here, directory)));
  if (scripts === "" || !locations.every((location) => location !== void 0)) return void 0;
  return [file, ...locations];
}
function inIni(text, section) {
  const ini = readIni(text);
  const read = (option) => ini.get(section)?.get(option) ?? ini.get("DEFAULT")?.get(option) ?? "";
  return { scripts: read("script_location"), versions: [read("version_locations")] };
}
function inToml(text) {
  const [, table2 = ""] = /^\[tool\.alembic\][^\S\n]*\n((?:(?!\[).*\n?)*)/m.exec(text) ?? [];
  const [, scripts = ""] = /^\s*script_location\s*=\s*["']([^"'\\]+)["']\s*$/m.exec(table2) ?? [];
  if (!/version_locations/.test(table2)) return { scripts, versions: [] };
  const [, list] = /^\s*version_locations\s*=\s*\[((?:\s*["'][^"'\\]*["']\s*,)*(?:\s*["'][^"'\\]*["'])?)\s*\]\s*$/m.exec(
    table2
  ) ?? [];
  const versions = list === void 0 ? void 0 : [...list.matchAll(/["']([^"']*)["']/g)];
  return versions && { scripts, versions: versions.map(([, value2 = ""]) => value2) };
}
async function isConfiguredTwice(file) {
  if (file.endsWith(".toml")) return false;
  const beside = await readFile5(join7(dirname5(file), "pyproject.toml"), "utf8").catch(() => "");
  return beside.includes("tool.alembic") || /\[\s*tool\s*\]/.test(beside);
}
async function directoryOf(value2, here, cwd) {
  const plain = value2.replaceAll("%(here)s", () => here).replaceAll("%%", "%");
  if (plain.includes("%(")) return void 0;
  const directory = resolve4(cwd, plain);
  const isThere2 = await stat(directory).then(
    (found) => found.isDirectory(),
    () => false
  );
  return isThere2 ? directory : void 0;
}

// src/tools/alembic/tool.ts
var alembic = {
  id: "alembic",
  detect: detectProjects,
  sources: sourcesOf,
  open: openProject
};
async function openProject(detection2, where, options) {
  const { env, signal, x, python, texts: texts3 = /* @__PURE__ */ new Map() } = options;
  const { directory, config } = detection2;
  const found = await findPython({
    directory,
    root: where.root,
    env,
    signal,
    ...python === void 0 ? {} : { python }
  });
  return AlembicSession.open({
    driver: { python: found.path, cwd: directory, env },
    open: {
      command: "open",
      config: config["file"],
      name: config["section"],
      shown: config["shown"],
      scriptLocation: config["scriptLocation"],
      directory,
      root: where.root,
      x,
      texts: Object.fromEntries(
        [...texts3].map(([file, text]) => [file, Buffer.from(text).toString("base64")])
      )
    },
    interpreter: `${found.path} (${found.because})`,
    signal
  });
}

// src/tools/open.ts
var tools = [alembic];
async function openProject2(request, found) {
  const { tool, detection: detection2 } = found ?? await findProject(request);
  const { x, env, signal, python, texts: texts3 } = request;
  const session = await tool.open(detection2, request.where, {
    x,
    env,
    signal,
    ...python === void 0 ? {} : { python },
    ...texts3 ? { texts: texts3 } : {}
  });
  return { detection: detection2, session, [Symbol.asyncDispose]: () => session[Symbol.asyncDispose]() };
}
async function findProject({ where, config, name }) {
  const named3 = { ...config === void 0 ? {} : { config }, ...name === void 0 ? {} : { name } };
  const lists = await Promise.all(
    tools.map(async (tool) => (await tool.detect(where, named3)).map((detection2) => ({ tool, detection: detection2 })))
  );
  const [first, ...others2] = lists.flat();
  if (!first) throw await nothingFound(where, name);
  if (others2.length > 0) throw tooMany(where, [first, ...others2]);
  return first;
}
async function nothingFound({ directory }, name) {
  const files = await readdir2(directory).catch(() => []);
  const template = files.find((file) => /^alembic.*\.ini./.test(file));
  const ini = files.includes("alembic.ini");
  const section = name === void 0 ? "a script_location" : `a section [${name}] with a script_location`;
  return new SetupError(
    "no-project",
    ini ? `There are no migrations in ${directory}: its alembic.ini is without ${section}` : `There are no migrations in ${directory}: no alembic.ini with ${section}, and no [tool.alembic] in a pyproject.toml`,
    template === void 0 ? "Name the directory that has them (migrate-check backend/), or the file (migrate-check --config path/to/alembic.ini)" : `Use the template that is there: migrate-check --config ${template}`
  );
}
function tooMany({ directory }, found) {
  const places2 = found.map(
    ({ detection: detection2 }) => `${relative4(directory, detection2.directory) || "."}  (${detection2.project.because})`
  );
  return new SetupError(
    "several-projects",
    `There are ${found.length} projects in ${directory}`,
    `Check one at a time: migrate-check ${wordsFor(directory, found)}`,
    { details: places2 }
  );
}
function wordsFor(directory, [first, second]) {
  const place = relative4(directory, first?.detection.directory ?? "") || ".";
  const sameDirectory = first?.detection.directory === second?.detection.directory;
  return sameDirectory ? `${place} --name ${first?.detection.config["section"]}` : place;
}

// src/check.ts
async function check(request) {
  const started = performance.now();
  const found = await findProject({ ...request.settings, ...request });
  const judging = await judgingOf(request, found.detection.project.directory);
  const facts = await untouched(request, found);
  const seen = facts ? await judged(facts, judging) : await walk2(request, found, judging);
  return reportOf(seen, judging, { writtenBy: version, milliseconds: performance.now() - started });
}
async function untouched(request, { tool, detection: detection2 }) {
  const { settings: settings2, where, settingsFile, newBaseline } = request;
  const { scope, since, baseline, baseSql, tableStats } = settings2;
  if (scope !== "changed" || since === void 0 || newBaseline) return void 0;
  const sources = await tool.sources(detection2);
  if (!sources) return void 0;
  const { project } = detection2;
  const decisive = [
    ...sources,
    ...settingsFile === void 0 ? settingsFilesFor(where.directory, where.root) : [settingsFile],
    baselineFile(baseline, where.root, project.directory),
    ...[baseSql, tableStats].filter((file) => file !== void 0)
  ];
  const refs = [.../* @__PURE__ */ new Set([since, sinceOf(request) ?? since])];
  const each = await Promise.all(refs.map((ref) => isUntouched(where.root, ref, decisive)));
  return each.every(Boolean) ? nothingOf(project, since) : void 0;
}
async function walk2(request, found, judging) {
  var _stack = [];
  try {
    const open = __using(_stack, await openProject2({ ...request.settings, ...request }, found), true);
    const planned = await plan(request, open);
    const relaxations = await relaxationsIn(request, planned, judging);
    const base = await baseOf(request, planned);
    const around2 = { ...base ? { base } : {}, ...relaxations ? { relaxations } : {} };
    const { settings: settings2, signal, progress, where } = request;
    const mayTry = settings2.suggestions && !request.newBaseline;
    const unwalked = planned.plan.steps.length > 0 ? void 0 : await judged({ ...planned, observations: nothing, ...around2 }, judging);
    if (unwalked && !(mayTry && canSuggest(unwalked))) return unwalked;
    progress.stage("starting PostgreSQL");
    const server2 = __using(_stack, await startDatabase(databaseRequest(request), settings2.database, signal), true);
    const passing = await passingServer(server2);
    const before = unwalked ?? await judged({ ...await observe(request, passing.server, open, planned), ...around2 }, judging);
    if (!mayTry) return before;
    const findings = await withSuggestions(before, {
      root: where.root,
      progress,
      signal,
      again: async (file, texts3, until) => {
        var _stack2 = [];
        try {
          const quiet = { ...request, signal: until, progress: silent };
          await passing.clear();
          const edited2 = __using(_stack2, await openProject2({ ...settings2, ...quiet, texts: texts3 }, found), true);
          const whole2 = await plan(quiet, edited2);
          const part = { ...whole2, plan: narrowed(whole2.plan, whole2.graph, file) };
          const facts = await observe(quiet, passing.server, edited2, part);
          return judged({ ...facts, ...around2 }, judging);
        } catch (_2) {
          var _error2 = _2, _hasError2 = true;
        } finally {
          var _promise2 = __callDispose(_stack2, _error2, _hasError2);
          _promise2 && await _promise2;
        }
      }
    });
    return { ...before, judgement: { ...before.judgement, findings } };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function planOnly(request) {
  var _stack = [];
  try {
    const open = __using(_stack, await openProject2({ ...request.settings, ...request }), true);
    return plan(request, open);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function projectOf(request) {
  const { detection: detection2 } = await findProject({ ...request.settings, ...request });
  return detection2.project;
}
async function rejudge(report, settings2, root = ".") {
  const judging = await judgingOf({ settings: settings2, where: { root } }, report.project.directory);
  const again = await judged(report, judging);
  const findings = withOldSuggestions(again.judgement, report);
  return reportOf({ ...again, judgement: { ...again.judgement, findings } }, judging, {
    writtenBy: version,
    milliseconds: report.milliseconds
  });
}
var sinceOf = ({
  settings: settings2,
  changeSince
}) => changeSince ?? (settings2.scope === "changed" ? settings2.since : void 0);
async function baseOf(request, { graph }) {
  const since = sinceOf(request);
  if (since === void 0) return void 0;
  try {
    return await baseHistory(request.where.root, since, graph);
  } catch (error) {
    if (request.settings.scope === "changed" || !(error instanceof SetupError)) throw error;
    return void 0;
  }
}
async function relaxationsIn({ settings: settings2, where, settingsFile, changeSince }, { graph }, { baseline }) {
  const since = sinceOf({ settings: settings2, changeSince });
  if (since === void 0) return void 0;
  const severities = Object.fromEntries(
    rules.map(([id, rule2]) => [id, isOnRequest(rule2) ? "off" : rule2.meta.severity])
  );
  try {
    return await relaxationsOf({ ...where, settingsFile, since, graph, baseline, severities });
  } catch (error) {
    if (settings2.scope === "changed" || !(error instanceof SetupError)) throw error;
    return [{ by: "settings", words: `could not be looked at: ${error.message}` }];
  }
}
async function plan({ settings: settings2, where }, { session, detection: detection2 }) {
  const { tableStats } = settings2;
  const tableSizes = tableStats && await readTableStats(tableStats, relative5(where.root, tableStats));
  const { graph, toolchain } = session;
  return {
    project: detection2.project,
    toolchain,
    graph,
    plan: await planOf(settings2, where.root, session),
    ...tableSizes ? { tableSizes } : {}
  };
}
async function planOf({ scope, since, startAt, from, to, baseSql }, root, { graph, sources }) {
  const base = scope === "changed" ? since : void 0;
  const asked = {
    graph,
    startAt,
    ...base === void 0 ? {} : { changedFiles: await changedFiles(root, base) },
    ...from === void 0 ? {} : { from },
    ...to === void 0 ? {} : { to },
    ...baseSql === void 0 ? {} : { baseSql: relative5(root, baseSql) }
  };
  const plan2 = makePlan(asked);
  if (plan2.steps.length > 0 || base === void 0 || await isUntouched(root, base, sources)) return plan2;
  return makePlan({ ...asked, surroundingsChanged: true });
}
async function observe({ settings: settings2, progress }, server2, { session }, planned) {
  const baseSql = settings2.baseSql === void 0 ? void 0 : await readBaseSql(settings2.baseSql);
  const parts = { ...planned, server: server2, session, timeoutMs: settings2.timeout, progress };
  const replayed = replay({ ...parts, ...baseSql === void 0 ? {} : { baseSql } });
  const [observations] = await Promise.all([replayed.finally(() => session.release()), loadSql()]);
  return { ...planned, observations, server: server2.facts };
}
function databaseRequest({
  settings: settings2,
  progress,
  watchLists
}) {
  return {
    progress: (line) => progress.stage(line),
    ...settings2.postgres === void 0 ? {} : { postgres: settings2.postgres },
    ...settings2.image === void 0 ? {} : { image: settings2.image },
    ...settings2.databaseUrl === void 0 ? {} : { url: settings2.databaseUrl },
    ...watchLists === void 0 ? {} : { watchLists }
  };
}
var nothing = {
  roundTrips: [],
  passedThrough: [],
  notObserved: [],
  remarks: [],
  recoveries: { count: 0, moves: 0 }
};
var nothingOf = (project, untouchedSince) => ({
  project,
  toolchain: { versions: {}, interpreter: "not started" },
  graph: { revisions: [], bases: [], heads: [], faults: [] },
  plan: { scope: "changed", steps: [], leftOut: [], untouchedSince },
  observations: nothing,
  relaxations: []
});
var silent = { stage: () => void 0, move: () => void 0, end: () => void 0 };

export {
  check,
  planOnly,
  projectOf,
  rejudge
};
