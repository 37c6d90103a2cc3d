import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  fingerprintsOf
} from "./chunk-4TY4SFYD.js";
import {
  inRepository,
  linesOf
} from "./chunk-NKNIRHGX.js";
import {
  movesOf
} from "./chunk-BUWVPI25.js";
import {
  reasonsOfRun
} from "./chunk-3MDOQA3Y.js";
import {
  label,
  shown
} from "./chunk-YXI4UX5B.js";
import {
  count,
  few
} from "./chunk-UIHX4XYS.js";
import "./chunk-37354AS2.js";
import "./chunk-67HGM7VL.js";
import {
  countedIn
} from "./chunk-ODNIKTB2.js";
import {
  plain
} from "./chunk-JM26A2YD.js";
import "./chunk-4ZDK54KC.js";

// src/reporters/sarif/fitting.ts
var mostResults = 5e3;
function fitting(results, bytes) {
  let left = bytes;
  const end = results.slice(0, mostResults).findIndex((result) => {
    left -= Buffer.byteLength(JSON.stringify(result)) + 1;
    return left < 0;
  });
  return results.slice(0, end === -1 ? mostResults : end);
}

// src/reporters/sarif/message.ts
var longest = 4e3;
var message = (text, otherwise) => ({
  text: shown(text, longest).trim().replaceAll("](", "] (").replace(/\{(?=\d+\})/g, "{ ") || otherwise
});

// src/reporters/sarif/notifications.ts
var most = 500;
function notificationsOf(report, rules, leftOut) {
  const left = `${count(leftOut, "more finding")}, the mildest, have no room here: the report that --json writes has all`;
  return [
    ...leftOut > 0 ? [{ level: "warning", message: message(left, "") }] : [],
    ...atMost(reasonsOfRun(report).map((reason) => note(`Not checked: ${reason}`))),
    ...atMost(report.observations.remarks.map(({ text }) => note(`Good to know: ${text}`))),
    ...atMost(rulesNotChecked(report, rules))
  ];
}
var note = (text) => ({ level: "note", message: message(text, "") });
function atMost(notes) {
  if (notes.length <= most) return notes;
  return [...notes.slice(0, most), note(`${notes.length - most} more like these`)];
}
var rulesNotChecked = ({ coverage }, rules) => coverage.flatMap((one) => {
  const why = one.state === "not-checked" ? one.why : one.state === "checked" && few(one.notChecked);
  const reference = rules.reference(one.rule);
  return why && reference ? [{ ...note(`${reference.id} not checked: ${why}`), associatedRule: reference }] : [];
});

// src/reporters/sarif/callers.ts
function callersIn(report) {
  const { chain, rehearsal } = report.observations;
  const steps = [
    ...[...movesOf(report), ...chain?.failure ? [chain.failure] : []].flatMap(stepsOf),
    ...rehearsal?.failure ? [rehearsal.failure] : []
  ];
  const ways = /* @__PURE__ */ new Map();
  for (const { place, calledFrom = [] } of steps) {
    const key = place && keyOf(place);
    if (key !== void 0 && calledFrom.length > 0 && !ways.has(key)) ways.set(key, calledFrom);
  }
  return (place) => ways.get(keyOf(place)) ?? [];
}
var stepsOf = ({
  statements,
  failure
}) => [
  ...statements,
  ...failure ? [failure] : []
];
var keyOf = ({ file, line }) => `${line} ${file}`;

// src/reporters/sarif/location.ts
var locationOf = ({ file }) => ({
  uri: file.split("/").map(encodeURIComponent).join("/"),
  uriBaseId: "%SRCROOT%"
});

// src/reporters/sarif/fix.ts
var longest2 = 4e3;
function fixOf({ suggestion }) {
  if (!suggestion) return void 0;
  const { file, startLine, endLine, after } = suggestion.edit;
  const lines = inRepository({ file, line: startLine, endLine });
  const text = after.join("\n");
  if (!lines || text.length > longest2 || !isPlain(text)) return void 0;
  const deletedRegion = { startLine: lines.line, startColumn: 1, endLine: lines.endLine };
  return {
    description: { text: "Tried on a disposable PostgreSQL" },
    artifactChanges: [
      {
        artifactLocation: locationOf(lines),
        // Without an end column a region ends before the line feed of its last line: section 3.30.2.
        replacements: [{ deletedRegion, insertedContent: { text } }]
      }
    ]
  };
}
var isPlain = (text) => plain(text) === text.replaceAll("	", "    ");

