import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  beginning,
  code,
  fenced,
  folded,
  glance,
  heading,
  htmlCode,
  inCell,
  link,
  paragraphs,
  placeLink,
  prose,
  ruleLink,
  text,
  withoutMargin
} from "./chunk-R6WMSU76.js";
import {
  patchOf,
  signOf
} from "./chunk-S6WYGNCQ.js";
import {
  bySeverity
} from "./chunk-SD7SOR3F.js";
import {
  movesOf
} from "./chunk-BUWVPI25.js";
import {
  reasonsNotChecked
} from "./chunk-3MDOQA3Y.js";
import {
  count,
  duration,
  grouped
} from "./chunk-UIHX4XYS.js";
import {
  lockModes,
  needs,
  shownRelation,
  strongest
} from "./chunk-C76FHOHM.js";
import {
  roundTripsIn
} from "./chunk-37354AS2.js";
import {
  countedIn
} from "./chunk-ODNIKTB2.js";
import {
  oneLine,
  plain
} from "./chunk-JM26A2YD.js";

// src/reporters/markdown/budget.ts
function withinBudget(dials, render, budget = Number.POSITIVE_INFINITY) {
  const none = Object.fromEntries(dials.map(({ of }) => [of, 0]));
  const all = Object.fromEntries(dials.map(({ of, most: most2 }) => [of, most2]));
  const fits = (shown2) => {
    const text2 = render(shown2);
    return Buffer.byteLength(text2) <= budget ? text2 : void 0;
  };
  const whole = fits(all);
  if (whole !== void 0) return whole;
  let shown = none;
  let best = fits(none);
  if (best === void 0) return void 0;
  for (const { of, most: most2 } of dials) {
    let least = shown[of];
    let beyond = most2 + 1;
    while (beyond - least > 1) {
      const middle = Math.floor((least + beyond) / 2);
      const text2 = fits({ ...shown, [of]: middle });
      if (text2 === void 0) beyond = middle;
      else {
        best = text2;
        least = middle;
      }
    }
    shown = { ...shown, [of]: least };
  }
  return best;
}
function remember(make) {
  const made = [];
  return (at) => {
    made[at] ??= make(at);
    return made[at];
  };
}

// src/reporters/markdown/label.ts
var longest = 40;
function label(text2, most2 = longest) {
  return oneLine(beginning(text2, most2).shown).replace(
    /[^\p{L}\p{N} ]/gu,
    (character) => `#${character.codePointAt(0)};`
  );
}

// src/reporters/markdown/marks.ts
function marksOf(report) {
  const errors = countedIn(report).flatMap(
    ({ severity, revision }) => severity === "error" && revision !== void 0 ? [revision] : []
  );
  const failed = movesOf(report).flatMap(({ failure, revision }) => failure ? [revision] : []);
  const changed = report.plan.scope === "all" ? [] : roundTripsIn(report.plan);
  return { failing: /* @__PURE__ */ new Set([...errors, ...failed]), changed: new Set(changed) };
}

// src/reporters/markdown/window.ts
function windowOf({ revisions, heads }, interest, most2) {
  if (revisions.length <= most2) return new Set(revisions.map(({ id }) => id));
  const neighbours = new Map(revisions.map(({ id }) => [id, []]));
  for (const revision of revisions)
    for (const id of needs(revision)) {
      if (!neighbours.has(id)) continue;
      neighbours.get(id)?.push(revision.id);
      neighbours.get(revision.id)?.push(id);
    }
  const found = /* @__PURE__ */ new Set();
  const middle = [...interest].filter((id) => neighbours.has(id));
  const add = (id) => found.size < most2 && found.add(id);
  (middle.length > 0 ? middle : heads).forEach(add);
  for (const id of found) neighbours.get(id)?.forEach(add);
  return found;
}

