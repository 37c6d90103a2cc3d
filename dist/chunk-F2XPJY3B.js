import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  onStandardOutput,
  ruleTexts,
  writeReportFiles
} from "./chunk-Z4A5DI7H.js";
import {
  colourOf,
  widthOf,
  write
} from "./chunk-G6YJSJYM.js";
import {
  withoutPasswords
} from "./chunk-MDMFYNHD.js";
import {
  opens
} from "./chunk-JYWKWCTX.js";
import {
  withoutCommands
} from "./chunk-JM26A2YD.js";

// src/cli/deliver.ts
async function deliver(report, { verbose, ...files }, host) {
  const { terminal } = await import("./terminal-MIQ3FPLU.js");
  const how = (output) => ({ colour: colourOf(host, output), width: widthOf(output), verbose });
  await writeReportFiles(
    report,
    files,
    { ...how(host.stdout), rule: ruleTexts(host.version) },
    (text) => write(host.stdout, withoutCommands(text))
  );
  const people = onStandardOutput(files) === void 0 ? host.stdout : host.stderr;
  await write(people, withoutCommands(withoutPasswords(terminal.render(report, how(people)))));
  return opens(report) ? 0 : 1;
}

export {
  deliver
};
