import { shown } from '../cut.ts';

/** A text of a result that is longer is read by nobody, and a file of such results is too large. */
const longest = 4000;

/**
 * A plain text message in which nothing is a link: SARIF makes one of a bracket that a parenthesis follows (SARIF 2.1.0,
 * section 3.11.6), and code scanning shows it as one. Braces with a number in them are places of arguments
 * (section 3.11.5), and are kept apart as well.
 */
export const message = (text: string, otherwise: string): { readonly text: string } => ({
  text:
    shown(text, longest)
      .trim()
      .replaceAll('](', '] (')
      .replace(/\{(?=\d+\})/g, '{ ') || otherwise,
});
