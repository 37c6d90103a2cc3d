import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;

// src/model/lock.ts
var lockModes = [
  "ACCESS SHARE",
  "ROW SHARE",
  "ROW EXCLUSIVE",
  "SHARE UPDATE EXCLUSIVE",
  "SHARE",
  "SHARE ROW EXCLUSIVE",
  "EXCLUSIVE",
  "ACCESS EXCLUSIVE"
];
var strength = new Map(lockModes.map((mode, at) => [mode, at]));
var atLeast = (mode, least) => (strength.get(mode) ?? 0) >= (strength.get(least) ?? 0);
var blocksReads = (mode) => mode === "ACCESS EXCLUSIVE";
var blocksWrites = (mode) => atLeast(mode, "SHARE");
var strongest = (modes) => modes.reduce((most, mode) => most && atLeast(most, mode) ? most : mode, void 0);

// src/model/trace.ts
var shownRelation = ({ schema, name }) => schema === "public" ? name : `${schema}.${name}`;

// src/model/graph.ts
var needs = (revision) => [...revision.parents, ...revision.dependsOn];
function withAncestors(graph, ids) {
  const wanted = new Set(ids);
  for (const revision of graph.revisions.toReversed()) {
    if (wanted.has(revision.id)) for (const id of needs(revision)) wanted.add(id);
  }
  return wanted;
}
function withDescendants(graph, ids) {
  const wanted = new Set(ids);
  for (const revision of graph.revisions) {
    if (needs(revision).some((id) => wanted.has(id))) wanted.add(revision.id);
  }
  return wanted;
}
var recordedHeads = ({ heads, revisions }) => heads.filter((head) => revisions.every(({ dependsOn }) => !dependsOn.includes(head)));
function lookUp(graph, spelling) {
  if (spelling === "head" || spelling === "heads") return graph.heads;
  const exact = graph.revisions.filter(({ id, labels }) => id === spelling || labels.includes(spelling));
  const found = exact.length > 0 ? exact : graph.revisions.filter(({ id }) => id.startsWith(spelling));
  return found.map(({ id }) => id);
}

export {
  lockModes,
  blocksReads,
  blocksWrites,
  strongest,
  shownRelation,
  needs,
  withAncestors,
  withDescendants,
  recordedHeads,
  lookUp
};
