import { describe, expect, test } from 'vitest';
import type { RoundTrip } from '../../src/model/observation.ts';
import type { Revision } from '../../src/model/revision.ts';
import {
  causeOfReupgrade,
  driftLeft,
  enumsLeft,
  extensionsLeft,
  isMissing,
  reupgradeFailure,
  rowsLeft,
  traceLeft,
} from '../../src/rules/support/round-trip.ts';
import { changed, failure, isGone, isNew, move, roundTrip, sqlFailure } from '../support/facts.ts';
import { revision } from '../support/graph.ts';
import { empty, irreversible } from './pieces.ts';

const a = revision('a');
const trip = (seen: Partial<RoundTrip> = {}, of: Revision = a) => ({
  revision: of,
  roundTrip: roundTrip('a', seen),
});
const refused = (message: string, sqlstate = '42710', sql?: string) =>
  move('upgrade', 'a', { failure: sqlFailure(sqlstate, message, sql === undefined ? {} : { sql }) });
const down = (reason: 'irreversible' | 'sql') =>
  move('downgrade', 'a', { failure: failure(reason, 'Error', 'no') });
const shaped = (shape: 'absent' | 'raises' | 'empty') =>
  revision('a', [], { downgrade: { ...empty, shape } });
const tags = isNew('table', 'tags');
const mood = isNew('enum type', 'app.mood');

describe('a downgrade is missing', () => {
  test.each([
    ['it is not there', shaped('absent'), { downgrade: down('sql') }],
    ['it raises', shaped('raises'), { downgrade: down('sql') }],
    ['it refuses', a, { downgrade: down('irreversible') }],
    ['it does nothing where there is something to do', shaped('empty'), { trace: [tags] }],
  ] as const)('where %s', (_, of, seen) => {
    expect(isMissing(trip(seen, of))).toBe(true);
  });

  test.each([
    ['it fails', a, { downgrade: down('sql') }],
    ['it does nothing where nothing is to do', shaped('empty'), {}],
    ['it leaves something', a, { trace: [tags] }],
    ['it leaves what is no fault', shaped('empty'), { trace: [isNew('extension', 'citext')] }],
    ['it raises and does not fail', shaped('raises'), { trace: [tags] }],
  ] as const)('but not where %s', (_, of, seen) => {
    expect(isMissing(trip(seen, of))).toBe(false);
  });
});

describe('what is left', () => {
  const left = [
    tags,
    mood,
    isGone('enum type', 'old'),
    isNew('extension', 'citext'),
    changed('enum type', 'e', 'labels', 'a', 'b'),
  ];

  test('is told by what it is', () => {
    const one = trip({ trace: left });
    expect(enumsLeft(one)).toEqual([mood]);
    expect(traceLeft(one)).toEqual([left[0], left[2], left[4]]);
    expect(extensionsLeft(one)).toEqual([left[3]]);
  });

  test('is nothing where the downgrade is missing or declared to be', () => {
    for (const one of [
      trip({ trace: left }, shaped('empty')),
      trip({ trace: left }, irreversible('a', 'so')),
    ])
      expect([enumsLeft(one), traceLeft(one), extensionsLeft(one), rowsLeft(one)]).toEqual([
        [],
        [],
        [],
        undefined,
      ]);
  });

  test('is nothing where nobody looked', () => {
    const unseen = { revision: a, roundTrip: { revision: a.id, upgrade: move('upgrade', 'a') } };
    expect([enumsLeft(unseen), traceLeft(unseen), extensionsLeft(unseen), rowsLeft(unseen)]).toEqual([
      [],
      [],
      [],
      undefined,
    ]);
    expect(causeOfReupgrade(unseen)).toBe('itself');
  });
});

