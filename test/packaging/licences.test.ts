import { describe, expect, test } from 'vitest';
import { isAllowed, licencePage, type Package } from '../../scripts/build/licences.ts';

const a = (name: string, licence: string, texts = ['Do as you like.']): Package => ({
  name,
  version: '1.0.0',
  licence,
  texts,
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0)', true],
  ['BSD-3-Clause AND MIT', true],
  ['MIT AND GPL-3.0', false],
  ['GPL-3.0', false],
  ['MIT AND (ISC OR GPL-3.0)', false],
  ['SEE LICENSE IN LICENSE.txt', false],
  ['', false],
])('%s: %s', (expression, allowed) => {
  expect(isAllowed(expression)).toBe(allowed);
});

describe('the page', () => {
  test('has each package once, in order, with its text', () => {
    const page = licencePage([a('b', 'ISC'), a('a', 'MIT', ['First.\n', 'Second.']), a('b', 'ISC')]);
    expect(page.split(`${'-'.repeat(80)}\n`)).toEqual([
      'The bundle contains the following packages.\n\n',
      'a 1.0.0 (MIT)\n\nFirst.\n\nSecond.\n\n',
      'b 1.0.0 (ISC)\n\nDo as you like.\n',
    ]);
  });

  test('is refused where one package may not be carried along, by its name', () => {
    expect(() => licencePage([a('good', 'MIT'), a('bad', 'AGPL-3.0'), a('silent', '')])).toThrow(
      'May not be bundled under the licences that they have: bad 1.0.0 (AGPL-3.0), silent 1.0.0 (no licence)',
    );
  });
});
