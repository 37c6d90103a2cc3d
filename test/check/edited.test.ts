import { join } from 'node:path';
import { expect, test } from 'vitest';
import { edited } from '../../src/check/edited.ts';
import type { Edit } from '../../src/model/suggestion.ts';
import { temporary, write } from '../support/temporary.ts';

const edit: Edit = { file: 'a.py', startLine: 2, endLine: 2, before: ['b'], after: ['B', 'ü'] };

const after = async (text: string | Uint8Array, source: string, more: Partial<Edit> = {}) => {
  const root = await temporary();
  await write(root, { 'a.py': text as string });
  const bytes = await edited(root, { ...edit, ...more }, source);
  return bytes && Buffer.from(bytes).toString('utf8');
};

test.each([
  ['lines that end with a line feed', 'a\nb\nc\n', 'a\nB\nü\nc\n'],
  ['lines that end with carriage return and line feed', 'a\r\nb\r\nc\r\n', 'a\r\nB\r\nü\r\nc\r\n'],
  ['a last line that does not end', 'a\nb', 'a\nB\nü'],
  ['a byte order mark', '\ufeffa\nb\n', '\ufeffa\nB\nü\n'],
  ['tabs, form feeds and other scripts', 'ä\tb\fc\nb\n\u2028', 'ä\tb\fc\nB\nü\n\u2028'],
])('keeps %s', async (_, text, expected) => {
  expect(await after(text, text.replaceAll('\r\n', '\n').replace('\ufeff', ''))).toBe(expected);
});

test('lines may go', async () => {
  expect(await after('a\nb\nc\n', 'a\nb\nc\n', { after: [] })).toBe('a\nc\n');
});

test.each<[string, string | Uint8Array, string]>([
  ['in Latin-1', Buffer.from('# \xe4\nb\n', 'latin1'), '# ä\nb\n'],
  ['with bytes that are no character', Buffer.from([0x23, 0xff, 0x0a, 0x62, 0x0a]), '#\ufffd\nb\n'],
  ['with line ends of two kinds', 'a\r\nb\n', 'a\nb\n'],
  ['with a carriage return alone', 'a\rb\nb\n', 'a\nb\nb\n'],
  ['that was changed since it was read', 'a\nx\n', 'a\nb\n'],
])('does not edit a file %s', async (_, text, source) => {
  expect(await after(text, source)).toBeUndefined();
});

test.each(['../a.py', '/a.py', 'none.py'])('does not edit %s', async (file) => {
  const root = await temporary({ 'in/a.py': 'a\nb\n', 'a.py': 'a\nb\n' });
  expect(await edited(join(root, 'in'), { ...edit, file }, 'a\nb\n')).toBeUndefined();
  expect(await edited(join(root, 'in'), edit, 'a\nb\n')).toBeDefined();
});