// src/reporters/markdown/drawing.ts
var mostEdges = 300;
var around = 3;
var mostInRow = 5;
function drawing({ report }, most2) {
  const { graph } = report;
  if (graph.revisions.length < 2 || most2 === 0) return "";
  const marks2 = marksOf(report);
  const marked = /* @__PURE__ */ new Set([...marks2.failing, ...marks2.changed]);
  const shown = windowOf(graph, marked, marked.size === 0 ? most2 : Math.min(most2, marked.size + around));
  const revisions = graph.revisions.filter(({ id }) => shown.has(id));
  const edges = edgesOf(revisions);
  return paragraphs(
    "### The revisions",
    `\`\`\`mermaid
${flowchart(revisions, edges.slice(0, mostEdges), marks2)}
\`\`\``,
    legend(revisions, marks2),
    leftOut(graph.revisions.length - revisions.length, edges.length - mostEdges)
  );
}
function edgesOf(revisions) {
  const shown = new Set(revisions.map(({ id }) => id));
  return revisions.flatMap(
    (revision) => [...new Set(needs(revision))].filter((id) => shown.has(id)).map(
      (from) => ({ from, to: revision.id, arrow: revision.parents.includes(from) ? "-->" : "-.->" })
    )
  );
}
function flowchart(revisions, edges, { failing, changed }) {
  const names = new Map(revisions.map(({ id }, at) => [id, `n${at}`]));
  const named = (ids) => revisions.flatMap(({ id }) => ids.has(id) ? [names.get(id)] : []).join(",");
  const marked = [
    ["failing", "stroke:#cf222e,stroke-width:3px", named(failing)],
    ["changed", "stroke-width:3px", named(changed)]
  ].filter(([, , those]) => those !== "");
  return [
    `flowchart ${revisions.length > mostInRow ? "TD" : "LR"}`,
    ...revisions.map(
      (revision) => `  ${names.get(revision.id)}["${labelOf(revision, { failing, changed })}"]`
    ),
    ...edges.map(({ from, to, arrow }) => `  ${names.get(from)} ${arrow} ${names.get(to)}`),
    ...marked.flatMap(([name, style, those]) => [`  classDef ${name} ${style}`, `  class ${those} ${name}`])
  ].join("\n");
}
function labelOf({ id, title }, { failing, changed }) {
  const mark = `${failing.has(id) ? "\u2717 " : ""}${changed.has(id) ? "\u25CF " : ""}`;
  return `${mark}${label(id)}${title === "" || title === id ? "" : ` \xB7 ${label(title)}`}`;
}
function legend(revisions, { failing, changed }) {
  const has = (ids) => revisions.some(({ id }) => ids.has(id));
  return [
    ...has(failing) ? ["\u2717 fails, or has an error"] : [],
    ...has(changed) ? ["\u25CF changed"] : [],
    ...revisions.some(({ dependsOn }) => dependsOn.length > 0) ? ["dotted: depends on"] : []
  ].join(" \xB7 ");
}
function leftOut(revisions, edges) {
  return [
    ...revisions > 0 ? [`${revisions} more ${revisions === 1 ? "revision is" : "revisions are"} not drawn.`] : [],
    ...edges > 0 ? [`${edges} more ${edges === 1 ? "edge is" : "edges are"} not drawn.`] : []
  ].join(" ");
}

