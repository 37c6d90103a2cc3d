import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** A text as a reader of GitHub-flavoured Markdown understands it. */
export const parsed = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** The node and all that is in it. */
export const nodesOf = (node: Nodes): readonly Nodes[] => [node, ...childrenOf(node).flatMap(nodesOf)];

/** What is read of a node, without how it is set. */
export const wordsOf = (node: Nodes): string =>
  'value' in node ? node.value : childrenOf(node).map(wordsOf).join('');

/** The sources of the drawings among some nodes. */
export const drawingsIn = (nodes: readonly Nodes[]): readonly string[] =>
  nodes.flatMap((node) => (node.type === 'code' && node.lang === 'mermaid' ? [node.value] : []));

const childrenOf = (node: Nodes): readonly Nodes[] => ('children' in node ? node.children : []);

/**
 * What GitHub makes links, pictures or notices of after the text is rendered, outside of code: mentions, issues, commits,
 * emoji, addresses, formulas.
 */
export const noticed =
  /@\w|#\d|\bGH-\d|\b[A-Z]+-\d|\b[0-9a-f]{7,64}\b|:[\w+-]+:|\w:\/\/|\bwww\.|\b(?:mailto|xmpp):|\$/iu;