// src/reporters/sarif/rules.ts
var longestId = 255;
var longestDescription = 1024;
var levels = { error: "error", warning: "warning", notice: "note" };
var problems = { error: "error", warning: "warning", notice: "recommendation" };
function descriptorsOf(report, how) {
  const off = new Set(report.coverage.flatMap(({ state, rule }) => state === "off" ? [rule] : []));
  const rules = [
    ...report.findings.map(({ rule, severity }) => ({ id: rule, title: "", severity })),
    ...report.rules.filter(({ id }) => !off.has(id))
  ];
  const named = new Map(rules.map((rule) => [nameOf(rule.id), rule]));
  const indexes = new Map([...named.keys()].map((name, index) => [name, index]));
  return {
    descriptors: [...named.values()].map((rule) => descriptorOf(rule, how.rule?.(rule.id))),
    reference(rule) {
      const index = indexes.get(nameOf(rule));
      return index === void 0 ? void 0 : { id: nameOf(rule), index };
    }
  };
}
var nameOf = (rule) => label(rule, longestId, "unnamed");
function descriptorOf({ id, title, severity }, text) {
  const name = label(title, longestDescription, nameOf(id));
  return {
    id: nameOf(id),
    shortDescription: { text: name },
    fullDescription: { text: text ? label(text.why, longestDescription, name) : name },
    ...text ? { helpUri: text.page } : {},
    help: text ? {
      text: `${text.why}

What to do: ${text.fix}`,
      markdown: `${text.why}

**What to do:** ${text.fix}

[More about it](${text.page})`
    } : { text: name },
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: ["database", "migration", "postgresql"],
      "problem.severity": problems[severity],
      // Findings rest on what PostgreSQL did, not on what a text looks like.
      precision: "very-high"
    }
  };
}

// src/reporters/sarif/results.ts
var most2 = 20;
function resultsOf(report, rules) {
  const fingerprints = fingerprintsOf(report.findings);
  const callers = callersIn(report);
  const ofPassed = report.findings.filter(({ suppressed }) => suppressed);
  return [...countedIn(report), ...ofPassed].map((finding) => {
    const { rule, severity, message: said, help, revision, suppressed } = finding;
    const reference = rules.reference(rule);
    const related = relatedTo(finding, callers);
    const fix = fixOf(finding);
    return {
      ...reference ? { ruleId: reference.id, ruleIndex: reference.index } : {},
      level: levels[severity],
      message: message(`${said}

${help}`, "no message"),
      locations: [{ physicalLocation: physical(linesOf(finding, report)) }],
      // By the first of them code scanning knows a result again.
      partialFingerprints: { primaryLocationLineHash: fingerprints.get(finding) },
      ...related.length > 0 ? { relatedLocations: related } : {},
      ...fix ? { fixes: [fix] } : {},
      ...suppressed ? { suppressions: [suppressionOf(suppressed)] } : {},
      ...revision === void 0 ? {} : { properties: { revision: label(revision, 255, "unnamed") } }
    };
  });
}
var physical = (lines) => ({
  artifactLocation: locationOf(lines),
  region: { startLine: lines.line, endLine: lines.line }
});
function relatedTo({ place, suppressed }, callers) {
  const places = [
    ...callers(place).map((one) => [one, "Called from here"]),
    ...suppressed?.place ? [[suppressed.place, "Let pass here"]] : []
  ];
  return places.flatMap(([one, words]) => {
    const lines = inRepository(one);
    return lines ? [{ physicalLocation: physical(lines), message: { text: words } }] : [];
  }).slice(0, most2).map((location, at) => ({ id: at + 1, ...location }));
}
var suppressionOf = ({ by, reason, until }) => ({
  kind: by === "comment" ? "inSource" : "external",
  status: "accepted",
  justification: message(until === void 0 ? reason : `${reason} (until ${until})`, "no reason").text
});

// src/reporters/sarif.ts
var schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
var largest = 95e5;
var sarif = {
  id: "sarif",
  render(report, how) {
    const rules = descriptorsOf(report, how);
    const version = label(report.writtenBy, 100, "unknown");
    const all = resultsOf(report, rules);
    const documentOf = (results) => {
      const notifications = notificationsOf(report, rules, all.length - results.length);
      const run = {
        tool: { driver: { ...driver, version, rules: rules.descriptors } },
        automationDetails: { id: idOf(report.project.directory) },
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
        columnKind: "utf16CodeUnits",
        results
      };
      return `${JSON.stringify({ $schema: schema, version: "2.1.0", runs: [run] })}
`;
    };
    const budget = how.budget ?? largest;
    const whole = documentOf(all.slice(0, mostResults));
    if (Buffer.byteLength(whole) <= budget) return whole;
    return documentOf(fitting(all, budget - Buffer.byteLength(documentOf([]))));
  }
};
var driver = { name: "migrate-check", informationUri: "https://github.com/org/migrate-check" };
var idOf = (directory) => {
  const project = label(directory, 200, ".");
  return project === "." ? "migrate-check/" : `migrate-check/${project}/`;
};
export {
  sarif
};
