import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { Statement } from '../../src/model/observation.ts';
import { failure, move } from '../support/facts.ts';
import { factsOf, judgedBy, sent, upgrading } from './sent.ts';

const insert = (value: string, line = 15, into = 'items'): Statement =>
  sent(`INSERT INTO ${into} VALUES ('${value}')`, undefined, { place: { file: 'versions/a.py', line } });

const reported = (first: readonly Statement[], second: readonly Statement[], more = {}) =>
  judgedBy(
    'seed-differs-each-run',
    factsOf(upgrading(first, { reupgrade: move('upgrade', 'a', { statements: second, ...more }) })),
  ).findings;

test('what the two upgrades insert is shown, once for each table', () => {
  const findings = reported(
    [insert('a'), sent('SELECT 1'), insert('b'), insert('c', 16, 'app.moods')],
    [insert('x'), insert('y'), insert('z', 16, 'app.moods')],
  );
  expect(findings.map(({ message }) => /into (\S+)/.exec(message)?.[1])).toEqual(['items', 'app.moods']);
  expect(findings[0]?.evidence.map((one) => 'text' in one && one.text)).toEqual([
    'The first upgrade sent:',
    "INSERT INTO items VALUES ('a')",
    'The second upgrade sent:',
    "INSERT INTO items VALUES ('x')",
  ]);
});

test('values are parameters, too', () => {
  const of = (...parameters: readonly string[]): Statement => ({ ...insert('$1'), parameters });
  expect(reported([of('a')], [of('a')])).toEqual([]);
  expect(reported([of('a')], [of('a', 'b')])[0]?.evidence.at(-1)).toEqual({
    kind: 'note',
    text: 'with a, b',
  });
});

test('an insert that no line is known of is at the function', () => {
  const { place: _, ...placeless } = insert('a');
  const { place: __, ...other } = insert('b');
  expect(reported([placeless], [other])).toMatchObject([{ place: { line: 14 } }]);
});

test.each([
  ['both upgrades insert the same', [insert('a')], [insert('a')]],
  ['one inserts more', [insert('a')], [insert('b'), insert('c')]],
  ['they are sent from other lines', [insert('a', 15)], [insert('b', 16)]],
  ['nothing is inserted', [sent("UPDATE items SET a = '1'")], [sent("UPDATE items SET a = '2'")]],
])('nothing is said where %s', (_, first, second) => {
  expect(reported(first, second)).toEqual([]);
});

test('nor where the second upgrade failed or was not made', () => {
  const failed = { failure: failure('sql', 'UniqueViolation', 'twice') };
  expect(reported([insert('a')], [insert('b')], failed)).toEqual([]);
  const once = { ...upgrading([insert('a')]), reupgrade: undefined } as never;
  expect(judgedBy('seed-differs-each-run', factsOf(once)).findings).toEqual([]);
});