// src/reporters/markdown/evidence.ts
function evidenceOf({ evidence }, page) {
  const blocks = [];
  for (let at = 0; at < evidence.length; ) {
    const differences = leading(evidence.slice(at));
    const one = evidence[at];
    if (differences.length > 0) blocks.push(differencesBlock(differences, page));
    else if (one) blocks.push(blockOf(one, page));
    at += Math.max(1, differences.length);
  }
  return paragraphs(...blocks);
}
function leading(evidence) {
  const end = evidence.findIndex(({ kind }) => kind !== "difference");
  return evidence.slice(0, end < 0 ? void 0 : end);
}
function blockOf(evidence, { extent }) {
  switch (evidence.kind) {
    case "note":
      return prose(evidence.text, extent);
    case "sql":
      return fenced(evidence.text, "sql", extent);
    case "server":
      return `The server said:

${fenced(evidence.text, "text", extent)}`;
    case "output":
      return `The migration printed:

${fenced(evidence.text, "text", extent)}`;
    case "difference":
      return "";
  }
}
function differencesBlock(differences, { extent }) {
  const lines2 = [];
  let shown = 0;
  for (const difference of differences) {
    const those = linesOf(difference, extent.characters);
    if (shown > 0 && lines2.length + those.length > extent.lines) break;
    lines2.push(...those);
    shown += 1;
  }
  const more = differences.length - shown;
  return paragraphs(
    fenced(lines2.join("\n"), "diff", extent),
    more > 0 ? `${count(more, "more difference")} left out.` : ""
  );
}
function linesOf({ words, before, after, note = "" }, most2) {
  const head = `${marks[signOf(words)]} ${oneLine(beginning(words, most2).shown)}${note}`;
  if (before === void 0 && after === void 0) return [head];
  return [
    head,
    ...patchOf(plain(beginning(before ?? "", most2).shown), plain(beginning(after ?? "", most2).shown))
  ];
}
var marks = { "+": "+", "-": "-", "~": "!" };

// src/reporters/markdown/severity.ts
var severityIcons = { error: "\u274C", warning: "\u26A0\uFE0F", notice: "\u2139\uFE0F" };

// src/reporters/markdown/findings.ts
var openFindings = 20;
function findingsPart(page) {
  const all = countedIn(page.report);
  const head = remember((at) => headOf(all[at], page));
  const proof = remember((at) => proofOf(all[at], page));
  const block = (at, evidence) => paragraphs(head(at), at < evidence ? proof(at) : "");
  return {
    length: all.length,
    render({ findings, evidence }) {
      if (all.length === 0) return "";
      const blocks = all.slice(0, findings).map((_, at) => block(at, evidence));
      const rest = all.slice(openFindings, findings);
      return paragraphs(
        "### What was found",
        ...blocks.slice(0, openFindings),
        rest.length === 0 ? "" : folded(
          `${count(rest.length, "more finding")}: ${bySeverity(rest).join(", ")}`,
          paragraphs(...blocks.slice(openFindings))
        ),
        leftOut2(all, findings),
        withoutProof(all, findings, evidence)
      );
    }
  };
}
function headOf({ severity, place, rule, message, help, suggestion }, page) {
  return paragraphs(
    `${severityIcons[severity]} **${severity}** \xB7 ${placeLink(place, page)} \xB7 ${ruleLink(rule, page)}`,
    text(message),
    helpOf(help, page),
    suggestion ? editOf(suggestion, page) : ""
  );
}
function helpOf(help, page) {
  const body = prose(help, page.extent);
  if (body === "") return "";
  return /^\s{2,}/.test(help) ? `\u2192

${body}` : `\u2192 ${body}`;
}
function editOf({ edit: { file, startLine, before, after } }, page) {
  const lines2 = [...before.map((line) => `-${line}`), ...after.map((line) => `+${line}`)].join("\n");
  const where = placeLink({ file, line: startLine }, page);
  return paragraphs(`This edit at ${where} was tried, and ends it:`, fenced(lines2, "diff", page.extent));
}
function proofOf(finding, page) {
  return finding.evidence.length === 0 ? "" : folded("What shows it", evidenceOf(finding, page));
}
function leftOut2(all, shown) {
  const more = all.slice(shown);
  if (more.length === 0) return "";
  return `**${more.length} more ${more.length === 1 ? "finding is" : "findings are"} not shown here: ${bySeverity(more).join(", ")}.**`;
}
function withoutProof(all, findings, evidence) {
  const without = all.slice(evidence, findings).filter((finding) => finding.evidence.length > 0).length;
  return without === 0 ? "" : `What shows ${without === 1 ? "one" : without} of them is left out here.`;
}

