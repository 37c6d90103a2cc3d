import type { RuleId } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { placeText } from '../../model/place.ts';
import type { RevisionId } from '../../model/revision.ts';
import { html, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import { label } from './text.ts';

/** A place, with a link where there is one. */
export const placeLink = (place: Place, { links }: Page): Markup =>
  outward(links?.place(place), html`<code>${label(placeText(place))}</code>`);

/** The line alone, for a table that is about one file. */
export const lineLink = (place: Place, text: string, { links }: Page): Markup =>
  outward(links?.place(place), html`<code>${label(text, 60)}</code>`);

/** The name of a rule, with a link where there is one. */
export const ruleLink = (rule: RuleId, { links }: Page): Markup =>
  outward(links?.rule(rule), html`<code>${label(rule, 80)}</code>`);

/** A revision, with a link to what is said of it below. */
export function revisionLink(id: RevisionId, page: Page): Markup {
  const anchor = page.anchor(id);
  const name = html`<code>${label(id, 40)}</code>`;
  return anchor === undefined ? name : html`<a href="#${anchor}">${name}</a>`;
}

/** Only to the web, whatever an address is made of. */
const outward = (address: string | undefined, text: Markup): Markup =>
  address !== undefined && /^https?:\/\//.test(address)
    ? html`<a href="${address}" rel="noreferrer">${text}</a>`
    : text;
