/**
 * What a terminal, a log or a reader's eye could be led astray by: control characters (C0 but line feed, DEL, C1),
 * line and paragraph separators, characters without a width (among them those that turn the direction of text:
 * Unicode Standard, annex 9, section 2), halves of characters, and what is none. Variation selectors stay: they are
 * in ordinary emoji.
 */
const misleading =
  /[\p{Cc}\p{Cs}\u2028\u2029\ufff9-\ufffb\p{Noncharacter_Code_Point}[\p{Default_Ignorable_Code_Point}--[\ufe00-\ufe0f]]]/gv;

/** Any text from outside made harmless: line feeds stay, tabs become blanks, the rest of what misleads is spelt out. */
export function plain(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', '    ')
    .replace(misleading, (character) => (character === '\n' ? character : spell(character)));
}

/** The same on one line. */
export const oneLine = (text: string): string => plain(text).replaceAll(/\s+/g, ' ').trim();

function spell(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code > 0xffff) return `\\u{${hex(code, 5)}}`;
  return code < 0x100 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`;
}

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

/**
 * Lines in which a runner of GitHub finds no command of somebody else: `::name::` after any blanks, `##[name]` anywhere.
 * Spelt so that JSON means the same. Source: actions/runner, src/Runner.Common/ActionCommand.cs
 */
export const withoutCommands = (text: string): string =>
  text.replaceAll(/^(\s*):(?=:[\w-]+(?: .*)?::)/gm, '$1\\u003a').replaceAll(/#(?=#\[)/g, '\\u0023');
