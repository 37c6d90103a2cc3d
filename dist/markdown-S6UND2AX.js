import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  markdownDocument
} from "./chunk-AQS6QWNZ.js";
import "./chunk-RI6YGLTZ.js";
import "./chunk-XZC5F6EN.js";
import "./chunk-YKAWGOPT.js";
import "./chunk-Y5BMBQZO.js";
import "./chunk-YXI4UX5B.js";
import "./chunk-UIHX4XYS.js";
import "./chunk-JYWKWCTX.js";
import "./chunk-X5JS7FSY.js";
import "./chunk-CW7E6TRU.js";
import "./chunk-O632LGIS.js";
import "./chunk-ODNIKTB2.js";
import "./chunk-JM26A2YD.js";
import "./chunk-4ZDK54KC.js";

// src/reporters/markdown.ts
var everything = {
  extent: { lines: Number.POSITIVE_INFINITY, characters: Number.POSITIVE_INFINITY },
  rows: Number.POSITIVE_INFINITY,
  revisions: Number.POSITIVE_INFINITY,
  entries: Number.POSITIVE_INFINITY,
  drawn: 60,
  withTimeline: true
};
var markdown = {
  id: "markdown",
  render: (report, { links }) => markdownDocument(report, { ...links ? { links } : {} }, { size: everything })
};
export {
  markdown
};
