import { expect, test } from 'vitest';
import { withoutPasswords, withoutPasswordsIn } from '../../src/config/secret.ts';

test.each([
  ['postgresql://me:s3cret@db:5432/app', 'postgresql://me:***@db:5432/app'],
  ['postgresql+asyncpg://me:p:a/s?s@w@db/app', 'postgresql+asyncpg://me:***@db/app'],
  ['postgresql://:s3cret@db/app', 'postgresql://:***@db/app'],
  ['url=postgres://db/app?user=me&password=s3cret&x=1', 'url=postgres://db/app?user=me&password=***&x=1'],
  ['cannot reach postgresql://me:s3cret@db/app now', 'cannot reach postgresql://me:***@db/app now'],
])('%s', (text, hidden) => {
  expect(withoutPasswords(text)).toBe(hidden);
});

test.each(['postgresql://db:5432/app', 'postgresql://me@db/app', 'key=value: a@b'])(
  '%s has no password',
  (text) => {
    expect(withoutPasswords(text)).toBe(text);
  },
);

test('none is left in any text of a value, and the rest of it stays', () => {
  const url = 'postgresql://bob:hunter2@db/shop';
  const value = { text: url, list: [{ text: `at ${url}`, number: 1, no: false, nothing: null }] };
  const hidden = 'postgresql://bob:***@db/shop';
  expect(withoutPasswordsIn(value)).toEqual({
    text: hidden,
    list: [{ text: `at ${hidden}`, number: 1, no: false, nothing: null }],
  });
});
