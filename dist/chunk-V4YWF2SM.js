import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  fails
} from "./chunk-JYWKWCTX.js";
import {
  inScope,
  isOnRequest,
  nearest,
  offering,
  readIgnore,
  reasonIn,
  rules
} from "./chunk-BAWHN274.js";
import {
  shownRelation
} from "./chunk-C76FHOHM.js";
import {
  limitLine
} from "./chunk-37354AS2.js";
import {
  severities
} from "./chunk-ODNIKTB2.js";

// src/rules/support/ask.ts
import { createHash } from "node:crypto";

// src/rules/support/size-words.ts
var scales = [
  [1e9, " billion"],
  [1e6, " million"],
  [1e3, " thousand"]
];
var units = ["bytes", "kB", "MB", "GB", "TB"];
var sizeInWords = ({ rows, bytes: bytes2 }) => rows === void 0 ? bytesInWords(bytes2) : `${rowsInWords(rows)}, ${bytesInWords(bytes2)}`;
function rowsInWords(rows) {
  if (rows === 0) return "no rows";
  if (rows < 1e3) return `about ${rows} row${rows === 1 ? "" : "s"}`;
  const rounded = twoDigits(rows);
  const [scale, word] = scales.find(([least]) => rounded >= least) ?? [1, ""];
  return `about ${rounded / scale}${word} rows`;
}
function bytesInWords(bytes2) {
  const power = units.findIndex((_, at) => Math.round(bytes2 / 1024 ** at) < 1024);
  const unit = power === -1 ? units.length - 1 : power;
  return unit === 0 ? `${bytes2} bytes` : `${twoDigits(bytes2 / 1024 ** unit)} ${units[unit]}`;
}
var twoDigits = (number) => Number(number.toPrecision(2));

// src/rules/support/size.ts
var smallRows = 1e4;
var smallBytes = 16 * 1024 ** 2;
var isSmall = ({ rows = Number.POSITIVE_INFINITY, bytes: bytes2 }) => rows < smallRows && bytes2 < smallBytes;
var oneLess = {
  error: "warning",
  warning: "notice",
  notice: "notice"
};
function withSize(finding, sizes, mayWeighLess) {
  const { table, message, severity } = finding;
  const size = table && sizes?.find(({ schema, name }) => schema === table.schema && name === table.name);
  if (!size) return finding;
  const weight = mayWeighLess && isSmall(size) ? oneLess[severity] : severity;
  const because = weight === severity ? "" : `: over in milliseconds, so a ${weight} and not ${a(severity)}`;
  const sentence = `In production ${shownRelation(size)} has ${sizeInWords(size)}${because}.`;
  return { ...finding, severity: weight, message: `${message} ${sentence}`, table: size };
}
var a = (severity) => `${severity === "error" ? "an" : "a"} ${severity}`;

// src/rules/support/ask.ts
function levelOf(id, rule, { rules: rules2, ruleOptions = {}, presets = [] }) {
  if (rules2[id] !== void 0 || !isOnRequest(rule)) return rules2[id];
  const isAsked = id in ruleOptions || presets.some((preset) => preset === rule.meta.preset);
  return isAsked ? void 0 : "off";
}
function ask(id, rule, facts, settings, subjects) {
  const setting = levelOf(id, rule, settings);
  if (setting === "off")
    return { id, rule, setting, subjects: 0, findings: [], edits: /* @__PURE__ */ new Map(), notChecked: [] };
  const findings = [];
  const edits = /* @__PURE__ */ new Map();
  const notChecked = /* @__PURE__ */ new Set();
  const options = { ...rule.options, ...settings.ruleOptions?.[id] };
  for (const subject of subjects) {
    const tell = {
      report: (key, data, where) => {
        const sentences = sentencesOf(rule, key, data);
        const finding = makeFinding({ id, rule, setting, subject, key, sentences, where });
        const mayWeighLess = rule.meta.sizeMatters === true && setting === void 0;
        findings.push(withSize(finding, facts.tableSizes, mayWeighLess));
        if (where.edit) edits.set(finding.fingerprint, where.edit);
      },
      notChecked: (why) => notChecked.add(`${nameOf(subject)}${why}`)
    };
    rule.check(subject, tell, options);
  }
  return { id, rule, setting, subjects: subjects.length, findings, edits, notChecked: [...notChecked] };
}
function sentencesOf({ messages }, key, data) {
  const message = messages[key];
  if (!message) throw new Error(`there is no message ${key}`);
  return message(data);
}
function makeFinding({ id, rule, setting, subject, key, sentences, where }) {
  const revision = where.revision ?? ("revision" in subject ? subject.revision.id : void 0);
  return {
    rule: id,
    severity: setting ?? where.severity ?? rule.meta.severity,
    ...sentences,
    place: where.place,
    ...revision === void 0 ? {} : { revision },
    evidence: where.evidence ?? [],
    fingerprint: fingerprint([id, revision ?? where.place.file, key, where.about ?? ""]),
    ...where.table ? { table: { schema: where.table.schema, name: where.table.name } } : {}
  };
}
var fingerprint = (parts) => createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 20);
var nameOf = (subject) => "revision" in subject ? `${subject.revision.id}: ` : "";

