import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  escapeHtml
} from "./chunk-RI6YGLTZ.js";
import {
  bySeverity
} from "./chunk-SD7SOR3F.js";
import {
  walked
} from "./chunk-BUWVPI25.js";
import {
  reasonsNotChecked
} from "./chunk-3MDOQA3Y.js";
import {
  startOf
} from "./chunk-YXI4UX5B.js";
import {
  count,
  duration,
  grouped
} from "./chunk-UIHX4XYS.js";
import {
  opens
} from "./chunk-JYWKWCTX.js";
import {
  placeText
} from "./chunk-67HGM7VL.js";
import {
  countedIn
} from "./chunk-ODNIKTB2.js";
import {
  oneLine,
  plain
} from "./chunk-JM26A2YD.js";

// src/reporters/markdown/escape.ts
var longestName = 200;
function code(text2, most = longestName) {
  const { shown, left } = beginning(text2, most);
  return `${span(oneLine(shown))}${left}`;
}
function span(line) {
  if (line === "") return "(empty)";
  const fence = "`".repeat(longestRun(line) + 1);
  const pad = /^`|`$|^ .* $/.test(line) ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}
function fenced(text2, language, { lines, characters }) {
  const { shown, left } = beginning(text2, characters);
  const all = plain(shown).replace(/^(?:[^\S\n]*\n)+/, "").trimEnd().split("\n");
  const body = all.slice(0, lines).join("\n");
  const fence = "`".repeat(Math.max(3, longestRun(body) + 1));
  const more = all.length > lines ? `

${all.length - lines} more lines are left out.` : "";
  return `${fence}${language}
${body}
${fence}${more}${left && `

The rest is left out:${left}.`}`;
}
function htmlCode(text2, most = longestName) {
  const { shown, left } = beginning(text2, most);
  return `<code>${escapeHtml(oneLine(shown))}</code>${left}`;
}
var inCell = (markdown) => (
  // After a backslash a bar cannot be written: readers do not agree about `\\|`.
  markdown.replace(/(?<=\\)\|/g, "\\x7c").replaceAll("|", "\\|")
);
var longestAddress = 2e3;
function link(markdown, address) {
  if (address === void 0 || address.length > longestAddress || !/^https?:\/\//i.test(address))
    return markdown;
  return `[${markdown}](${target(address)})`;
}
var target = (address) => address.toWellFormed().replace(/[^\w\-.~:/?#@!$&+,;=%]/gu, (character) => percent(character));
var percent = (character) => [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
function beginning(text2, most) {
  if (text2.length <= most) return { shown: text2, left: "" };
  const shown = startOf(text2, most);
  return { shown: `${shown}\u2026`, left: ` (${grouped(text2.length - shown.length)} more characters)` };
}
var longestRun = (text2) => (text2.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);

// src/reporters/markdown/page.ts
var placeLink = (place, { links }) => link(code(placeText(place)), links?.place(place));
var ruleLink = (rule, { links }) => link(code(rule), links?.rule(rule));
var folded = (summary, body) => `<details>
<summary>${summary}</summary>

${body}

</details>`;
var paragraphs = (...parts) => parts.filter((part) => part !== "").join("\n\n");

// src/reporters/markdown/words.ts
var longestText = 2e3;
function text(sentence, most = longestText) {
  const { shown, left } = beginning(sentence, most);
  const line = oneLine(shown);
  if (line === "") return "(empty)";
  return `${runsOf(line.split(" ")).join(" ")}${left}`;
}
function runsOf(words) {
  const runs = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? "";
    if (isOrdinary(word)) {
      runs.push(word);
      at += 1;
      continue;
    }
    const end = words.findIndex((other, index) => index > at && isOrdinary(other));
    const run = words.slice(at, end < 0 ? words.length : end);
    runs.push(spanOf(run.join(" ")));
    at += run.length;
  }
  return runs;
}
function spanOf(run) {
  const [, end = ""] = /[^.,;:!?…=]([.,;:!?…]+)$/.exec(run) ?? [];
  const rest = run.slice(0, run.length - end.length);
  for (const [open, close] of pairs) {
    if (!isQuoted(rest, open, close)) continue;
    return `${open}${span(rest.slice(1, -1))}${close}${end}`;
  }
  if (rest.startsWith("(") && rest.length > 1 && !rest.includes(")")) return `(${span(rest.slice(1))}${end}`;
  if (rest.endsWith(")") && rest.length > 1 && !rest.includes("("))
    return `${span(rest.slice(0, -1))})${end}`;
  return `${span(rest)}${end}`;
}
var pairs = [
  ["(", ")"],
  ['"', '"']
];
var isQuoted = (run, open, close) => run.length > 2 && run.startsWith(open) && run.endsWith(close) && !run.slice(1, -1).includes(open) && !run.slice(1, -1).includes(close);
function isOrdinary(word) {
  return (ordinary.test(word) || number.test(word)) && !reference.test(word) && !listItem.test(word);
}
var letters = String.raw`[\p{L}\p{N}\p{M}[[\p{S}\p{P}]--\p{ASCII}]]+`;
var ordinary = new RegExp(String.raw`^[\("']*${letters}(?:['\/\-]${letters})*[\)"'.,;:!?%]*$`, "v");
var number = /^\(?\d+(?:[.,]\d+)*[)"'.,;:!?%]*$/;
var reference = /\b[0-9a-f]{7,64}\b|-\d|\bwww\./i;
var listItem = /^\d+[.)]$/;
function prose(sentences, extent) {
  const { shown, left } = beginning(sentences, extent.characters);
  return blocksOf(shown).map(
    ({ isCode, lines }) => isCode ? fenced(withoutMargin(lines), "", extent) : lines.map((line) => text(line)).join("\n\n")
  ).concat(left === "" ? [] : [`The rest is left out:${left}.`]).join("\n\n");
}
function blocksOf(sentences) {
  const blocks = [];
  for (const line of sentences.split(/\r?\n/)) {
    if (line.trim() === "") continue;
    const isCode = /^\s{2,}/.test(line);
    const last = blocks.at(-1);
    if (last?.isCode === isCode) last.lines.push(line);
    else blocks.push({ isCode, lines: [line] });
  }
  return blocks;
}
function withoutMargin(lines) {
  const margins = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const margin = Math.min(...margins, Number.MAX_SAFE_INTEGER);
  return lines.map((line) => line.slice(margin)).join("\n");
}

// src/reporters/markdown/glance.ts
var icons = { passed: "\u2705", failed: "\u274C", incomplete: "\u26A0\uFE0F" };
var heading = ({ verdict }, word = verdict) => `## ${icons[verdict]} migrate-check: ${word}`;
function glance(report) {
  if (isClean(report)) return `Nothing was found: ${text(`${walked(report)} \xB7 ${equipment(report)}`)}`;
  const [head, ...rows] = [
    ["Findings", found(report)],
    ["Checked", text(walked(report))],
    // A blank that breaks no line: the other cell takes all the room that it can.
    ["Not\xA0checked", notChecked(report)],
    ["With", text(equipment(report))]
  ].filter(([, value]) => value !== "").map(([name, value]) => `| ${name} | ${inCell(value ?? "")} |`);
  return paragraphs(meaning(report), [head, "| :-- | :-- |", ...rows].join("\n"));
}
var isClean = (report) => report.verdict === "passed" && countedIn(report).length === 0;
function meaning(report) {
  const { verdict, failOn } = report;
  if (verdict === "incomplete")
    return "Something in scope could not be checked, so nobody knows whether it is safe.";
  if (verdict === "failed" && opens(report)) return "It stops nobody: `fail-on` is `never`.";
  return verdict === "passed" && countedIn(report).length > 0 ? `Nothing is at or above \`${failOn}\`.` : "";
}
function found(report) {
  const counted = countedIn(report);
  const letPass = report.findings.length - counted.length;
  return `${bySeverity(counted).join(", ") || "none"}${letPass > 0 ? `; ${letPass} let pass` : ""}`;
}
function equipment({ server, toolchain, project, writtenBy, milliseconds }) {
  const versions = Object.entries(toolchain.versions).map(([name, version]) => `${name} ${version}`);
  return [
    ...server ? [`PostgreSQL ${server.version} (${server.provider})`] : [],
    ...versions.length > 0 ? [versions.join(", ")] : [],
    `${project.label} in ${duration(milliseconds)}`,
    `migrate-check ${writtenBy}`
  ].join(" \xB7 ");
}
function notChecked(report) {
  const reasons = reasonsNotChecked(report).length;
  return reasons === 0 ? "" : `${count(reasons, "thing")}, listed below with the reason`;
}

export {
  code,
  fenced,
  htmlCode,
  inCell,
  link,
  beginning,
  placeLink,
  ruleLink,
  folded,
  paragraphs,
  text,
  prose,
  withoutMargin,
  heading,
  glance,
  isClean
};
