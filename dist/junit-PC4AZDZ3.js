import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  inRepository
} from "./chunk-NKNIRHGX.js";
import {
  reasonsNotChecked
} from "./chunk-3MDOQA3Y.js";
import {
  label,
  shown
} from "./chunk-YXI4UX5B.js";
import {
  count,
  few
} from "./chunk-UIHX4XYS.js";
import {
  fails,
  opens
} from "./chunk-JYWKWCTX.js";
import {
  roundTripsIn
} from "./chunk-37354AS2.js";
import "./chunk-67HGM7VL.js";
import "./chunk-ODNIKTB2.js";
import {
  plain
} from "./chunk-JM26A2YD.js";
import "./chunk-4ZDK54KC.js";

// src/reporters/junit/findings.ts
var wholeParts = ["chain", "rehearsal", "models"];
function sort({ findings, plan, failOn }, { rule }) {
  const inScope = new Set(roundTripsIn(plan));
  const cases = Map.groupBy(findings, (finding) => {
    const part = rule?.(finding.rule)?.part ?? "rest";
    const { revision } = finding;
    const isOfTrip = revision !== void 0 && inScope.has(revision) && !wholeParts.includes(part);
    return keyOf(isOfTrip ? revision : void 0, isOfTrip || wholeParts.includes(part) ? part : "rest");
  });
  return {
    ofRevision: (revision, part) => cases.get(keyOf(revision, part)) ?? [],
    ofWhole: (part) => cases.get(keyOf(void 0, part)) ?? [],
    fails: (finding) => fails(finding, failOn)
  };
}
var keyOf = (revision, part) => JSON.stringify([part, revision ?? null]);

// src/reporters/junit/revisions.ts
var parts = [
  { part: "upgrade", name: "upgrade", unseen: ["revision"], move: ({ upgrade }) => upgrade },
  {
    part: "downgrade",
    name: "downgrade",
    unseen: ["downgrade", "revision"],
    move: ({ downgrade }) => downgrade
  },
  {
    part: "reupgrade",
    name: "upgrade again",
    unseen: ["reupgrade", "downgrade", "revision"],
    move: ({ reupgrade }) => reupgrade
  }
];
function revisionSuites(report, findings) {
  const { plan, graph, observations, project } = report;
  const revisions = new Map(graph.revisions.map((revision) => [revision.id, revision]));
  const trips = new Map(observations.roundTrips.map((trip) => [trip.revision, trip]));
  const unseen = Map.groupBy(observations.notObserved, ({ revision }) => revision);
  return plan.steps.flatMap((step) => {
    if (step.kind !== "round-trip") return [];
    const id = step.revision;
    const revision = revisions.get(id);
    const about = { id, trip: trips.get(id), notObserved: unseen.get(id) ?? [], findings };
    return [
      {
        name: label(`${id} ${revision?.title ?? ""}`, 300, "unnamed"),
        className: classNameOf(project.label, id),
        lines: revision && inRepository(revision.place),
        cases: [...parts.map((part) => moveCase(part, about)), rulesCase(about)]
      }
    ];
  });
}
var classNameOf = (project, name) => [project, name].map((one) => label(one, 200, "unnamed").replaceAll(".", "_")).join(".");
function moveCase({ part, name, unseen, move }, { id, trip, notObserved, findings }) {
  const walked = trip && move(trip);
  const whyNot = notObserved.find(({ what }) => unseen.includes(what))?.why;
  return {
    name,
    milliseconds: walked?.milliseconds,
    notChecked: walked ? void 0 : whyNot ?? "it was not run",
    ...split(findings.ofRevision(id, part), findings)
  };
}
var rulesCase = ({ id, trip, notObserved, findings }) => ({
  name: "rules",
  notChecked: trip ? void 0 : notObserved[0]?.why ?? "it was not run",
  ...split(findings.ofRevision(id, "rest"), findings)
});
var split = (all, { fails: fails2 }) => ({
  failing: all.filter(fails2),
  other: all.filter((finding) => !fails2(finding))
});

// src/reporters/junit/text.ts
var headOf = ({ place: { file, line }, message }) => `${label(file, 300, "?")}${line === void 0 ? "" : `:${line}`}: ${label(message, 2e3, "no message")}`;
function findingText(finding) {
  const { rule, severity, help, evidence, suppressed } = finding;
  const passed = suppressed && `let pass by ${suppressed.by}: ${label(suppressed.reason, 500, "no reason")}`;
  return [
    `${severity} ${label(rule, 255, "unnamed")}${passed ? ` (${passed})` : ""}`,
    headOf(finding),
    ...evidence.map(evidenceText),
    shown(help, 2e3)
  ].join("\n");
}
function evidenceText(evidence) {
  if (evidence.kind !== "difference") return `${names[evidence.kind]}${shown(evidence.text, 4e3)}`;
  const { words, before, after } = evidence;
  const change = before === void 0 && after === void 0 ? [] : [before ?? "", after ?? ""];
  return [
    label(words, 1e3, "a difference"),
    ...change.map((text, at) => `${at === 0 ? "before" : "after"}: ${shown(text, 4e3)}`)
  ].join("\n");
}
var names = { sql: "SQL: ", server: "server: ", output: "printed: ", note: "" };

