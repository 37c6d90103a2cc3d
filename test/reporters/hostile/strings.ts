import { commands } from './commands.ts';
import { formats } from './formats.ts';
import { large } from './large.ts';
import { markdown } from './markdown.ts';
import { markup } from './markup.ts';
import { unseen } from './unseen.ts';

/** Hostile strings of every kind but those of a megabyte: for tests that put each of them in every place. */
export const shortHostileStrings: readonly string[] = [
  ...commands,
  ...markdown,
  ...markup,
  ...unseen,
  ...formats,
];

/** What a hostile pull request would call its tables, revisions, files and messages; every reporter meets all of them. */
export const hostileStrings: readonly string[] = [...shortHostileStrings, ...large];

/** How a test names one of them: escaped, and short. */
export const inWords = (text: string): string =>
  text.length > 60 ? `${JSON.stringify(text.slice(0, 60))} ... (${text.length})` : JSON.stringify(text);
