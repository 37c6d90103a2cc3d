import { expect, test } from 'vitest';
import { docsPage, linksOf } from '../../src/github/links.ts';
import type { RuleId } from '../../src/model/finding.ts';
import { isInside } from '../../src/model/place.ts';
import { eventOf } from './support/events.ts';

const event = eventOf('pull-request');
const { place, rule } = linksOf(event, '1.2.3');
const blob = `https://github.com/org/shop/blob/${event.head}`;

test.each([
  [{ file: 'versions/a.py' }, '/versions/a.py'],
  [{ file: 'versions/a.py', line: 7 }, '/versions/a.py#L7'],
  [{ file: 'versions/a.py', line: 7, endLine: 7 }, '/versions/a.py#L7'],
  [{ file: 'versions/a.py', line: 7, endLine: 9 }, '/versions/a.py#L7-L9'],
  [{ file: 'a b/ü#?%.py', line: 1 }, '/a%20b/%C3%BC%23%3F%25.py#L1'],
  [{ file: 'a)](javascript:x)\ud800', line: 1 }, '/a)%5D(javascript%3Ax)%EF%BF%BD#L1'],
])('%j is at the last commit of the pull request', (at, path) => {
  expect(place(at)).toBe(`${blob}${path}`);
});

test.each([
  '',
  '/etc/passwd',
  '../a.py',
  'a/../../b.py',
  '..',
  'C:\\a.py',
  'C:/a.py',
  '\\\\host\\a',
  'a\\b',
  'a\nb',
  'a\u0000',
])('%j is not in the repository, and has no address', (file) => {
  expect(isInside(file)).toBe(false);
  expect(place({ file, line: 1 })).toBe(undefined);
});

test.each(['a..b/c', '...', 'versions/..a.py'])('%j is in the repository', (file) => {
  expect(isInside(file)).toBe(true);
});

test('where no commit is known no line has an address', () => {
  expect(linksOf({ server: 'https://github.com' }, '1.2.3').place({ file: 'a.py' })).toBe(undefined);
});

test('a rule has its page as it was in the version that judged', () => {
  expect(rule('drop-table' as RuleId)).toBe(
    'https://github.com/org/migrate-check/blob/v1.2.3/docs/rules/drop-table.md',
  );
  expect(rule('../../x#)y' as RuleId)).toBe(docsPage('1.2.3', 'rules/..%2F..%2Fx%23)y.md'));
});
