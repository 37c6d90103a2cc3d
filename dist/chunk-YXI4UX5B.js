import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  grouped
} from "./chunk-UIHX4XYS.js";
import {
  oneLine,
  plain
} from "./chunk-JM26A2YD.js";

// src/reporters/cut.ts
var noteLength = 40;
var startOf = (text, most) => text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
function cut(text, most) {
  if (text.length <= most) return text;
  const kept = startOf(text, most - noteLength);
  return `${kept}\u2026 (${grouped(text.length - kept.length)} more characters)`;
}
var shown = (text, most) => plain(cut(text, most));
var label = (text, most, otherwise) => cut(oneLine(cut(text, most)), most) || otherwise;
function bounded(value, most) {
  if (typeof value === "string") return cut(value, most);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => bounded(one, most));
  const entries = Object.entries(value).map(([key, one]) => [
    cut(key, most),
    key === "source" ? one : bounded(one, most)
  ]);
  return Object.fromEntries(entries);
}

export {
  startOf,
  shown,
  label,
  bounded
};
