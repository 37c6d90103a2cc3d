/**
 * Every statement in every situation, judged by PostgreSQL itself: what migrate-check says that it did is what a second,
 * independent look says, and what the rules report of locks is what stands in somebody's way.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { Facts } from '../../src/model/report.ts';
import { judge } from '../../src/rules/judge.ts';
import type { ToolSession } from '../../src/tools/tool.ts';
import { testDatabase, testMajor } from '../support/postgres.ts';
import { claimable, claimsOf } from './claims.ts';
import { blockedIn, explained, workedOnIn, workRules } from './harm.ts';
import { measure } from './measure.ts';
import { measureAlone } from './measure-alone.ts';
import type { Outcome } from './outcome.ts';
import { moveOf, openTrials, walkTrials } from './project.ts';
import { groups } from './samples/all.ts';
import { outcomeOf } from './traced.ts';
import { states, type Trial, trialsOf } from './trial.ts';

const situations = states.flatMap((state) => [[state, false] as const, [state, true] as const]);
const benches = new Map(groups.map((group) => [group.id, trialsOf(group, testMajor, situations)]));
const onRequest = { 'missing-lock-timeout': 'notice', 'missing-statement-timeout': 'notice' } as const;
const later: (() => Promise<void>)[] = [];
let session: ToolSession;
beforeAll(async () => {
  session = await openTrials(benches, (clean) => later.push(clean));
});
afterAll(async () => {
  for (const clean of later.toReversed()) await clean();
});

test('there are statements enough', () => {
  expect([...benches.values()].flat().length).toBeGreaterThanOrEqual(300);
});

describe.each(groups)('$title', ({ id }) => {
  const trials = benches.get(id) ?? [];
  let facts: Facts;
  let findings: readonly Finding[];
  const measured = new Map<Trial, Outcome>();
  beforeAll(async () => {
    facts = await walkTrials(session, id, trials);
    const database = await testDatabase();
    for (const { before } of trials) await database.query(before);
    for (const trial of trials)
      measured.set(trial, await (trial.alone ? measureAlone : measure)(database, trial));
    await database.close();
    findings = judge(facts, { failOn: 'error', rules: onRequest }).findings;
  });

  /** What was measured of a trial, without what migrate-check says that it could not see. */
  const visibleOf = (trial: Trial): Outcome | undefined => {
    const outcome = measured.get(trial);
    const { unseen } = outcomeOf(trial, moveOf(trial, facts));
    return outcome && { ...outcome, unseen, ...Object.fromEntries(unseen.map((what) => [what, []])) };
  };

  test.each(trials)('$name', (trial) => {
    expect(outcomeOf(trial, moveOf(trial, facts))).toEqual(visibleOf(trial));
  });
  test.each(trials)('what is reported: $name', (trial) => {
    const outcome = visibleOf(trial);
    if (!outcome) throw new Error(`${trial.name} was not measured`);
    const mine = findings.filter(({ revision }) => revision === trial.id);
    const says = (rules: readonly string[]): boolean => mine.some(({ rule }) => rules.includes(rule));
    const old = trial.state === 'new' ? nothingOld(outcome) : outcome;
    const isBlocked = blockedIn(old).length > 0;
    expect(says(workRules), textOf(mine)).toBe(
      workedOnIn(old).length > 0 && !explained.has(trial.sample.name),
    );
    expect(says(['missing-lock-timeout']), textOf(mine)).toBe(isBlocked && old.lockTimeout === 0);
    expect(says(['missing-statement-timeout']), textOf(mine)).toBe(isBlocked && old.statementTimeout === 0);
    for (const finding of mine.filter(({ rule }) => workRules.includes(rule)))
      expect(claimsOf(finding, trial)).toEqual(claimable(outcome));
  });
});

/** What the same change has made was never in anybody's way, whichever transaction made it. */
const nothingOld = (outcome: Outcome): Outcome => ({ ...outcome, locks: [] });

const textOf = (findings: readonly Finding[]): string =>
  findings.map(({ rule, message }) => `${rule}: ${message}`).join('\n');
