import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;

// src/reporters/terminal/page.ts
import { styleText } from "node:util";
var narrowest = 40;
function makePage({ colour, width, verbose }) {
  return {
    width: Math.max(narrowest, width),
    verbose,
    paint: (style, text) => colour && text !== "" ? styleText(style, text, { validateStream: false }) : text
  };
}
function wrap(text, { width }, indent) {
  return text.split("\n").flatMap((line) => /^\s{2,}/.test(line) ? [indent + line] : wrapLine(line, width, indent));
}
function wrapLine(line, width, indent) {
  const lines = [];
  let current = "";
  for (const word of line.split(" ")) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (current !== "" && indent.length + longer.length > width) {
      lines.push(indent + current);
      current = word;
    } else current = longer;
  }
  return [...lines, indent + current];
}
var cut = (line, width) => line.length > width ? `${line.slice(0, Math.max(0, width - 1))}\u2026` : line;

export {
  makePage,
  wrap,
  cut
};
