import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  patchOf,
  signOf
} from "./chunk-S6WYGNCQ.js";
import {
  bySeverity
} from "./chunk-SD7SOR3F.js";
import {
  cut,
  makePage,
  wrap
} from "./chunk-Q3TF5BEG.js";
import {
  movesOf,
  walked
} from "./chunk-BUWVPI25.js";
import {
  reasonsNotChecked
} from "./chunk-3MDOQA3Y.js";
import {
  bounded
} from "./chunk-YXI4UX5B.js";
import {
  count,
  duration,
  few
} from "./chunk-UIHX4XYS.js";
import "./chunk-37354AS2.js";
import {
  placeText
} from "./chunk-67HGM7VL.js";
import {
  countedIn
} from "./chunk-ODNIKTB2.js";
import {
  oneLine,
  plain
} from "./chunk-JM26A2YD.js";
import "./chunk-4ZDK54KC.js";

// src/reporters/terminal/evidence.ts
var indent = "  ";
var longest = 20;
function evidenceLines(evidence, page) {
  switch (evidence.kind) {
    case "difference":
      return differenceLines(evidence, page);
    case "sql":
      return block(evidence.text, "SQL", page);
    case "server":
      return block(evidence.text, "server", page);
    case "output":
      return block(evidence.text, "printed", page);
    case "note":
      return wrap(plain(evidence.text), page, indent).map((line) => page.paint("dim", line));
  }
}
function differenceLines({ words, before, after }, page) {
  const sign = signOf(words);
  const head = `${indent}${page.paint(styles[sign], `${sign} ${oneLine(words)}`)}`;
  if (before === void 0 && after === void 0) return [head];
  return [head, ...patchLines(plain(before ?? ""), plain(after ?? ""), page)];
}
var styles = { "+": "green", "-": "red", "~": "yellow" };
function patchLines(before, after, page) {
  const lines = patchOf(before, after);
  return shorten(lines, page).map((line) => {
    const style = line.startsWith("+") ? "green" : line.startsWith("-") ? "red" : "dim";
    return `${indent}    ${page.paint(style, line)}`;
  });
}
function block(text, label, page) {
  const lines = shorten(
    plain(text).replace(/^\s*\n/, "").trimEnd().split("\n"),
    page
  );
  const margin = " ".repeat(label.length);
  return lines.map((line, at2) => `${indent}${page.paint("cyan", at2 === 0 ? label : margin)} ${line}`);
}
function shorten(lines, { verbose }) {
  return verbose || lines.length <= longest ? lines : [...lines.slice(0, longest), `... ${lines.length - longest} more lines (--verbose)`];
}

// src/reporters/terminal/frame.ts
var around = 2;
function codeFrame({ file, line }, { graph }, page) {
  const source = graph.revisions.find(({ place }) => place.file === file)?.source ?? "";
  const lines = source.replace(/\n$/, "").split("\n");
  if (source === "" || line === void 0 || line > lines.length) return [];
  const isEmpty = (number) => (lines[number - 1] ?? "").trim() === "";
  let first = Math.max(1, line - around);
  let last = Math.min(lines.length, line + around);
  while (first < line && isEmpty(first)) first += 1;
  while (last > line && isEmpty(last)) last -= 1;
  const digits = String(last).length;
  return lines.slice(first - 1, last).map((text, at2) => {
    const number = first + at2;
    const gutter = `${number === line ? ">" : " "} ${String(number).padStart(digits)} | `;
    const code = cut(plain(text), page.width - gutter.length - 2);
    return number === line ? `  ${page.paint(["red", "bold"], gutter)}${code}` : `  ${page.paint("dim", (gutter + code).trimEnd())}`;
  });
}

// src/reporters/terminal/suggestion.ts
function suggestionLines({ suggestion }, page) {
  if (!suggestion) return [];
  const { edit, milliseconds } = suggestion;
  const where = `${oneLine(edit.file)}:${edit.startLine}`;
  return [
    "",
    `  ${page.paint("green", "Suggested, and tried here")} ${page.paint("dim", `in ${duration(milliseconds)}:`)} ${where}`,
    ...patchLines(plain(edit.before.join("\n")), plain(edit.after.join("\n")), page)
  ];
}

