import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  markdownDocument
} from "./chunk-456VGNQW.js";
import "./chunk-R6WMSU76.js";
import "./chunk-RI6YGLTZ.js";
import "./chunk-S6WYGNCQ.js";
import "./chunk-SD7SOR3F.js";
import "./chunk-BUWVPI25.js";
import "./chunk-3MDOQA3Y.js";
import "./chunk-YXI4UX5B.js";
import "./chunk-UIHX4XYS.js";
import "./chunk-JYWKWCTX.js";
import "./chunk-C76FHOHM.js";
import "./chunk-37354AS2.js";
import "./chunk-67HGM7VL.js";
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
