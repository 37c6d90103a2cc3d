import type { Nodes } from 'mdast';
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
  /^(?:✅|❌|⚠️) migrate-check: (?:passed|failed|incomplete|resolved)$/,
  /^(?:What was found|This change lets pass|The revisions|Revision by revision|The time it took)$/,
];
const html =
  /^(?:<br>|<\/details>|<details>\n<summary>[^<>&:@#]*(?:<code>[^<>]*<\/code>[^<>@#]*)?(?:: [\w ,]+)?<\/summary>)$/;

/** A document has the shape that we gave it, and nothing that somebody else wrote is anything but text or code. */
export function expectHarmless(markdown: string): void {
  const nodes = nodesOf(parsed(markdown));
  expect(nodes.filter((node) => !isHarmless(node)).map((node) => ({ ...node, children: [] }))).toEqual([]);
  const opened = nodes.filter((node) => node.type === 'html' && node.value.startsWith('<details>')).length;
  expect(nodes.filter((node) => node.type === 'html' && node.value === '</details>')).toHaveLength(opened);
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