// src/reporters/terminal/finding.ts
var styles2 = {
  error: "red",
  warning: "yellow",
  notice: "blue"
};
var shownWhole = 5;
function findingsLines(report, page) {
  const counted = countedIn(report);
  const short = page.verbose ? /* @__PURE__ */ new Set() : new Set(inShort(counted));
  const lines = counted.flatMap(
    (finding) => short.has(finding) ? shortLines(finding, page) : wholeLines(finding, report, page)
  );
  const hints = [
    ...short.size === 0 ? [] : [`${count(short.size, "finding")} in short; --verbose shows all whole`],
    ...counted.slice(0, 1).map(({ rule }) => `migrate-check explain ${oneLine(rule)} says more`)
  ];
  return hints.length === 0 ? lines : [...lines, "", ...hints.map((hint) => page.paint("dim", hint))];
}
var inShort = (findings) => [...Map.groupBy(findings, ({ rule }) => rule).values()].flatMap(
  (ofRule) => ofRule.filter(({ severity }, at2) => severity === "notice" || at2 >= shownWhole)
);
function wholeLines(finding, report, page) {
  const { place, evidence } = finding;
  const frame = codeFrame(place, report, page);
  const shown = evidence.flatMap((one) => evidenceLines(one, page));
  return [
    ...headLines(finding, page),
    ...frame.length > 0 ? ["", ...frame] : [],
    ...shown.length > 0 ? ["", ...shown] : [],
    "",
    ...helpLines(finding, page),
    ...suggestionLines(finding, page)
  ];
}
var shortLines = (finding, page) => [
  ...headLines(finding, page),
  ...helpLines(finding, page),
  ...suggestionLines(finding, page)
];
function headLines({ severity, rule, place, message }, page) {
  return [
    "",
    `${page.paint([styles2[severity], "bold"], severity)}  ${page.paint("bold", oneLine(placeText(place)))}  ${page.paint("dim", oneLine(rule))}`,
    ...wrap(plain(message), page, "  ")
  ];
}
var helpLines = ({ help }, page) => wrap(plain(help), page, "  ").map(
  (line, at2) => at2 === 0 ? `${page.paint("green", "  \u2192")} ${line.trimStart()}` : `  ${line}`
);

// src/reporters/terminal/header.ts
var labels = {
  python: "Python",
  alembic: "Alembic",
  sqlalchemy: "SQLAlchemy"
};
function header(report, page) {
  const { project, toolchain, server, writtenBy } = report;
  const versions = Object.entries(toolchain.versions).map(
    ([name, version]) => `${labels[name] ?? name} ${version}`
  );
  return [
    `${page.paint("bold", `migrate-check ${oneLine(writtenBy)}`)}  ${oneLine(project.label)} ${page.paint("dim", `(${oneLine(project.because)})`)}`,
    ...versions.length > 0 ? toolchainLines(oneLine(versions.join(", ")), toolchain, page) : [],
    ...server ? [`  PostgreSQL ${oneLine(server.version)} ${page.paint("dim", `\xB7 ${oneLine(server.provider)}`)}`] : [],
    ...wrap(oneLine(walked(report)), page, "  ")
  ];
}
function toolchainLines(versions, { interpreter }, page) {
  const path = oneLine(interpreter);
  const lines = wrap(versions, page, "  ");
  const last = lines.at(-1) ?? "";
  return last.length + path.length + 3 <= page.width ? [...lines.slice(0, -1), `${last} ${page.paint("dim", `\xB7 ${path}`)}`] : [...lines, `  ${page.paint("dim", path)}`];
}

// src/reporters/terminal/let-pass.ts
function letPassLines({ findings, baseline }, page) {
  const passed = findings.filter(({ suppressed }) => suppressed);
  const single = passed.filter(({ suppressed }) => page.verbose || suppressed?.by !== "baseline");
  const lines = [
    ...single.map((finding) => ofFinding(finding, page)),
    ...baseline ? ofBaseline(baseline, page) : []
  ];
  return section("let pass", lines, page);
}
function ofFinding({ rule, place, suppressed }, page) {
  const until = suppressed?.until === void 0 ? "" : ` (until ${oneLine(suppressed.until)})`;
  return cut(`  ${oneLine(rule)}  ${at(place)}  ${oneLine(suppressed?.reason ?? "")}${until}`, page.width);
}
function ofBaseline({ file, letPass, fixed }, page) {
  const gone = fixed.map(({ rule, file: file2 }) => cut(`    ${oneLine(rule)}  ${oneLine(file2)}`, page.width));
  const shown = page.verbose ? gone : gone.slice(0, most);
  const more = gone.length - shown.length;
  return [
    `  ${count(letPass, "finding")} recorded in ${oneLine(file)}`,
    ...gone.length > 0 ? [
      `  ${count(gone.length, "entry", "entries")} of it ${gone.length === 1 ? "is" : "are"} fixed and can go: migrate-check baseline`,
      ...shown,
      ...more > 0 ? [`    and ${more} more`] : []
    ] : []
  ];
}
var most = 10;
function relaxationLines({ relaxations = [] }, page) {
  const lines = relaxations.map(({ place, words }) => `  ${place ? `${at(place)}  ` : ""}${oneLine(words)}`);
  return section("this change lets pass", lines, page);
}
var section = (title, lines, page) => lines.length === 0 ? [] : ["", page.paint("bold", title), ...lines];
var at = (place) => oneLine(placeText(place));

