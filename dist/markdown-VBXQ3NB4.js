import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  markdownDocument
} from "./chunk-MBKDFRTI.js";
import "./chunk-46GFSIY2.js";
import "./chunk-RI6YGLTZ.js";
import "./chunk-S6WYGNCQ.js";
import "./chunk-SD7SOR3F.js";
import "./chunk-RFF44YNN.js";
import "./chunk-MI5PGEOB.js";
import "./chunk-YXI4UX5B.js";
import "./chunk-UIHX4XYS.js";
import "./chunk-JYWKWCTX.js";
import "./chunk-C76FHOHM.js";
import "./chunk-SBVJEJC4.js";
import "./chunk-CW7E6TRU.js";
import "./chunk-RYKCJP3C.js";
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