// src/reporters/markdown/lists.ts
function relaxations(page) {
  const items = (page.report.relaxations ?? []).map(
    ({ place, words }) => `${place ? `${placeLink(place, page)}: ` : ""}${text(words)}`
  );
  return list(items, (body) => `### This change lets pass

${body}`);
}
function letPass(page) {
  const { findings, baseline } = page.report;
  const passed = findings.filter(({ suppressed }) => suppressed && suppressed.by !== "baseline");
  const items = [
    ...passed.map(({ rule, place, suppressed: { reason = "", until } = {} }) => {
      const end = until === void 0 ? "" : ` (until ${text(until)})`;
      return `${ruleLink(rule, page)} at ${placeLink(place, page)}: ${text(reason)}${end}`;
    }),
    ...baseline ? ofBaseline(baseline) : []
  ];
  return list(items, (body) => folded(`Let pass: ${count(items.length, "entry", "entries")}`, body));
}
function ofBaseline({ file, letPass: letPass2, fixed }) {
  return [
    `${count(letPass2, "finding")} recorded in ${text(file)}`,
    ...fixed.length > 0 ? [
      `${count(fixed.length, "entry", "entries")} of it can go, what they name is fixed: \`migrate-check baseline\``
    ] : []
  ];
}
function notChecked(page) {
  const { remarks } = page.report.observations;
  const items = [
    ...reasonsNotChecked(page.report).map((reason) => text(reason)),
    ...remarks.map((remark) => `Good to know: ${text(remark.text)}`)
  ];
  return list(
    items,
    (body) => folded(`Not checked, and good to know: ${count(items.length, "thing")}`, body)
  );
}
var list = (items, around2) => ({
  length: items.length,
  render(shown) {
    if (items.length === 0) return "";
    const more = items.length - shown;
    return around2(
      paragraphs(
        items.slice(0, shown).map((item) => `- ${item}`).join("\n"),
        more > 0 ? `${more} more ${more === 1 ? "is" : "are"} not listed here.` : ""
      )
    );
  }
});

// src/reporters/markdown/round-trip.ts
function outcomeOf({ upgrade, downgrade, trace = [], reupgrade, drift = [] }) {
  const faults = [
    ...upgrade.failure ? ["does not run"] : [],
    ...downgrade?.failure ? [backOf(downgrade.failure)] : [],
    ...isFault(trace) ? [`leaves ${count(trace.filter(weighs).length, "difference")} behind`] : [],
    ...reupgrade?.failure ? ["does not go again"] : [],
    ...isFault(drift) ? ["goes again to something else"] : []
  ];
  if (faults.length > 0) return faults.join(", ");
  return downgrade && reupgrade ? "went up, down and up again" : "went up";
}
var backOf = ({ reason }) => reason === "irreversible" ? "cannot be taken back" : "does not come back";
var weighs = ({ weight }) => weight === "fault";
var isFault = (differences) => differences.some(weighs);
function resultOf(trip, page) {
  const { upgrade, downgrade, reupgrade, trace, drift, rowsAfterDowngrade, rowsAfterReupgrade } = trip;
  return paragraphs(
    [
      moveLine("Upgrade", upgrade),
      moveLine("Downgrade", downgrade),
      moveLine("Upgrade again", reupgrade)
    ].join("\n"),
    changesOf("After the downgrade, against before the upgrade", trace, rowsAfterDowngrade, page),
    changesOf("After the second upgrade, against after the first", drift, rowsAfterReupgrade, page)
  );
}
function moveLine(name, move) {
  if (!move) return `- **${name}**: not run`;
  const { milliseconds, statements, failure, left = [] } = move;
  const settings = left.map(({ name: setting, after }) => `; leaves ${code(setting)} at ${code(after)}`).join("");
  const size = `${count(statements.length, "statement")}, ${duration(milliseconds)}`;
  return `- **${name}**: ${failure ? `fails: ${failureOf(failure)}` : `ran, ${size}`}${settings}`;
}
function failureOf({ error, sqlstate, message }) {
  return `${code(error)}${sqlstate === void 0 ? "" : ` (SQLSTATE ${code(sqlstate)})`}: ${text(message)}`;
}
function changesOf(title, differences = [], rows = [], page) {
  if (differences.length === 0 && rows.length === 0) return "";
  const shown = differences.map(({ words, weight }) => ({
    words,
    ...weight === "fault" ? {} : { note: ` (no fault: ${weight})` }
  }));
  return paragraphs(
    `${title}:`,
    differences.length === 0 ? "" : differencesBlock(shown, page),
    rowsList(rows, page)
  );
}
function rowsList(rows, page) {
  const items = rows.slice(0, page.rows).map(({ table, before, after, contentChanged }) => {
    const what = contentChanged ? "same number of rows, other content" : `${grouped(before)} rows became ${grouped(after)}`;
    return `- ${code(table)}: ${what}`;
  });
  const more = rows.length - items.length;
  return paragraphs(items.join("\n"), more > 0 ? `${count(more, "more table")} left out.` : "");
}

