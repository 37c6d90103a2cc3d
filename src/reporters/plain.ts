/**
 * What a terminal, a log or a reader's eye could be led astray by: control characters (C0 but line feed, DEL, C1),
 * characters without a width, line and paragraph separators, and those that turn the direction of text (Unicode
 * Standard, annex 9, section 2).
 */
const misleading =
  /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Cs}]/gu;

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
  return code < 0x100 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`;
}

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

/**
 * Lines in which a runner of GitHub finds no command of somebody else: `::name::` after any blanks, `##[name]` anywhere.
 * Spelt so that JSON means the same. Source: actions/runner, src/Runner.Common/ActionCommand.cs
 */
export const withoutCommands = (text: string): string =>
  text.replaceAll(/^(\s*):(?=:[\w-]+(?: .*)?::)/gm, '$1\\u003a').replaceAll(/#(?=#\[)/g, '\\u0023');