// src/rules/support/coverage.ts
function coverageOf({ id, rule, setting, subjects, notChecked }, facts) {
  if (setting === "off") return { rule: id, state: "off", ...isOnRequest(rule) ? { optIn: true } : {} };
  const { untouchedSince } = facts.plan;
  if (untouchedSince !== void 0 && rule.subject === "project")
    return { rule: id, state: "not-checked", why: `no migration was changed since ${untouchedSince}` };
  const limits = facts.observations.notObserved.filter(({ what }) => rule.needs.includes(what));
  if (subjects === 0 && rule.subject in nothingOf && inScope(facts).length > 0)
    return {
      rule: id,
      state: "not-checked",
      why: limits[0]?.why ?? nothingOf[rule.subject]
    };
  return { rule: id, state: "checked", subjects, notChecked: [...notChecked, ...limits.map(limitLine)] };
}
var nothingOf = {
  revision: "there is no revision in scope",
  upgrade: "no upgrade was made",
  statement: "no statement was executed",
  "round-trip": "no round trip was made",
  chain: "no revision at the end of the history came back clean",
  rehearsal: "no plain upgrade was made",
  models: "the models were not compared"
};
function unseen({ observations, plan }) {
  const upTo = plan.leftOut.some(({ because }) => because === "beyond");
  return observations.notObserved.filter(
    ({ what }) => what === "revision" || what === "chain" || what === "rehearsal" && !upTo
  );
}

// src/rules/support/order.ts
function inOrder(findings, { revisions }) {
  const rank2 = new Map(revisions.map(({ id }, at2) => [id, at2]));
  const at = ({ revision }) => revision === void 0 ? -1 : rank2.get(revision) ?? -1;
  return findings.toSorted(
    (a2, b) => severities.indexOf(a2.severity) - severities.indexOf(b.severity) || bytes(b) - bytes(a2) || at(a2) - at(b) || text(a2.place.file, b.place.file) || (a2.place.line ?? 0) - (b.place.line ?? 0) || text(a2.rule, b.rule)
  );
}
var bytes = ({ table }) => table?.bytes ?? -1;
var text = (a2, b) => a2 < b ? -1 : Number(a2 > b);

// src/rules/support/suppress-baseline.ts
function letPassRecorded(findings, { file, entries }, isFinal) {
  const open = Map.groupBy(entries, ({ fingerprint: fingerprint2 }) => fingerprint2);
  const suppressed = { by: "baseline", reason: `recorded in ${file}` };
  const passed = findings.map((finding) => {
    const entry = isFinal(finding.rule) ? void 0 : open.get(finding.fingerprint)?.shift();
    return entry && !finding.suppressed ? { ...finding, suppressed } : finding;
  });
  return { findings: passed, left: [...open.values()].flat() };
}
function useOf({ file }, findings, left, lookout, { graph }) {
  const revisions = Map.groupBy(graph.revisions, ({ place }) => place.file);
  const isFixed = (entry) => lookout(entry.rule, revisions.get(entry.file) ?? []);
  return {
    file,
    letPass: findings.filter(({ suppressed }) => suppressed?.by === "baseline").length,
    fixed: left.filter(isFixed),
    notChecked: left.filter((entry) => !isFixed(entry))
  };
}
function toRecord(findings, use, isFinal) {
  const today = findings.filter(({ rule, suppressed }) => !isFinal(rule) && (!suppressed || suppressed.by === "baseline")).map(({ rule, place, fingerprint: fingerprint2, message }) => ({
    rule,
    file: place.file,
    fingerprint: fingerprint2,
    about: firstWords(message)
  }));
  return [...today, ...use?.notChecked ?? []].toSorted(
    (a2, b) => text2(a2.file, b.file) || text2(a2.rule, b.rule) || text2(a2.fingerprint, b.fingerprint)
  );
}
var text2 = (a2, b) => a2 < b ? -1 : Number(a2 > b);
var enough = 80;
function firstWords(message) {
  const line = message.replaceAll(/\s+/g, " ").trim();
  return line.length <= enough ? line : `${line.slice(0, line.lastIndexOf(" ", enough) + 1 || enough).trim()} \u2026`;
}

