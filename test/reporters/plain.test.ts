import { expect, test } from 'vitest';
import { oneLine, plain } from '../../src/reporters/plain.ts';

test.each([
  ['colours', '\u001b[31mred\u001b[0m', '\\x1b[31mred\\x1b[0m'],
  ['a title of the terminal', '\u001b]0;title\u0007', '\\x1b]0;title\\x07'],
  ['one byte control sequences', 'a\u009b31m', 'a\\x9b31m'],
  ['a carriage return that overwrites', 'failed\rpassed', 'failed\\x0dpassed'],
  ['text that turns round', 'a\u202egpj.b', 'a\\u202egpj.b'],
  ['isolates', '\u2066a\u2069', '\\u2066a\\u2069'],
  ['characters without a width', 'a\u200bb\ufeffc', 'a\\u200bb\\ufeffc'],
  ['fillers that look like nothing', 'a\u3164b\uffa0', 'a\\u3164b\\uffa0'],
  ['letters of tags, which nobody sees', 'a\u{e0041}b', 'a\\u{e0041}b'],
  ['what is no character', 'a\uffffb\u{1fffe}', 'a\\uffffb\\u{1fffe}'],
  ['half a character', 'a\ud800b', 'a\\ud800b'],
  ['tabs', 'a\tb', 'a    b'],
  ['line ends of Windows', 'a\r\nb', 'a\nb'],
  ['ordinary text of any script', 'größe 表 ✓ 👩🏽', 'größe 表 ✓ 👩🏽'],
])('%s', (_, text, expected) => {
  expect(plain(text)).toBe(expected);
});

test('of all characters none is left that could mislead, and none that is harmless is changed', () => {
  const left: string[] = [];
  for (let code = 0; code <= 0xffff; code += 1) {
    const character = String.fromCharCode(code);
    const shown = plain(character);
    if (/[\p{Cc}\p{Bidi_Control}\p{Cs}\u200b\u2028\u2029]/u.test(shown) && shown !== '\n')
      left.push(code.toString(16));
    if (
      /^[[\p{L}\p{N}\p{P}\p{S}\p{M}]--\p{Default_Ignorable_Code_Point}]$/v.test(character) &&
      shown !== character
    )
      left.push(code.toString(16));
  }
  expect(left).toEqual([]);
});

test('doing it twice changes nothing', () => {
  const wild = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).join('');
  expect(plain(plain(wild))).toBe(plain(wild));
});

test('a name stays on its line', () => {
  expect(oneLine('a\nerror  b.py:1  \r\n c')).toBe('a error b.py:1 c');
  expect(oneLine('a\u2028b')).not.toContain('\u2028');
});
