import { expect, test } from 'vitest';
import type { Suppression } from '../../src/model/finding.ts';
import { declaredAt, definition, projectPlace } from '../../src/rules/support/places.ts';
import type { DeclaredSuppression } from '../../src/rules/support/suppress-declared.ts';
import { facts } from '../support/facts.ts';
import { revision } from '../support/graph.ts';

const a = revision('a');
const known = facts([a]);
const { file: _, ...unconfigured } = known.project;

test('what belongs to no revision is at the configuration, else at the directory', () => {
  expect(projectPlace(known)).toEqual({ file: 'shop/alembic.ini', line: 1 });
  expect(projectPlace({ ...known, project: unconfigured })).toEqual({ file: 'shop' });
});

test('a function that is not there is at the id of its revision', () => {
  expect(definition(a, 'downgrade')).toEqual({ file: 'versions/a.py', line: 19 });
  const without = revision('a', [], { downgrade: { shape: 'absent' }, place: { file: 'versions/a.py' } });
  expect(definition(without, 'downgrade')).toEqual({ file: 'versions/a.py' });
  expect(definition({ ...without, place: a.place }, 'downgrade')).toEqual({ file: 'versions/a.py', line: 9 });
});

test.each([
  ['comment', [a], { place: { file: 'versions/a.py', line: 13 }, revision: 'a' }],
  ['comment', [], { place: { file: 'versions/a.py', line: 13 } }],
  ['settings', [a], { place: { file: 'versions/a.py', line: 13 } }],
] as const)('a suppression by %s of %j', (by, revisions, expected) => {
  const place = { file: 'versions/a.py', line: 13 };
  const declared = (suppression: Suppression) =>
    ({ suppression, revisions }) as unknown as DeclaredSuppression;
  expect(declaredAt(declared({ by, reason: 'known', place }), known)).toEqual(expected);
  expect(declaredAt(declared({ by, reason: 'known' }), known)).toEqual({
    ...expected,
    place: { file: 'shop/alembic.ini', line: 1 },
  });
});
