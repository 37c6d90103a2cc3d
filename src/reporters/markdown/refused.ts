import type { Refusal } from '../../model/setup-error.ts';
import { code, type Extent, fenced } from './escape.ts';
import { heading } from './glance.ts';
import { paragraphs } from './page.ts';
import { prose } from './words.ts';

const extent: Extent = { lines: 30, characters: 3000 };

/** In place of a report where there is none: what is wrong, and what to do. `directory` is that of the project. */
export function refused({ message, hint, details }: Refusal, directory = '.'): string {
  const all = directory === '.' ? 'Nothing' : `Nothing of ${code(directory)}`;
  return `${paragraphs(
    heading({ verdict: 'incomplete' }, 'not checked'),
    `${all} was checked, so nobody knows whether it is safe.`,
    prose(message, extent),
    prose(hint, extent),
    details.length > 0 ? fenced(details.join('\n'), '', extent) : '',
  )}\n`;
}
