import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;

// src/reporters/plain.ts
var misleading = /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Cs}]/gu;
function plain(text) {
  return text.replaceAll("\r\n", "\n").replaceAll("	", "    ").replace(misleading, (character) => character === "\n" ? character : spell(character));
}
var oneLine = (text) => plain(text).replaceAll(/\s+/g, " ").trim();
function spell(character) {
  const code = character.codePointAt(0) ?? 0;
  return code < 256 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`;
}
var hex = (code, digits) => code.toString(16).padStart(digits, "0");
var withoutCommands = (text) => text.replaceAll(/^(\s*):(?=:[\w-]+(?: .*)?::)/gm, "$1\\u003a").replaceAll(/#(?=#\[)/g, "\\u0023");

export {
  plain,
  oneLine,
  withoutCommands
};
