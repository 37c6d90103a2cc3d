import { describe, expect, test } from 'vitest';
import type { RoundTrip, Statement } from '../../../src/model/observation.ts';
import type { Relation, Trace } from '../../../src/model/trace.ts';
import { summary } from '../../../src/reporters/markdown/summary.ts';
import { facts, failure, isNew, move, report, roundTrip, sqlFailure, trace } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import { expectHarmless, how } from './support/harmless.ts';

const users: Relation = { schema: 'public', name: 'users', kind: 'table', existed: true };
const index: Relation = { schema: 'shop', name: 'ix_a|b', kind: 'index', of: 'orders', existed: false };
const nothing = trace();

function detailsOf(trip: Partial<RoundTrip>): string {
  const shown = summary.render(report(facts([revision('a')], { roundTrips: [roundTrip('a', trip)] })), how);
  expectHarmless(shown);
  return shown.slice(shown.indexOf('### Revision by revision'), shown.indexOf('### The time'));
}

const rowsOf = (trace: Trace | undefined): readonly string[] => {
  const statement: Statement = {
    sql: 'ALTER TABLE users ADD COLUMN a int',
    place: { file: 'versions/a.py', line: 14 },
    milliseconds: 4.2,
    ...(trace ? { trace } : {}),
  };
  const details = detailsOf({ upgrade: move('upgrade', 'a', { statements: [statement] }) });
  expect(details).toContain('```sql\n-- 1, 4.2 ms\nALTER TABLE users ADD COLUMN a int\n```');
  return details.split('\n').filter((line) => line.startsWith('| '));
};
const place = '[`14`](https://host.example/blob/versions/a.py#L14)';

describe('what a statement did', () => {
  test('is said in one row: locks, rewrites, scans, rows', () => {
    const trace: Trace = {
      ...nothing,
      locks: [
        { relation: users, mode: 'SHARE' },
        { relation: { ...users, name: 'tags' }, mode: 'SHARE' },
        { relation: index, mode: 'ACCESS EXCLUSIVE' },
        { relation: users, mode: 'ACCESS EXCLUSIVE' },
      ],
      rewritten: [users],
      scanned: [
        { relation: users, scans: 1, tuples: 1_200_000 },
        { relation: index, scans: 1, tuples: 0 },
      ],
      written: [{ relation: users, inserted: 1, updated: 0, deleted: 12_000 }],
    };
    expect(rowsOf(trace)).toEqual([
      '| | line | locks taken | rewritten | scanned | rows written |',
      '| ---: | --- | --- | --- | --- | --- |',
      `| 1 | ${place} | \`ACCESS EXCLUSIVE\` \`users\`, \`shop.ix_a\\|b\` on \`orders\` (new)<br>\`SHARE\` \`tags\` | \`users\` | \`users\`: 1,200,000 rows | \`users\`: 1 inserted, 12,000 deleted |`,
    ]);
  });

  test('is not said where nobody could look', () => {
    expect(rowsOf(undefined).at(-1)).toBe(`| 1 | ${place} | not looked at |`);
    expect(rowsOf({ ...nothing, unseen: ['locks', 'written'] }).at(-1)).toBe(
      `| 1 | ${place} | not seen | not seen |`,
    );
  });

  test('has no column for what no statement did', () => {
    expect(rowsOf({ ...nothing, rewritten: [users] }).slice(0, 2)).toEqual([
      '| | line | rewritten |',
      '| ---: | --- | --- |',
    ]);
    expect(rowsOf(nothing)).toEqual(['| | line |', '| ---: | --- |', `| 1 | ${place} |`]);
  });

  test('is bounded, and says by how much', () => {
    const locks = Array.from({ length: 9 }, (_, at) => ({
      relation: { ...users, name: `t${at}` },
      mode: 'SHARE' as const,
    }));
    expect(rowsOf({ ...nothing, locks }).at(-1)).toContain('`t5`, and 3 more |');
  });
});

test('a line of another file has the name of that file', () => {
  const statements = [{ sql: 'SELECT 1', milliseconds: 1, place: { file: 'shop/seed.py', line: 3 } }];
  expect(detailsOf({ upgrade: move('upgrade', 'a', { statements }) })).toContain(
    '| 1 | [`shop/seed.py:3`](https://host.example/blob/shop/seed.py#L3) | not looked at |',
  );
});

test('a statement stands without the margin that it has in the file', () => {
  const statements = [{ sql: '\n    CREATE VIEW v AS\n      SELECT 1\n    ', milliseconds: 1 }];
  expect(detailsOf({ upgrade: move('upgrade', 'a', { statements }) })).toContain(
    '```sql\n-- 1, 1.0 ms\nCREATE VIEW v AS\n  SELECT 1\n```',
  );
});

test('of many statements as many are listed as a table takes', () => {
  const statements = Array.from({ length: 250 }, () => ({
    sql: 'SELECT 1',
    milliseconds: 1,
    trace: nothing,
  }));
  const details = detailsOf({ upgrade: move('upgrade', 'a', { statements }) });
  expect(details.match(/^\| \d+ \|/gm)).toHaveLength(200);
  expect(details).toContain('\n\n50 more statements are left out.');
  expect(details).toMatch(/^\d+ more lines are left out\.$/m);
});

