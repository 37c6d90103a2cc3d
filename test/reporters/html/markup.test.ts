import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html, longest, textOf } from '../../../src/reporters/html/markup.ts';
import { plain } from '../../../src/reporters/plain.ts';

/** Any characters, but most of them such as mean something to a reader of HTML. */
const telling = fc.constantFrom(...'<>"\'`&;#/!-=aAx3 \n\t\0\u202e\ud83d');
const anyText = fc.string({
  unit: fc.oneof(telling, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })),
});

test('no text opens or closes a tag or an attribute, whatever it is', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(textOf(html`${text}`)).not.toMatch(/[<>"'`]|&(?!(?:amp|lt|gt|quot|#39|#96);)/);
    }),
  );
});

test('a reader sees the text as it is, but for what misleads', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(unescaped(textOf(html`${text}`))).toBe(plain(text));
    }),
  );
});

test('what is put together twice is escaped once', () => {
  fc.assert(
    fc.property(fc.array(anyText), (texts) => {
      const once = texts.map((text) => textOf(html`<i>${text}</i>`)).join('');
      expect(textOf(html`<p>${html`${texts.map((text) => html`<i>${text}</i>`)}`}</p>`)).toBe(
        `<p>${once}</p>`,
      );
    }),
  );
});

test('nothing that comes out of JSON is taken for markup', () => {
  const forged = JSON.parse('{"markup": "<script>"}');
  expect(() => html`${forged}`).toThrow();
  expect(textOf(html`${JSON.parse('["<b>", ["<i>"]]')}`)).toBe('&lt;b&gt;&lt;i&gt;');
});

test('what is not there leaves nothing', () => {
  expect(textOf(html`a${undefined}b${false}c${[]}d${0}`)).toBe('abcd0');
});

test('a text of any length is cut, and how much is left out is said', () => {
  expect(textOf(html`${'a'.repeat(longest)}`)).toHaveLength(longest);
  const cut = textOf(html`${'a'.repeat(longest + 7)}`);
  expect(cut).toBe(`${'a'.repeat(longest)}… (7 more characters)`);
  expect(textOf(html`${`${'a'.repeat(longest - 1)}👩b`}`)).not.toMatch(/\\ud83d/);
});

const characters: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#96;': '`',
  '&amp;': '&',
};
const unescaped = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|#39|#96|amp);/g, (entity) => characters[entity] ?? '');
