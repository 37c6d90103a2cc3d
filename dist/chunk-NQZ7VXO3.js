import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  writeReport
} from "./chunk-WO3MD2T4.js";
import {
  withoutPasswords
} from "./chunk-ULXPFZAE.js";
import {
  opens
} from "./chunk-LQE6TXRS.js";
import {
  colourOf,
  widthOf,
  write
} from "./chunk-VXLX5RN4.js";
import {
  withoutCommands
} from "./chunk-7N2BPY7T.js";

// src/cli/deliver.ts
async function deliver(report, { json, verbose }, host) {
  const reporters = await Promise.all([import("./terminal-GL2N7AVN.js"), import("./json-3255WSRO.js")]);
  const [{ terminal }, { json: machine }] = reporters;
  const how = (output) => ({ colour: colourOf(host, output), width: widthOf(output), verbose });
  const people = json === "-" ? host.stderr : host.stdout;
  if (json !== void 0) {
    const text = machine.render(report, { ...how(host.stdout), colour: false });
    await (json === "-" ? write(host.stdout, withoutCommands(text)) : writeReport(json, text));
  }
  await write(people, withoutCommands(withoutPasswords(terminal.render(report, how(people)))));
  return opens(report) ? 0 : 1;
}

export {
  deliver
};
