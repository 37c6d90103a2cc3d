#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  readArguments,
  showSettings
} from "./chunk-P7U36PZ2.js";
import {
  withoutPasswords
} from "./chunk-ULXPFZAE.js";
import "./chunk-74OMBEDD.js";
import {
  Stopped
} from "./chunk-J4M2LII4.js";
import {
  colourOf,
  write
} from "./chunk-VXLX5RN4.js";
import {
  version
} from "./chunk-YRBXVDKQ.js";
import {
  environment
} from "./chunk-YAZYXK4P.js";
import "./chunk-A33IW6KI.js";
import "./chunk-ODC47GDL.js";
import {
  SetupError
} from "./chunk-L5MK2OWE.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-4ZDK54KC.js";

// src/cli/explain.ts
import { inspect, styleText } from "node:util";
var wrongSetup = 2;
var ownFault = 3;
async function explain(thrown, host2) {
  const error = rootOf(thrown);
  const colour = colourOf(host2, host2.stderr);
  if (error instanceof Stopped) {
    await write(host2.stderr, error.message);
    return error.exitCode;
  }
  const { plain, withoutCommands } = await import("./plain-ARMRAFGD.js");
  const text = error instanceof SetupError ? setupText(error, plain) : faultText(error, host2.version);
  await write(host2.stderr, `${red("Error:", colour)} ${withoutCommands(withoutPasswords(text))}`);
  return error instanceof SetupError ? wrongSetup : ownFault;
}
function rootOf(error) {
  if (error instanceof SuppressedError) return rootOf(error.suppressed);
  return error instanceof Error && error.cause instanceof Stopped ? error.cause : error;
}
function setupText({ message, hint, details }, harmless) {
  const below = details.flatMap((detail) => detail.split("\n")).map((line) => `  ${line}`);
  return harmless([message, hint, ...below.length > 0 ? ["", ...below] : []].join("\n"));
}
function faultText(error, version2) {
  return [
    "this is a fault of migrate-check, not of your migrations",
    "",
    inspect(error),
    "",
    `migrate-check ${version2}, Node.js ${process.version}, ${process.platform} ${process.arch}`,
    "Please report it with the lines above."
  ].join("\n");
}
var red = (text, colour) => colour ? styleText(["red", "bold"], text, { validateStream: false }) : text;

// src/cli/main.ts
async function main(argv, host2) {
  try {
    return await run(argv, host2);
  } catch (error) {
    return await explain(error, host2);
  }
}
async function run(argv, host2) {
  const asked = readArguments(argv, host2.version);
  switch (asked.kind) {
    case "print":
      await write(host2.stdout, asked.text);
      return 0;
    case "config": {
      const { resolved } = await import("./resolved-LHUZOP3F.js");
      await write(host2.stdout, showSettings(await resolved(asked, host2)));
      return 0;
    }
    case "baseline":
      return (await import("./baseline-QHSTEKNE.js")).baselineCommand(asked, host2);
    case "judge":
      return (await import("./judge-VJY4B2NH.js")).judgeCommand(asked, host2);
    case "check":
      return (await import("./check-RFVKYJFL.js")).checkCommand(asked, host2);
  }
}

// src/cli.ts
var host = {
  version,
  cwd: process.cwd(),
  env: environment(),
  stdout: process.stdout,
  stderr: process.stderr,
  engine: () => import("./check-23H5GSND.js")
};
for (const output of [process.stdout, process.stderr])
  output.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
process.on("uncaughtException", (error) => {
  void explain(error, host).then((code) => process.exit(code));
});
process.exit(await main(process.argv.slice(2), host));
