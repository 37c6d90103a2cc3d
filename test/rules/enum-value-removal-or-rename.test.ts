import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { SchemaObject } from '../../src/model/schema-object.ts';
import { factsOf, judgedBy, sent, thing, upgrading } from './sent.ts';

const type = (name: string, ...labels: readonly string[]): SchemaObject =>
  thing('enum type', name, { labels });
const mood = type('mood', 'good', 'bad', 'ugly');

const gone = (before: readonly SchemaObject[], after: readonly SchemaObject[], ...sql: readonly string[]) =>
  judgedBy(
    'enum-value-removal-or-rename',
    factsOf(
      upgrading(
        sql.map((one, at) => sent(one, undefined, { place: { file: 'versions/a.py', line: 30 + at } })),
        { schema: { before, after } },
      ),
    ),
  ).findings;

test('labels that are gone are named, where they go', () => {
  const sql = [
    "ALTER TYPE app.other RENAME VALUE 'a' TO 'b'",
    "ALTER TYPE mood RENAME VALUE 'bad' TO 'worse'",
  ];
  const [finding, ...more] = gone(
    [type('app.other', 'x'), mood],
    [type('app.other', 'x'), type('mood', 'good', 'worse')],
    ...sql,
  );
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    place: { line: 31 },
    message: expect.stringContaining('mood has no label bad and ugly'),
    evidence: [
      { kind: 'sql', text: sql[1] },
      { kind: 'note', text: 'labels of mood before: good, bad, ugly; after: good, worse' },
    ],
  });
  expect(finding?.help).toContain('ALTER TYPE mood ADD VALUE');
});

test('each type is a fault of its own, at the function where no command names it', () => {
  const findings = gone([mood, type('app.mood', 'a', 'b')], [type('app.mood', 'a'), type('mood', 'good')]);
  expect(findings.map(({ message }) => /enum (\S+) has/.exec(message)?.[1])).toEqual(['mood', 'app.mood']);
  expect(findings[0]).toMatchObject({ place: { line: 14 }, evidence: [{ kind: 'note' }] });
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

test.each([
  ['all are there, and more', [mood], [type('mood', 'ugly', 'bad', 'new', 'good')]],
  ['the whole type is gone', [mood], [thing('domain', 'mood')]],
  ['it is no enum', [thing('composite type', 'mood', { labels: ['a'] })], [thing('composite type', 'mood')]],
])('nothing is said where %s', (_, before, after) => {
  expect(gone(before, after)).toEqual([]);
});
