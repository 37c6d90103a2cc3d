import type { Coverage } from '../../model/finding.ts';
import { limitLine, type NotObserved } from '../../model/observation.ts';
import type { Facts } from '../../model/report.ts';
import { isOnRequest } from '../rule.ts';
import type { Asked } from './ask.ts';
import { inScope } from './subjects.ts';

/** What a rule looked at, and what it could not look at. */
export function coverageOf({ id, rule, setting, subjects, notChecked }: Asked, facts: Facts): Coverage {
  if (setting === 'off') return { rule: id, state: 'off', ...(isOnRequest(rule) ? { optIn: true } : {}) };
  const { untouchedSince } = facts.plan;
  if (untouchedSince !== undefined && rule.subject === 'project')
    return { rule: id, state: 'not-checked', why: `no migration was changed since ${untouchedSince}` };
  const limits = facts.observations.notObserved.filter(({ what }) => rule.needs.includes(what));
  if (subjects === 0 && rule.subject in nothingOf && inScope(facts).length > 0)
    return {
      rule: id,
      state: 'not-checked',
      why: limits[0]?.why ?? nothingOf[rule.subject as keyof typeof nothingOf],
    };
  return { rule: id, state: 'checked', subjects, notChecked: [...notChecked, ...limits.map(limitLine)] };
}

/** Why there was nothing to look at, for the subjects that every history in scope has. */
const nothingOf = {
  revision: 'there is no revision in scope',
  upgrade: 'no upgrade was made',
  statement: 'no statement was executed',
  'round-trip': 'no round trip was made',
  chain: 'no revision at the end of the history came back clean',
  rehearsal: 'no plain upgrade was made',
  models: 'the models were not compared',
} as const;

/**
 * What was in scope and was not looked at. The parts of a round trip that a failing move of the same revision
 * keeps from being made are not among it: that failure was seen, and rules judge it.
 */
export function unseen({ observations, plan }: Facts): readonly NotObserved[] {
  const upTo = plan.leftOut.some(({ because }) => because === 'beyond');
  return observations.notObserved.filter(
    ({ what }) => what === 'revision' || what === 'chain' || (what === 'rehearsal' && !upTo),
  );
}
