import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  require_mod
} from "./chunk-LVLOTI4M.js";
import {
  __toESM
} from "./chunk-4ZDK54KC.js";

// src/config/spelling.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
function nearest(name, known) {
  if (known.length === 0) return void 0;
  const wanted = kebab(name);
  const begun = known.find((word) => wanted.length >= 3 && word.startsWith(wanted));
  if (begun !== void 0) return begun;
  const candidate = (0, import_fastest_levenshtein.closest)(wanted, known);
  return (0, import_fastest_levenshtein.distance)(wanted, candidate) <= Math.max(2, Math.floor(candidate.length / 3)) ? candidate : void 0;
}
var either = (words) => words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

export {
  kebab,
  nearest,
  either
};
