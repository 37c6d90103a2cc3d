import type { Evidence, Finding, RuleId, Severity } from '../../src/model/finding.ts';
import type { Statement } from '../../src/model/observation.ts';
import type { Report } from '../../src/model/report.ts';
import type { Relation } from '../../src/model/trace.ts';
import { facts, isNew, move, roundTrip, trace } from '../support/facts.ts';
import { id, revision } from '../support/graph.ts';

/** How much of everything a big report has. */
export interface BigReport {
  readonly findings: number;
  readonly revisions: number;
}

/** 100 errors, 200 warnings and 200 notices over 60 revisions: nothing that is delivered somewhere has room for all of it. */
export const bigReport = ({ findings, revisions }: BigReport = { findings: 500, revisions: 60 }): Report => {
  const names = Array.from({ length: revisions }, (_, at) => `r${String(at).padStart(3, '0')}`);
  const history = names.map((name, at) =>
    revision(name, at === 0 ? [] : [names[at - 1] ?? ''], { title: `Change number ${at}` }),
  );
  const roundTrips = names.map((name) =>
    roundTrip(name, {
      upgrade: move('upgrade', name, { milliseconds: 40, statements: statementsOf(name) }),
      trace: [isNew('enum type', `mood_${name}`)],
    }),
  );
  return {
    schemaVersion: 1,
    writtenBy: '0.1.0',
    ...facts(history, { roundTrips }),
    failOn: 'error',
    findings: Array.from({ length: findings }, (_, at) =>
      findingOf(at, findings, names[at % revisions] ?? ''),
    ),
    coverage: [],
    rules: [],
    verdict: 'failed',
    milliseconds: 4321,
  };
};

/** Worst first: a fifth are errors, two fifths warnings, the rest notices. */
function severityOf(at: number, of: number): Severity {
  if (at < of / 5) return 'error';
  return at < (of / 5) * 3 ? 'warning' : 'notice';
}

function findingOf(at: number, of: number, name: string): Finding {
  const evidence: readonly Evidence[] = [
    { kind: 'difference', words: `enum type mood_${name} is new` },
    {
      kind: 'sql',
      text: `ALTER TABLE orders_${at}\n  ADD COLUMN state_${at} varchar(20) NOT NULL DEFAULT 'new'`,
    },
    { kind: 'note', text: 'The table was there before the transaction began, and is locked until it ends.' },
  ];
  return {
    rule: `rule-${at % 9}` as RuleId,
    severity: severityOf(at, of),
    message: `Finding number ${at}: the statement takes ACCESS EXCLUSIVE on orders_${at}, and nobody reads it meanwhile.`,
    help: `Write instead:\n    op.execute("ALTER TABLE orders_${at} ADD COLUMN state_${at} text")`,
    place: { file: `versions/${name}.py`, line: 10 + at },
    revision: id(name),
    evidence,
    fingerprint: `fingerprint-${at}`,
  };
}

function statementsOf(name: string): readonly Statement[] {
  const relation: Relation = { schema: 'public', name: `orders_${name}`, kind: 'table', existed: true };
  return Array.from({ length: 12 }, (_, at) => ({
    sql: `ALTER TABLE orders_${name} ADD COLUMN state_${at} varchar(20)`,
    place: { file: `versions/${name}.py`, line: 20 + at },
    milliseconds: 3,
    trace: trace({ locks: [{ relation, mode: 'ACCESS EXCLUSIVE' }] }),
  }));
}
