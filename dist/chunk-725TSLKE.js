import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  wantsColour
} from "./chunk-BHM4AELV.js";

// src/cli/host.ts
var colourOf = ({ env }, output) => wantsColour(env, output.isTTY === true);

export {
  colourOf
};
