import { closest, distance } from 'fastest-levenshtein';

/** `databaseUrl` as the settings file and the flags spell it: `database-url`. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The known name that was probably meant, if one is near enough. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const wanted = kebab(name);
  const begun = known.find((word) => wanted.length >= 3 && word.startsWith(wanted));
  if (begun !== undefined) return begun;
  const candidate = closest(wanted, known);
  return distance(wanted, candidate) <= Math.max(2, Math.floor(candidate.length / 3)) ? candidate : undefined;
}

/** "auto, container, local or server". */
export const either = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
