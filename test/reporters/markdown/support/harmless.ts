import { JSDOM } from 'jsdom';
import type { Nodes } from 'mdast';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect } from 'vitest';
import type { RenderOptions } from '../../../../src/reporters/reporter.ts';
import { nodesOf, noticed, parsed, wordsOf } from './rendered.ts';

/** Addresses of which nothing is checked: whoever renders is to see to it that nothing ends them. */
export const how: RenderOptions = {
  colour: false,
  width: 80,
  verbose: false,
  links: {
    place: ({ file, line = 1 }) => `https://host.example/blob/${file}#L${line}`,
    rule: (rule) => `https://host.example/rules/${rule}`,
  },
};

/** What our documents consist of; in particular no picture, no definition, no footnote, no quotation. */
const ours = new Set([
  ...['root', 'heading', 'paragraph', 'text', 'strong', 'inlineCode', 'code', 'link'],
  ...['list', 'listItem', 'table', 'tableRow', 'tableCell', 'html'],
]);
const headings = [
  /^(?:✅|❌|⚠️) migrate-check: (?:passed|failed|incomplete|resolved|not checked)$/,
  /^(?:What was found|This change lets pass|The revisions|Revision by revision|The time it took)$/,
];
const html =
  /^(?:<br>|<\/details>|<details>\n<summary>[^<>&:@#]*(?:<code>[^<>]*<\/code>[^<>@#]*)?(?:: [\w ,]+)?<\/summary>)$/;

const { document } = new JSDOM('').window;

/** What a page may have, with the attributes; GFM aligns cells and names the language of code. */
const elements: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    [
      'details',
      'summary',
      'p',
      'h2',
      'h3',
      'strong',
      'ul',
      'li',
      'pre',
      'br',
      'table',
      'thead',
      'tbody',
      'tr',
      'td',
    ].map((name) => [name, []]),
  ),
  a: ['href'],
  code: ['class'],
  th: ['align'],
  td: ['align'],
};

/**
 * A document has the shape that we gave it, and nothing that somebody else wrote is anything but text or code: to a reader
 * of Markdown, and in the page that becomes of it with all the HTML left in. Answers its nodes.
 */
export function expectHarmless(markdown: string): readonly Nodes[] {
  expectPage(markdown);
  const nodes = nodesOf(parsed(markdown));
  expect(nodes.filter((node) => !isHarmless(node)).map((node) => ({ ...node, children: [] }))).toEqual([]);
  const opened = nodes.filter((node) => node.type === 'html' && node.value.startsWith('<details>')).length;
  expect(nodes.filter((node) => node.type === 'html' && node.value === '</details>')).toHaveLength(opened);
  return nodes;
}

function expectPage(markdown: string): void {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const body = document.createElement('body');
  body.innerHTML = html;
  const strange = [...body.querySelectorAll('*')].filter(
    ({ localName, attributes }) =>
      ![...attributes].every(({ name }) => elements[localName]?.includes(name)) || !(localName in elements),
  );
  expect(strange.map(({ outerHTML }) => outerHTML)).toEqual([]);
  // Whatever is folded has been closed before the next part.
  const parts = [...body.querySelectorAll('h2, h3')];
  expect(parts.every(({ parentElement }) => parentElement === body)).toBe(true);
  expect(body.querySelectorAll('details > summary:first-child').length).toBe(
    body.querySelectorAll('details').length,
  );
}

function isHarmless(node: Nodes): boolean {
  if (!ours.has(node.type)) return false;
  switch (node.type) {
    case 'text':
      return !noticed.test(node.value);
    case 'html':
      return html.test(node.value);
    case 'heading':
      return headings.some((heading) => heading.test(wordsOf(node)));
    case 'link':
      return (
        new URL(node.url).host === 'host.example' &&
        node.children.every((child) => child.type === 'inlineCode' || wordsOf(child) === '(empty)')
      );
    case 'code':
      return node.meta === null && ['sql', 'diff', 'text', 'mermaid', null].includes(node.lang ?? null);
    case 'listItem':
      return node.checked === null;
    case 'table':
      return node.children.every(({ children }) => children.length === node.children[0]?.children.length);
    default:
      return true;
  }
}
