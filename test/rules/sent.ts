import type { RoundTrip, Statement } from '../../src/model/observation.ts';
import type { Facts } from '../../src/model/report.ts';
import type { SchemaObject } from '../../src/model/schema-object.ts';
import type { Relation, Trace } from '../../src/model/trace.ts';
import { rules } from '../../src/rules/index.ts';
import { judge } from '../../src/rules/judge.ts';
import { isOnRequest, type RuleOptions, type StatementSubject } from '../../src/rules/rule.ts';
import { statementsOf } from '../../src/rules/support/statements.ts';
import { facts, move, roundTrip, trace } from '../support/facts.ts';
import { revision } from '../support/graph.ts';

/** A statement of `upgrade()`, line 15, and what PostgreSQL did for it. */
export const sent = (sql: string, did?: Partial<Trace>, more: Partial<Statement> = {}): Statement => ({
  sql,
  milliseconds: 1,
  place: { file: 'versions/a.py', line: 15 },
  ...(did ? { trace: trace(did) } : {}),
  ...more,
});

/** The round trip of revision `a` whose upgrade sends these statements. */
export const upgrading = (statements: readonly Statement[], more: Partial<RoundTrip> = {}): RoundTrip =>
  roundTrip('a', { upgrade: move('upgrade', 'a', { statements }), ...more });

/** The facts of revision `a` alone. */
export const factsOf = (one: RoundTrip, more: Partial<Facts> = {}): Facts =>
  facts([revision('a')], { roundTrips: [one] }, more);

/** Every command of the upgrades, as rules are offered them. */
export const subjectsOf = (from: Facts): readonly StatementSubject[] =>
  statementsOf(from, from.graph.revisions);

/** The first command of an upgrade. */
export function firstOf(one: RoundTrip): StatementSubject {
  const [subject] = subjectsOf(factsOf(one));
  if (!subject) throw new Error('nothing was sent');
  return subject;
}

/** A table in public that was there before. */
export const table = (name: string, more: Partial<Relation> = {}): Relation => ({
  schema: 'public',
  name,
  kind: 'table',
  existed: true,
  ...more,
});

/** A thing in the catalog; `of`: the table that it is a part of. */
export const thing = (
  kind: string,
  name: string,
  known: SchemaObject['facts'] = {},
  of?: string,
): SchemaObject => ({
  kind,
  name,
  facts: known,
  ...(of === undefined ? {} : { parent: { kind: 'table', name: of } }),
});

/** What one rule reports of the facts, and how much it could look at; a rule that is off unless asked for is asked. */
export function judgedBy(rule: string, from: Facts, options?: RuleOptions) {
  const known = new Map(rules).get(rule);
  const { findings, coverage } = judge(from, {
    failOn: 'error',
    rules: known && isOnRequest(known) ? { [rule]: known.meta.severity } : {},
    ...(options ? { ruleOptions: { [rule]: options } } : {}),
  });
  return {
    findings: findings.filter((one) => one.rule === rule),
    coverage: coverage.find((one) => one.rule === rule),
  };
}
