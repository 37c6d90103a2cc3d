import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  makePage,
  wrap
} from "./chunk-Q3TF5BEG.js";
import {
  count
} from "./chunk-UIHX4XYS.js";
import {
  colourOf
} from "./chunk-725TSLKE.js";
import {
  widthOf,
  write
} from "./chunk-X32Y2LWH.js";
import {
  isOnRequest,
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
import {
  severities
} from "./chunk-ODNIKTB2.js";
import "./chunk-BHM4AELV.js";
import "./chunk-4ZDK54KC.js";

// src/cli/rules.ts
async function rulesCommand(asked, host) {
  const rows = severities.flatMap((severity) => rowsOf(asked).filter((row) => row.severity === severity));
  await write(host.stdout, render(rows, asked.form, host));
  return 0;
}
function rowsOf({ severities: wanted, preset }) {
  if (preset !== void 0) mustBePreset(preset);
  return rules.filter(([, { meta }]) => wanted.length === 0 || wanted.includes(meta.severity)).filter(([, { meta }]) => preset === void 0 || meta.preset === preset).map(([id, rule]) => {
    const { severity, preset: preset2, title, since } = rule.meta;
    return { id, severity, onRequest: isOnRequest(rule), ...preset2 ? { preset: preset2 } : {}, title, since };
  });
}
function mustBePreset(name) {
  const known = [...new Set(rules.flatMap(([, { meta }]) => meta.preset ?? []))];
  if (known.some((preset) => preset === name)) return;
  const meant = nearest(name, known);
  throw new SetupError(
    "bad-usage",
    `There is no preset ${name}`,
    meant === void 0 ? `There is: ${known.join(", ")}` : `Did you mean ${meant}?`
  );
}
function render(rows, form, host) {
  if (form === "json") return JSON.stringify(rows, void 0, 2);
  if (form === "plain")
    return rows.map((row) => `${row.id}	${row.severity}	${askedFor(row) || "default"}	${row.title}
`).join("");
  const page = makePage({ colour: colourOf(host, host.stdout), width: widthOf(host.stdout), verbose: false });
  const columns = columnsOf(rows);
  return [...rows.flatMap((row) => rowLines(row, columns, page)), ...ending(rows, page)].join("\n");
}
var askedFor = ({ onRequest, preset = "on request" }) => onRequest ? preset : "";
var styles = { error: "red", warning: "yellow", notice: "blue" };
var columnsOf = (rows) => ({
  id: Math.max(0, ...rows.map(({ id }) => id.length)),
  asked: Math.max(0, ...rows.map((row) => askedFor(row).length))
});
var narrowestTitle = 24;
function rowLines(row, columns, page) {
  const { id, severity, title } = row;
  const cells = [
    [severity, 7, styles[severity]],
    [id, columns.id, "bold"],
    ...columns.asked > 0 ? [[askedFor(row), columns.asked, "dim"]] : []
  ];
  const start = cells.map(([text, width, style]) => page.paint(style, text.padEnd(width))).join("  ");
  const indent = cells.reduce((sum, [, width]) => sum + width + 2, 0);
  if (page.width - indent < narrowestTitle) return [start.trimEnd(), ...wrap(title, page, "    ")];
  const [first = "", ...more] = wrap(title, page, " ".repeat(indent));
  return [`${start}  ${first.trimStart()}`, ...more];
}
var ending = (rows, page) => [
  "",
  ...wrap(
    `${count(rows.length, "rule")}. The page of one: migrate-check explain ${rows[0]?.id ?? "RULE"}. What this project has set: migrate-check config`,
    page,
    ""
  ).map((line) => page.paint("dim", line))
];
export {
  rulesCommand
};