// src/reporters/markdown/relations.ts
var most = 6;
function effectCells({ locks, rewritten, scanned, written, unseen }) {
  const cells2 = {
    locks: strongestOf(locks).map(locksOf),
    rewritten: rewritten.map(relationOf),
    scanned: scanned.filter(isWorthwhile).map(
      ({ relation, tuples }) => `${relationOf(relation)}: ${grouped(tuples)} ${tuples === 1 ? "row" : "rows"}`
    ),
    written: written.map(writtenOf)
  };
  return ["locks", "rewritten", "scanned", "written"].map(
    (name) => inCell(unseen.includes(name) ? "not seen" : lines(cells2[name]))
  );
}
function strongestOf(locks) {
  const ofEach = [
    ...Map.groupBy(locks, ({ relation }) => JSON.stringify([relation.schema, relation.name])).values()
  ];
  const modes = ofEach.flatMap((those) => {
    const mode = strongest(those.map((lock) => lock.mode));
    return mode && those[0] ? [{ mode, relation: those[0].relation }] : [];
  });
  return lockModes.toReversed().flatMap((mode) => {
    const relations = modes.filter((lock) => lock.mode === mode).map(({ relation }) => relation);
    const sorted = relations.toSorted((one, other) => Number(other.existed) - Number(one.existed));
    return sorted.length > 0 ? [[mode, sorted]] : [];
  });
}
var locksOf = ([mode, relations]) => `${code(mode)} ${listed(relations.map(relationOf))}`;
var isWorthwhile = ({ relation, tuples }) => relation.existed || tuples > 0;
function relationOf(relation) {
  const { of, existed } = relation;
  return `${code(shownRelation(relation))}${of === void 0 ? "" : ` on ${code(of)}`}${existed ? "" : " (new)"}`;
}
function writtenOf({ relation, inserted, updated, deleted }) {
  const done = [
    ...inserted > 0 ? [`${grouped(inserted)} inserted`] : [],
    ...updated > 0 ? [`${grouped(updated)} updated`] : [],
    ...deleted > 0 ? [`${grouped(deleted)} deleted`] : []
  ];
  return `${relationOf(relation)}: ${done.join(", ")}`;
}
var listed = (names) => bounded(names).join(", ");
var lines = (items) => bounded(items).join("<br>");
var bounded = (items) => items.length > most ? [...items.slice(0, most), `and ${items.length - most} more`] : items;