describe('rows that are left', () => {
  const grown = { table: 'app.tags', before: 1, after: 3, contentChanged: false };
  const same = { table: 'users', before: 2, after: 2, contentChanged: true };
  const other = { ...grown, table: 'roles' };

  test('break the second upgrade where it says so, of the table that it names', () => {
    const rowsAfterDowngrade = [same, other, grown];
    const hit = (sql: string, message = 'twice') =>
      rowsLeft(trip({ rowsAfterDowngrade, reupgrade: refused(message, '23505', sql) }));
    expect(hit('INSERT INTO app.tags VALUES (1)')).toEqual({ tables: [grown], breaks: true });
    expect(hit('INSERT INTO "tags" VALUES (1)')).toEqual({ tables: [grown], breaks: true });
    expect(hit('INSERT', 'unique key of roles')).toEqual({ tables: [other], breaks: true });
    expect(hit('INSERT INTO hashtags VALUES (1)')).toEqual({ tables: [other, grown], breaks: true });
    const silent = trip({ rowsAfterDowngrade, reupgrade: refused('roles', '23505') });
    expect(rowsLeft(silent)).toEqual({ tables: [other], breaks: true });
  });

  test.each([
    ['it fails for another reason', { rowsAfterDowngrade: [grown], reupgrade: refused('tags', '42710') }],
    [
      'it fails without a state',
      {
        rowsAfterDowngrade: [grown],
        reupgrade: move('upgrade', 'a', { failure: failure('python', 'E', 'tags') }),
      },
    ],
    ['none was left', { rowsAfterDowngrade: [same], reupgrade: refused('users', '23505') }],
    [
      'their table was left itself',
      {
        trace: [isNew('table', 'app.tags')],
        rowsAfterDowngrade: [grown],
        reupgrade: refused('tags', '23505'),
      },
    ],
    ['they hurt nobody', { rowsAfterDowngrade: [grown] }],
    ['another table has more', { rowsAfterDowngrade: [grown], rowsAfterReupgrade: [other] }],
    ['there are no more', { rowsAfterDowngrade: [grown], rowsAfterReupgrade: [{ ...grown, before: 3 }] }],
  ])('are no fault where %s', (_, seen) => {
    expect(rowsLeft(trip(seen))).toBeUndefined();
  });

  test('are doubled where there are more each time', () => {
    const rowsAfterReupgrade = [
      { ...grown, before: 3, after: 5 },
      { ...other, before: 3 },
    ];
    expect(rowsLeft(trip({ rowsAfterDowngrade: [grown, other], rowsAfterReupgrade }))).toEqual({
      tables: [grown],
      breaks: false,
    });
    const seen = {
      trace: [isNew('index', 'app.tags'), isGone('table', 'app.tags')],
      rowsAfterDowngrade: [grown],
      rowsAfterReupgrade,
    };
    expect(rowsLeft(trip(seen))).toEqual({ tables: [grown], breaks: false });
  });
});

describe('whose fault the second upgrade is', () => {
  test.each([
    ['declared', trip({ trace: [tags] }, irreversible('a', 'so'))],
    ['missing', trip({ trace: [tags] }, shaped('empty'))],
    [
      'rows',
      trip({
        rowsAfterDowngrade: [{ table: 'tags', before: 0, after: 1, contentChanged: false }],
        reupgrade: refused('tags', '23505'),
      }),
    ],
    ['enum', trip({ trace: [tags, mood], reupgrade: refused('type "mood" already exists') })],
    ['trace', trip({ trace: [tags, mood], reupgrade: refused('relation "tags" already exists') })],
    ['trace', trip({ trace: [tags] })],
    ['enum', trip({ trace: [mood], reupgrade: refused('something') })],
    ['itself', trip({ reupgrade: refused('something') })],
  ] as const)('%s', (cause, one) => {
    expect(causeOfReupgrade(one)).toBe(cause);
  });

  test('is told by one rule only', () => {
    const one = trip({ trace: [tags], reupgrade: refused('there'), drift: [tags] });
    expect(reupgradeFailure(one, 'trace')).toMatchObject({ message: 'there' });
    expect(reupgradeFailure(one, 'itself')).toBeUndefined();
    expect(reupgradeFailure(trip({ trace: [tags] }), 'trace')).toBeUndefined();
    expect(driftLeft(one)).toEqual([]);
    expect(driftLeft(trip({ drift: [tags, isNew('extension', 'citext')] }))).toEqual([tags]);
  });
});
