const megabyte = 1_000_000;

/** A name of a megabyte, of the characters that cost the most to read or to escape. */
export const large: readonly string[] = [
  'a'.repeat(megabyte),
  'word '.repeat(megabyte / 5),
  '`'.repeat(megabyte),
  '<'.repeat(megabyte),
  '['.repeat(megabyte),
  '*a_'.repeat(megabyte / 4),
  'a\n'.repeat(megabyte / 2),
  '\u202e'.repeat(megabyte),
  '👩🏽'.repeat(megabyte / 4),
  '@a '.repeat(megabyte / 4),
];
