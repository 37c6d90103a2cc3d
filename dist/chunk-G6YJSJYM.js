import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  wantsColour
} from "./chunk-G7WCXZMD.js";

// src/cli/host.ts
var usualWidth = 100;
var widthOf = (output) => output.columns || usualWidth;
var colourOf = ({ env }, output) => wantsColour(env, output.isTTY === true);
function write(output, text) {
  return new Promise((resolve, reject) => {
    output.write(text.endsWith("\n") ? text : `${text}
`, (error) => {
      if (!error || error.code === "EPIPE") resolve();
      else reject(error);
    });
  });
}

export {
  widthOf,
  colourOf,
  write
};
