import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  makePage,
  wrap
} from "./chunk-Q3TF5BEG.js";
import {
  colourOf
} from "./chunk-725TSLKE.js";
import {
  widthOf,
  write
} from "./chunk-X32Y2LWH.js";
import {
  rules
} from "./chunk-BAWHN274.js";
import "./chunk-C76FHOHM.js";
import "./chunk-37354AS2.js";
import "./chunk-67HGM7VL.js";
import {
  nearest
} from "./chunk-3HPQLRMR.js";
import {
  SetupError
} from "./chunk-Y6MC4UPV.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-BHM4AELV.js";
import "./chunk-4ZDK54KC.js";

// src/rules/page.ts
function pageOf(id, rule) {
  const { title, since, why, fix, examples } = rule.meta;
  const { before, bad, good, language = "python" } = examples;
  const code = (texts) => [texts].flat().map((text) => ({ language, text }));
  return {
    id,
    title,
    weight: weightOf(rule),
    since,
    sections: [
      { prose: why, blocks: [] },
      { heading: "What to do", prose: fix, blocks: [] },
      ...before === void 0 ? [] : [{ heading: "Before", blocks: [{ language: "sql", text: before }] }],
      { heading: "Reported", blocks: code(bad) },
      { heading: "Fine", blocks: code(good) },
      ...optionsOf(id, rule)
    ]
  };
}
function weightOf({ meta: { severity, optIn, preset } }) {
  if (preset) return `${severity}, off unless asked for or \`presets: [${preset}]\``;
  return optIn ? `${severity}, off unless asked for` : severity;
}
function optionsOf(id, { options = {} }) {
  const lines = Object.entries(options).map(([name, value]) => `    ${name}: ${JSON.stringify(value)}`);
  if (lines.length === 0) return [];
  const text = ["rules:", `  ${id}:`, ...lines].join("\n");
  return [{ heading: "Options", prose: "With their defaults:", blocks: [{ language: "yaml", text }] }];
}

// src/cli/explain.ts
async function explainCommand({ rule: id }, host) {
  const [, rule] = rules.find(([known]) => known === id) ?? [];
  if (!rule) throw unknown(id);
  const width = Math.min(widest, widthOf(host.stdout));
  const page = makePage({ colour: colourOf(host, host.stdout), width, verbose: false });
  await write(host.stdout, pageText(pageOf(id, rule), page));
  return 0;
}
var widest = 100;
function unknown(id) {
  const meant = nearest(
    id,
    rules.map(([known]) => known)
  );
  return new SetupError(
    "bad-usage",
    `There is no rule ${id}`,
    meant === void 0 ? "See them all: migrate-check rules" : `Did you mean migrate-check explain ${meant}?`
  );
}
function pageText({ title, id, weight, since, sections }, page) {
  const head = [
    page.paint("bold", title),
    inCode(page.paint("dim", `${id} \xB7 ${weight} \xB7 since ${since}`), page)
  ];
  return [...head, ...sections.flatMap((section) => sectionLines(section, page))].join("\n");
}
var sectionLines = ({ heading, prose, blocks }, page) => [
  "",
  ...heading === void 0 ? [] : [page.paint("bold", heading)],
  ...prose === void 0 ? [] : [inCode(wrap(prose, page, "  ").join("\n"), page)],
  // Whole lines, so that they can be copied.
  ...blocks.flatMap(({ text }, at) => [
    ...at === 0 ? [] : [""],
    ...text.split("\n").map((line) => `    ${line}`.trimEnd())
  ])
];
var inCode = (text, page) => text.replace(/`([^`]+)`/g, (quoted, code) => {
  const painted = page.paint("cyan", code);
  return painted === code ? quoted : painted;
});
export {
  explainCommand
};
