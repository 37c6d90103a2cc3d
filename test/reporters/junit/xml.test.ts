import fc from 'fast-check';
import { expect, test } from 'vitest';
import { document, escaped } from '../../../src/reporters/junit/xml.ts';
import { plain, withoutCommands } from '../../../src/reporters/plain.ts';
import { parseXml } from '../support/xml.ts';

/** What XML, a runner that prints it, or a reader could trip over, and any other characters, lone surrogates among them. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        ']]>',
        '::',
        '##[',
        '\n',
        '\r',
        '\t',
        ' ',
        '\0',
        '\ud800',
        'é',
      ),
    )
    .map((parts) => parts.join('')),
);

test('any text comes back from a parser as a reader is shown it, in an attribute and in an element', () => {
  fc.assert(
    fc.property(text, text, (inTag, inside) => {
      const root = parseXml(document({ name: 'a', attributes: { b: inTag }, content: inside }));
      expect(root.getAttribute('b')).toBe(plain(inTag));
      expect(root.textContent).toBe(plain(inside));
      expect(root.children).toHaveLength(0);
    }),
    { numRuns: 300 },
  );
});

test('a runner that prints any text finds no command in it', () => {
  fc.assert(
    fc.property(text, (one) => {
      const printed = document({ name: 'a', attributes: { b: one }, content: `\n::error::${one}` });
      expect(printed).not.toMatch(/::|##/);
      expect(withoutCommands(printed)).toBe(printed);
    }),
  );
});

test('what is not there is left away, and what is empty is short', () => {
  const root = { name: 'a', attributes: { b: undefined, c: 0 }, content: [{ name: 'd', attributes: {} }] };
  expect(document(root)).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a c="0">\n  <d/>\n</a>\n');
  expect(escaped(']]>&amp;')).toBe(']]&gt;&amp;amp;');
});
