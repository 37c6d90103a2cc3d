import { createHash } from 'node:crypto';
import { script, style } from './assets.ts';
import { iconSheet } from './icons.ts';
import { html, type Markup, own, textOf } from './markup.ts';
import { label } from './text.ts';

/**
 * Only the style and the script that are named by their hash, and nothing from anywhere: what is not ours does nothing,
 * even if it got into the page. Source: Content Security Policy Level 3, sections 6.1 and 6.7
 */
const policy = [
  "default-src 'none'",
  `script-src '${hashOf(script)}'`,
  `style-src '${hashOf(style)}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

export interface Part {
  /** Of the section that the link leads to. */
  readonly anchor: string;
  readonly name: string;
  readonly count?: number;
}

/** A whole page that needs nothing but itself. */
export function document(title: string, parts: readonly Part[], main: Markup): string {
  return `<!doctype html>\n${textOf(html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${own(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${label(title)}</title>
<style>${own(style)}</style>
<script>${own(script)}</script>
</head>
<body>
<a class="skip" href="#main">Skip to the verdict</a>
${iconSheet()}
<header class="top"><p class="brand">migrate-check</p>${themeButton}</header>
<nav aria-label="Parts of the report"><ul role="list">${parts.map(({ anchor, name, count }) => html`<li><a href="#${anchor}">${name}${count !== undefined && html` <span class="count">${count}</span>`}</a></li>`)}</ul></nav>
<main id="main" tabindex="-1">
${main}
</main>
</body>
</html>
`)}`;
}

const themeButton = html`<button type="button" id="theme" aria-pressed="false" hidden><svg class="icon" aria-hidden="true"><use href="#i-theme"/></svg>Dark</button>`;
