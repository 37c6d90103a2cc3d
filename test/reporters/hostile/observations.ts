import type { Difference } from '../../../src/model/difference.ts';
import type { Failure, Move, Observations, RoundTrip, Statement } from '../../../src/model/observation.ts';
import type { RevisionId } from '../../../src/model/revision.ts';
import type { SchemaObject } from '../../../src/model/schema-object.ts';
import type { Relation, Trace } from '../../../src/model/trace.ts';
import { placeOf, secondOf } from './facts.ts';

/** Everything that a replay can see, with one text in each field. */
export function hostileObservations(text: string): Observations {
  const revision = text as RevisionId;
  const place = placeOf(text);
  const failure = failureOf(text);
  const output = { text, omitted: 7 };
  const differences = [differenceOf(text)];
  return {
    roundTrips: [roundTripOf(text)],
    passedThrough: [moveOf(text, 'upgrade')],
    chain: {
      down: [revision],
      stopped: { above: revision, because: text },
      failure: moveOf(text, 'downgrade'),
      reached: 'part of the way',
      below: differences,
      above: differences,
    },
    rehearsal: {
      from: 'new',
      moves: 2,
      milliseconds: 12,
      failure,
      expectedHeads: [revision],
      foundHeads: [text],
      differences,
      output,
    },
    models: {
      place,
      differences: [{ kind: 'column', schema: text, table: text, column: text, only: 'models', words: text }],
    },
    notObserved: [{ what: 'rows', revision, blockedBy: secondOf(text), why: text }],
    remarks: [{ kind: 'raw-cursor', text, place }],
    recoveries: { count: 1, moves: 2 },
  };
}

function roundTripOf(text: string): RoundTrip {
  const differences = [differenceOf(text)];
  const rows = [{ table: text, before: 1, after: 2, contentChanged: true }];
  const object: SchemaObject = {
    kind: text,
    name: text,
    parent: { kind: text, name: text },
    facts: { type: text, [text]: [text] },
  };
  return {
    revision: secondOf(text),
    upgrade: moveOf(text, 'upgrade'),
    downgrade: moveOf(text, 'downgrade'),
    trace: differences,
    rowsAfterDowngrade: rows,
    reupgrade: moveOf(text, 'upgrade'),
    drift: differences,
    rowsAfterReupgrade: rows,
    effect: differences,
    schema: { before: [object], after: [object] },
  };
}

const moveOf = (text: string, direction: Move['direction']): Move => ({
  direction,
  revision: secondOf(text),
  milliseconds: 3,
  statements: [statementOf(text)],
  output: { text, omitted: 7 },
  failure: failureOf(text),
  left: [{ name: text, before: text, after: text }],
  unlisted: { sent: { count: 2, texts: [text] }, ways: [{ kind: 'raw-cursor', text, place: placeOf(text) }] },
});

const statementOf = (text: string): Statement => ({
  sql: text,
  parameters: [text],
  sets: 2,
  place: placeOf(text),
  function: text,
  calledFrom: [placeOf(text)],
  milliseconds: 1,
  rows: 2,
  trace: traceOf(text),
  trial: { count: text, batches: { first: text, next: text, key: [text] } },
});

function traceOf(text: string): Trace {
  const relation: Relation = { schema: text, name: text, kind: 'index', of: text, existed: true };
  return {
    transaction: 1,
    autocommit: false,
    seen: 'inside',
    locks: [{ relation, mode: 'ACCESS EXCLUSIVE' }],
    released: [{ relation, mode: 'SHARE' }],
    rewritten: [relation],
    scanned: [{ relation, scans: 1, tuples: 12 }],
    written: [{ relation, inserted: 1, updated: 2, deleted: 3 }],
    lockTimeoutMs: 0,
    statementTimeoutMs: 0,
    unseen: ['rewritten'],
  };
}

const failureOf = (text: string): Failure => ({
  reason: 'sql',
  error: text,
  message: text,
  sqlstate: text,
  detail: text,
  hint: text,
  sql: text,
  place: placeOf(text),
  calledFrom: [placeOf(text)],
});

const differenceOf = (text: string): Difference => ({
  change: 'changed',
  kind: text,
  name: text,
  facts: [{ fact: text, before: text, after: `${text} ` }],
  words: text,
  weight: 'fault',
  undo: text,
});