// src/reporters/markdown/statements.ts
function statementsOf(move, page) {
  const { statements, direction } = move;
  if (statements.length === 0) return "";
  return paragraphs(`**SQL of the ${direction}**`, sqlOf(statements, page), effectsTable(move, page));
}
function sqlOf(statements, { extent }) {
  const texts = statements.slice(0, extent.lines).map(({ sql, sets, milliseconds }, at) => {
    const times = sets === void 0 ? "" : `, with ${count(sets, "set")} of parameters`;
    const lines2 = plain(beginning(sql, extent.characters).shown).trimEnd().split("\n");
    const body = withoutMargin(lines2.slice(lines2.findIndex((line) => line.trim() !== "")));
    return `-- ${at + 1}, ${duration(milliseconds)}${times}
${body}`;
  });
  return fenced(texts.join("\n\n"), "sql", extent);
}
function effectsTable({ statements, revision }, page) {
  const own = page.report.graph.revisions.find(({ id }) => id === revision)?.place.file;
  const rows = statements.slice(0, page.rows).map((statement, at) => ({
    number: at + 1,
    cells: cells(statement, page, own)
  }));
  const more = statements.length - rows.length;
  const filled = columns.flatMap(
    (title, at) => at === 0 || rows.some((row) => row.cells[at] !== "") ? [{ title, at }] : []
  );
  const table = [
    `| | ${filled.map(({ title }) => title).join(" | ")} |`,
    `| ---: |${" --- |".repeat(filled.length)}`,
    ...rows.map((row) => `| ${row.number} | ${filled.map(({ at }) => row.cells[at]).join(" | ")} |`)
  ].join("\n");
  return paragraphs(
    table,
    more > 0 ? `${count(more, "more statement")} ${more === 1 ? "is" : "are"} left out.` : ""
  );
}
var columns = ["line", "locks taken", "rewritten", "scanned", "rows written"];
function cells({ place, trace }, page, own) {
  const where = place ? inCell(lineLink(place, page, own)) : "";
  return [where, ...trace ? effectCells(trace) : ["not looked at", "", "", ""]];
}
var lineLink = (place, page, own) => place.file === own && place.line !== void 0 ? link(code(String(place.line)), page.links?.place(place)) : placeLink(place, page);

// src/reporters/markdown/revisions.ts
function revisionsList(page) {
  const worst = worstOfEach(page);
  const trips = worstFirst(page, worst);
  const piece = remember((at) => revisionOf(trips[at], worst, page));
  return {
    length: trips.length,
    render(shown) {
      if (trips.length === 0) return "";
      const more = trips.length - shown;
      return paragraphs(
        "### Revision by revision",
        ...trips.slice(0, shown).map((_, at) => piece(at)),
        more > 0 ? `${count(more, "more revision")} ${more === 1 ? "is" : "are"} not shown here.` : ""
      );
    }
  };
}
function worstOfEach({ report }) {
  const worst = /* @__PURE__ */ new Map();
  for (const finding of countedIn(report))
    if (finding.revision !== void 0 && !worst.has(finding.revision)) worst.set(finding.revision, finding);
  return worst;
}
function worstFirst({ report }, worst) {
  const { roundTrips, passedThrough } = report.observations;
  const failed = passedThrough.filter(({ failure }) => failure).map((upgrade) => ({ revision: upgrade.revision, upgrade }));
  const ranks = new Map([...worst.keys()].map((id, at) => [id, at]));
  const rank = ({ revision }) => ranks.get(revision) ?? Number.MAX_SAFE_INTEGER;
  return [...failed, ...roundTrips].toSorted((one, other) => rank(one) - rank(other));
}
function revisionOf(trip, worst, page) {
  const { revision: id, upgrade, downgrade } = trip;
  const { graph } = page.report;
  const revision = graph.revisions.find((one) => one.id === id);
  const summary = `${iconOf(worst.get(id))} ${htmlCode(nameOf(id, revision))}: ${outcomeOf(trip)}`;
  const body = paragraphs(
    resultOf(trip, page),
    statementsOf(upgrade, page),
    downgrade ? statementsOf(downgrade, page) : "",
    printed([upgrade, downgrade], page)
  );
  return folded(summary, body);
}
var nameOf = (id, revision) => revision && revision.title !== "" && revision.title !== id ? `${id} ${revision.title}` : id;
var iconOf = (worst) => worst ? severityIcons[worst.severity] : "\u2705";
var printed = (moves, { extent }) => paragraphs(
  ...moves.map((move) => {
    if (!move || move.output.text === "") return "";
    const { text: text2, omitted } = move.output;
    const without = omitted > 0 ? `, without ${count(omitted, "byte")}` : "";
    return folded(`Printed by the ${move.direction}${without}`, fenced(text2, "text", extent));
  })
);

