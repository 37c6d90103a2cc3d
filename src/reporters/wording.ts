/** `1 error`, `3 errors`. */
export const count = (number: number, word: string, many = `${word}s`): string =>
  `${number} ${number === 1 ? word : many}`;

/** With commas between the thousands: seven digits in a row are the name of a commit on GitHub. */
export const grouped = (number: number): string => number.toLocaleString('en');

/** Milliseconds as people read them: `0.4 ms`, `312 ms`, `2.1 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds >= 999.5) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}

/** A few of many: `a, b, c and 4 more`. */
export function few(items: readonly string[], cap = 6): string {
  const more = items.length - cap;
  return more > 0 ? `${items.slice(0, cap).join(', ')} and ${more} more` : items.join(', ');
}
