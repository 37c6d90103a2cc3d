import type { Finding } from '../../model/finding.ts';
import { type Place, placeText } from '../../model/place.ts';
import type { Report } from '../../model/report.ts';
import type { Links } from '../reporter.ts';
import { code, type Extent, link } from './escape.ts';

/** What the parts of a document need to know, beside what they show. */
export interface Page {
  readonly report: Report;
  readonly links: Links | undefined;
  /** Of one block of code. */
  readonly extent: Extent;
  /** Rows of one table. */
  readonly rows: number;
}

/** `versions/b.py:8`, which leads to that line. */
export const placeLink = (place: Place, { links }: Page): string =>
  link(code(placeText(place)), links?.place(place));

/** The name of a rule, which leads to its page. */
export const ruleLink = (rule: Finding['rule'], { links }: Page): string =>
  link(code(rule), links?.rule(rule));

/** What a reader opens: `summary` is HTML of this folder, `body` Markdown. */
export const folded = (summary: string, body: string): string =>
  `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;

/** Parts with an empty line between them; what is empty is left out. */
export const paragraphs = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join('\n\n');
