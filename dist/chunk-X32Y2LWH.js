import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  SetupError
} from "./chunk-Y6MC4UPV.js";

// src/host/output.ts
var usualWidth = 100;
var widthOf = (output) => output.columns || usualWidth;
function write(output, text) {
  return new Promise((resolve, reject) => {
    output.write(text.endsWith("\n") ? text : `${text}
`, (error) => {
      if (!error || error.code === "EPIPE") resolve();
      else reject(cannotWrite(error));
    });
  });
}
var cannotWrite = (cause) => new SetupError(
  "bad-usage",
  `The output cannot be written: ${cause.message}`,
  "Send it to a place with room for it",
  { cause }
);

export {
  widthOf,
  write
};