// src/rules/support/suppress-declared.ts
import { matchesGlob } from "node:path";
var wholeFile = Number.MAX_SAFE_INTEGER;
function inComments({ graph }) {
  return graph.revisions.flatMap(
    (revision) => revision.directives.flatMap((directive) => declaredBy(directive, revision) ?? [])
  );
}
function declaredBy(directive, revision) {
  const { covers, place } = directive;
  const { rules: rules2, reason } = readIgnore(directive) ?? { rules: [], reason: "" };
  if (!covers || rules2.length === 0) return void 0;
  const { file, line = 1, endLine = line } = covers.place;
  const isFile = covers.what === "file";
  return {
    suppression: { by: "comment", place, reason },
    rules: rules2,
    called: `The comment "# migrate-check: ignore[${rules2.join(", ")}]"`,
    reach: isFile ? wholeFile : endLine - line + 1,
    revisions: [revision],
    covers: (finding) => isFile ? finding.place.file === file || finding.revision === revision.id : finding.place.file === file && within(finding.place.line, line, endLine)
  };
}
var within = (line, first, last) => line !== void 0 && first <= line && line <= last;
function inSettings(entries, { graph }) {
  return entries.map(({ path, rules: rules2, reason, until, place }) => ({
    suppression: {
      by: "settings",
      ...place ? { place } : {},
      reason: reasonIn(reason),
      ...until === void 0 ? {} : { until }
    },
    rules: rules2,
    called: `The entry of ignore for ${rules2.join(", ")} in ${path}`,
    reach: Number.POSITIVE_INFINITY,
    revisions: graph.revisions.filter((revision) => isAt(revision.place.file, path)),
    covers: (finding) => isAt(finding.place.file, path)
  }));
}
function isAt(file, glob) {
  const parts = file.split("/");
  return parts.some((_, at) => matchesGlob(parts.slice(at).join("/"), glob));
}
var isOver = ({ until }, today) => until !== void 0 && today !== void 0 && today > until;
var holds = ({ suppression }, today) => suppression.reason !== "" && !isOver(suppression, today);

// src/rules/support/suppress-lookout.ts
function lookoutOf(coverage, facts, readsStatements) {
  const { graph, plan } = facts;
  const ids2 = new Set(graph.revisions.map(({ id }) => id));
  const scope = new Set(inScope(facts).map(({ id }) => id));
  const isRead = plan.untouchedSince === void 0;
  const isWhole = isRead && scope.size === ids2.size && graph.faults.length === 0;
  const failed = new Set(
    facts.observations.roundTrips.filter(({ upgrade }) => upgrade.failure).map(({ revision }) => revision)
  );
  const missed = new Map(coverage.map((one) => [one.rule, missedBy(one, ids2)]));
  return (rule, revisions) => {
    const gaps = missed.get(rule) ?? nothing;
    if (gaps === "everything" || gaps.has(elsewhere)) return false;
    if (revisions.length === 0) return isWhole && gaps.size === 0;
    const isCut = (id) => failed.has(id) && readsStatements(rule);
    return revisions.every(({ id }) => scope.has(id) && !gaps.has(id) && !isCut(id));
  };
}
var elsewhere = "";
var nothing = /* @__PURE__ */ new Set();
function missedBy(coverage, ids2) {
  if (coverage.state !== "checked") return "everything";
  return new Set(
    coverage.notChecked.map((line) => {
      const [about = ""] = line.split(": ");
      return ids2.has(about) ? about : elsewhere;
    })
  );
}

