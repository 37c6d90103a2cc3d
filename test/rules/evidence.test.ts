import '../support/sql.ts';
import { describe, expect, test } from 'vitest';
import { ofDifferences, ofFailure, ofSql } from '../../src/rules/support/evidence.ts';
import { changed, failure, isNew, sqlFailure } from '../support/facts.ts';

const printed = (text: string): readonly string[] =>
  ofFailure(sqlFailure('42P01', 'not there'), { text, omitted: 0 }).flatMap((one) =>
    one.kind === 'output' ? [one.text] : [],
  );

test('what Alembic logs of each move is no evidence, what the migration prints is', () => {
  const log = 'INFO  [alembic.runtime.migration] Running downgrade b2 -> a1, Add moods';
  expect(printed(`${log}\n`)).toEqual([]);
  expect(printed('INFO  [alembic.runtime.migration] Context impl PostgresqlImpl.\n')).toEqual([]);
  expect(printed(`${log}\nRunning late\n`)).toEqual(['Running late']);
});

test('of long output the end is shown', () => {
  const lines = Array.from({ length: 20 }, (_, at) => `line ${at}`);
  expect(printed(lines.join('\n'))).toEqual([lines.slice(5).join('\n')]);
  expect(printed(' \n \n')).toEqual([]);
});

test('of a long statement the beginning is shown', () => {
  expect(ofSql('x'.repeat(2000))).toEqual({ kind: 'sql', text: 'x'.repeat(2000) });
  expect(ofSql('x'.repeat(2001))).toEqual({ kind: 'sql', text: `${'x'.repeat(2000)} ...` });
});

describe('a failure', () => {
  test('shows all that the server said, the statement, and how it was reached', () => {
    const refused = sqlFailure('23505', 'twice', {
      detail: 'Key (a)=(1)',
      hint: 'look',
      sql: 'INSERT',
      calledFrom: [{ file: 'a.py', line: 3 }, { file: 'b.py' }],
    });
    expect(ofFailure(refused)).toEqual([
      { kind: 'server', text: 'ProgrammingError (SQLSTATE 23505): twice\nDETAIL: Key (a)=(1)\nHINT: look' },
      { kind: 'sql', text: 'INSERT' },
      { kind: 'note', text: 'called from a.py:3, then b.py' },
    ]);
  });

  test.each([
    ['disconnected', 'server'],
    ['sql', 'server'],
    ['python', 'note'],
    ['timed-out', 'note'],
  ] as const)('%s is told by a %s', (reason, kind) => {
    expect(ofFailure(failure(reason, 'Error', 'why'))).toEqual([{ kind, text: 'Error: why' }]);
  });
});

describe('differences', () => {
  const short = changed('column', 'a.b', 'type', 'x'.repeat(60), 'text');
  const lines = changed('view', 'v', 'definition', 'SELECT 1\nFROM a', null);
  const long = changed('view', 'v', 'definition', 'old', 'x'.repeat(61));

  test('are told in words, long values and values of lines whole', () => {
    expect(ofDifferences([isNew('table', 'a'), short, lines, long])).toEqual([
      { kind: 'difference', words: 'table a is new' },
      { kind: 'difference', words: short.words },
      { kind: 'difference', words: lines.words, before: 'SELECT 1\nFROM a', after: '' },
      { kind: 'difference', words: long.words, before: 'old', after: 'x'.repeat(61) },
    ]);
  });

  test('of a thing that is new have no values, however long', () => {
    expect(ofDifferences([{ ...long, change: 'new' }])).toEqual([{ kind: 'difference', words: long.words }]);
  });

  test('of several facts stand below each other, without the short ones', () => {
    const [one, other] = [...lines.facts, ...long.facts];
    expect(ofDifferences([{ ...lines, facts: [...short.facts, ...lines.facts, ...long.facts] }])).toEqual([
      {
        kind: 'difference',
        words: lines.words,
        before: `${one?.before}\n${other?.before}`,
        after: `\n${other?.after}`,
      },
    ]);
  });

  test('are as many as a reader reads', () => {
    const three = [isNew('table', 'a'), isNew('table', 'b'), isNew('table', 'c')];
    expect(ofDifferences(three, 3)).toHaveLength(3);
    expect(ofDifferences(three, 2)).toEqual([
      ...ofDifferences(three.slice(0, 2)),
      { kind: 'note', text: 'and 1 more difference' },
    ]);
    expect(ofDifferences(three, 1).at(-1)).toEqual({ kind: 'note', text: 'and 2 more differences' });
  });
});
