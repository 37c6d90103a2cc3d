import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  onStandardOutput,
  ruleTexts,
  writeReportFiles
} from "./chunk-TYJUOS6R.js";
import {
  withoutPasswordsIn
} from "./chunk-MDMFYNHD.js";
import {
  colourOf
} from "./chunk-725TSLKE.js";
import {
  widthOf,
  write
} from "./chunk-X32Y2LWH.js";
import {
  opens
} from "./chunk-JYWKWCTX.js";
import {
  withoutCommands
} from "./chunk-JM26A2YD.js";

// src/cli/deliver.ts
async function deliver(report, { verbose, ...files }, host) {
  const { terminal } = await import("./terminal-24BADORC.js");
  const how = (output) => ({ colour: colourOf(host, output), width: widthOf(output), verbose });
  const shown = withoutPasswordsIn(report);
  await writeReportFiles(
    shown,
    files,
    { ...how(host.stdout), rule: ruleTexts(host.version) },
    (text) => write(host.stdout, withoutCommands(text))
  );
  const people = onStandardOutput(files) === void 0 ? host.stdout : host.stderr;
  await write(people, withoutCommands(terminal.render(shown, how(people))));
  return opens(report) ? 0 : 1;
}

export {
  deliver
};
