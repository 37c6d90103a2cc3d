import { ruleTexts } from '../../../src/host/rule-texts.ts';
import type { Finding, RuleId } from '../../../src/model/finding.ts';
import type { Report } from '../../../src/model/report.ts';
import type { RenderOptions } from '../../../src/reporters/reporter.ts';
import { facts, failure, isNew, move, report, roundTrip } from '../../support/facts.ts';
import { graph, id, revision } from '../../support/graph.ts';

/** As both doors render documents for files. */
export const how: RenderOptions = { colour: false, width: 80, verbose: false, rule: ruleTexts('1.2.3') };

const history = [revision('a', [], { title: 'Create users' }), revision('b', ['a'], { title: 'Add moods' })];

const helper = { file: 'db/helpers.py', line: 7 };

/**
 * Two revisions: one is well, the other fails in a helper and leaves a type behind. Of all rules it has those two, one that
 * could not look and one that is off, so that a new rule changes nothing in it.
 */
export const small: Report = (() => {
  const { reupgrade: _, ...trip } = roundTrip('b', {
    trace: [isNew('enum type', 'mood', 'DROP TYPE mood')],
    downgrade: move('downgrade', 'b', {
      failure: failure('python', 'ValueError', 'no [such](https://evil.example) mood', {
        place: helper,
        calledFrom: [{ file: 'versions/b.py', line: 9 }],
      }),
    }),
  });
  const seen = facts(
    history,
    {
      roundTrips: [roundTrip('a'), trip],
      notObserved: [{ what: 'reupgrade', revision: id('b'), why: 'the downgrade fails' }],
    },
    { graph: graph(...history) },
  );
  const judged = report(seen);
  const isKept = (rule: string): boolean =>
    ['downgrade-fails', 'enum-left-behind', 'model-ddl-mismatch', 'naming-convention'].includes(rule);
  return {
    ...judged,
    coverage: judged.coverage.filter(({ rule }) => isKept(rule)),
    rules: judged.rules.filter(({ id }) => isKept(id)),
    milliseconds: 1200,
  };
})();

/** A finding of a rule, for a report that is made by hand. */
export const findingOf = (rule: string, more: Partial<Finding> = {}): Finding => ({
  rule: rule as RuleId,
  severity: 'error',
  message: 'It fails.',
  help: 'Mend it.',
  place: { file: 'versions/b.py', line: 8 },
  evidence: [],
  fingerprint: 'f',
  ...more,
});
