import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rendered } from './rendered.ts';

const style = readFileSync(
  fileURLToPath(import.meta.resolve('github-markdown-css/github-markdown.css')),
  'utf8',
);

/** Round what the stylesheet of GitHub's Markdown is about. */
const frame = `
:root { color-scheme: light dark; --page: #fff; --box: #fff; --head: #f6f8fa; --line: #d1d9e0; --dim: #59636e; }
@media (prefers-color-scheme: dark) {
  :root { --page: #0d1117; --box: #0d1117; --head: #151b23; --line: #3d444d; --dim: #9198a1; }
}
body { margin: 0; padding: 20px; background: var(--page); }
.box { border: 1px solid var(--line); border-radius: 6px; overflow: hidden; background: var(--box); }
.head { padding: 9px 16px; border-bottom: 1px solid var(--line); background: var(--head); color: var(--dim); }
.head, .box .markdown-body { font: 14px/1.5 'Liberation Sans', Arial, sans-serif; }
.box .markdown-body { padding: 16px; background: var(--box); }
.head b { color: light-dark(#1f2328, #f0f6fc); }
.head i { margin-left: 4px; padding: 0 6px; border: 1px solid var(--line); border-radius: 1em; font: 12px Arial; }
.mermaid { margin-bottom: 16px; padding: 16px; border: 1px solid var(--line); border-radius: 6px; text-align: center; }
`;

/** A comment on a pull request, in a frame like that of GitHub. */
export const commentPage = (markdown: string): string =>
  page(markdown, '<b>github-actions</b> <i>bot</i> commented');

/** The summary on the page of a run. */
export const summaryPage = (markdown: string): string => page(markdown, '<b>migrations</b> summary');

const page = (markdown: string, head: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>GitHub</title><style>${style}${frame}</style></head>
<body><div class="box"><div class="head">${head}</div><div class="markdown-body">${rendered(markdown)}</div></div></body></html>`;
