import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;

// src/reporters/wording.ts
var count = (number, word, many = `${word}s`) => `${number} ${number === 1 ? word : many}`;
var grouped = (number) => number.toLocaleString("en");
function duration(milliseconds) {
  if (milliseconds >= 999.5) return `${(milliseconds / 1e3).toFixed(1)} s`;
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}
function few(items, cap = 6) {
  const more = items.length - cap;
  return more > 0 ? `${items.slice(0, cap).join(", ")} and ${more} more` : items.join(", ");
}

export {
  count,
  grouped,
  duration,
  few
};
