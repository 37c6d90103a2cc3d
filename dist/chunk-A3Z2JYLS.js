import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  lockModes
} from "./chunk-C76FHOHM.js";
import {
  external_exports
} from "./chunk-UFDC26GR.js";
import {
  severities
} from "./chunk-ODNIKTB2.js";

// src/reporters/schema/values.ts
var text = external_exports.string();
var number = external_exports.number();
var list = (item) => external_exports.array(item).readonly();
var optional = external_exports.exactOptional;
var revisionId = text;
var ruleId = text;
var place = external_exports.object({
  file: text.describe("Relative to the root of the repository"),
  line: optional(number),
  endLine: optional(number),
  column: optional(number)
}).meta({ id: "Place" });

// src/reporters/schema/judgement.ts
var severity = external_exports.enum(severities);
var evidence = external_exports.discriminatedUnion("kind", [
  external_exports.object({ kind: external_exports.literal("difference"), words: text, before: optional(text), after: optional(text) }),
  external_exports.object({ kind: external_exports.literal("sql"), text }),
  external_exports.object({ kind: external_exports.literal("server"), text }),
  external_exports.object({ kind: external_exports.literal("output"), text }),
  external_exports.object({ kind: external_exports.literal("note"), text })
]);
var suppression = external_exports.object({
  by: external_exports.enum(["comment", "settings", "baseline"]),
  place: optional(place),
  reason: text,
  until: optional(text)
}).meta({ id: "Suppression" });
var relaxation = external_exports.object({ by: external_exports.enum(["comment", "settings", "baseline"]), place: optional(place), words: text }).meta({ id: "Relaxation" });
var baselineEntry = external_exports.object({ rule: ruleId, file: text, fingerprint: text, about: text }).meta({ id: "BaselineEntry" });
var baselineUse = external_exports.object({
  file: text,
  letPass: number,
  fixed: list(baselineEntry),
  notChecked: list(baselineEntry)
});
var edit = external_exports.object({ file: text, startLine: number, endLine: number, before: list(text), after: list(text) }).meta({ id: "Edit" });
var suggestion = external_exports.object({ edit, walked: list(revisionId), milliseconds: number }).meta({ id: "Suggestion" });
var finding = external_exports.object({
  rule: ruleId,
  severity,
  message: text,
  help: text,
  place,
  revision: optional(revisionId),
  evidence: list(evidence),
  fingerprint: text,
  table: optional(external_exports.object({ schema: text, name: text, rows: optional(number), bytes: optional(number) })),
  suppressed: optional(suppression),
  suggestion: optional(suggestion)
});
var coverage = external_exports.discriminatedUnion("state", [
  external_exports.object({ rule: ruleId, state: external_exports.literal("checked"), subjects: number, notChecked: list(text) }),
  external_exports.object({ rule: ruleId, state: external_exports.literal("off"), optIn: optional(external_exports.literal(true)) }),
  external_exports.object({ rule: ruleId, state: external_exports.literal("not-checked"), why: text })
]);

// src/reporters/schema/models.ts
var difference = external_exports.object({
  kind: external_exports.enum([
    "table",
    "column",
    "type",
    "nullable",
    "default",
    "comment",
    "index",
    "unique",
    "foreign-key",
    "check",
    "labels"
  ]),
  schema: text,
  table: text,
  column: optional(text),
  only: optional(external_exports.enum(["models", "database"])),
  words: text
}).meta({ id: "ModelDifference" });
var comparedModels = external_exports.object({ place, differences: list(difference) });

// src/reporters/schema/unseen.ts
var notObserved = external_exports.object({
  what: external_exports.enum([
    "revision",
    "downgrade",
    "reupgrade",
    "chain",
    "rehearsal",
    "models",
    "rows",
    "statements",
    "log"
  ]),
  revision: optional(revisionId),
  blockedBy: optional(revisionId),
  why: text
});
var remark = external_exports.object({
  kind: external_exports.enum([
    "own-transaction",
    "begun-before",
    "several-runs",
    "raw-connection",
    "raw-cursor",
    "child-process",
    "session-left-open",
    "statements-cut",
    "ended-badly"
  ]),
  text,
  place: optional(place)
});
var unlisted = external_exports.object({
  sent: optional(external_exports.object({ count: number, texts: list(text) })),
  ways: list(remark)
});

