import { expect, test } from 'vitest';
import type { RevisionId } from '../../src/model/revision.ts';
import { SetupError } from '../../src/model/setup-error.ts';
import { makePlan, type PlanRequest } from '../../src/replay/plan.ts';
import { graph, revision } from '../support/graph.ts';

const three = graph(revision('a'), revision('b', ['a']), revision('c', ['b']));
const steps = (more: Partial<PlanRequest> = {}): readonly string[] =>
  makePlan({ graph: three, startAt: [], ...more }).steps.map((step) =>
    'revision' in step ? `${step.kind} ${step.revision}` : step.kind,
  );

test('everything takes the round trip, then the chain and the rehearsal', () => {
  expect(steps()).toEqual(['round-trip a', 'round-trip b', 'round-trip c', 'chain', 'rehearsal']);
});

test('only what changed is walked, the rest is upgraded through', () => {
  expect(steps({ changedFiles: new Set(['versions/c.py']) })).toEqual([
    'upgrade a',
    'upgrade b',
    'round-trip c',
    'chain',
    'rehearsal',
  ]);
});

test('nothing changed, nothing to run, and it is said', () => {
  const plan = makePlan({ graph: three, startAt: [], changedFiles: new Set(['README.md']) });
  expect(plan.steps).toEqual([]);
  expect(plan.leftOut.map(({ revision, why }) => `${revision} ${why}`)).toEqual([
    'a not changed',
    'b not changed',
    'c not changed',
  ]);
});

test('nothing changed but what surrounds the revisions: they are upgraded, and that plainly once more', () => {
  const changedFiles = new Set(['env.py']);
  const more = { changedFiles, surroundingsChanged: true };
  expect(steps(more)).toEqual(['upgrade a', 'upgrade b', 'upgrade c', 'rehearsal']);
  expect(steps({ ...more, changedFiles: new Set(['versions/c.py']) })).toContain('round-trip c');
  expect(steps({ ...more, startAt: ['c'] })).toEqual([]);
});

test('--from walks from there on, --to applies nothing that is not needed', () => {
  expect(steps({ from: 'b' })).toEqual(['upgrade a', 'round-trip b', 'round-trip c', 'chain', 'rehearsal']);
  expect(steps({ to: 'b' })).toEqual(['round-trip a', 'round-trip b', 'chain', 'rehearsal']);
});

test('--start-at takes a revision and what it needs as applied', () => {
  const plan = makePlan({ graph: three, startAt: ['b'] });
  expect(plan.startAt).toEqual(['b']);
  expect(plan.steps[0]).toEqual({ kind: 'round-trip', revision: 'c' });
  expect(plan.leftOut.map(({ revision }) => revision)).toEqual(['a', 'b']);
});

test('a revision that is not there is refused, with the newest ones named', () => {
  const attempt = (): unknown => makePlan({ graph: three, startAt: [], to: 'zz' });
  expect(attempt).toThrow(SetupError);
  expect(attempt).toThrow('--to zz: there is no such revision');
});

test('a prefix of several is refused', () => {
  const twins = graph(revision('aa1'), revision('aa2', ['aa1']));
  expect(() => makePlan({ graph: twins, startAt: [], from: 'aa' })).toThrow(
    '--from aa: 2 revisions begin like that',
  );
});

test('files of the change that a fault keeps out of the graph are named', () => {
  const place = (file: string) => ({ file: `versions/${file}.py`, line: 1 });
  const faulty = {
    ...three,
    faults: [
      { kind: 'duplicate-id', id: 'd' as RevisionId, places: [place('d'), place('d2')] },
      { kind: 'unloadable', place: place('e'), error: 'SyntaxError', message: 'no' },
    ],
  } as const;
  const changedFiles = new Set(['versions/d2.py', 'versions/e.py', 'versions/c.py']);
  expect(makePlan({ graph: faulty, startAt: [], changedFiles }).unusable).toEqual([
    'versions/d2.py',
    'versions/e.py',
  ]);
  expect(makePlan({ graph: faulty, startAt: [] })).not.toHaveProperty('unusable');
  expect(makePlan({ graph: three, startAt: [], changedFiles })).not.toHaveProperty('unusable');
});
