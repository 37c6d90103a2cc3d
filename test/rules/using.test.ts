import '../support/sql.ts';
import { expect, test } from 'vitest';
import { usingOf } from '../../src/rules/support/using.ts';
import { commandsOf } from '../../src/sql/commands.ts';

function usingIn(sql: string): string | undefined {
  const [command] = commandsOf(sql);
  return command && usingOf(command, 'days');
}

test.each([
  ['mood::text::mood', 'mood::text::mood'],
  [`"Mood"::text\n  ::"shop"."mood";`, `"Mood"::text ::"shop"."mood"`],
  ["CASE mood WHEN 'good day' THEN 1 ELSE 0 END", "CASE mood WHEN 'good day' THEN 1 ELSE 0 END"],
])('%s', (expression, found) => {
  expect(usingIn(`ALTER TABLE days ALTER COLUMN mood TYPE mood USING ${expression}`)).toBe(found);
});

test.each([
  ['its table is named', 'days.mood::mood'],
  ['its table is named in quotes', '"days".mood::mood'],
  ['what sa.text takes for a parameter', "mood || ':name'"],
  ['the quotes of a body', 'mood || $$x$$'],
  ['text over several lines', "mood || 'a\nb'"],
  ['another change beside it', 'mood::mood, ALTER COLUMN id TYPE bigint'],
])('not where there is %s', (_, expression) => {
  expect(usingIn(`ALTER TABLE days ALTER COLUMN mood TYPE text USING ${expression}`)).toBeUndefined();
});

test('not where there is none', () => {
  expect(usingIn('ALTER TABLE days ALTER COLUMN mood TYPE text')).toBeUndefined();
});
