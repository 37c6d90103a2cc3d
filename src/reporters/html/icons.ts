import { html, type Markup } from './markup.ts';

/** What the symbols of the page look like; each stands beside a word, or has one that is read aloud. */
const shapes = {
  ok: html`<path d="M3 8.5l3.2 3.2L13 5"/>`,
  failed: html`<path d="M4 4l8 8M12 4l-8 8"/>`,
  differs: html`<path d="M3 6h10M3 10h10M10.5 3l-5 10"/>`,
  none: html`<path d="M4 8h8"/>`,
  error: html`<path d="M5.2 2h5.6L14 5.2v5.6L10.8 14H5.2L2 10.8V5.2zM8 5v3.6M8 11v.1"/>`,
  warning: html`<path d="M8 2.2L14.4 13.6H1.6zM8 6.4v3.4M8 11.7v.1"/>`,
  notice: html`<circle cx="8" cy="8" r="6.2"/><path d="M8 7.4v3.8M8 4.9v.1"/>`,
  incomplete: html`<circle cx="8" cy="8" r="6.2"/><path d="M6.2 6.3a1.9 1.9 0 113 1.7c-.8.5-1.2.8-1.2 1.6M8 11.4v.1"/>`,
  theme: html`<circle cx="8" cy="8" r="6.2"/><path class="half" d="M8 1.8a6.2 6.2 0 010 12.4z"/>`,
} as const;

export type IconName = keyof typeof shapes;

/** Drawn once for each page, and used by name. */
export const iconSheet = (): Markup =>
  html`<svg class="sheet" width="0" height="0" aria-hidden="true">${Object.entries(shapes).map(
    ([name, shape]) => html`<symbol id="i-${name}" viewBox="0 0 16 16">${shape}</symbol>`,
  )}</svg>`;

/** Said aloud where `word` is given; else a word stands beside it. */
export const icon = (name: IconName, word?: string): Markup =>
  html`<svg class="icon" aria-hidden="true"><use href="#i-${name}"/></svg>${word !== undefined && html`<span class="aloud">${word}</span>`}`;