// src/reporters/junit/suite.ts
function suiteElement({ name, className, lines, cases }) {
  const outcomes = cases.map((one) => outcomeOf(one)?.name);
  const number = (outcome) => outcomes.filter((one) => one === outcome).length;
  const took = cases.reduce((sum, { milliseconds = 0 }) => sum + milliseconds, 0);
  return {
    name: "testsuite",
    attributes: {
      name,
      tests: cases.length,
      failures: number("failure"),
      errors: number("error"),
      skipped: number("skipped"),
      time: seconds(took),
      file: lines?.file
    },
    content: cases.map((one) => caseElement(one, className, lines))
  };
}
function caseElement(one, className, lines) {
  const { name, milliseconds = 0, other = [] } = one;
  const outcome = outcomeOf(one);
  const output = other.map(findingText).join("\n\n");
  return {
    name: "testcase",
    attributes: { name, classname: className, file: lines?.file, time: seconds(milliseconds) },
    content: [
      ...outcome ? [outcome] : [],
      ...output === "" ? [] : [{ name: "system-out", attributes: {}, content: output }]
    ]
  };
}
function outcomeOf({ failing = [], notChecked, incomplete }) {
  const [first] = failing;
  if (first) {
    const more = failing.length > 1 ? ` (and ${failing.length - 1} more)` : "";
    const content = failing.map(findingText).join("\n\n");
    return {
      name: "failure",
      attributes: { type: label(first.rule, 255, "unnamed"), message: `${headOf(first)}${more}` },
      content
    };
  }
  if (incomplete !== void 0)
    return { name: "error", attributes: { type: "incomplete", message: shown(incomplete, 2e3) } };
  if (notChecked !== void 0) return { name: "skipped", attributes: { message: shown(notChecked, 2e3) } };
  return void 0;
}
var seconds = (milliseconds) => (milliseconds / 1e3).toFixed(3);

// src/reporters/junit/whole.ts
var names2 = {
  chain: "down in a row",
  rehearsal: "upgrade in one go",
  models: "models"
};
function wholeSuite(report, findings) {
  const { project } = report;
  return {
    name: "the history as a whole",
    className: classNameOf(project.label, "history"),
    lines: project.file === void 0 ? void 0 : inRepository({ file: project.file }),
    cases: [
      ...["chain", "rehearsal", "models"].flatMap((part) => walkCase(part, report, findings)),
      { name: "rules", ...split(findings.ofWhole("rest"), findings) },
      ...uncheckedRules(report),
      ...completeness(report)
    ]
  };
}
function walkCase(part, { observations }, findings) {
  const found = findings.ofWhole(part);
  const seen = observations[part];
  const unseen = observations.notObserved.find(({ what }) => what === part);
  if (!seen && !unseen && found.length === 0) return [];
  return [
    {
      name: names2[part],
      milliseconds: part === "rehearsal" ? observations.rehearsal?.milliseconds : void 0,
      notChecked: seen ? void 0 : unseen?.why,
      ...split(found, findings)
    }
  ];
}
function uncheckedRules({ coverage }) {
  const unchecked = coverage.flatMap((one) => one.state === "not-checked" ? [one] : []);
  if (unchecked.length === 0) return [];
  const reasons = [...Map.groupBy(unchecked, ({ why }) => why)].map(
    ([why, rules]) => `${count(rules.length, "rule")}: ${why} (${few(rules.map(({ rule }) => rule))})`
  );
  return [{ name: "rules that were not checked", notChecked: reasons.join("\n") }];
}
var completeness = (report) => report.verdict !== "incomplete" || opens(report) ? [] : [
  {
    name: "everything in scope was looked at",
    incomplete: `Something in scope was not looked at:
${reasonsNotChecked(report).join("\n")}`
  }
];

// src/reporters/junit/xml.ts
var references = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\n": "&#10;"
};
var escaped = (text) => plain(text).replace(/[&<>]/g, (character) => references[character] ?? "").replaceAll("::", ":&#58;").replaceAll("##", "#&#35;");
var quoted = (text) => `"${escaped(text).replace(/["'\n]/g, (character) => references[character] ?? "")}"`;
var document = (root) => `<?xml version="1.0" encoding="UTF-8"?>
${elementText(root, "")}`;
function elementText({ name, attributes, content = [] }, indent) {
  const inTag = Object.entries(attributes).flatMap(
    ([key, value]) => value === void 0 ? [] : [` ${key}=${quoted(String(value))}`]
  );
  const start = `${indent}<${name}${inTag.join("")}`;
  if (content.length === 0) return `${start}/>
`;
  const inside = typeof content === "string" ? escaped(content) : `
${content.map((one) => elementText(one, `${indent}  `)).join("")}${indent}`;
  return `${start}>${inside}</${name}>
`;
}

// src/reporters/junit.ts
var junit = {
  id: "junit",
  render(report, how) {
    const findings = sort(report, how);
    const suites = [...revisionSuites(report, findings), wholeSuite(report, findings)];
    const elements = suites.map(suiteElement);
    const sum = (name) => elements.reduce((total, { attributes }) => total + Number(attributes[name]), 0);
    return document({
      name: "testsuites",
      attributes: {
        name: `migrate-check ${label(report.project.label, 200, "project")}`,
        tests: sum("tests"),
        failures: sum("failures"),
        errors: sum("errors"),
        time: (report.milliseconds / 1e3).toFixed(3)
      },
      content: elements
    });
  }
};
export {
  junit
};
