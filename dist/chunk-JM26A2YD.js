import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;

// src/reporters/plain.ts
var misleading = new RegExp("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\ufff9-\\ufffb\\p{Noncharacter_Code_Point}[\\p{Default_Ignorable_Code_Point}--[\\ufe00-\\ufe0f]]]", "gv");
function plain(text) {
  return text.replaceAll("\r\n", "\n").replaceAll("	", "    ").replace(misleading, (character) => character === "\n" ? character : spell(character));
}
var oneLine = (text) => plain(text).replaceAll(/\s+/g, " ").trim();
function spell(character) {
  const code = character.codePointAt(0) ?? 0;
  if (code > 65535) return `\\u{${hex(code, 5)}}`;
  return code < 256 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`;
}
var hex = (code, digits) => code.toString(16).padStart(digits, "0");
var withoutCommands = (text) => text.replaceAll(/^(\s*):(?=:[\w-]+(?: .*)?::)/gm, "$1\\u003a").replaceAll(/#(?=#\[)/g, "\\u0023");

export {
  plain,
  oneLine,
  withoutCommands
};