// src/rules/support/suppress.ts
function suppress(found, coverage, facts, settings, known) {
  const { ignore = [], baseline, today } = settings;
  const declared = [...inComments(facts), ...inSettings(ignore, facts)];
  const covering = coveringOf(declared, facts);
  const lookout = lookoutOf(coverage, facts, known.readsStatements);
  const outcomes = new Map(
    declared.map((one) => [one, { covered: /* @__PURE__ */ new Set(), letPass: /* @__PURE__ */ new Set() }])
  );
  const findings = found.map((finding) => {
    if (known.isFinal(finding.rule)) return finding;
    const all = covering(finding);
    for (const one of all) outcomes.get(one)?.covered.add(finding.rule);
    const [first] = all.filter((one) => holds(one, today)).toSorted((a2, b) => a2.reach - b.reach);
    if (!first) return finding;
    outcomes.get(first)?.letPass.add(finding.rule);
    return { ...finding, suppressed: first.suppression };
  });
  const subjects = relevant(declared, facts).map(
    (one) => subjectOf(one, outcomes.get(one) ?? nothing2, { facts, today, known, lookout })
  );
  if (!baseline) return { findings, subjects };
  const recorded = letPassRecorded(findings, baseline, known.isFinal);
  const use = useOf(baseline, recorded.findings, recorded.left, lookout, facts);
  return { findings: recorded.findings, subjects, baseline: use };
}
function coveringOf(declared, { graph }) {
  const files = new Map(graph.revisions.map(({ id, place }) => [id, place.file]));
  const byFile = Map.groupBy(
    declared,
    ({ suppression: { by, place } }) => by === "comment" ? place?.file : void 0
  );
  return (finding) => {
    const own = finding.revision && files.get(finding.revision);
    return [.../* @__PURE__ */ new Set([finding.place.file, own, void 0])].flatMap((file) => byFile.get(file) ?? []).filter((one) => one.rules.includes(finding.rule) && one.covers(finding));
  };
}
function relevant(declared, facts) {
  const scope = new Set(inScope(facts));
  return declared.filter(
    ({ suppression, revisions }) => suppression.by !== "comment" || revisions.some((revision) => scope.has(revision))
  );
}
var nothing2 = { covered: /* @__PURE__ */ new Set(), letPass: /* @__PURE__ */ new Set() };
function subjectOf(declared, { covered, letPass }, around) {
  const { facts, today, known, lookout } = around;
  const { ids: ids2, isFinal } = known;
  const idle = declared.rules.filter((rule) => ids2.includes(rule) && !letPass.has(rule));
  return {
    declared,
    facts,
    isOver: isOver(declared.suppression, today),
    wouldLetPass: declared.rules.filter((rule) => covered.has(rule)),
    unused: idle.filter((rule) => !isFinal(rule) && lookout(rule, declared.revisions)),
    final: idle.filter(isFinal),
    unknown: declared.rules.filter((rule) => !ids2.includes(rule)).map((rule) => ({ rule, nearest: nearest(rule, ids2) }))
  };
}

// src/rules/judge.ts
function judge(facts, settings) {
  const offered = offering(facts);
  const first = askAll((subject) => subject !== "suppression", facts, settings, offered);
  const coverage = first.map((one) => coverageOf(one, facts));
  const passed = suppress(inOrder(findingsOf(first), facts.graph), coverage, facts, settings, knownRules);
  const last = askAll(
    (subject) => subject === "suppression",
    facts,
    settings,
    () => passed.subjects
  );
  const findings = inOrder([...passed.findings, ...findingsOf(last)], facts.graph);
  const asked = [...first, ...last].toSorted((a2, b) => rank(a2.id) - rank(b.id));
  return {
    findings,
    coverage: asked.map((one) => coverageOf(one, facts)),
    rules: asked.map(summary),
    ...passed.baseline ? { baseline: passed.baseline } : {},
    verdict: verdictOf(findings, settings.failOn, facts),
    edits: new Map(asked.flatMap(({ edits }) => [...edits]))
  };
}
function askAll(isWanted, facts, settings, offered) {
  return rules.filter(([, { subject }]) => isWanted(subject)).map(([id, rule]) => ask(id, rule, facts, settings, offered(rule.subject)));
}
var findingsOf = (asked) => asked.flatMap(({ findings }) => findings);
var ids = rules.map(([id]) => id);
var rank = (id) => ids.indexOf(id);
var finalIds = new Set(rules.filter(([, { meta }]) => meta.final).map(([id]) => id));
var statementIds = new Set(rules.filter(([, { subject }]) => subject === "statement").map(([id]) => id));
var knownRules = {
  ids,
  isFinal: (rule) => finalIds.has(rule),
  readsStatements: (rule) => statementIds.has(rule)
};
var recordable = ({
  findings,
  baseline
}) => toRecord(findings, baseline, knownRules.isFinal);
function summary({ id, rule, setting }) {
  const severity = setting === void 0 || setting === "off" ? rule.meta.severity : setting;
  return { id, title: rule.meta.title, severity };
}
function verdictOf(findings, failOn, facts) {
  if (findings.some((finding) => fails(finding, failOn))) return "failed";
  return unseen(facts).length > 0 ? "incomplete" : "passed";
}

export {
  judge,
  recordable
};
