import { expect, test } from 'vitest';
import type { PlannedFacts } from '../../src/check/request.ts';
import { planText } from '../../src/cli/plan-text.ts';
import { makePlan } from '../../src/replay/plan.ts';
import { graph, revision } from '../support/graph.ts';
import { reportOf } from './report.ts';

const history = graph(
  revision('001'),
  revision('002', ['001']),
  revision('003', ['002'], { title: 'Add users' }),
);

function planned(more: Partial<Parameters<typeof makePlan>[0]> = {}): PlannedFacts {
  const { observations, ...facts } = reportOf({ graph: history });
  return { ...facts, plan: makePlan({ graph: history, startAt: [], ...more }) };
}

const providers = [{ id: 'container', refusal: 'no container engine answers' }, { id: 'local' }];

test('a plan says what is done to which revision, and by what', () => {
  const changedFiles = new Set(['versions/003.py']);
  expect(
    planText(planned({ startAt: ['001'], changedFiles, baseSql: 'base.sql' }), providers, false),
  ).toBe(`shop
  found       alembic.ini, section [alembic]
  interpreter /usr/bin/python3 (from PATH)
  versions    python 3.12.1, alembic 1.20.1
  PostgreSQL  container, not usable: no container engine answers
              local
  begins with base.sql

3 revisions, 1 up, down and up again, 1 only upgraded through, 1 left out
  left out    001  001  (taken as applied (--start-at))
  upgrade     002  002
  round trip  003  Add users

Then the whole chain down and up, and one plain upgrade to the heads.
This was the plan; nothing was started.
`);
});

test('a plan without steps says that no server is started', () => {
  const text = planText(planned({ changedFiles: new Set() }), providers, false);
  expect(text).toContain('3 revisions, 0 up, down and up again, 3 left out');
  expect(text).toContain('There is nothing to do, and no server would be started.');
});

test('faults of the graph are named with their place', () => {
  const place = { file: 'versions/004.py', line: 3 };
  const fault = { kind: 'unloadable', place, error: 'SyntaxError', message: 'invalid syntax' } as const;
  const text = planText({ ...planned(), graph: { ...history, faults: [fault] } }, providers, false);
  expect(text).toContain('  unloadable  versions/004.py:3');
});

test('colours are there only where they are wanted', () => {
  expect(planText(planned(), providers, false)).not.toContain('\u001b[');
  expect(planText(planned(), providers, true)).toContain('\u001b[1mshop');
});
