import { reportOf } from '../../src/check/judging.ts';
import type { Difference } from '../../src/model/difference.ts';
import type { Failure, Move, Observations, RoundTrip } from '../../src/model/observation.ts';
import type { Facts, Report } from '../../src/model/report.ts';
import type { Revision } from '../../src/model/revision.ts';
import type { Trace } from '../../src/model/trace.ts';
import { judge } from '../../src/rules/judge.ts';
import { graph, id } from './graph.ts';

/** What was seen of a history in which nothing is wrong, but for what a test says. */
export function facts(
  revisions: readonly Revision[],
  seen: Partial<Observations> = {},
  more: Partial<Facts> = {},
): Facts {
  return {
    project: {
      directory: 'shop',
      tool: 'alembic',
      label: 'shop',
      because: 'shop/alembic.ini, section [alembic]',
      file: 'shop/alembic.ini',
    },
    toolchain: {
      versions: { python: '3.12.1', alembic: '1.20.1', sqlalchemy: '2.1.9' },
      interpreter: '.venv/bin/python (from .venv)',
    },
    server: { provider: 'local', version: '17.10', major: 17, passedOver: [] },
    graph: graph(...revisions),
    plan: {
      scope: 'all',
      steps: [
        ...revisions.map((revision) => ({ kind: 'round-trip', revision: revision.id }) as const),
        { kind: 'chain' },
        { kind: 'rehearsal' },
      ],
      leftOut: [],
    },
    observations: {
      roundTrips: revisions.map((revision) => roundTrip(revision.id)),
      passedThrough: [],
      chain: { down: revisions.map(({ id }) => id).toReversed(), reached: 'base', below: [] },
      rehearsal: {
        from: 'chain',
        moves: revisions.length,
        milliseconds: 12,
        expectedHeads: graph(...revisions).heads,
        foundHeads: graph(...revisions).heads,
        differences: [],
        output: { text: '', omitted: 0 },
      },
      notObserved: [],
      remarks: [],
      recoveries: { count: 0, moves: 0 },
      ...seen,
    },
    ...more,
  };
}

/** One revision and its round trip: the usual shape of a case. */
export function trip(revision: Revision, seen: Partial<RoundTrip>, more: Partial<Observations> = {}): Facts {
  return facts([revision], { roundTrips: [roundTrip(revision.id, seen)], ...more });
}

export function move(direction: Move['direction'], revision: string, more: Partial<Move> = {}): Move {
  return {
    direction,
    revision: id(revision),
    milliseconds: 3,
    statements: [],
    output: { text: '', omitted: 0 },
    ...more,
  };
}

/** What a statement did that did nothing, but for what a test says. */
export function trace(more: Partial<Trace> = {}): Trace {
  return {
    transaction: 1,
    autocommit: false,
    seen: 'inside',
    locks: [],
    released: [],
    rewritten: [],
    scanned: [],
    written: [],
    lockTimeoutMs: 0,
    statementTimeoutMs: 0,
    unseen: [],
    ...more,
  };
}

/** A round trip that went well, but for what a test says. */
export function roundTrip(revision: string, more: Partial<RoundTrip> = {}): RoundTrip {
  return {
    revision: id(revision),
    upgrade: move('upgrade', revision),
    downgrade: move('downgrade', revision),
    reupgrade: move('upgrade', revision),
    effect: [isNew('table', `made_by_${revision}`)],
    trace: [],
    drift: [],
    rowsAfterDowngrade: [],
    rowsAfterReupgrade: [],
    ...more,
  };
}

/** A statement that PostgreSQL refused. */
export function sqlFailure(sqlstate: string, message: string, more: Partial<Failure> = {}): Failure {
  return { reason: 'sql', error: 'ProgrammingError', message, sqlstate, calledFrom: [], ...more };
}

export function failure(
  reason: Failure['reason'],
  error: string,
  message: string,
  more: Partial<Failure> = {},
): Failure {
  return { reason, error, message, calledFrom: [], ...more };
}

export function isNew(kind: string, name: string, undo?: string): Difference {
  const weight = kind === 'extension' ? 'extension-kept' : 'fault';
  return {
    change: 'new',
    kind,
    name,
    facts: [],
    words: `${kind} ${name} is new`,
    weight,
    ...(undo === undefined ? {} : { undo }),
  };
}

export const isGone = (kind: string, name: string): Difference => ({
  change: 'gone',
  kind,
  name,
  facts: [],
  words: `${kind} ${name} is gone`,
  weight: 'fault',
});

export function changed(
  kind: string,
  name: string,
  fact: string,
  before: string | null,
  after: string | null,
  weight: Difference['weight'] = 'fault',
): Difference {
  const inWords = before?.includes('\n') ? `${fact} changed` : `${fact} ${before} became ${after}`;
  return {
    change: 'changed',
    kind,
    name,
    facts: [{ fact, before, after }],
    words: `${kind} ${name}: ${inWords}`,
    weight,
  };
}

/** The facts, judged with the rules as they are. */
export function report(
  from: Facts,
  settings: Parameters<typeof judge>[1] = { failOn: 'error', rules: {} },
): Report {
  const written = { writtenBy: '0.1.0', milliseconds: 250 };
  return reportOf({ facts: from, judgement: judge(from, settings) }, settings, written);
}
