import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Dial, type Shown, withinBudget } from '../../../src/reporters/markdown/budget.ts';

type Kind = 'heads' | 'proofs';
const dials: readonly Dial<Kind>[] = [
  { of: 'heads', most: 5 },
  { of: 'proofs', most: 5 },
];
const render = ({ heads, proofs }: Shown<Kind>): string => `${'h'.repeat(heads)}${'é'.repeat(proofs)}`;

test.each([
  [undefined, 'hhhhhééééé'],
  [15, 'hhhhhééééé'],
  [14, 'hhhhhéééé'],
  [13, 'hhhhhéééé'],
  [5, 'hhhhh'],
  [4, 'hhhh'],
  [0, ''],
])('%s bytes: the last dial is turned down first', (budget, expected) => {
  expect(withinBudget(dials, render, budget)).toBe(expected);
});

test('where not even the least fits there is nothing', () => {
  expect(withinBudget(dials, (shown) => `head ${render(shown)}`, 4)).toBeUndefined();
  expect(withinBudget(dials, (shown) => `head ${render(shown)}`, 5)).toBe('head ');
});

test('a kind with two dials is turned up in two steps, another between them', () => {
  const twice: readonly Dial<Kind>[] = [{ of: 'heads', most: 2 }, { of: 'proofs', most: 1 }, ...dials];
  expect(withinBudget(twice, render, 3)).toBe('hhh');
  expect(withinBudget(twice, render, 4)).toBe('hhé');
  expect(withinBudget(twice, render, 5)).toBe('hhhé');
});

test('whatever pieces there are, the budget is kept, and one piece more would not have fitted', () => {
  const sizes = fc.array(fc.nat(50), { maxLength: 30 });
  fc.assert(
    fc.property(sizes, fc.nat(800), (pieces, budget) => {
      const made = (shown: number): string =>
        pieces
          .slice(0, shown)
          .map((size) => 'x'.repeat(size))
          .join('');
      const text = withinBudget(
        [{ of: 'pieces', most: pieces.length }],
        ({ pieces: shown }) => made(shown),
        budget,
      );
      const shown = pieces.findLastIndex((_, at) => made(at + 1) === text) + 1;
      expect(text?.length).toBeLessThanOrEqual(budget);
      if (shown < pieces.length) expect(made(shown + 1).length).toBeGreaterThan(budget);
    }),
  );
});
