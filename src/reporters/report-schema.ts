import { z } from 'zod';
import { lockModes } from '../model/lock.ts';
import type { Report } from '../model/report.ts';
import { baselineUse, coverage, finding, relaxation, severity } from './schema/judgement.ts';
import { comparedModels } from './schema/models.ts';
import { notObserved, remark, unlisted } from './schema/unseen.ts';
import { list, number, optional, place, revisionId, ruleId, text } from './schema/values.ts';

/**
 * The shape of a stored report, for whoever reads one: `migrate-check judge` and docs/schema/report.json.
 * It says the same as the types of model/; the last lines of this file do not compile when one of them moves.
 */
const outline = z
  .object({
    shape: z.enum(['absent', 'empty', 'raises', 'acts']),
    place: optional(place),
    exception: optional(text),
  })
  .meta({ id: 'FunctionOutline' });

const directive = z
  .object({
    keyword: text,
    text,
    place,
    covers: optional(z.object({ what: z.enum(['statement', 'function', 'file']), place })),
  })
  .meta({ id: 'Directive' });

const reliance = z
  .object({
    on: z.enum(['application', 'environment', 'schema', 'connection']),
    name: text,
    parts: list(text),
    place,
  })
  .meta({ id: 'Reliance' });

const revision = z
  .object({
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
    source: text,
  })
  .meta({ id: 'Revision' });

const graphFault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('missing-parent'), child: revisionId, parent: text, place }),
  z.object({
    kind: z.literal('duplicate-id'),
    id: revisionId,
    places: list(place),
    sources: optional(list(text)),
  }),
  z.object({ kind: z.literal('cycle'), members: list(revisionId), places: list(place) }),
  z.object({ kind: z.literal('unloadable'), place, error: text, message: text }),
]);

const graph = z.object({
  revisions: list(revision),
  bases: list(revisionId),
  heads: list(revisionId),
  faults: list(graphFault),
});

const step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('upgrade'), revision: revisionId }),
  z.object({ kind: z.literal('round-trip'), revision: revisionId }),
  z.object({ kind: z.literal('chain') }),
  z.object({ kind: z.literal('rehearsal') }),
]);

const plan = z.object({
  scope: z.enum(['all', 'changed']),
  steps: list(step),
  leftOut: list(
    z.object({ revision: revisionId, because: z.enum(['applied', 'beyond', 'unchanged']), why: text }),
  ),
  baseSql: optional(text),
  unusable: optional(list(text)),
  untouchedSince: optional(text),
  startAt: optional(list(revisionId)),
});

const difference = z
  .object({
    change: z.enum(['gone', 'new', 'changed']),
    kind: text,
    name: text,
    facts: list(z.object({ fact: text, before: text.nullable(), after: text.nullable() })),
    words: text,
    weight: z.enum(['fault', 'column-order', 'validated', 'extension-kept', 'enum-label-kept']),
    undo: optional(text),
  })
  .meta({ id: 'Difference' });
const differences = list(difference);

const direction = z.enum(['upgrade', 'downgrade']);
const output = z.object({ text, omitted: number });

const failure = z
  .object({
    reason: z.enum(['sql', 'python', 'irreversible', 'timed-out', 'exited', 'disconnected', 'not-applied']),
    error: text,
    message: text,
    sqlstate: optional(text),
    detail: optional(text),
    hint: optional(text),
    sql: optional(text),
    place: optional(place),
    calledFrom: list(place),
  })
  .meta({ id: 'Failure' });

const relation = z
  .object({
    schema: text,
    name: text,
    kind: z.enum([
      'table',
      'partitioned table',
      'index',
      'partitioned index',
      'view',
      'materialized view',
      'sequence',
      'foreign table',
      'composite type',
    ]),
    of: optional(text),
    existed: z.boolean(),
  })
  .meta({ id: 'Relation' });

const lock = z.object({ relation, mode: z.enum(lockModes) }).meta({ id: 'Lock' });

const trace = z
  .object({
    transaction: number,
    autocommit: z.boolean(),
    seen: z.enum(['inside', 'outside']),
    locks: list(lock),
    released: list(lock),
    rewritten: list(relation),
    scanned: list(z.object({ relation, scans: number, tuples: number })),
    written: list(z.object({ relation, inserted: number, updated: number, deleted: number })),
    lockTimeoutMs: number,
    statementTimeoutMs: number,
    unseen: list(z.enum(['locks', 'rewritten', 'scanned', 'written'])),
  })
  .meta({ id: 'Trace' });