// src/reporters/report-schema.ts
var outline = external_exports.object({
  shape: external_exports.enum(["absent", "empty", "raises", "acts"]),
  place: optional(place),
  exception: optional(text)
}).meta({ id: "FunctionOutline" });
var directive = external_exports.object({
  keyword: text,
  text,
  place,
  covers: optional(external_exports.object({ what: external_exports.enum(["statement", "function", "file"]), place }))
}).meta({ id: "Directive" });
var reliance = external_exports.object({
  on: external_exports.enum(["application", "environment", "schema", "connection"]),
  name: text,
  parts: list(text),
  place
}).meta({ id: "Reliance" });
var revision = external_exports.object({
  id: revisionId,
  parents: list(revisionId),
  dependsOn: list(revisionId),
  labels: list(text),
  title: text,
  place,
  upgrade: outline,
  downgrade: outline,
  directives: list(directive),
  reliances: optional(list(reliance)),
  source: text
}).meta({ id: "Revision" });
var graphFault = external_exports.discriminatedUnion("kind", [
  external_exports.object({ kind: external_exports.literal("missing-parent"), child: revisionId, parent: text, place }),
  external_exports.object({
    kind: external_exports.literal("duplicate-id"),
    id: revisionId,
    places: list(place),
    sources: optional(list(text))
  }),
  external_exports.object({ kind: external_exports.literal("cycle"), members: list(revisionId), places: list(place) }),
  external_exports.object({ kind: external_exports.literal("unloadable"), place, error: text, message: text })
]);
var graph = external_exports.object({
  revisions: list(revision),
  bases: list(revisionId),
  heads: list(revisionId),
  faults: list(graphFault)
});
var step = external_exports.discriminatedUnion("kind", [
  external_exports.object({ kind: external_exports.literal("upgrade"), revision: revisionId }),
  external_exports.object({ kind: external_exports.literal("round-trip"), revision: revisionId }),
  external_exports.object({ kind: external_exports.literal("chain") }),
  external_exports.object({ kind: external_exports.literal("rehearsal") })
]);
var plan = external_exports.object({
  scope: external_exports.enum(["all", "changed"]),
  steps: list(step),
  leftOut: list(
    external_exports.object({ revision: revisionId, because: external_exports.enum(["applied", "beyond", "unchanged"]), why: text })
  ),
  baseSql: optional(text),
  unusable: optional(list(text)),
  untouchedSince: optional(text),
  startAt: optional(list(revisionId))
});
var difference2 = external_exports.object({
  change: external_exports.enum(["gone", "new", "changed"]),
  kind: text,
  name: text,
  facts: list(external_exports.object({ fact: text, before: text.nullable(), after: text.nullable() })),
  words: text,
  weight: external_exports.enum(["fault", "column-order", "validated", "extension-kept", "enum-label-kept"]),
  undo: optional(text)
}).meta({ id: "Difference" });
var differences = list(difference2);
var direction = external_exports.enum(["upgrade", "downgrade"]);
var output = external_exports.object({ text, omitted: number });
var failure = external_exports.object({
  reason: external_exports.enum(["sql", "python", "irreversible", "timed-out", "exited", "disconnected", "not-applied"]),
  error: text,
  message: text,
  sqlstate: optional(text),
  detail: optional(text),
  hint: optional(text),
  sql: optional(text),
  place: optional(place),
  calledFrom: list(place)
}).meta({ id: "Failure" });
var relation = external_exports.object({
  schema: text,
  name: text,
  kind: external_exports.enum([
    "table",
    "partitioned table",
    "index",
    "partitioned index",
    "view",
    "materialized view",
    "sequence",
    "foreign table",
    "composite type"
  ]),
  of: optional(text),
  existed: external_exports.boolean()
}).meta({ id: "Relation" });
var lock = external_exports.object({ relation, mode: external_exports.enum(lockModes) }).meta({ id: "Lock" });
var trace = external_exports.object({
  transaction: number,
  autocommit: external_exports.boolean(),
  seen: external_exports.enum(["inside", "outside"]),
  locks: list(lock),
  released: list(lock),
  rewritten: list(relation),
  scanned: list(external_exports.object({ relation, scans: number, tuples: number })),
  written: list(external_exports.object({ relation, inserted: number, updated: number, deleted: number })),
  lockTimeoutMs: number,
  statementTimeoutMs: number,
  unseen: list(external_exports.enum(["locks", "rewritten", "scanned", "written"]))
}).meta({ id: "Trace" });
var trial = external_exports.object({
  count: text,
  batches: optional(external_exports.object({ first: text, next: text, key: list(text) }))
}).meta({ id: "Trial" });
var statement = external_exports.object({
  sql: text,
  parameters: optional(list(text)),
  sets: optional(number),
  place: optional(place),
  function: optional(text),
  calledFrom: optional(list(place)),
  milliseconds: number,
  rows: optional(number),
  trace: optional(trace),
  trial: optional(trial)
}).meta({ id: "Statement" });
var move = external_exports.object({
  direction,
  revision: revisionId,
  milliseconds: number,
  statements: list(statement),
  output,
  failure: optional(failure),
  left: optional(list(external_exports.object({ name: text, before: text, after: text }))),
  unlisted: optional(unlisted)
}).meta({ id: "Move" });
var objectName = external_exports.object({ kind: text, name: text });
var schemaObject = external_exports.object({
  kind: text,
  name: text,
  parent: optional(objectName),
  facts: external_exports.record(text, external_exports.union([text, list(text)])).readonly()
}).meta({ id: "SchemaObject" });
var rowChanges = list(
  external_exports.object({ table: text, before: number, after: number, contentChanged: external_exports.boolean() })
);
var roundTrip = external_exports.object({
  revision: revisionId,
  upgrade: move,
  downgrade: optional(move),
  trace: optional(differences),
  rowsAfterDowngrade: optional(rowChanges),
  reupgrade: optional(move),
  drift: optional(differences),
  rowsAfterReupgrade: optional(rowChanges),
  effect: optional(differences),
  schema: optional(external_exports.object({ before: list(schemaObject), after: list(schemaObject) }))
}).meta({ id: "RoundTrip" });
var chain = external_exports.object({
  down: list(revisionId),
  stopped: optional(external_exports.object({ above: revisionId, because: text })),
  failure: optional(move),
  reached: external_exports.enum(["base", "part of the way", "nothing"]),
  below: differences,
  above: optional(differences)
});
var rehearsal = external_exports.object({
  from: external_exports.enum(["chain", "new"]),
  moves: number,
  milliseconds: number,
  failure: optional(failure),
  expectedHeads: list(revisionId),
  foundHeads: list(text),
  differences,
  output
});
var observations = external_exports.object({
  roundTrips: list(roundTrip),
  passedThrough: list(move),
  chain: optional(chain),
  rehearsal: optional(rehearsal),
  models: optional(comparedModels),
  notObserved: list(notObserved),
  remarks: list(remark),
  recoveries: external_exports.object({ count: number, moves: number })
});
var versionOfFile = external_exports.object({ file: text, text });
var reportSchema = external_exports.object({
  schemaVersion: external_exports.literal(1),
  writtenBy: text.describe("Version of migrate-check"),
  project: external_exports.object({
    directory: text,
    tool: text,
    label: text,
    because: text,
    file: optional(text)
  }),
  toolchain: external_exports.object({ versions: external_exports.record(text, text).readonly(), interpreter: text }),
  server: optional(external_exports.object({ provider: text, version: text, major: number, passedOver: list(text) })),
  graph,
  plan,
  observations,
  tableSizes: optional(list(external_exports.object({ schema: text, name: text, rows: optional(number), bytes: number }))),
  base: optional(external_exports.object({ ref: text, edited: list(versionOfFile), newer: list(versionOfFile) })),
  relaxations: optional(list(relaxation)),
  failOn: external_exports.enum(["error", "warning", "notice", "never"]),
  findings: list(finding),
  coverage: list(coverage),
  rules: list(external_exports.object({ id: ruleId, title: text, severity })),
  baseline: optional(baselineUse),
  verdict: external_exports.enum(["passed", "failed", "incomplete"]),
  milliseconds: number
});

// src/reporters/read-report.ts
function parseReport(text2) {
  const json = readJson(text2);
  if (!isObject(json) || !("schemaVersion" in json))
    throw new Error("This is JSON, but no report of migrate-check: it has no schemaVersion");
  if (json["schemaVersion"] !== 1)
    throw new Error(
      `The report has schemaVersion ${JSON.stringify(json["schemaVersion"])}, and this migrate-check reads 1: use the version that wrote it`
    );
  const result = reportSchema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(
    `The report cannot be used: ${issue?.path.join(".") || "the whole"}: ${issue?.message ?? "it has another shape"}`
  );
}
function readJson(text2) {
  try {
    return JSON.parse(text2.replace(/^\ufeff/, ""));
  } catch (cause) {
    throw new Error("The report is not JSON; it has to be the file that --json wrote", { cause });
  }
}
var isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

export {
  parseReport
};
