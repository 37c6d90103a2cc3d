import '../support/sql.ts';
import { expect, test } from 'vitest';
import { json } from '../../src/reporters/json.ts';
import { comment } from '../../src/reporters/markdown/comment.ts';
import { reasonsNotChecked } from '../../src/reporters/not-checked.ts';
import type { RenderOptions } from '../../src/reporters/reporter.ts';
import { terminal } from '../../src/reporters/terminal.ts';
import { facts, move, report, roundTrip } from '../support/facts.ts';
import { id, revision } from '../support/graph.ts';

/** Revisions that each drop a table, of which nobody saw what it locks. */
const blind = (...names: readonly string[]) =>
  facts(
    names.map((name) => revision(name)),
    {
      roundTrips: names.map((name) =>
        roundTrip(name, {
          upgrade: move('upgrade', name, { statements: [{ sql: `DROP TABLE ${name}`, milliseconds: 1 }] }),
        }),
      ),
    },
  );
const how: RenderOptions = { colour: false, width: 200, verbose: false };
const why = 'what was locked for DROP TABLE was not seen';

test('what a rule could not look at is in every report, in one line', () => {
  const seen = report(blind('a'));
  const line = `drop-table of a: ${why}`;
  expect(reasonsNotChecked(seen)).toContain(line);
  expect(terminal.render(seen, how).split('\n')).toContain(`  ${line}`);
  expect(comment.render(seen, how)).toContain(line);
  const { coverage } = JSON.parse(json.render(seen, how)) as typeof seen;
  expect(coverage).toContainEqual(expect.objectContaining({ rule: 'drop-table', notChecked: [`a: ${why}`] }));
});

test('the revisions and the rules that share a reason stand together', () => {
  const on = { 'missing-lock-timeout': 'warning', 'missing-statement-timeout': 'warning' } as const;
  const lines = reasonsNotChecked(report(blind('a', 'b'), { failOn: 'error', rules: on }));
  expect(lines).toContain(`drop-table of 2 revisions (a, b): ${why}`);
  expect(lines.filter((line) => line.includes(why))).toHaveLength(1);
  const sharing = lines.filter((line) => line.endsWith('what a statement locks was not seen'));
  expect(sharing).toEqual([
    'missing-lock-timeout, missing-statement-timeout of 2 revisions (a, b): what a statement locks was not seen',
  ]);
});

test('what limits all rules is not said once more for each of them', () => {
  const from = blind('a');
  const limit = { what: 'statements', revision: id('a'), why: 'more were sent' } as const;
  const lines = reasonsNotChecked(
    report({ ...from, observations: { ...from.observations, notObserved: [limit] } }),
  );
  expect(lines.filter((line) => line.includes('more were sent'))).toEqual([
    'statements of a: more were sent',
  ]);
});
