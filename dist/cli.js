#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  readArguments,
  showSettings
} from "./chunk-TCIHR4VZ.js";
import {
  faultText,
  rootOf
} from "./chunk-RMXWJDWB.js";
import {
  withoutPasswords
} from "./chunk-MDMFYNHD.js";
import {
  colourOf
} from "./chunk-725TSLKE.js";
import {
  Stopped
} from "./chunk-JE7KEQGY.js";
import "./chunk-WEG2C7GQ.js";
import {
  write
} from "./chunk-X32Y2LWH.js";
import "./chunk-A33IW6KI.js";
import {
  version
} from "./chunk-G5YK5CWD.js";
import "./chunk-UFDC26GR.js";
import "./chunk-3HPQLRMR.js";
import {
  SetupError
} from "./chunk-Y6MC4UPV.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODNIKTB2.js";
import {
  environment
} from "./chunk-BHM4AELV.js";
import "./chunk-4ZDK54KC.js";

// src/cli/fault.ts
import { styleText } from "node:util";
var wrongSetup = 2;
var ownFault = 3;
async function tellFault(thrown, host2) {
  const error = rootOf(thrown);
  const colour = colourOf(host2, host2.stderr);
  if (error instanceof Stopped) {
    await write(host2.stderr, error.message);
    return error.exitCode;
  }
  const { plain, withoutCommands } = await import("./plain-NSTZ5WW2.js");
  const text = error instanceof SetupError ? setupText(error, plain) : faultText(error, host2.version);
  await write(host2.stderr, `${red("Error:", colour)} ${withoutCommands(withoutPasswords(text))}`);
  return error instanceof SetupError ? wrongSetup : ownFault;
}
function setupText({ message, hint, details }, harmless) {
  const below = details.flatMap((detail) => detail.split("\n")).map((line) => `  ${line}`);
  return harmless([message, hint, ...below.length > 0 ? ["", ...below] : []].join("\n"));
}
var red = (text, colour) => colour ? styleText(["red", "bold"], text, { validateStream: false }) : text;

// src/cli/main.ts
async function main(argv, host2) {
  try {
    return await run(argv, host2);
  } catch (error) {
    return await tellFault(error, host2);
  }
}
async function run(argv, host2) {
  const asked = readArguments(argv, host2.version);
  switch (asked.kind) {
    case "print":
      await write(host2.stdout, asked.text);
      return 0;
    case "config": {
      const { resolved } = await import("./resolved-NH34F7QB.js");
      await write(host2.stdout, showSettings(await resolved(asked, host2)));
      return 0;
    }
    case "explain":
      return (await import("./explain-WYUCYA2L.js")).explainCommand(asked, host2);
    case "rules":
      return (await import("./rules-JSLQBTLN.js")).rulesCommand(asked, host2);
    case "baseline":
      return (await import("./baseline-UP6O5XUW.js")).baselineCommand(asked, host2);
    case "judge":
      return (await import("./judge-KXFJX57N.js")).judgeCommand(asked, host2);
    case "check":
      return (await import("./check-C6QD7RPR.js")).checkCommand(asked, host2);
  }
}

// src/cli.ts
var host = {
  version,
  cwd: process.cwd(),
  env: environment(),
  stdout: process.stdout,
  stderr: process.stderr,
  engine: () => import("./check-DWOZLAZA.js")
};
for (const output of [process.stdout, process.stderr]) output.on("error", () => void 0);
process.on("uncaughtException", (error) => {
  void tellFault(error, host).then((code) => process.exit(code));
});
process.exit(await main(process.argv.slice(2), host));