// src/reporters/terminal/moves.ts
function moveLines({ graph, observations }, page) {
  const titles = new Map(graph.revisions.map(({ id, title }) => [id, title]));
  const passed = observations.passedThrough.map((move) => ({ revision: move.revision, moves: [move] }));
  const walked2 = observations.roundTrips.map(({ revision, upgrade, downgrade, reupgrade }) => ({
    revision,
    moves: [upgrade, downgrade, reupgrade]
  }));
  return [...passed, ...walked2].flatMap(({ revision, moves }) => [
    "",
    page.paint("bold", oneLine(`${revision} ${titles.get(revision) ?? ""}`)),
    ...moves.flatMap((move, at2) => move ? linesOf(move, at2 === 2, page) : [])
  ]);
}
function linesOf(move, again, page) {
  const name = again ? "upgrade again" : move.direction;
  const end = move.failure ? page.paint("red", ` ${oneLine(move.failure.error)}`) : "";
  return [
    `  ${name} ${page.paint("dim", duration(move.milliseconds))}${end}`,
    ...move.statements.map((statement) => statementLine(statement, page))
  ];
}
function statementLine({ sql, place, milliseconds, rows }, page) {
  const time = duration(milliseconds).padStart(9);
  const line = place?.line === void 0 ? "" : `:${place.line}`;
  const tail = rows === void 0 || rows < 1 ? "" : `  (${rows} rows)`;
  return `  ${page.paint("dim", `${time} ${line.padEnd(5)}`)} ${cut(oneLine(sql), page.width - 20 - tail.length)}${page.paint("dim", tail)}`;
}

// src/reporters/terminal/not-checked.ts
function notCheckedLines(report, page) {
  const remarks = report.observations.remarks.map(({ text }) => text);
  return [
    ...section2("not checked", reasonsNotChecked(report), page),
    ...section2("good to know", remarks, page)
  ];
}
function section2(title, lines, page) {
  return lines.length === 0 ? [] : ["", page.paint("bold", title), ...lines.flatMap((line) => wrap(oneLine(line), page, "  "))];
}

// src/reporters/terminal/rules.ts
function rulesLines(report, page) {
  const findings = countedIn(report);
  if (findings.length < 2) return [];
  const groups = [...Map.groupBy(findings, ({ rule }) => oneLine(rule))];
  const width = Math.max(...groups.map(([rule]) => rule.length));
  return [
    "",
    page.paint("bold", "found"),
    ...groups.map(([rule, found]) => lineOf(rule, found, width, page))
  ];
}
function lineOf(rule, found, width, page) {
  const revisions = [
    ...new Set(found.flatMap(({ revision }) => revision === void 0 ? [] : [oneLine(revision)]))
  ];
  const start = `  ${String(found.length).padStart(3)} ${rule.padEnd(width)}  `;
  return `${start}${page.paint("dim", fitted(revisions, page.width - start.length))}`.trimEnd();
}
function fitted(revisions, width) {
  const caps = [6, 5, 4, 3, 2, 1];
  return caps.map((cap) => few(revisions, cap)).find((text) => text.length <= width) ?? cut(few(revisions, 1), width);
}

// src/reporters/terminal/summary.ts
var styles3 = {
  passed: "green",
  failed: "red",
  incomplete: "yellow"
};
function summary(report, page) {
  const { verdict, findings, milliseconds, observations } = report;
  const counted = countedIn(report);
  const found = bySeverity(counted);
  const letPass = findings.length - counted.length;
  const moves = movesOf(report);
  const slowest = moves.reduce(
    (most2, move) => most2 && most2.milliseconds >= move.milliseconds ? most2 : move,
    void 0
  );
  const { count: rebuilt, moves: extra } = observations.recoveries;
  return [
    "",
    `${page.paint([styles3[verdict], "bold"], verdict)}: ${found.join(", ") || "no findings"}${letPass > 0 ? `, ${letPass} let pass` : ""}${verdict === "incomplete" ? "; something in scope could not be checked" : ""}`,
    page.paint(
      "dim",
      [
        `${count(moves.length, "move")} in ${duration(milliseconds)}`,
        ...slowest ? [
          `slowest: ${slowest.direction} of ${oneLine(slowest.revision)}, ${duration(slowest.milliseconds)}`
        ] : [],
        ...rebuilt > 0 ? [`${count(rebuilt, "database")} rebuilt after failed moves (${count(extra, "extra move")})`] : []
      ].join(" \xB7 ")
    )
  ];
}

// src/reporters/terminal.ts
var longest2 = 1e5;
var terminal = {
  id: "terminal",
  render(given, how) {
    const report = bounded(given, longest2);
    const page = makePage(how);
    const lines = [
      ...header(report, page),
      ...how.verbose ? moveLines(report, page) : [],
      ...findingsLines(report, page),
      ...notCheckedLines(report, page),
      ...letPassLines(report, page),
      ...relaxationLines(report, page),
      ...rulesLines(report, page),
      ...summary(report, page)
    ];
    return `${lines.join("\n")}
`;
  }
};
export {
  terminal
};
