import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { LeftSetting } from '../../src/model/trace.ts';
import { move } from '../support/facts.ts';
import { factsOf, judgedBy, sent, upgrading } from './sent.ts';

const path = { name: 'search_path', before: 'public', after: 'shop' };

function leak(left: readonly LeftSetting[], ...sql: readonly string[]) {
  const statements = sql.map((one, at) =>
    sent(one, undefined, { place: { file: 'versions/a.py', line: 30 + at } }),
  );
  const one = upgrading([], { upgrade: move('upgrade', 'a', { statements, left }) });
  return judgedBy('session-state-leak', factsOf(one)).findings;
}

test('the last statement that sets it for the session is shown', () => {
  const sql = [
    'SET search_path TO a',
    'SELECT 1; SET Search_Path TO shop',
    'SET LOCAL search_path TO b',
    'SET jit TO off',
    'RESET search_path',
  ];
  expect(leak([path], ...sql)).toMatchObject([
    {
      place: { line: 31 },
      evidence: [
        { kind: 'sql', text: sql[1] },
        { kind: 'note', text: 'search_path before: public; after: shop' },
      ],
    },
  ]);
});

test('names that the server writes in capitals are found', () => {
  const zone = { name: 'TimeZone', before: 'UTC', after: 'GMT' };
  expect(leak([zone], "SET timezone TO 'GMT'")).toMatchObject([{ place: { line: 30 } }]);
});

test('a setting that has no value is said to have none', () => {
  const [finding] = leak([{ name: 'app.user', before: '', after: '' }]);
  expect(finding).toMatchObject({
    place: { line: 14 },
    message: expect.stringContaining('app.user at nothing,'),
  });
  expect(finding?.evidence).toEqual([{ kind: 'note', text: 'app.user before: nothing; after: nothing' }]);
});

test('a limit that stays is let be, one that is taken away is not', () => {
  const limit = (after: string) => ({ name: 'lock_timeout', before: '1s', after });
  expect(leak([limit('2s')])).toEqual([]);
  expect(leak([limit('0')])).toHaveLength(1);
  expect(leak([{ ...limit('2s'), name: 'lock_timeout_of_app' }])).toHaveLength(1);
});

test('a downgrade is told of as well, and apart', () => {
  const both = upgrading([], {
    downgrade: move('downgrade', 'a', { left: [path] }),
    upgrade: move('upgrade', 'a', { left: [path] }),
  });
  const findings = judgedBy('session-state-leak', factsOf(both)).findings;
  expect(findings.map(({ place }) => place.line)).toEqual([14, 19]);
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});
