import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  oneLine,
  plain,
  withoutCommands
} from "./chunk-JM26A2YD.js";
import "./chunk-4ZDK54KC.js";
export {
  oneLine,
  plain,
  withoutCommands
};
