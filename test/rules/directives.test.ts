import { describe, expect, test } from 'vitest';
import { meant, nearest, readIgnore, reasonIn, written } from '../../src/rules/support/directives.ts';

const place = { file: 'a.py', line: 1 };
const ignore = (text: string) => readIgnore({ keyword: 'ignore', text, place });

describe('the nearest known word', () => {
  const known = ['drop-table', 'drop-column', 'drop-view', 'abc'];

  test.each([
    ['drop-tabel', 'drop-table'],
    ['drop-colum', 'drop-column'],
    ['drop-viewss', 'drop-view'],
    ['drop-vi', 'drop-view'],
    ['drp-tbl', 'drop-table'],
    ['abd', 'abc'],
    ['drop-abcdef', undefined],
    ['ab-d-e', undefined],
    ['bd', undefined],
    ['something', undefined],
  ])('of %s is %s', (word, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });

  test('is the nearest, not the first', () => {
    expect(nearest('drop-tables', ['drop-table', 'drop-tables-in'])).toBe('drop-table');
    expect(nearest('drop-tables', ['drop-tables-in', 'drop-table'])).toBe('drop-table');
  });
});

test('a directive is meant in whatever case', () => {
  expect(meant({ keyword: 'Ignore', text: '', place })).toBe('ignore');
  expect(meant({ keyword: 'irreversble', text: '', place })).toBe('irreversible');
  expect(meant({ keyword: 'skip', text: '', place })).toBeUndefined();
});

test('how it is written', () => {
  expect(written('ignore')).toBe('# migrate-check: ignore[rule] <reason>');
  expect(written('irreversible')).toBe('# migrate-check: irreversible <reason>');
});

describe('ignore', () => {
  test.each([
    ['[a, b] known', ['a', 'b'], 'known'],
    ['[a] – known', ['a'], 'known'],
    ['[a]: known ', ['a'], 'known'],
    ['[a,,] known\nfor long', ['a'], 'known\nfor long'],
    ['known [a]', [], 'known [a]'],
    ['[a known', [], '[a known'],
    ['[] known', [], 'known'],
    ['[a] --', ['a'], ''],
    ['', [], ''],
  ])('%j', (text, rules, reason) => {
    expect(ignore(text)).toEqual({ rules, reason });
  });

  test('is nothing else', () => {
    expect(readIgnore({ keyword: 'ignores', text: '[a] b', place })).toBeUndefined();
  });
});

test('a reason is words, and signs before it are none of it', () => {
  expect(reasonIn(' — it: stays - here ')).toBe('it: stays - here');
  expect(reasonIn('123 !')).toBe('');
});