describe('a round trip', () => {
  test.each<[string, Partial<RoundTrip>, string]>([
    ['that went well', {}, '✅ <code>a</code>: went up, down and up again'],
    [
      'that leaves something',
      { trace: [isNew('table', 't')] },
      '❌ <code>a</code>: leaves 1 difference behind',
    ],
    [
      'that cannot go down',
      {
        downgrade: move('downgrade', 'a', { failure: failure('irreversible', 'NotImplementedError', 'no') }),
      },
      '❌ <code>a</code>: cannot be taken back',
    ],
    [
      'that fails downwards',
      { downgrade: move('downgrade', 'a', { failure: sqlFailure('42P01', 'no') }) },
      '❌ <code>a</code>: does not come back',
    ],
    [
      'that does not go again',
      { reupgrade: move('upgrade', 'a', { failure: sqlFailure('42710', 'no') }) },
      '❌ <code>a</code>: does not go again',
    ],
    [
      'that differs again',
      { drift: [isNew('table', 't')] },
      '❌ <code>a</code>: goes again to something else',
    ],
    [
      'with what is no fault',
      { trace: [isNew('extension', 'citext')] },
      'ℹ️ <code>a</code>: went up, down and up again',
    ],
  ])('%s has its end in its heading', (_, trip, expected) => {
    expect(/<summary>(.*)<\/summary>/.exec(detailsOf(trip))?.[1]).toBe(expected);
  });

  test('is told move by move, with what was another afterwards', () => {
    const details = detailsOf({
      downgrade: move('downgrade', 'a', {
        left: [{ name: 'search_path', before: 'public', after: 'shop' }],
        output: { text: 'hello\n', omitted: 3 },
      }),
      trace: [isNew('enum type', 'mood'), isNew('extension', 'citext')],
      rowsAfterDowngrade: [
        { table: 'users', before: 10_000, after: 2, contentChanged: false },
        { table: 'tags', before: 1, after: 1, contentChanged: true },
      ],
      reupgrade: move('upgrade', 'a', { failure: sqlFailure('42710', 'type "mood" already exists') }),
    });
    expect(details).toContain(
      [
        '- **Upgrade**: ran, 0 statements, 3.0 ms',
        '- **Downgrade**: ran, 0 statements, 3.0 ms; leaves `search_path` at `shop`',
        '- **Upgrade again**: fails: `ProgrammingError` (SQLSTATE `42710`): type "mood" already exists',
        '',
        'After the downgrade, against before the upgrade:',
        '',
        '```diff',
        '+ enum type mood is new',
        '+ extension citext is new (no fault: extension-kept)',
        '```',
        '',
        '- `users`: 10,000 rows became 2',
        '- `tags`: same number of rows, other content',
        '',
        '<details>',
        '<summary>Printed by the downgrade, without 3 bytes</summary>',
        '',
        '```text',
        'hello',
        '```',
      ].join('\n'),
    );
  });

  test('that never went down says so', () => {
    const { downgrade: _, reupgrade: __, ...upgraded } = roundTrip('a');
    const shown = summary.render(report(facts([revision('a')], { roundTrips: [upgraded] })), how);
    expect(shown).toContain('- **Downgrade**: not run\n- **Upgrade again**: not run\n');
    expect(shown).toContain('<code>a</code>: went up</summary>');
  });
});

test('a revision that was only passed through is told of where it fails', () => {
  const failed = move('upgrade', 'a', { failure: sqlFailure('42601', 'no') });
  const shown = summary.render(
    report(
      facts([revision('a'), revision('b', ['a'])], {
        roundTrips: [],
        passedThrough: [failed, move('upgrade', 'b')],
      }),
    ),
    how,
  );
  expect(shown.match(/<summary>.*<code>.*/g)).toEqual(['<summary>❌ <code>a</code>: does not run</summary>']);
});

test('those with the worst findings come first, the others in the order of the graph', () => {
  const history = [revision('a'), revision('b', ['a']), revision('c', ['b']), revision('d', ['c'])];
  const roundTrips = history.map(({ id }) =>
    roundTrip(
      id,
      id === 'd' ? { trace: [isNew('table', 't')] } : id === 'c' ? { trace: [isNew('extension', 'x')] } : {},
    ),
  );
  const shown = summary.render(report(facts(history, { roundTrips })), how);
  expect(shown.match(/<code>\w/g)).toEqual(['<code>d', '<code>c', '<code>a', '<code>b']);
});

test('of many differences as many are shown as a block takes, and the first in any case', () => {
  const trace = Array.from({ length: 210 }, (_, at) => isNew('table', `t${at}`));
  const details = detailsOf({ trace });
  expect(details).toContain('+ table t199 is new\n```\n\n10 more differences left out.');
  expect(details).not.toContain('t200');
});
