import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginning, code, fenced, htmlCode, inCell, link } from '../../../src/reporters/markdown/escape.ts';
import { prose, text } from '../../../src/reporters/markdown/words.ts';
import { oneLine, plain } from '../../../src/reporters/plain.ts';
import { shortHostileStrings } from '../hostile/strings.ts';
import { nodesOf, noticed, parsed, wordsOf } from './support/rendered.ts';

const extent = { lines: 1000, characters: 100_000 };

/** Pieces of what is hostile, in any order: a random string alone would hardly ever be Markdown. */
const pieces = fc.constantFrom(
  ...[
    '`',
    '``',
    '```',
    '*',
    '_',
    '~~',
    '|',
    '\\',
    '\\|',
    '<',
    '>',
    '&',
    '&amp;',
    '[',
    ']',
    '](',
    '!',
    '#',
    '#1',
  ],
  ...[
    '@a',
    ':x:',
    '://',
    'www.',
    'a@b.c',
    '\n',
    '\n\n',
    '    ',
    ' ',
    '- ',
    '1. ',
    '"',
    "'",
    '(',
    ')',
    '$',
    '^',
  ],
  ...[
    'word',
    'deadbee',
    'GH-1',
    '\u202e',
    '\u0000',
    '\ud800',
    '\t',
    '</details>',
    '<!--',
    '-->',
    '=',
    '.',
    ',',
  ],
);
const hostile = fc.oneof(
  fc.constantFrom(...shortHostileStrings),
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const always = (check: (text: string) => void): void =>
  fc.assert(fc.property(hostile, check), {
    numRuns: 2000,
    examples: shortHostileStrings.map((one) => [one]),
  });

const shownOf = (given: string): string => oneLine(given) || '(empty)';

describe('of whatever text', () => {
  test('a name is code and nothing else, and all of it is there', () => {
    always((given) => {
      const types = nodesOf(parsed(code(given, 1000))).map(({ type }) => type);
      expect(types).toEqual(['root', 'paragraph', oneLine(given) === '' ? 'text' : 'inlineCode']);
      expect(wordsOf(parsed(code(given, 1000)))).toBe(shownOf(given));
    });
  });

  test('a sentence is text and code and nothing else, and all of it is there', () => {
    always((given) => {
      const root = parsed(text(given));
      expect(root.children.map(({ type }) => type)).toEqual(['paragraph']);
      const inside = nodesOf(root).slice(2);
      expect(inside.filter(({ type }) => type !== 'text' && type !== 'inlineCode')).toEqual([]);
      expect(wordsOf(root)).toBe(shownOf(given));
      expect(inside.filter((node) => node.type === 'text' && noticed.test(node.value))).toEqual([]);
    });
  });

  test('a sentence is the same in a list, a link, a table and beside others', () => {
    always((given) => {
      const cell = inCell(text(given));
      const root = parsed(
        `- ${text(given)}\n\n| a | b |\n| - | - |\n| ${cell} | ${link(cell, 'https://x.y/')} |`,
      );
      const types = nodesOf(root).map(({ type }) => type);
      expect(types.filter((type) => type !== 'text' && type !== 'inlineCode')).toEqual([
        ...['root', 'list', 'listItem', 'paragraph'],
        ...['table', 'tableRow', 'tableCell', 'tableCell', 'tableRow', 'tableCell', 'tableCell', 'link'],
      ]);
      const inTable = shownOf(given).replace(/(?<=\\)\|/g, '\\x7c');
      expect(wordsOf(root)).toBe(`${shownOf(given)}ab${inTable}${inTable}`);
    });
  });

  test('a block of code ends where it is to end', () => {
    always((given) => {
      const root = parsed(`${fenced(given, 'sql', extent)}\n\nafter`);
      expect(root.children.map(({ type }) => type)).toEqual(['code', 'paragraph']);
      expect(root.children[0]).toMatchObject({
        lang: 'sql',
        value: plain(given)
          .replace(/^(?:[^\S\n]*\n)+/, '')
          .trimEnd(),
      });
    });
  });

  test('sentences with code among them are paragraphs and blocks', () => {
    always((given) => {
      const root = parsed(prose(`first\n${given}\n    more code\nlast`, extent));
      const types = new Set(nodesOf(root).map(({ type }) => type));
      expect(
        [...types].filter((type) => !['root', 'paragraph', 'text', 'inlineCode', 'code'].includes(type)),
      ).toEqual([]);
      expect(nodesOf(root).filter((node) => node.type === 'text' && noticed.test(node.value))).toEqual([]);
      expect(wordsOf(root.children.at(-1) ?? root)).toBe('last');
    });
  });

  test('an address stays inside of its link', () => {
    always((given) => {
      const root = parsed(link('`a`', `https://host.example/${given}`));
      expect(nodesOf(root).map(({ type }) => type)).toEqual(['root', 'paragraph', 'link', 'inlineCode']);
      const [, , found] = nodesOf(root);
      expect(found?.type === 'link' && new URL(found.url).host).toBe('host.example');
    });
  });
});

describe('what stands there', () => {
  test.each([
    ['users', '`users`'],
    ['a`b', '``a`b``'],
    ['`a`', '`` `a` ``'],
    ['a\nb', '`a b`'],
    ['\u202egnp', '`\\u202egnp`'],
    ['', '(empty)'],
    ['x'.repeat(1_000_000), `\`${'x'.repeat(200)}…\` (999,800 more characters)`],
    [`${'x'.repeat(199)}👩`, `\`${'x'.repeat(199)}…\` (2 more characters)`],
  ])('of a name: %o', (given, expected) => {
    expect(code(given)).toBe(expected);
  });

  test.each([
    [
      'The downgrade of 3f2a91c0d7e4 (Add moods) leaves the enum type order_status behind.',
      'The downgrade of `3f2a91c0d7e4` (Add moods) leaves the enum type `order_status` behind.',
    ],
    ['type "mood" already exists', 'type "mood" already exists'],
    ['type "order_status" already exists', 'type "`order_status`" already exists'],
    ['It doesn’t, in 1,200 of 1.5 cases (100%)!', 'It doesn’t, in 1,200 of 1.5 cases (100%)!'],
    ['größe 表 → ✓', 'größe 表 → ✓'],
    ['thanks @octocat, see #12 and GH-3', 'thanks `@octocat`, see `#12` and `GH-3`'],
    ['ALTER TABLE a.b ADD c.d; then', 'ALTER TABLE `a.b` ADD `c.d`; then'],
    ['two words_in code_spans are one', 'two `words_in code_spans` are one'],
    ['1. no list', '`1`. no list'],
    ['- no list', '`-` no list'],
    ['(users.email', '(`users.email`'],
    ['users.email)', '`users.email`)'],
    ['look here: --env PYTHONPATH=.', 'look here: `--env PYTHONPATH=.`'],
    ['f() and (a.b).', '`f()` and (`a.b`).'],
  ])('of a sentence: %s', (given, expected) => {
    expect(text(given)).toBe(expected);
  });

  test('of sentences with code', () => {
    expect(prose('Add:\n    op.execute("a")\n      b\nThen go.', extent)).toBe(
      'Add:\n\n```\nop.execute("a")\n  b\n```\n\nThen go.',
    );
  });

  test('of code that is too long', () => {
    expect(fenced('1\n2\n3', 'sql', { lines: 2, characters: 100 })).toBe(
      '```sql\n1\n2\n```\n\n1 more lines are left out.',
    );
    expect(fenced('1234567890', '', { lines: 2, characters: 4 })).toBe(
      '```\n1234…\n```\n\nThe rest is left out: (6 more characters).',
    );
    expect(fenced('````', '', extent)).toBe('`````\n````\n`````');
  });

  test('of a name in HTML', () => {
    expect(htmlCode(`</code><b a="'">&`)).toBe(
      '<code>&lt;/code&gt;&lt;b a=&quot;&#39;&quot;&gt;&amp;</code>',
    );
  });

  test.each([
    [undefined, '`a`'],
    ['javascript:alert(1)', '`a`'],
    ['//evil.example', '`a`'],
    ['https://a.b/c(d)<e> f"g\\h`|[', '[`a`](https://a.b/c%28d%29%3Ce%3E%20f%22g%5Ch%60%7C%5B)'],
    ['https://a.b/é\ud800', '[`a`](https://a.b/%C3%A9%EF%BF%BD)'],
  ])('of a link to %s', (address, expected) => {
    expect(link('`a`', address)).toBe(expected);
  });

  test('of what is cut: whole characters, and how many more', () => {
    expect(beginning('ab', 2)).toEqual({ shown: 'ab', left: '' });
    expect(beginning('abc', 2)).toEqual({ shown: 'ab…', left: ' (1 more characters)' });
  });
});