const trial = z
  .object({
    count: text,
    batches: optional(z.object({ first: text, next: text, key: list(text) })),
  })
  .meta({ id: 'Trial' });

const statement = z
  .object({
    sql: text,
    parameters: optional(list(text)),
    sets: optional(number),
    place: optional(place),
    function: optional(text),
    calledFrom: optional(list(place)),
    milliseconds: number,
    rows: optional(number),
    trace: optional(trace),
    trial: optional(trial),
  })
  .meta({ id: 'Statement' });

const move = z
  .object({
    direction,
    revision: revisionId,
    milliseconds: number,
    statements: list(statement),
    output,
    failure: optional(failure),
    left: optional(list(z.object({ name: text, before: text, after: text }))),
    unlisted: optional(unlisted),
  })
  .meta({ id: 'Move' });

const objectName = z.object({ kind: text, name: text });
const schemaObject = z
  .object({
    kind: text,
    name: text,
    parent: optional(objectName),
    facts: z.record(text, z.union([text, list(text)])).readonly(),
  })
  .meta({ id: 'SchemaObject' });

const rowChanges = list(
  z.object({ table: text, before: number, after: number, contentChanged: z.boolean() }),
);

const roundTrip = z
  .object({
    revision: revisionId,
    upgrade: move,
    downgrade: optional(move),
    trace: optional(differences),
    rowsAfterDowngrade: optional(rowChanges),
    reupgrade: optional(move),
    drift: optional(differences),
    rowsAfterReupgrade: optional(rowChanges),
    effect: optional(differences),
    schema: optional(z.object({ before: list(schemaObject), after: list(schemaObject) })),
  })
  .meta({ id: 'RoundTrip' });

const chain = z.object({
  down: list(revisionId),
  stopped: optional(z.object({ above: revisionId, because: text })),
  failure: optional(move),
  reached: z.enum(['base', 'part of the way', 'nothing']),
  below: differences,
  above: optional(differences),
});

const rehearsal = z.object({
  from: z.enum(['chain', 'new']),
  moves: number,
  milliseconds: number,
  failure: optional(failure),
  expectedHeads: list(revisionId),
  foundHeads: list(text),
  differences,
  output,
});

const observations = z.object({
  roundTrips: list(roundTrip),
  passedThrough: list(move),
  chain: optional(chain),
  rehearsal: optional(rehearsal),
  models: optional(comparedModels),
  notObserved: list(notObserved),
  remarks: list(remark),
  recoveries: z.object({ count: number, moves: number }),
});

const versionOfFile = z.object({ file: text, text });

export const reportSchema = z.object({
  schemaVersion: z.literal(1),
  writtenBy: text.describe('Version of migrate-check'),
  project: z.object({
    directory: text,
    tool: text,
    label: text,
    because: text,
    file: optional(text),
  }),
  toolchain: z.object({ versions: z.record(text, text).readonly(), interpreter: text }),
  server: optional(z.object({ provider: text, version: text, major: number, passedOver: list(text) })),
  graph,
  plan,
  observations,
  tableSizes: optional(list(z.object({ schema: text, name: text, rows: optional(number), bytes: number }))),
  base: optional(z.object({ ref: text, edited: list(versionOfFile), newer: list(versionOfFile) })),
  relaxations: optional(list(relaxation)),
  failOn: z.enum(['error', 'warning', 'notice', 'never']),
  findings: list(finding),
  coverage: list(coverage),
  rules: list(z.object({ id: ruleId, title: text, severity })),
  baseline: optional(baselineUse),
  verdict: z.enum(['passed', 'failed', 'incomplete']),
  milliseconds: number,
});

/** The same keys, optional or not, and the same values, all the way down; what may be written to is no matter. */
type Bare<T> = T extends string | number | boolean | null
  ? T
  : T extends readonly (infer Item)[]
    ? Bare<Item>[]
    : { -readonly [Key in keyof T]: Bare<T[Key]> };
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Does not compile when the schema and the type say different things. */
true satisfies Same<Bare<Report>, Bare<z.infer<typeof reportSchema>>>;