// src/reporters/markdown/timeline.ts
var mostMoves = 90;
function timeline({ report }) {
  const moves = movesOf(report);
  if (moves.length === 0) return "";
  const shown = longest2(moves);
  const more = moves.length - shown.length;
  return paragraphs(
    "### The time it took",
    `\`\`\`mermaid
${gantt(shown)}
\`\`\``,
    "Moves one after the other, without the looking in between.",
    more > 0 ? `${count(more, "shorter move")} ${more === 1 ? "is" : "are"} not drawn.` : ""
  );
}
function longest2(moves) {
  const those = moves.toSorted((one, other) => other.milliseconds - one.milliseconds).slice(0, mostMoves);
  const wanted = new Set(those);
  return moves.filter((move) => wanted.has(move));
}
function gantt(moves) {
  const lines2 = ["gantt", "  dateFormat x", "  axisFormat %M:%S.%L"];
  let start = 0;
  let before;
  for (const move of moves) {
    const { revision, failure, milliseconds } = move;
    if (revision !== before?.revision) lines2.push(`  section ${label(revision) || "unnamed"}`);
    const length = Math.max(1, Math.round(milliseconds));
    lines2.push(`  ${nameOf2(move, before)} :${failure ? "crit, " : ""}${start}, ${start + length}`);
    start += length;
    before = move;
  }
  return lines2.join("\n");
}
var nameOf2 = ({ direction, revision }, before) => before?.direction === "downgrade" && before.revision === revision ? `${direction} again` : direction;

// src/reporters/markdown/document.ts
function markdownDocument(report, { links, budget }, { size, opening = heading(report) }) {
  const parts = partsOf({ report, links, ...size }, size);
  const dials = dialsOf(parts, size);
  const render = (shown) => `${paragraphs(
    opening,
    glance(report),
    parts.relaxations.render(shown.relaxations),
    parts.findings.render(shown),
    parts.drawing.render(shown.drawing),
    parts.revisions.render(shown.revisions),
    parts.timeline.render(shown.timeline),
    parts.notChecked.render(shown.notChecked),
    parts.letPass.render(shown.letPass)
  )}
`;
  return withinBudget(dials, render, budget) ?? `${opening}
`;
}
var partsOf = (page, size) => ({
  findings: findingsPart(page),
  relaxations: relaxations(page),
  notChecked: notChecked(page),
  letPass: letPass(page),
  revisions: size.revisions > 0 ? revisionsList(page) : allOrNothing("", ""),
  drawing: allOrNothing(drawing(page, size.drawn), "The drawing of the revisions is left out here."),
  timeline: allOrNothing(size.withTimeline ? timeline(page) : "", "The time line is left out here.")
});
function dialsOf(parts, size) {
  const entries = ({ length }) => Math.min(length, size.entries);
  const findings = parts.findings.length;
  return [
    // Those that stand open come before the lists and the drawing.
    { of: "findings", most: Math.min(findings, openFindings) },
    { of: "relaxations", most: entries(parts.relaxations) },
    { of: "notChecked", most: entries(parts.notChecked) },
    { of: "drawing", most: parts.drawing.length },
    { of: "findings", most: findings },
    { of: "letPass", most: entries(parts.letPass) },
    { of: "timeline", most: parts.timeline.length },
    { of: "revisions", most: Math.min(parts.revisions.length, size.revisions) },
    { of: "evidence", most: findings }
  ];
}
var allOrNothing = (whole, leftOut3) => ({
  length: whole === "" ? 0 : 1,
  render: (shown) => whole === "" ? "" : shown > 0 ? whole : leftOut3
});

export {
  markdownDocument
};
