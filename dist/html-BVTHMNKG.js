import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  escapeHtml
} from "./chunk-RI6YGLTZ.js";
import {
  patchOf,
  signOf
} from "./chunk-S6WYGNCQ.js";
import {
  bySeverity
} from "./chunk-SD7SOR3F.js";
import {
  walked
} from "./chunk-BUWVPI25.js";
import {
  reasonsNotChecked
} from "./chunk-3MDOQA3Y.js";
import {
  startOf
} from "./chunk-YXI4UX5B.js";
import {
  count,
  duration
} from "./chunk-UIHX4XYS.js";
import {
  opens
} from "./chunk-JYWKWCTX.js";
import {
  blocksReads,
  blocksWrites,
  lockModes,
  needs,
  shownRelation,
  strongest
} from "./chunk-C76FHOHM.js";
import {
  roundTripsIn
} from "./chunk-37354AS2.js";
import {
  placeText
} from "./chunk-67HGM7VL.js";
import {
  countedIn,
  severities
} from "./chunk-ODNIKTB2.js";
import {
  oneLine,
  plain
} from "./chunk-JM26A2YD.js";
import "./chunk-4ZDK54KC.js";

// src/reporters/html/document.ts
import { createHash } from "node:crypto";

// src/reporters/html/assets.ts
var script = `"use strict";
(() => {
  // state.ts
  function readState(form, name) {
    const [section, query] = location.hash.slice(1).split("?", 2);
    if (section !== name || query === void 0) return false;
    const state = new URLSearchParams(query);
    for (const box of form.querySelectorAll("input[type=checkbox]"))
      box.checked = !state.has(box.name) || (state.get(box.name) ?? "").split(".").includes(box.value);
    for (const field of form.querySelectorAll(
      "select, input[type=search]"
    )) {
      const value = state.get(field.name) ?? "";
      if (!(field instanceof HTMLSelectElement) || [...field.options].some((option) => option.value === value))
        field.value = value;
    }
    form.scrollIntoView();
    return true;
  }
  function writeState(form, name) {
    const state = new URLSearchParams();
    const boxes = Map.groupBy(
      form.querySelectorAll("input[type=checkbox]"),
      (box) => box.name
    );
    for (const [key2, some] of boxes) {
      const ticked = some.filter(({ checked }) => checked).map(({ value }) => value);
      if (ticked.length < some.length) state.set(key2, ticked.join("."));
    }
    for (const field of form.querySelectorAll(
      "select, input[type=search]"
    ))
      if (field.value !== "") state.set(field.name, field.value);
    history.replaceState(null, "", state.size === 0 ? \`#\${name}\` : \`#\${name}?\${state}\`);
  }

  // filter.ts
  function listenToFilters() {
    for (const form of document.querySelectorAll("form[data-filter]")) listenTo(form);
  }
  function listenTo(form) {
    const name = form.dataset["filter"] ?? "";
    const list = document.getElementById(\`\${name}-list\`);
    if (!list) return;
    const items = [...list.children].filter((item) => item instanceof HTMLElement);
    const texts = /* @__PURE__ */ new Map();
    const apply = () => show(form, name, items, texts);
    const read = () => {
      if (readState(form, name)) apply();
    };
    const changed = () => {
      writeState(form, name);
      apply();
    };
    form.hidden = false;
    form.addEventListener("input", changed);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(changed));
    addEventListener("hashchange", read);
    read();
  }
  function show(form, name, items, texts) {
    const matches = matcher(form, texts);
    let shown = 0;
    for (const item of items) {
      item.hidden = !matches(item);
      if (!item.hidden) shown += 1;
    }
    const none = document.getElementById(\`\${name}-none\`);
    if (none) none.hidden = shown > 0;
    const output = form.querySelector("output");
    if (output) output.value = \`\${shown} of \${items.length} shown\`;
  }
  function matcher(form, texts) {
    const boxes = Map.groupBy(
      form.querySelectorAll("input[type=checkbox]"),
      ({ name }) => name
    );
    const selects = [...form.querySelectorAll("select")].filter(({ value }) => value !== "");
    const text = form.querySelector("input[type=search]")?.value ?? "";
    const words = text.toLowerCase().split(/\\s+/).filter(Boolean);
    const textOf = (item) => {
      const known = texts.get(item) ?? (item.textContent ?? "").toLowerCase();
      texts.set(item, known);
      return known;
    };
    return (item) => [...boxes].every(
      ([name, some]) => some.some(({ checked, value }) => checked && has(item, name, value))
    ) && selects.every(({ name, value }) => has(item, name, value)) && words.every((word) => textOf(item).includes(word));
  }
  var has = ({ dataset }, name, value) => (dataset[name] ?? "").split(" ").includes(value);

  // target.ts
  function openTarget() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    target.hidden = false;
    if (target instanceof HTMLDetailsElement) target.open = true;
    target.scrollIntoView();
  }

  // theme.ts
  var key = "migrate-check-theme";
  function chooseTheme() {
    const stored = remembered();
    if (stored === "light" || stored === "dark") document.documentElement.dataset["theme"] = stored;
  }
  function listenToTheme() {
    const button = document.getElementById("theme");
    if (!button) return;
    button.hidden = false;
    const system = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => {
      const { theme } = document.documentElement.dataset;
      return theme === void 0 ? system.matches : theme === "dark";
    };
    const say = () => button.setAttribute("aria-pressed", String(isDark()));
    system.addEventListener("change", say);
    button.addEventListener("click", () => {
      const theme = isDark() ? "light" : "dark";
      document.documentElement.dataset["theme"] = theme;
      remember(theme);
      say();
    });
    say();
  }
  function remembered() {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }
  function remember(theme) {
    try {
      localStorage.setItem(key, theme);
    } catch {
    }
  }

  // main.ts
  chooseTheme();
  addEventListener("DOMContentLoaded", () => {
    listenToTheme();
    listenToFilters();
    openTarget();
  });
  addEventListener("hashchange", openTarget);
})();
`;
var style = `/* Each colour once, for light and for dark: texts on their grounds have a contrast of 4.5 and more. */
:root {
  color-scheme: light dark;
  --paper: light-dark(#f6f6f3, #101317);
  --sheet: light-dark(#ffffff, #171b21);
  --sunk: light-dark(#f3f3ef, #12161b);
  --line: light-dark(#dfdfd9, #2b323b);
  --ink: light-dark(#1a1e24, #e7eaee);
  --quiet: light-dark(#5b636e, #a0aab6);
  --link: light-dark(#1f52b3, #8db8ff);
  --focus: light-dark(#1f52b3, #a9c9ff);
  --failed: light-dark(#a81f1a, #ff8f86);
  --failed-ground: light-dark(#fcecea, #33191a);
  --warning: light-dark(#7d4f00, #f2bd62);
  --warning-ground: light-dark(#fdf3dc, #2e2413);
  --notice: light-dark(#1f52b3, #8db8ff);
  --notice-ground: light-dark(#eaf1fd, #17243a);
  --ok: light-dark(#176b40, #6fd6a0);
  --ok-ground: light-dark(#e7f5ed, #13291f);
  --bar-reads: light-dark(#b3261e, #c5423a);
  --bar-writes: light-dark(#e8b450, #8f6416);
  --bar-writes-ground: light-dark(#f8e2b4, #59400f);
  --bar-changes: light-dark(#7aa3e6, #3f6fb8);
  --bar-changes-ground: light-dark(#d9e6fb, #1d3355);
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
:root[data-theme="light"] {
  color-scheme: light;
}
:root[data-theme="dark"] {
  color-scheme: dark;
}

/* What every part of the page is made of. */
* {
  box-sizing: border-box;
}
html {
  scroll-padding-top: 1rem;
  text-size-adjust: 100%;
}
body {
  margin: 0 auto;
  max-width: 86rem;
  padding: 0 1rem 4rem;
  background: var(--paper);
  color: var(--ink);
  font: 1rem / 1.55 var(--sans);
  overflow-wrap: anywhere;
}
p,
ul,
ol,
dl,
dd,
pre,
figure {
  margin: 0;
}
ul:where([role="list"]) {
  list-style: none;
  padding: 0;
}
a {
  color: var(--link);
  text-underline-offset: 0.2em;
  text-decoration-thickness: 1px;
}
a:hover {
  text-decoration-thickness: 2px;
}
:focus-visible {
  outline: 3px solid var(--focus);
  outline-offset: 2px;
  border-radius: 4px;
}
code,
pre {
  font-family: var(--mono);
  font-size: 0.875em;
  font-variant-ligatures: none;
}
h2 {
  margin: 0 0 1rem;
  font-size: 1.35rem;
  line-height: 1.25;
  letter-spacing: -0.01em;
}
h3 {
  margin: 0;
  font-size: 1.05rem;
  line-height: 1.45;
}
h4 {
  margin: 0 0 0.5rem;
  font-size: 0.95rem;
}
.quiet {
  color: var(--quiet);
  font-weight: 400;
}
.aloud {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.skip {
  position: absolute;
  left: 1rem;
  top: -4rem;
  padding: 0.5rem 1rem;
  background: var(--sheet);
  z-index: 2;
}
.skip:focus {
  top: 0.5rem;
}
.sheet {
  position: absolute;
}
.icon {
  width: 1em;
  height: 1em;
  fill: none;
  stroke: currentColor;
  stroke-width: 1.8;
  stroke-linecap: round;
  stroke-linejoin: round;
  vertical-align: -0.125em;
  flex: none;
}
.half {
  fill: currentColor;
}
.count {
  display: inline-block;
  min-width: 1.6em;
  padding: 0 0.45em;
  border-radius: 1em;
  background: var(--line);
  color: var(--ink);
  font-size: 0.8rem;
  font-weight: 600;
  line-height: 1.6;
  text-align: center;
  vertical-align: middle;
  font-variant-numeric: tabular-nums;
}
.tag {
  color: var(--quiet);
  font-size: 0.8rem;
  font-weight: 600;
  letter-spacing: 0.01em;
}

/* What is wider than the page is moved sideways. */
.scroll {
  overflow-x: auto;
  max-width: 100%;
}

/* The page: parts at the left where there is room, above where there is not. */
.top {
  display: flex;
  align-items: center;
  justify-content: space-between;
  padding: 1.25rem 0 1rem;
}
.brand {
  font-weight: 700;
  letter-spacing: -0.01em;
}
nav ul {
  display: flex;
  gap: 0.25rem;
  overflow-x: auto;
  padding: 4px;
  margin: 0 -4px 0.75rem;
}
nav a {
  display: flex;
  gap: 0.5rem;
  align-items: center;
  justify-content: space-between;
  padding: 0.3rem 0.7rem;
  border-radius: 6px;
  color: var(--ink);
  text-decoration: none;
  white-space: nowrap;
}
nav a:hover {
  background: var(--line);
}
main {
  outline: none;
  min-width: 0;
}
main > section {
  margin-bottom: 3.25rem;
}
@media (width >= 70rem) {
  body {
    display: grid;
    grid-template-columns: 12rem minmax(0, 1fr);
    column-gap: 2.5rem;
    padding-inline: 2rem;
  }
  .top {
    grid-column: 1 / -1;
  }
  nav {
    position: sticky;
    top: 1rem;
    align-self: start;
  }
  nav ul {
    flex-direction: column;
    margin: 0 -0.7rem;
  }
}
button {
  display: inline-flex;
  gap: 0.5rem;
  align-items: center;
  padding: 0.4rem 0.8rem;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--sheet);
  color: var(--ink);
  font: inherit;
  font-size: 0.9rem;
  cursor: pointer;
}
button:hover {
  border-color: var(--quiet);
}
button[aria-pressed="true"] {
  background: var(--ink);
  color: var(--paper);
}

/* The verdict. */
.hero {
  padding: clamp(1.25rem, 4vw, 2.5rem);
  border: 1px solid var(--line);
  border-radius: 14px;
  background: var(--sheet);
}
.hero .project {
  font-weight: 600;
}
.hero h1 {
  display: flex;
  gap: 0.9rem;
  align-items: center;
  margin: 0.75rem 0 0.25rem;
  font-size: clamp(2.25rem, 7vw, 3.5rem);
  line-height: 1.1;
  letter-spacing: -0.03em;
}
.seal {
  display: grid;
  place-items: center;
  width: 1.15em;
  height: 1.15em;
  border-radius: 50%;
  background: var(--tone-ground);
  color: var(--tone);
}
.seal .icon {
  width: 0.7em;
  height: 0.7em;
}
.lead {
  max-width: 44rem;
  font-size: 1.25rem;
  line-height: 1.4;
}
.stats {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr));
  gap: 1rem 1.5rem;
  margin-top: 1.75rem;
  padding-top: 1.25rem;
  border-top: 1px solid var(--line);
}
.stats dt {
  color: var(--quiet);
  font-size: 0.85rem;
}
.stats dd {
  font-size: 1.2rem;
  font-weight: 600;
  font-variant-numeric: tabular-nums;
}
.stats .quiet {
  font-size: 0.85rem;
}
.failed,
.error {
  --tone: var(--failed);
  --tone-ground: var(--failed-ground);
}
.warning,
.incomplete,
.differs {
  --tone: var(--warning);
  --tone-ground: var(--warning-ground);
}
.notice {
  --tone: var(--notice);
  --tone-ground: var(--notice-ground);
}
.passed,
.ok {
  --tone: var(--ok);
  --tone-ground: var(--ok-ground);
}
.none,
.revision.passed,
.node.passed,
.key .passed {
  --tone: var(--quiet);
  --tone-ground: var(--sunk);
}
.relaxations {
  padding: 1.25rem 1.5rem;
  border: 1px solid var(--warning);
  border-radius: 14px;
  background: var(--warning-ground);
}
.relaxations h2 {
  display: flex;
  gap: 0.6rem;
  align-items: center;
}
.empty {
  padding: 1.5rem;
  border: 1px dashed var(--line);
  border-radius: 10px;
  color: var(--quiet);
}
.lines li {
  margin-block: 0.35rem;
}
.part {
  margin-block: 1rem 1.75rem;
}
.part > * + * {
  margin-top: 0.5rem;
}

/* Filters. */
.filter {
  display: flex;
  flex-wrap: wrap;
  gap: 0.75rem 1rem;
  align-items: end;
  margin-bottom: 1.25rem;
}
.filter fieldset {
  display: flex;
  flex-wrap: wrap;
  gap: 0.4rem;
  margin: 0;
  padding: 0;
  border: 0;
}
.filter legend {
  padding: 0;
  font-size: 0.85rem;
  color: var(--quiet);
}
.chip {
  display: inline-flex;
  gap: 0.45rem;
  align-items: center;
  min-height: 2.25rem;
  padding: 0.2rem 0.7rem;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--sheet);
  font-size: 0.9rem;
}
.chip:has(:checked) {
  border-color: var(--tone);
  color: var(--tone);
}
.chip input {
  accent-color: var(--tone);
  margin: 0;
}
.field {
  display: grid;
  gap: 0.1rem;
  min-width: 0;
  color: var(--quiet);
  font-size: 0.85rem;
}
.field.grow {
  flex: 1 1 12rem;
}
.field select,
.field input {
  min-height: 2.25rem;
  min-width: 0;
  max-width: 100%;
  padding: 0.2rem 0.5rem;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--sheet);
  color: var(--ink);
  font: inherit;
  font-size: 0.9rem;
}
.field select {
  max-width: 17rem;
}
::placeholder {
  color: var(--quiet);
  opacity: 1;
}
.filter button {
  min-height: 2.25rem;
}
.filter output {
  flex: 1 0 100%;
  color: var(--quiet);
  font-size: 0.9rem;
}

/* Code. */
.code {
  max-height: 32rem;
  overflow: auto;
  padding: 0.75rem 1rem;
  border: 1px solid var(--line);
  border-radius: 8px;
  background: var(--sunk);
  line-height: 1.5;
  tab-size: 4;
  overflow-wrap: normal;
}
.code code {
  font-size: 1em;
}
.frame {
  padding-inline: 0;
}
.frame code {
  display: block;
  width: max-content;
  min-width: 100%;
}
.row {
  display: block;
  padding-right: 1rem;
}
.row .no {
  display: inline-block;
  min-width: 4.5rem;
  padding-right: 1rem;
  color: var(--quiet);
  text-align: right;
  user-select: none;
}
.row.at {
  background: var(--tone-ground);
  box-shadow: inset 3px 0 var(--tone);
}
.row.at .no {
  color: var(--tone);
  font-weight: 700;
}
ins,
del {
  display: block;
  text-decoration: none;
}
ins {
  color: var(--ok);
}
del {
  color: var(--failed);
}
.sign {
  display: inline-block;
  width: 1.2em;
  font-family: var(--mono);
  font-weight: 700;
}
.change.new .sign {
  color: var(--ok);
}
.change.gone .sign {
  color: var(--failed);
}
.change.changed .sign {
  color: var(--warning);
}
.change .patch {
  margin: 0.35rem 0 0.6rem 1.2em;
}

/* Findings. */
.findings {
  display: grid;
  gap: 1rem;
}
.finding {
  min-width: 0;
  padding: 1.1rem 1.35rem 1.25rem;
  border: 1px solid var(--line);
  border-left: 4px solid var(--tone);
  border-radius: 10px;
  background: var(--sheet);
}
.finding > * + * {
  margin-top: 0.75rem;
}
.finding header {
  display: flex;
  flex-wrap: wrap;
  gap: 0.35rem 0.75rem;
  align-items: center;
  font-size: 0.9rem;
}
.finding h3 {
  max-width: 50rem;
  font-weight: 600;
}
.where {
  color: var(--quiet);
}
.badge {
  display: inline-flex;
  gap: 0.35rem;
  align-items: center;
  padding: 0.05rem 0.6rem;
  border-radius: 1em;
  background: var(--tone-ground);
  color: var(--tone);
  font-weight: 600;
}
.help > * + * {
  margin-top: 0.4rem;
}
.help p {
  max-width: 50rem;
}
.size {
  color: var(--quiet);
}
details > summary {
  width: fit-content;
  cursor: pointer;
  color: var(--quiet);
  font-size: 0.9rem;
}
details > summary:hover {
  color: var(--ink);
}
.evidence > * + *,
.move > * + *,
.failure > * + *,
.labelled > * + * {
  margin-top: 0.6rem;
}
.note {
  color: var(--quiet);
}
:target {
  scroll-margin-top: 1rem;
}
.finding:target,
.revision:target {
  box-shadow: 0 0 0 2px var(--focus);
}

/* History. */
.key {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.25rem;
  margin-block: 0.5rem 0.75rem;
  font-size: 0.9rem;
}
.key li {
  display: flex;
  gap: 0.4rem;
  align-items: center;
}
.key .icon {
  color: var(--tone);
}
.key .mark {
  width: 5px;
  height: 1.1em;
  border-radius: 3px;
  background: var(--link);
}
.graph {
  max-height: 36rem;
  overflow: auto;
  padding: 0.75rem;
  border: 1px solid var(--line);
  border-radius: 10px;
  background: var(--sheet);
}
.graph svg {
  display: block;
  margin-inline: auto;
}
.edge {
  fill: none;
  stroke: var(--quiet);
  stroke-width: 1.5;
}
.edge.far {
  stroke-dasharray: 2 5;
  stroke-linecap: round;
}
.edge.dependency {
  stroke-dasharray: 6 4;
}
svg text {
  fill: var(--ink);
  font: 13px var(--sans);
}
svg text.between {
  fill: var(--quiet);
  paint-order: stroke;
  stroke: var(--sheet);
  stroke-width: 6px;
}
.node rect {
  fill: var(--sheet);
  stroke: var(--line);
}
.node.failed rect,
.node.error rect {
  fill: var(--tone-ground);
  stroke: var(--tone);
  stroke-width: 1.5;
}
.node.warning rect {
  fill: var(--tone-ground);
  stroke: var(--tone);
}
.node.none rect,
.node.passed rect {
  stroke-dasharray: 3 3;
}
.node rect.mark {
  fill: var(--link);
  stroke: none;
}
.node:hover rect {
  stroke: var(--ink);
}
.node .icon {
  color: var(--tone);
}
.node .id {
  font: 600 12.5px var(--mono);
}
.node .found {
  fill: var(--tone);
  font-size: 12px;
  font-weight: 600;
}
.node:focus-visible {
  outline: none;
}
.node:focus-visible rect:first-of-type {
  stroke: var(--focus);
  stroke-width: 4;
}

/* Names with what there is to say of them, and what failed. */
.facts {
  display: grid;
  gap: 0.3rem;
}
.facts > div {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1rem;
}
.facts dt {
  flex: 0 0 9rem;
  color: var(--quiet);
}
.facts dd {
  flex: 1 1 12rem;
  min-width: 0;
}
.facts a:has(.icon) {
  display: inline-flex;
  gap: 0.3rem;
  align-items: center;
  margin-right: 1rem;
}
.failure {
  padding: 0.9rem 1.1rem;
  border: 1px solid var(--failed);
  border-radius: 8px;
  background: var(--failed-ground);
}
.failure > .tag:first-child {
  display: flex;
  gap: 0.4rem;
  align-items: center;
  color: var(--failed);
}

/* Revisions. */
.legs {
  display: flex;
  flex-wrap: wrap;
  gap: 0.15rem 0.75rem;
  font-size: 0.85rem;
  color: var(--quiet);
}
.leg {
  display: inline-flex;
  gap: 0.25rem;
  align-items: center;
}
.leg .icon {
  color: var(--tone);
}
.leg.failed,
.leg.differs {
  color: var(--tone);
  font-weight: 600;
}
.revisions {
  border: 1px solid var(--line);
  border-radius: 10px;
  background: var(--sheet);
}
.revision {
  content-visibility: auto;
  contain-intrinsic-size: auto 3rem;
}
.revision + .revision {
  border-top: 1px solid var(--line);
}
.revision > summary {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 0.75rem;
  align-items: center;
  width: auto;
  padding: 0.65rem 1rem;
  color: var(--ink);
  font-size: 1rem;
}
.revision > summary::before {
  content: "";
  width: 0.45em;
  height: 0.45em;
  border: solid var(--quiet);
  border-width: 0 2px 2px 0;
  rotate: -45deg;
}
.revision[open] > summary::before {
  rotate: 45deg;
}
.revision > summary::-webkit-details-marker {
  display: none;
}
.revision > summary:hover {
  background: var(--sunk);
}
.revision > summary > .icon {
  color: var(--tone);
}
.revision h3 {
  flex: 1 1 10rem;
  min-width: 0;
  font-size: 1rem;
  font-weight: 500;
}
.revision .found {
  color: var(--tone);
  font-size: 0.875rem;
  font-weight: 600;
}
.inside {
  padding: 0.25rem 1rem 1.5rem;
}
.inside > * + * {
  margin-top: 1.25rem;
}

/* Tables. */
table {
  width: 100%;
  border-collapse: collapse;
  font-size: 0.9rem;
}
caption {
  padding-bottom: 0.4rem;
  font-weight: 600;
  text-align: start;
}
th,
td {
  padding: 0.45rem 0.9rem 0.45rem 0;
  border-bottom: 1px solid var(--line);
  text-align: start;
  vertical-align: top;
}
thead th {
  color: var(--quiet);
  font-size: 0.8rem;
  font-weight: 600;
  white-space: nowrap;
}
tbody th {
  font-weight: 500;
}
.statements pre {
  max-height: 20rem;
  overflow: auto;
  white-space: pre-wrap;
}
.statements td:nth-child(1),
.statements td:nth-child(2),
.statements td:nth-child(5) {
  width: 1%;
  color: var(--quiet);
  white-space: nowrap;
  font-variant-numeric: tabular-nums;
}
.statements td:nth-child(4) {
  width: 38%;
}
.numbers td {
  font-variant-numeric: tabular-nums;
}
.rules {
  min-width: 44rem;
  margin-top: 0.75rem;
}
.rules td:nth-child(2) {
  white-space: nowrap;
}

/* Where there is no room for columns, each statement is a block of its own. */
@media (width < 48rem) {
  .statements thead {
    position: absolute;
    clip-path: inset(50%);
  }
  .statements tr {
    display: grid;
    grid-template-columns: auto 1fr auto;
    border-bottom: 1px solid var(--line);
    padding-block: 0.4rem;
  }
  .statements td {
    padding-block: 0.2rem;
    border: 0;
  }
  .statements td:nth-child(n) {
    width: auto;
  }
  .statements td:nth-child(3) {
    grid-area: 2 / 1 / auto / -1;
  }
  .statements td:nth-child(4) {
    grid-area: 3 / 1 / auto / -1;
  }
  .statements td:nth-child(2)::before {
    content: "line ";
  }
}

/* Locks: who waits is told by words, by pattern and by colour. */
.lock {
  padding: 0.05rem 0.4rem;
  border: 1px solid var(--line);
  border-radius: 4px;
  font-size: 0.8rem;
  font-weight: 600;
  white-space: nowrap;
}
.lock.reads {
  border-color: transparent;
  background: var(--failed);
  color: var(--paper);
}
.lock.writes {
  border: 1px solid var(--warning);
  background: var(--warning-ground);
  color: var(--warning);
}
.lock.changes {
  border: 1px dashed var(--notice);
  color: var(--notice);
}
.locks figcaption {
  margin-bottom: 0.4rem;
  font-size: 0.9rem;
  font-weight: 600;
}
.locks svg,
.legend svg {
  display: block;
}
.bar {
  fill: var(--sheet);
  stroke: var(--quiet);
}
.bar.reads {
  fill: var(--bar-reads);
  stroke: var(--bar-reads);
}
.bar.writes {
  fill: url(#p-writes);
  stroke: var(--bar-writes);
}
.bar.changes {
  fill: url(#p-changes);
  stroke: var(--bar-changes);
}
#p-writes .ground {
  fill: var(--bar-writes-ground);
}
#p-writes .ink {
  fill: var(--bar-writes);
}
#p-changes .ground {
  fill: var(--bar-changes-ground);
}
#p-changes .ink {
  fill: var(--bar-changes);
}
.locks text.lane {
  font: 12px var(--mono);
}
.locks text.tick {
  fill: var(--quiet);
  font-size: 11px;
}
.locks .rule {
  stroke: var(--line);
}
.locks text.mode {
  font-size: 11px;
  font-weight: 600;
}
.locks text.mode.reads {
  fill: #fff;
}
.locks text.mode.writes,
.locks text.mode.changes {
  paint-order: stroke;
  stroke: var(--sheet);
  stroke-width: 4px;
}

.legend {
  margin-bottom: 1rem;
}
.legend dl {
  display: grid;
  gap: 0.35rem;
  margin-top: 0.6rem;
}
.legend dl > div {
  display: flex;
  flex-wrap: wrap;
  gap: 0.2rem 0.75rem;
}
.legend dt {
  display: flex;
  gap: 0.6rem;
  align-items: center;
  flex: 0 1 26rem;
  min-width: 0;
  font-size: 0.9rem;
}
.legend p {
  max-width: 50rem;
  margin-top: 0.5rem;
}
.legend svg {
  flex: none;
}

/* What is hidden, what moves, forced colours and paper: last, so that it holds. */
[hidden] {
  display: none;
}
@media (prefers-reduced-motion: no-preference) {
  html {
    scroll-behavior: smooth;
  }
  a,
  button,
  .revision > summary,
  .revision > summary::before {
    transition:
      background-color 120ms,
      border-color 120ms,
      rotate 120ms;
  }
}
@media (forced-colors: active) {
  .bar,
  .node rect {
    forced-color-adjust: none;
  }
}
@media print {
  :root,
  :root[data-theme] {
    color-scheme: light;
  }
  body {
    display: block;
    max-width: none;
    padding: 0;
    background: none;
    font-size: 10pt;
  }
  .skip,
  nav,
  button,
  .filter fieldset,
  .filter .field,
  .legend > summary {
    display: none;
  }
  details::details-content {
    content-visibility: visible;
    display: block;
  }
  .code,
  .graph,
  .scroll,
  .statements pre {
    max-height: none;
    overflow: visible;
    white-space: pre-wrap;
  }
  .revision {
    content-visibility: visible;
  }
  .finding,
  .revision > summary,
  tr,
  figure {
    break-inside: avoid;
  }
  h2,
  h3,
  h4 {
    break-after: avoid;
  }
}
`;

// src/reporters/html/markup.ts
var trusted = /* @__PURE__ */ Symbol("markup");
var longest = 1e4;
function html(strings, ...parts2) {
  let text = strings[0] ?? "";
  for (const [at2, part] of parts2.entries()) text += written(part) + (strings[at2 + 1] ?? "");
  return { [trusted]: text };
}
var own = (text) => ({ [trusted]: text });
var textOf = (markup) => markup[trusted];
function written(part) {
  if (part === void 0 || part === false) return "";
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  return isMarkup(part) ? part[trusted] : part.map(written).join("");
}
var isMarkup = (part) => trusted in part;
function escaped(text) {
  const more = text.length - longest;
  const shown = more > 0 ? `${startOf(text, longest)}\u2026 (${more} more characters)` : text;
  return escapeHtml(plain(shown));
}

// src/reporters/html/icons.ts
var shapes = {
  ok: html`<path d="M3 8.5l3.2 3.2L13 5"/>`,
  failed: html`<path d="M4 4l8 8M12 4l-8 8"/>`,
  differs: html`<path d="M3 6h10M3 10h10M10.5 3l-5 10"/>`,
  none: html`<path d="M4 8h8"/>`,
  error: html`<path d="M5.2 2h5.6L14 5.2v5.6L10.8 14H5.2L2 10.8V5.2zM8 5v3.6M8 11v.1"/>`,
  warning: html`<path d="M8 2.2L14.4 13.6H1.6zM8 6.4v3.4M8 11.7v.1"/>`,
  notice: html`<circle cx="8" cy="8" r="6.2"/><path d="M8 7.4v3.8M8 4.9v.1"/>`,
  incomplete: html`<circle cx="8" cy="8" r="6.2"/><path d="M6.2 6.3a1.9 1.9 0 113 1.7c-.8.5-1.2.8-1.2 1.6M8 11.4v.1"/>`,
  theme: html`<circle cx="8" cy="8" r="6.2"/><path class="half" d="M8 1.8a6.2 6.2 0 010 12.4z"/>`
};
var iconSheet = () => html`<svg class="sheet" width="0" height="0" aria-hidden="true">${Object.entries(shapes).map(
  ([name, shape]) => html`<symbol id="i-${name}" viewBox="0 0 16 16">${shape}</symbol>`
)}</svg>`;
var icon = (name, word) => html`<svg class="icon" aria-hidden="true"><use href="#i-${name}"/></svg>${word !== void 0 && html`<span class="aloud">${word}</span>`}`;

// src/reporters/html/text.ts
function label(text, most2 = 200) {
  const line2 = oneLine(text.slice(0, longest));
  return line2.length > most2 ? `${startOf(line2, most2 - 1)}\u2026` : line2;
}
function prose(text) {
  const blocks = blocksOf(text.slice(0, longest));
  const more = text.length - longest;
  return html`${blocks.map(blockOf)}${more > 0 && html`<p>… (${more} more characters)</p>`}`;
}
function blocksOf(text) {
  const blocks = [];
  for (const line2 of text.split("\n")) {
    const code = /^\s{2,}\S/.test(line2);
    const last = blocks.at(-1);
    if (last && code && last.code) last.lines.push(line2);
    else if (line2.trim() !== "") blocks.push({ code, lines: [line2] });
  }
  return blocks;
}
function blockOf({ code, lines }) {
  if (!code) return html`<p>${lines.join(" ")}</p>`;
  const margin2 = Math.min(...lines.map((line2) => line2.search(/\S/)));
  return codeBlock(lines.map((line2) => line2.slice(margin2)).join("\n"));
}
var codeBlock = (text, name = "Code") => html`<pre class="code" tabindex="0" role="group" aria-label="${name}"><code>${trimmed(text)}</code></pre>`;
function trimmed(text) {
  if (text.length > longest) return text;
  const [first = "", ...rest] = text.replace(/^\s*\n/, "").trimEnd().split("\n");
  const margins = rest.filter((line2) => line2.trim() !== "").map((line2) => line2.search(/\S/));
  const margin2 = margins.length === 0 ? 0 : Math.min(...margins);
  const start = Math.min(margin2, Math.max(0, first.search(/\S/)));
  return [first.slice(start), ...rest.map((line2) => line2.slice(margin2))].join("\n");
}

// src/reporters/html/document.ts
var policy = [
  "default-src 'none'",
  `script-src '${hashOf(script)}'`,
  `style-src '${hashOf(style)}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'"
].join("; ");
function hashOf(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
function document(title, parts2, main) {
  return `<!doctype html>
${textOf(html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${own(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${label(title)}</title>
<style>${own(style)}</style>
<script>${own(script)}</script>
</head>
<body>
<a class="skip" href="#main">Skip to the verdict</a>
${iconSheet()}
<header class="top"><p class="brand">migrate-check</p>${themeButton}</header>
<nav aria-label="Parts of the report"><ul role="list">${parts2.map(({ anchor, name, count: count2 }) => html`<li><a href="#${anchor}">${name}${count2 !== void 0 && html` <span class="count">${count2}</span>`}</a></li>`)}</ul></nav>
<main id="main" tabindex="-1">
${main}
</main>
</body>
</html>
`)}`;
}
var themeButton = html`<button type="button" id="theme" aria-pressed="false" hidden><svg class="icon" aria-hidden="true"><use href="#i-theme"/></svg>Dark</button>`;

// src/reporters/html/evidence.ts
var names = { sql: "SQL", server: "PostgreSQL says", output: "Printed" };
function evidenceBlock(evidence) {
  switch (evidence.kind) {
    case "difference":
      return changeBlock(evidence);
    case "note":
      return html`<div class="note">${prose(evidence.text)}</div>`;
    default: {
      const name = names[evidence.kind];
      return html`<div class="labelled"><p class="tag">${name}</p>${codeBlock(evidence.text, name)}</div>`;
    }
  }
}
function changeBlock({ words, before, after }) {
  const sign2 = signOf(words);
  const shown = before === void 0 && after === void 0 ? false : patch(before ?? "", after ?? "");
  return html`<div class="change ${kinds[sign2]}"><p><span class="sign" aria-hidden="true">${sign2}</span> ${words}</p>${shown}</div>`;
}
var kinds = { "+": "new", "-": "gone", "~": "changed" };
function patch(before, after) {
  const [old2, now] = [bounded(before), bounded(after)];
  const more = Math.max(before.length - old2.length, after.length - now.length);
  const lines = patchOf(plain(old2), plain(now)).map(lineOf);
  return html`<pre class="code patch" tabindex="0" role="group" aria-label="Before and after"><code>${lines}${more > 0 && `\u2026 (${more} more characters)`}</code></pre>`;
}
var bounded = (text) => text.slice(0, longest / 2).split("\n").slice(0, 400).join("\n");
function lineOf(line2) {
  if (line2.startsWith("+"))
    return html`<ins>${line2}
</ins>`;
  return line2.startsWith("-") ? html`<del>${line2}
</del>` : html`${line2}
`;
}

// src/reporters/html/frame.ts
var around = 2;
var widest = 500;
function codeFrame({ file, line: line2, endLine }, page) {
  const source = page.source(file) ?? "";
  const lines = source.replace(/\n$/, "").split("\n");
  if (source === "" || line2 === void 0 || line2 > lines.length) return false;
  const end = Math.min(Math.max(line2, endLine ?? line2), line2 + 2 * around);
  const first = Math.max(1, line2 - around);
  const shown = lines.slice(first - 1, Math.min(lines.length, end + around));
  const rows = shown.map((text, at2) => {
    const number2 = first + at2;
    const marked = number2 >= line2 && number2 <= end;
    return html`<span class="row${marked && " at"}"><span class="no">${marked ? ">" : " "} ${number2}</span>${text.slice(0, widest)}
</span>`;
  });
  return html`<pre class="code frame" tabindex="0" role="group" aria-label="Lines ${first} to ${first + shown.length - 1}"><code>${rows}</code></pre>`;
}

// src/reporters/html/link.ts
var placeLink = (place, { links }) => outward(links?.place(place), html`<code>${label(placeText(place))}</code>`);
var lineLink = (place, text, { links }) => outward(links?.place(place), html`<code>${label(text, 60)}</code>`);
var ruleLink = (rule, { links }) => outward(links?.rule(rule), html`<code>${label(rule, 80)}</code>`);
function revisionLink(id, page) {
  const anchor = page.anchor(id);
  const name = html`<code>${label(id, 40)}</code>`;
  return anchor === void 0 ? name : html`<a href="#${anchor}">${name}</a>`;
}
var outward = (address, text) => address !== void 0 && /^https?:\/\//.test(address) ? html`<a href="${address}" rel="noreferrer">${text}</a>` : text;

// src/reporters/html/finding.ts
function findingItem(finding, page) {
  const { severity, rule, revision, place } = finding;
  const anchor = page.findingAnchor(finding);
  return html`<li id="${anchor}" class="finding ${severity}" data-severity="${severity}" data-rule="${page.ruleKey(rule)}" data-revision="${revision !== void 0 && page.anchor(revision)}">
<header><span class="badge">${icon(severity)}${severity}</span> ${ruleLink(rule, page)}<span class="where">${placeLink(place, page)}${revision !== void 0 && html` · revision ${revisionLink(revision, page)}`}</span></header>
<h3>${finding.message}</h3>
${sizeOf(finding)}
<div class="help"><p class="tag">What to do</p>${prose(finding.help)}${suggestionOf(finding, page)}</div>
${evidenceOf(finding, page)}
</li>`;
}
function suggestionOf({ suggestion }, page) {
  if (!suggestion) return false;
  const { file, startLine, before, after } = suggestion.edit;
  return html`<p>Suggested, and tried on a disposable PostgreSQL: ${placeLink({ file, line: startLine }, page)}</p>${patch(before.join("\n"), after.join("\n"))}`;
}
function evidenceOf(finding, page) {
  const frame = codeFrame(finding.place, page);
  const shown = finding.evidence.map(evidenceBlock);
  if (!frame && shown.length === 0) return false;
  const open = finding.severity !== "notice" && html` open`;
  return html`<details class="evidence"${open}><summary>Evidence</summary>${frame}${shown}</details>`;
}
function sizeOf({ table: table2 }) {
  if (table2?.bytes === void 0 && table2?.rows === void 0) return false;
  const words = [
    ...table2.rows === void 0 ? [] : [`about ${table2.rows.toLocaleString("en-GB")} rows`],
    ...table2.bytes === void 0 ? [] : [sizeText(table2.bytes)]
  ];
  return html`<p class="size">In production, ${`${table2.schema}.${table2.name}`} has ${words.join(", ")}.</p>`;
}
function sizeText(bytes) {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  const at2 = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const number2 = bytes / 1024 ** at2;
  return `${number2 < 10 && at2 > 0 ? number2.toFixed(1) : Math.round(number2)} ${units[at2]}`;
}

// src/reporters/html/findings.ts
function findingsSection(page) {
  const { counted, shown } = page;
  const more = counted.length - shown.length;
  return html`<section id="findings" aria-labelledby="findings-h">
<h2 id="findings-h">Findings <span class="count">${counted.length}</span></h2>
${counted.length === 0 ? html`<p class="empty">Nothing was found.</p>` : html`${filterForm(page)}<ul class="findings" role="list" id="findings-list">${shown.map((finding) => findingItem(finding, page))}</ul>
<p class="empty" id="findings-none" hidden>No finding is like that.</p>${more > 0 && html`<p class="empty">${count(more, "finding")} left out for want of room, none worse than these.</p>`}`}
</section>`;
}
function filterForm(page) {
  const { shown } = page;
  const rules = tally(shown, ({ rule }) => [page.ruleKey(rule), rule]);
  const revisions = tally(shown, ({ revision }) => {
    const anchor = revision === void 0 ? void 0 : page.anchor(revision);
    return anchor === void 0 || revision === void 0 ? void 0 : [anchor, revision];
  });
  return html`<form class="filter" data-filter="findings" role="search" aria-label="Filter findings" hidden>
<fieldset><legend>Severity</legend>${severities.map((severity) => {
    const number2 = shown.filter((finding) => finding.severity === severity).length;
    return html`<label class="chip ${severity}"><input type="checkbox" name="severity" value="${severity}" checked> ${severity} <span class="count">${number2}</span></label>`;
  })}</fieldset>
${chooser("rule", "Rule", "all rules", rules)}
${chooser("revision", "Revision", "all revisions", revisions)}
<label class="field grow">Text <input type="search" name="text" autocomplete="off" spellcheck="false" placeholder="table, message, SQL …"></label>
<button type="reset">Clear</button>
<output aria-live="polite">${count(shown.length, "finding")}</output>
</form>`;
}
function tally(findings, keyOf) {
  const choices = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const key = keyOf(finding);
    if (!key) continue;
    const [value, name] = key;
    choices.set(value, { value, name, number: (choices.get(value)?.number ?? 0) + 1 });
  }
  return [...choices.values()];
}
var chooser = (name, title, all, choices) => html`<label class="field">${title} <select name="${name}"><option value="">${all}</option>${choices.map(
  ({ value, name: name2, number: number2 }) => html`<option value="${value}">${label(name2, 60)} (${number2})</option>`
)}</select></label>`;

// node_modules/@dagrejs/dagre/dist/dagre.esm.js
var Te = Object.defineProperty;
var Sn = (e, n, t) => n in e ? Te(e, n, { enumerable: true, configurable: true, writable: true, value: t }) : e[n] = t;
var Mn = (e, n) => {
  for (var t in n) Te(e, t, { get: n[t], enumerable: true });
};
var je = (e, n, t) => Sn(e, typeof n != "symbol" ? n + "" : n, t);
var ie = {};
Mn(ie, { Graph: () => T, alg: () => H });
var Pn = Object.defineProperty;
var Se = (e, n) => {
  for (var t in n) Pn(e, t, { get: n[t], enumerable: true });
};
var Q = class {
  constructor(e) {
    this._isDirected = true, this._isMultigraph = false, this._isCompound = false, this._nodes = {}, this._in = {}, this._preds = {}, this._out = {}, this._sucs = {}, this._edgeObjs = {}, this._edgeLabels = {}, this._nodeCount = 0, this._edgeCount = 0, this._defaultNodeLabelFn = () => {
    }, this._defaultEdgeLabelFn = () => {
    }, e && (this._isDirected = "directed" in e ? e.directed : true, this._isMultigraph = "multigraph" in e ? e.multigraph : false, this._isCompound = "compound" in e ? e.compound : false), this._isCompound && (this._parent = {}, this._children = {}, this._children["\0"] = {});
  }
  isDirected() {
    return this._isDirected;
  }
  isMultigraph() {
    return this._isMultigraph;
  }
  isCompound() {
    return this._isCompound;
  }
  setGraph(e) {
    return this._label = e, this;
  }
  graph() {
    return this._label;
  }
  setDefaultNodeLabel(e) {
    return typeof e != "function" ? this._defaultNodeLabelFn = () => e : this._defaultNodeLabelFn = e, this;
  }
  nodeCount() {
    return this._nodeCount;
  }
  nodes() {
    return Object.keys(this._nodes);
  }
  sources() {
    return this.nodes().filter((e) => Object.keys(this._in[e]).length === 0);
  }
  sinks() {
    return this.nodes().filter((e) => Object.keys(this._out[e]).length === 0);
  }
  setNodes(e, n) {
    return e.forEach((t) => {
      n !== void 0 ? this.setNode(t, n) : this.setNode(t);
    }), this;
  }
  setNode(e, n) {
    return e in this._nodes ? (arguments.length > 1 && (this._nodes[e] = n), this) : (this._nodes[e] = arguments.length > 1 ? n : this._defaultNodeLabelFn(e), this._isCompound && (this._parent[e] = "\0", this._children[e] = {}, this._children["\0"][e] = true), this._in[e] = {}, this._preds[e] = {}, this._out[e] = {}, this._sucs[e] = {}, ++this._nodeCount, this);
  }
  node(e) {
    return this._nodes[e];
  }
  hasNode(e) {
    return e in this._nodes;
  }
  removeNode(e) {
    if (e in this._nodes) {
      let n = (t) => this.removeEdge(this._edgeObjs[t]);
      delete this._nodes[e], this._isCompound && (this._removeFromParentsChildList(e), delete this._parent[e], this.children(e).forEach((t) => {
        this.setParent(t);
      }), delete this._children[e]), Object.keys(this._in[e]).forEach(n), delete this._in[e], delete this._preds[e], Object.keys(this._out[e]).forEach(n), delete this._out[e], delete this._sucs[e], --this._nodeCount;
    }
    return this;
  }
  setParent(e, n) {
    if (!this._isCompound) throw new Error("Cannot set parent in a non-compound graph");
    if (n === void 0) n = "\0";
    else {
      n += "";
      for (let t = n; t !== void 0; t = this.parent(t)) if (t === e) throw new Error("Setting " + n + " as parent of " + e + " would create a cycle");
      this.setNode(n);
    }
    return this.setNode(e), this._removeFromParentsChildList(e), this._parent[e] = n, this._children[n][e] = true, this;
  }
  parent(e) {
    if (this._isCompound) {
      let n = this._parent[e];
      if (n !== "\0") return n;
    }
  }
  children(e = "\0") {
    if (this._isCompound) {
      let n = this._children[e];
      if (n) return Object.keys(n);
    } else {
      if (e === "\0") return this.nodes();
      if (this.hasNode(e)) return [];
    }
    return [];
  }
  predecessors(e) {
    let n = this._preds[e];
    if (n) return Object.keys(n);
  }
  successors(e) {
    let n = this._sucs[e];
    if (n) return Object.keys(n);
  }
  neighbors(e) {
    let n = this.predecessors(e);
    if (n) {
      let t = new Set(n), r = this.successors(e);
      if (r) for (let o of r) t.add(o);
      return Array.from(t.values());
    }
  }
  isLeaf(e) {
    var n;
    let t;
    return this.isDirected() ? t = this.successors(e) : t = this.neighbors(e), ((n = t == null ? void 0 : t.length) != null ? n : 0) === 0;
  }
  filterNodes(e) {
    let n = new this.constructor({ directed: this._isDirected, multigraph: this._isMultigraph, compound: this._isCompound });
    n.setGraph(this.graph()), Object.entries(this._nodes).forEach(([o, i]) => {
      e(o) && n.setNode(o, i);
    }), Object.values(this._edgeObjs).forEach((o) => {
      n.hasNode(o.v) && n.hasNode(o.w) && n.setEdge(o, this.edge(o));
    });
    let t = {}, r = (o) => {
      let i = this.parent(o);
      return !i || n.hasNode(i) ? (t[o] = i, i) : i in t ? t[i] : r(i);
    };
    return this._isCompound && n.nodes().forEach((o) => n.setParent(o, r(o))), n;
  }
  setDefaultEdgeLabel(e) {
    return typeof e != "function" ? this._defaultEdgeLabelFn = () => e : this._defaultEdgeLabelFn = e, this;
  }
  edgeCount() {
    return this._edgeCount;
  }
  edges() {
    return Object.values(this._edgeObjs);
  }
  setPath(e, n) {
    return e.reduce((t, r) => (n !== void 0 ? this.setEdge(t, r, n) : this.setEdge(t, r), r)), this;
  }
  setEdge(e, n, t, r) {
    let o, i, s2, a2, l = false;
    typeof e == "object" && e !== null && "v" in e ? (o = e.v, i = e.w, s2 = e.name, arguments.length === 2 && (a2 = n, l = true)) : (o = e, i = n, s2 = r, arguments.length > 2 && (a2 = t, l = true)), o = "" + o, i = "" + i, s2 !== void 0 && (s2 = "" + s2);
    let u = z(this._isDirected, o, i, s2);
    if (u in this._edgeLabels) return l && (this._edgeLabels[u] = a2), this;
    if (s2 !== void 0 && !this._isMultigraph) throw new Error("Cannot set a named edge when isMultigraph = false");
    this.setNode(o), this.setNode(i), this._edgeLabels[u] = l ? a2 : this._defaultEdgeLabelFn(o, i, s2);
    let d = Fn(this._isDirected, o, i, s2);
    return o = d.v, i = d.w, Object.freeze(d), this._edgeObjs[u] = d, Re(this._preds[i], o), Re(this._sucs[o], i), this._in[i][u] = d, this._out[o][u] = d, this._edgeCount++, this;
  }
  edge(e, n, t) {
    let r = arguments.length === 1 ? oe(this._isDirected, e) : z(this._isDirected, e, n, t);
    return this._edgeLabels[r];
  }
  edgeAsObj(e, n, t) {
    let r = arguments.length === 1 ? this.edge(e) : this.edge(e, n, t);
    return typeof r != "object" || r === null ? { label: r } : r;
  }
  hasEdge(e, n, t) {
    return (arguments.length === 1 ? oe(this._isDirected, e) : z(this._isDirected, e, n, t)) in this._edgeLabels;
  }
  removeEdge(e, n, t) {
    let r = arguments.length === 1 ? oe(this._isDirected, e) : z(this._isDirected, e, n, t), o = this._edgeObjs[r];
    if (o) {
      let i = o.v, s2 = o.w;
      delete this._edgeLabels[r], delete this._edgeObjs[r], Ie(this._preds[s2], i), Ie(this._sucs[i], s2), delete this._in[s2][r], delete this._out[i][r], this._edgeCount--;
    }
    return this;
  }
  inEdges(e, n) {
    return this.isDirected() ? this.filterEdges(this._in[e], e, n) : this.nodeEdges(e, n);
  }
  outEdges(e, n) {
    return this.isDirected() ? this.filterEdges(this._out[e], e, n) : this.nodeEdges(e, n);
  }
  nodeEdges(e, n) {
    if (e in this._nodes) return this.filterEdges({ ...this._in[e], ...this._out[e] }, e, n);
  }
  _removeFromParentsChildList(e) {
    delete this._children[this._parent[e]][e];
  }
  filterEdges(e, n, t) {
    if (!e) return;
    let r = Object.values(e);
    return t ? r.filter((o) => o.v === n && o.w === t || o.v === t && o.w === n) : r;
  }
};
function Re(e, n) {
  e[n] ? e[n]++ : e[n] = 1;
}
function Ie(e, n) {
  e[n] !== void 0 && !--e[n] && delete e[n];
}
function z(e, n, t, r) {
  let o = "" + n, i = "" + t;
  if (!e && o > i) {
    let s2 = o;
    o = i, i = s2;
  }
  return o + "" + i + "" + (r === void 0 ? "\0" : r);
}
function Fn(e, n, t, r) {
  let o = "" + n, i = "" + t;
  if (!e && o > i) {
    let a2 = o;
    o = i, i = a2;
  }
  let s2 = { v: o, w: i };
  return r && (s2.name = r), s2;
}
function oe(e, n) {
  return z(e, n.v, n.w, n.name);
}
var Dn = {};
Se(Dn, { read: () => Bn, write: () => An });
function An(e) {
  let n = { options: { directed: e.isDirected(), multigraph: e.isMultigraph(), compound: e.isCompound() }, nodes: Vn(e), edges: Yn(e) }, t = e.graph();
  return t !== void 0 && (n.value = structuredClone(t)), n;
}
function Vn(e) {
  return e.nodes().map((n) => {
    let t = e.node(n), r = e.parent(n), o = { v: n };
    return t !== void 0 && (o.value = t), r !== void 0 && (o.parent = r), o;
  });
}
function Yn(e) {
  return e.edges().map((n) => {
    let t = e.edge(n), r = { v: n.v, w: n.w };
    return n.name !== void 0 && (r.name = n.name), t !== void 0 && (r.value = t), r;
  });
}
function Bn(e) {
  let n = new Q(e.options);
  return e.value !== void 0 && n.setGraph(e.value), e.nodes.forEach((t) => {
    n.setNode(t.v, t.value), t.parent && n.setParent(t.v, t.parent);
  }), e.edges.forEach((t) => {
    n.setEdge({ v: t.v, w: t.w, name: t.name }, t.value);
  }), n;
}
var H = {};
Se(H, { CycleException: () => K, bellmanFord: () => Me, components: () => zn, dijkstra: () => J, dijkstraAll: () => $n, findCycles: () => Un, floydWarshall: () => Kn, isAcyclic: () => Zn, postorder: () => nt, preorder: () => tt, prim: () => rt, shortestPaths: () => ot, tarjan: () => Fe, topsort: () => De });
var Wn = () => 1;
function Me(e, n, t, r) {
  return Xn(e, String(n), t || Wn, r || function(o) {
    var i;
    return (i = e.outEdges(o)) != null ? i : [];
  });
}
function Xn(e, n, t, r) {
  let o = {}, i, s2 = 0, a2 = e.nodes(), l = function(c) {
    let f = o[c.v], h = o[c.w];
    if (!f || !h) return;
    let g = t(c);
    f.distance + g < h.distance && (o[c.w] = { distance: f.distance + g, predecessor: c.v }, i = true);
  }, u = function() {
    a2.forEach(function(c) {
      r(c).forEach(function(f) {
        let h = f.v === c ? f.v : f.w, g = h === f.v ? f.w : f.v;
        l({ v: h, w: g });
      });
    });
  };
  a2.forEach(function(c) {
    let f = c === n ? 0 : Number.POSITIVE_INFINITY;
    o[c] = { distance: f, predecessor: "" };
  });
  let d = a2.length;
  for (let c = 1; c < d && (i = false, s2++, u(), !!i); c++) ;
  if (s2 === d - 1 && (i = false, u(), i)) throw new Error("The graph contains a negative weight cycle");
  return o;
}
function zn(e) {
  let n = {}, t = [], r;
  function o(i) {
    var s2, a2;
    i in n || (n[i] = true, r.push(i), (s2 = e.successors(i)) == null || s2.forEach(o), (a2 = e.predecessors(i)) == null || a2.forEach(o));
  }
  return e.nodes().forEach(function(i) {
    r = [], o(i), r.length && t.push(r);
  }), t;
}
var Pe = class {
  constructor() {
    this._arr = [], this._keyIndices = {};
  }
  size() {
    return this._arr.length;
  }
  keys() {
    return this._arr.map((e) => e.key);
  }
  has(e) {
    return e in this._keyIndices;
  }
  priority(e) {
    let n = this._keyIndices[e];
    if (n !== void 0) return this._arr[n].priority;
  }
  min() {
    if (this.size() === 0) throw new Error("Queue underflow");
    return this._arr[0].key;
  }
  add(e, n) {
    let t = this._keyIndices, r = String(e);
    if (!(r in t)) {
      let o = this._arr, i = o.length;
      return t[r] = i, o.push({ key: r, priority: n }), this._decrease(i), true;
    }
    return false;
  }
  removeMin() {
    if (this.size() === 0) throw new Error("Queue underflow");
    this._swap(0, this._arr.length - 1);
    let e = this._arr.pop();
    return delete this._keyIndices[e.key], this._heapify(0), e.key;
  }
  decrease(e, n) {
    let t = this._keyIndices[e];
    if (t === void 0) throw new Error(`Key not found: ${e}`);
    let r = this._arr[t].priority;
    if (n > r) throw new Error(`New priority is greater than current priority. Key: ${e} Old: ${r} New: ${n}`);
    this._arr[t].priority = n, this._decrease(t);
  }
  _heapify(e) {
    let n = this._arr, t = 2 * e, r = t + 1, o = e;
    t < n.length && (o = n[t].priority < n[o].priority ? t : o, r < n.length && (o = n[r].priority < n[o].priority ? r : o), o !== e && (this._swap(e, o), this._heapify(o)));
  }
  _decrease(e) {
    let n = this._arr, t = n[e].priority, r;
    for (; e !== 0 && (r = e >> 1, !(n[r].priority < t)); ) this._swap(e, r), e = r;
  }
  _swap(e, n) {
    let t = this._arr, r = this._keyIndices, o = t[e], i = t[n];
    t[e] = i, t[n] = o, r[i.key] = e, r[o.key] = n;
  }
};
var Hn = () => 1;
function J(e, n, t, r) {
  let o = function(i) {
    var s2;
    return (s2 = e.outEdges(i)) != null ? s2 : [];
  };
  return qn(e, String(n), t || Hn, r || o);
}
function qn(e, n, t, r) {
  let o = {}, i = new Pe(), s2, a2, l = function(u) {
    let d = u.v !== s2 ? u.v : u.w, c = o[d];
    if (!c) return;
    let f = t(u), h = a2.distance + f;
    if (f < 0) throw new Error("dijkstra does not allow negative edge weights. Bad edge: " + u + " Weight: " + f);
    h < c.distance && (c.distance = h, c.predecessor = s2, i.decrease(d, h));
  };
  for (e.nodes().forEach(function(u) {
    let d = u === n ? 0 : Number.POSITIVE_INFINITY;
    o[u] = { distance: d, predecessor: "" }, i.add(u, d);
  }); i.size() > 0; ) {
    s2 = i.removeMin();
    let u = o[s2];
    if (!u || u.distance === Number.POSITIVE_INFINITY) break;
    a2 = u, r(s2).forEach(l);
  }
  return o;
}
function $n(e, n, t) {
  return e.nodes().reduce(function(r, o) {
    return r[o] = J(e, o, n, t), r;
  }, {});
}
function Fe(e) {
  let n = 0, t = [], r = {}, o = [];
  function i(s2) {
    var a2;
    let l = r[s2] = { onStack: true, lowlink: n, index: n++ };
    if (t.push(s2), (a2 = e.successors(s2)) == null || a2.forEach(function(u) {
      if (u in r) {
        let d = r[u];
        d != null && d.onStack && (l.lowlink = Math.min(l.lowlink, d.index));
      } else {
        i(u);
        let d = r[u];
        d && (l.lowlink = Math.min(l.lowlink, d.lowlink));
      }
    }), l.lowlink === l.index) {
      let u = [], d;
      do {
        d = t.pop();
        let c = r[d];
        c && (c.onStack = false), u.push(d);
      } while (s2 !== d);
      o.push(u);
    }
  }
  return e.nodes().forEach(function(s2) {
    s2 in r || i(s2);
  }), o;
}
function Un(e) {
  return Fe(e).filter(function(n) {
    var t;
    let r = n[0];
    return r ? n.length > 1 || n.length === 1 && ((t = e.outEdges(r, r)) != null ? t : []).length > 0 : false;
  });
}
var Jn = () => 1;
function Kn(e, n, t) {
  return Qn(e, n || Jn, t || function(r) {
    var o;
    return (o = e.outEdges(r)) != null ? o : [];
  });
}
function Qn(e, n, t) {
  let r = {}, o = e.nodes();
  return o.forEach(function(i) {
    let s2 = {};
    r[i] = s2, s2[i] = { distance: 0, predecessor: "" }, o.forEach(function(a2) {
      i !== a2 && (s2[a2] = { distance: Number.POSITIVE_INFINITY, predecessor: "" });
    }), t(i).forEach(function(a2) {
      let l = a2.v === i ? a2.w : a2.v, u = n(a2);
      s2[l] = { distance: u, predecessor: i };
    });
  }), o.forEach(function(i) {
    let s2 = r[i];
    s2 && o.forEach(function(a2) {
      let l = r[a2];
      l && o.forEach(function(u) {
        let d = l[i], c = s2[u], f = l[u];
        if (d && c && f) {
          let h = d.distance + c.distance;
          h < f.distance && (f.distance = h, f.predecessor = c.predecessor);
        }
      });
    });
  }), r;
}
var K = class extends Error {
  constructor(e) {
    super(e), this.name = "CycleException";
  }
};
function De(e) {
  let n = {}, t = {}, r = [];
  function o(i) {
    var s2;
    if (i in t) throw new K();
    i in n || (t[i] = true, n[i] = true, (s2 = e.predecessors(i)) == null || s2.forEach(o), delete t[i], r.push(i));
  }
  if (e.sinks().forEach(o), Object.keys(n).length !== e.nodeCount()) throw new K();
  return r;
}
function Zn(e) {
  try {
    De(e);
  } catch (n) {
    if (n instanceof K) return false;
    throw n;
  }
  return true;
}
function et(e, n, t, r, o) {
  Array.isArray(n) || (n = [n]);
  let i = ((a2) => {
    var l;
    return (l = e.isDirected() ? e.successors(a2) : e.neighbors(a2)) != null ? l : [];
  }), s2 = {};
  return n.forEach(function(a2) {
    if (!e.hasNode(a2)) throw new Error("Graph does not have node: " + a2);
    o = Ae(e, a2, t === "post", s2, i, r, o);
  }), o;
}
function Ae(e, n, t, r, o, i, s2) {
  return n in r || (r[n] = true, t || (s2 = i(s2, n)), o(n).forEach(function(a2) {
    s2 = Ae(e, a2, t, r, o, i, s2);
  }), t && (s2 = i(s2, n))), s2;
}
function Ve(e, n, t) {
  return et(e, n, t, function(r, o) {
    return r.push(o), r;
  }, []);
}
function nt(e, n) {
  return Ve(e, n, "post");
}
function tt(e, n) {
  return Ve(e, n, "pre");
}
function rt(e, n) {
  var t;
  let r = new Q(), o = {}, i = new Pe(), s2;
  function a2(d) {
    let c = d.v === s2 ? d.w : d.v, f = i.priority(c);
    if (f !== void 0) {
      let h = n(d);
      h < f && (o[c] = s2, i.decrease(c, h));
    }
  }
  if (e.nodeCount() === 0) return r;
  e.nodes().forEach(function(d) {
    i.add(d, Number.POSITIVE_INFINITY), r.setNode(d);
  });
  let l = e.nodes()[0];
  l !== void 0 && i.decrease(l, 0);
  let u = false;
  for (; i.size() > 0; ) {
    if (s2 = i.removeMin(), s2 in o) r.setEdge(s2, o[s2]);
    else {
      if (u) throw new Error("Input graph is not connected: " + e);
      u = true;
    }
    (t = e.nodeEdges(s2)) == null || t.forEach(a2);
  }
  return r;
}
function ot(e, n, t, r) {
  return it(e, n, t, r != null ? r : ((o) => {
    var i;
    return (i = e.outEdges(o)) != null ? i : [];
  }));
}
function it(e, n, t, r) {
  if (t === void 0) return J(e, n, t, r);
  let o = false, i = e.nodes();
  for (let s2 = 0; s2 < i.length; s2++) {
    let a2 = i[s2];
    if (a2 === void 0) continue;
    let l = r(a2);
    for (let u = 0; u < l.length; u++) {
      let d = l[u];
      if (!d) continue;
      let c = d.v === a2 ? d.v : d.w, f = c === d.v ? d.w : d.v;
      t({ v: c, w: f }) < 0 && (o = true);
    }
    if (o) return Me(e, n, t, r);
  }
  return J(e, n, t, r);
}
var T = Q;
function M(e, n, t, r) {
  let o = r;
  for (; e.hasNode(o); ) o = $(r);
  return t.dummy = n, e.setNode(o, t), o;
}
function Ye(e) {
  let n = new T().setGraph(e.graph());
  return e.nodes().forEach((t) => n.setNode(t, e.node(t))), e.edges().forEach((t) => {
    let r = n.edge(t.v, t.w) || { weight: 0, minlen: 1 }, o = e.edge(t);
    n.setEdge(t.v, t.w, { weight: r.weight + o.weight, minlen: Math.max(r.minlen, o.minlen) });
  }), n;
}
function Z(e) {
  let n = new T({ multigraph: e.isMultigraph() }).setGraph(e.graph());
  return e.nodes().forEach((t) => {
    e.children(t).length || n.setNode(t, e.node(t));
  }), e.edges().forEach((t) => {
    n.setEdge(t, e.edge(t));
  }), n;
}
function se(e, n) {
  let t = e.x, r = e.y, o = n.x - t, i = n.y - r, s2 = e.width / 2, a2 = e.height / 2;
  if (!o && !i) throw new Error("Not possible to find intersection inside of the rectangle");
  let l, u;
  return o === 0 || Math.abs(i) * s2 > Math.abs(o) * a2 ? (i < 0 && (a2 = -a2), l = a2 * o / i, u = a2) : (o < 0 && (s2 = -s2), l = s2, u = s2 * i / o), { x: t + l, y: r + u };
}
function P(e) {
  let n = D(de(e) + 1).map(() => []);
  return e.nodes().forEach((t) => {
    let r = e.node(t), o = r.rank;
    o !== void 0 && (n[o] || (n[o] = []), n[o][r.order] = t);
  }), n;
}
function Be(e) {
  let n = e.nodes().map((r) => {
    let o = e.node(r).rank;
    return o === void 0 ? Number.MAX_VALUE : o;
  }), t = S(Math.min, n);
  e.nodes().forEach((r) => {
    let o = e.node(r);
    Object.hasOwn(o, "rank") && (o.rank -= t);
  });
}
function We(e) {
  let n = e.nodes().map((s2) => e.node(s2).rank).filter((s2) => s2 !== void 0), t = S(Math.min, n), r = [];
  e.nodes().forEach((s2) => {
    let a2 = e.node(s2).rank - t;
    r[a2] || (r[a2] = []), r[a2].push(s2);
  });
  let o = 0, i = e.graph().nodeRankFactor;
  Array.from(r).forEach((s2, a2) => {
    s2 === void 0 && a2 % i !== 0 ? --o : s2 !== void 0 && o && s2.forEach((l) => e.node(l).rank += o);
  });
}
function ae(e, n, t, r) {
  let o = { width: 0, height: 0 };
  return arguments.length >= 4 && (o.rank = t, o.order = r), M(e, "border", o, n);
}
function st(e, n = Xe) {
  let t = [];
  for (let r = 0; r < e.length; r += n) {
    let o = e.slice(r, r + n);
    t.push(o);
  }
  return t;
}
var Xe = 65535;
function S(e, n) {
  if (n.length > Xe) {
    let t = st(n);
    return e(...t.map((r) => e(...r)));
  } else return e(...n);
}
function de(e) {
  let t = e.nodes().map((r) => {
    let o = e.node(r).rank;
    return o === void 0 ? Number.MIN_VALUE : o;
  });
  return S(Math.max, t);
}
function ze(e, n) {
  let t = { lhs: [], rhs: [] };
  return e.forEach((r) => {
    n(r) ? t.lhs.push(r) : t.rhs.push(r);
  }), t;
}
function q(e, n) {
  return n();
}
var at = 0;
function $(e) {
  let n = ++at;
  return e + ("" + n);
}
function D(e, n, t = 1) {
  n == null && (n = e, e = 0);
  let r = (i) => i < n;
  t < 0 && (r = (i) => n < i);
  let o = [];
  for (let i = e; r(i); i += t) o.push(i);
  return o;
}
function W(e, n) {
  let t = {};
  for (let r of n) e[r] !== void 0 && (t[r] = e[r]);
  return t;
}
function X(e, n) {
  let t;
  return typeof n == "string" ? t = (r) => r[n] : t = n, Object.entries(e).reduce((r, [o, i]) => (r[o] = t(i, o), r), {});
}
function He(e, n) {
  return e.reduce((t, r, o) => (t[r] = n[o], t), {});
}
var V = "\0";
function ee(e, n, t) {
  var u, d, c, f, h, g;
  if (!(e && n && t && n.dummy === "edge" && t.dummy === "edge" && n.edgeObj && t.edgeObj && e[n.edgeObj.v] && e[t.edgeObj.v] && e[n.edgeObj.w] && e[t.edgeObj.w])) return 0;
  let r = true;
  n.edgeObj.w === t.edgeObj.w && (r = false);
  let o = r ? (d = (u = e[n.edgeObj.v]) == null ? void 0 : u.rank) != null ? d : NaN + 1 : (f = (c = e[n.edgeObj.w]) == null ? void 0 : c.rank) != null ? f : NaN - 1, i = Object.entries(e).find((m) => {
    var L, y2;
    return ((L = m[1].edgeObj) == null ? void 0 : L.v) === n.edgeObj.v && ((y2 = m[1].edgeObj) == null ? void 0 : y2.w) === n.edgeObj.w && m[1].rank === o;
  }), s2 = Object.entries(e).find((m) => {
    var L, y2;
    return ((L = m[1].edgeObj) == null ? void 0 : L.v) === t.edgeObj.v && ((y2 = m[1].edgeObj) == null ? void 0 : y2.w) === t.edgeObj.w && m[1].rank === o;
  });
  if (!i || !s2) return 0;
  let a2 = (h = i[1].order) != null ? h : NaN, l = (g = s2[1].order) != null ? g : NaN;
  return isNaN(a2 - l) ? 0 : a2 - l;
}
var ce = class {
  constructor() {
    je(this, "_sentinel");
    let n = {};
    n._next = n._prev = n, this._sentinel = n;
  }
  dequeue() {
    let n = this._sentinel, t = n._prev;
    if (t !== n) return qe(t), t;
  }
  enqueue(n) {
    let t = this._sentinel;
    n._prev && n._next && qe(n), n._next = t._next, t._next._prev = n, t._next = n, n._prev = t;
  }
  toString() {
    let n = [], t = this._sentinel, r = t._prev;
    for (; r !== t; ) n.push(JSON.stringify(r, dt)), r = r._prev;
    return "[" + n.join(", ") + "]";
  }
};
function qe(e) {
  e._prev._next = e._next, e._next._prev = e._prev, delete e._next, delete e._prev;
}
function dt(e, n) {
  if (e !== "_next" && e !== "_prev") return n;
}
var $e = ce;
var lt = () => 1;
function be(e, n) {
  if (e.nodeCount() <= 1) return [];
  let t = ct(e, n || lt);
  return ut(t.graph, t.buckets, t.zeroIdx).flatMap((o) => e.outEdges(o.v, o.w) || []);
}
function ut(e, n, t) {
  var a2;
  let r = [], o = n[n.length - 1], i = n[0], s2;
  for (; e.nodeCount(); ) {
    for (; s2 = i.dequeue(); ) fe(e, n, t, s2);
    for (; s2 = o.dequeue(); ) fe(e, n, t, s2);
    if (e.nodeCount()) {
      for (let l = n.length - 2; l > 0; --l) if (s2 = (a2 = n[l]) == null ? void 0 : a2.dequeue(), s2) {
        r = r.concat(fe(e, n, t, s2, true) || []);
        break;
      }
    }
  }
  return r;
}
function fe(e, n, t, r, o) {
  let i = [], s2 = o ? i : void 0;
  return (e.inEdges(r.v) || []).forEach((a2) => {
    let l = e.edge(a2), u = e.node(a2.v);
    o && i.push({ v: a2.v, w: a2.w }), u.out -= l, he(n, t, u);
  }), (e.outEdges(r.v) || []).forEach((a2) => {
    let l = e.edge(a2), u = a2.w, d = e.node(u);
    d.in -= l, he(n, t, d);
  }), e.removeNode(r.v), s2;
}
function ct(e, n) {
  let t = new T(), r = 0, o = 0;
  e.nodes().forEach((a2) => {
    t.setNode(a2, { v: a2, in: 0, out: 0 });
  }), e.edges().forEach((a2) => {
    let l = t.edge(a2.v, a2.w) || 0, u = n(a2), d = l + u;
    t.setEdge(a2.v, a2.w, d);
    let c = t.node(a2.v), f = t.node(a2.w);
    o = Math.max(o, c.out += u), r = Math.max(r, f.in += u);
  });
  let i = ft(o + r + 3).map(() => new $e()), s2 = r + 1;
  return t.nodes().forEach((a2) => {
    he(i, s2, t.node(a2));
  }), { graph: t, buckets: i, zeroIdx: s2 };
}
function he(e, n, t) {
  var r, o, i;
  t.out ? t.in ? (i = e[t.out - t.in + n]) == null || i.enqueue(t) : (o = e[e.length - 1]) == null || o.enqueue(t) : (r = e[0]) == null || r.enqueue(t);
}
function ft(e) {
  let n = [];
  for (let t = 0; t < e; t++) n.push(t);
  return n;
}
function Ue(e, n) {
  (e.graph().acyclicer === "greedy" ? be(e, r(e)) : ht(e, n != null ? n : null)).forEach((o) => {
    let i = e.edge(o);
    e.removeEdge(o), i.forwardName = o.name, i.reversed = true, e.setEdge(o.w, o.v, i, $("rev"));
  });
  function r(o) {
    return (i) => o.edge(i).weight;
  }
}
function ht(e, n) {
  let t = [], r = {}, o = {};
  function i(l) {
    Object.hasOwn(o, l) || (o[l] = true, r[l] = true, e.outEdges(l).forEach((u) => {
      Object.hasOwn(r, u.w) ? t.push(u) : i(u.w);
    }), delete r[l]);
  }
  function s2(l) {
    var u;
    Object.hasOwn(o, l) || (o[l] = true, r[l] = true, (u = e.outEdges(l)) == null || u.forEach((d) => {
      var c, f;
      Object.hasOwn(r, d.w) || ((c = n.node(l)) == null ? void 0 : c.rank) > ((f = n.node(d.w)) == null ? void 0 : f.rank) && bt(e, d.w, d) ? t.push(d) : s2(d.w);
    }), delete r[l]);
  }
  let a2 = i;
  return n && typeof n.node == "function" && (a2 = s2), e.sources().forEach(a2), e.nodes().forEach(a2), t;
}
function Je(e) {
  e.edges().forEach((n) => {
    let t = e.edge(n);
    if (t.reversed) {
      e.removeEdge(n);
      let r = t.forwardName;
      delete t.reversed, delete t.forwardName, e.setEdge(n.w, n.v, t, r);
    }
  });
}
function bt(e, n, t) {
  let r = /* @__PURE__ */ new Set();
  function o(i) {
    var s2;
    if (e.sources().includes(i)) return true;
    r.add(i);
    for (let a2 of (s2 = e.inEdges(i)) != null ? s2 : []) if (!(a2.v === t.v && a2.w === t.w) && !r.has(a2.v) && o(a2.v)) return true;
    return false;
  }
  return o(n);
}
function Ke(e) {
  e.graph().dummyChains = [], e.edges().forEach((n) => pt(e, n));
}
function pt(e, n) {
  let t = n.v, r = e.node(t).rank, o = n.w, i = e.node(o).rank, s2 = n.name, a2 = e.edge(n), l = a2.labelRank;
  if (i === r + 1) return;
  e.removeEdge(n);
  let u, d, c;
  for (c = 0, ++r; r < i; ++c, ++r) a2.points = [], d = { width: 0, height: 0, edgeLabel: a2, edgeObj: n, rank: r }, u = M(e, "edge", d, "_d"), r === l && (d.width = a2.width, d.height = a2.height, d.dummy = "edge-label", d.labelpos = a2.labelpos), e.setEdge(t, u, { weight: a2.weight }, s2), c === 0 && e.graph().dummyChains.push(u), t = u;
  e.setEdge(t, o, { weight: a2.weight }, s2);
}
function Qe(e) {
  e.graph().dummyChains.forEach((n) => {
    let t = e.node(n), r = t.edgeLabel, o;
    for (e.setEdge(t.edgeObj, r); t.dummy; ) o = e.successors(n)[0], e.removeNode(n), r.points.push({ x: t.x, y: t.y }), t.dummy === "edge-label" && (r.x = t.x, r.y = t.y, r.width = t.width, r.height = t.height), n = o, t = e.node(n);
  });
}
function U(e) {
  let n = {};
  function t(r) {
    let o = e.node(r);
    if (Object.hasOwn(n, r)) return o.rank;
    n[r] = true;
    let i = e.outEdges(r), s2 = i ? i.map((l) => l == null ? Number.POSITIVE_INFINITY : t(l.w) - e.edge(l).minlen) : [], a2 = S(Math.min, s2);
    return a2 === Number.POSITIVE_INFINITY && (a2 = 0), o.rank = a2;
  }
  e.sources().forEach(t);
}
function A(e, n) {
  return e.node(n.w).rank - e.node(n.v).rank - e.edge(n).minlen;
}
var ne = Et;
function Et(e) {
  let n = new T({ directed: false }), t = e.nodes();
  if (t.length === 0) throw new Error("Graph must have at least one node");
  let r = t[0], o = e.nodeCount();
  n.setNode(r, {});
  let i, s2;
  for (; Lt(n, e) < o && (i = yt(n, e), !!i); ) s2 = n.hasNode(i.v) ? A(e, i) : -A(e, i), wt(n, e, s2);
  return n;
}
function Lt(e, n) {
  function t(r) {
    let o = n.nodeEdges(r);
    o && o.forEach((i) => {
      let s2 = i.v, a2 = r === s2 ? i.w : s2;
      !e.hasNode(a2) && !A(n, i) && (e.setNode(a2, {}), e.setEdge(r, a2, {}), t(a2));
    });
  }
  return e.nodes().forEach(t), e.nodeCount();
}
function yt(e, n) {
  return n.edges().reduce((r, o) => {
    let i = Number.POSITIVE_INFINITY;
    return e.hasNode(o.v) !== e.hasNode(o.w) && (i = A(n, o)), i < r[0] ? [i, o] : r;
  }, [Number.POSITIVE_INFINITY, null])[1];
}
function wt(e, n, t) {
  e.nodes().forEach((r) => n.node(r).rank += t);
}
var { preorder: Nt, postorder: Gt } = H;
var en = Y;
Y.initLowLimValues = pe;
Y.initCutValues = ge;
Y.calcCutValue = nn;
Y.leaveEdge = rn;
Y.enterEdge = on;
Y.exchangeEdges = sn;
function Y(e) {
  e = Ye(e), U(e);
  let n = ne(e);
  pe(n), ge(n, e);
  let t, r;
  for (; t = rn(n); ) r = on(n, e, t), sn(n, e, t, r);
}
function ge(e, n) {
  let t = Gt(e, e.nodes());
  t = t.slice(0, t.length - 1), t.forEach((r) => vt(e, n, r));
}
function vt(e, n, t) {
  let o = e.node(t).parent, i = e.edge(t, o);
  i.cutvalue = nn(e, n, t);
}
function nn(e, n, t) {
  let o = e.node(t).parent, i = true, s2 = n.edge(t, o), a2 = 0;
  s2 || (i = false, s2 = n.edge(o, t)), a2 = s2.weight;
  let l = n.nodeEdges(t);
  return l && l.forEach((u) => {
    let d = u.v === t, c = d ? u.w : u.v;
    if (c !== o) {
      let f = d === i, h = n.edge(u).weight;
      if (a2 += f ? h : -h, xt(e, t, c)) {
        let m = e.edge(t, c).cutvalue;
        a2 += f ? -m : m;
      }
    }
  }), a2;
}
function pe(e, n) {
  arguments.length < 2 && (n = e.nodes()[0]), tn(e, {}, 1, n);
}
function tn(e, n, t, r, o) {
  let i = t, s2 = e.node(r);
  n[r] = true;
  let a2 = e.neighbors(r);
  return a2 && a2.forEach((l) => {
    Object.hasOwn(n, l) || (t = tn(e, n, t, l, r));
  }), s2.low = i, s2.lim = t++, o ? s2.parent = o : delete s2.parent, t;
}
function rn(e) {
  return e.edges().find((n) => e.edge(n).cutvalue < 0);
}
function on(e, n, t) {
  let r = t.v, o = t.w;
  n.hasEdge(r, o) || (r = t.w, o = t.v);
  let i = e.node(r), s2 = e.node(o), a2 = i, l = false;
  return i.lim > s2.lim && (a2 = s2, l = true), n.edges().filter((d) => l === Ze(e, e.node(d.v), a2) && l !== Ze(e, e.node(d.w), a2)).reduce((d, c) => A(n, c) < A(n, d) ? c : d);
}
function sn(e, n, t, r) {
  let o = t.v, i = t.w;
  e.removeEdge(o, i), e.setEdge(r.v, r.w, {}), pe(e), ge(e, n), kt(e, n);
}
function kt(e, n) {
  let t = e.nodes().find((o) => !e.node(o).parent);
  if (!t) return;
  let r = Nt(e, [t]);
  r = r.slice(1), r.forEach((o) => {
    let s2 = e.node(o).parent, a2 = n.edge(o, s2), l = false;
    a2 || (a2 = n.edge(s2, o), l = true), n.node(o).rank = n.node(s2).rank + (l ? a2.minlen : -a2.minlen);
  });
}
function xt(e, n, t) {
  return e.hasEdge(n, t);
}
function Ze(e, n, t) {
  return t.low <= n.lim && n.lim <= t.lim;
}
var dn = _t;
function _t(e) {
  let n = e.graph().ranker;
  if (typeof n == "function") return n(e);
  switch (n) {
    case "network-simplex":
      an(e);
      break;
    case "tight-tree":
      Ct(e);
      break;
    case "longest-path":
      Ot(e);
      break;
    case "none":
      break;
    default:
      an(e);
  }
}
var Ot = U;
function Ct(e) {
  U(e), ne(e);
}
function an(e) {
  en(e);
}
var ln = Tt;
function Tt(e) {
  let n = Rt(e), t = e.graph();
  if (!Array.isArray(t.dummyChains)) return;
  t.dummyChains.forEach((o) => {
    let i = e.node(o), s2 = i.edgeObj, a2 = jt(e, n, s2.v, s2.w), l = a2.path, u = a2.lca, d = 0, c = l[d], f = true;
    for (; o !== s2.w; ) {
      if (i = e.node(o), f) {
        for (; (c = l[d]) !== u && e.node(c).maxRank < i.rank; ) d++;
        c === u && (f = false);
      }
      if (!f) {
        for (; d < l.length - 1 && e.node(l[d + 1]).minRank <= i.rank; ) d++;
        c = l[d];
      }
      c !== void 0 && e.setParent(o, c), o = e.successors(o)[0];
    }
  });
}
function jt(e, n, t, r) {
  let o = [], i = [], s2 = Math.min(n[t].low, n[r].low), a2 = Math.max(n[t].lim, n[r].lim), l;
  l = t;
  do
    l = e.parent(l), o.push(l);
  while (l && (n[l].low > s2 || a2 > n[l].lim));
  let u = l, d = r;
  for (; (d = e.parent(d)) !== u; ) i.push(d);
  return { path: o.concat(i.reverse()), lca: u };
}
function Rt(e) {
  let n = {}, t = 0;
  function r(o) {
    let i = t;
    e.children(o).forEach(r), n[o] = { low: i, lim: t++ };
  }
  return e.children(V).forEach(r), n;
}
function un(e) {
  let n = M(e, "root", {}, "_root"), t = It(e), r = Object.values(t), o = S(Math.max, r) - 1, i = 2 * o + 1;
  e.graph().nestingRoot = n, e.edges().forEach((a2) => e.edge(a2).minlen *= i);
  let s2 = St(e) + 1;
  e.children(V).forEach((a2) => {
    cn(e, n, i, s2, o, t, a2);
  }), e.graph().nodeRankFactor = i;
}
function cn(e, n, t, r, o, i, s2) {
  var c;
  let a2 = e.children(s2);
  if (!a2.length) {
    s2 !== n && e.setEdge(n, s2, { weight: 0, minlen: t });
    return;
  }
  let l = ae(e, "_bt"), u = ae(e, "_bb"), d = e.node(s2);
  e.setParent(l, s2), d.borderTop = l, e.setParent(u, s2), d.borderBottom = u, a2.forEach((f) => {
    var b;
    cn(e, n, t, r, o, i, f);
    let h = e.node(f), g = h.borderTop ? h.borderTop : f, m = h.borderBottom ? h.borderBottom : f, L = h.borderTop ? r : 2 * r, y2 = g !== m ? 1 : o - ((b = i[s2]) != null ? b : 0) + 1;
    e.setEdge(l, g, { weight: L, minlen: y2, nestingEdge: true }), e.setEdge(m, u, { weight: L, minlen: y2, nestingEdge: true });
  }), e.parent(s2) || e.setEdge(n, l, { weight: 0, minlen: o + ((c = i[s2]) != null ? c : 0) });
}
function It(e) {
  let n = {};
  function t(r, o) {
    let i = e.children(r);
    i && i.length && i.forEach((s2) => t(s2, o + 1)), n[r] = o;
  }
  return e.children(V).forEach((r) => t(r, 1)), n;
}
function St(e) {
  return e.edges().reduce((n, t) => n + e.edge(t).weight, 0);
}
function fn(e) {
  let n = e.graph();
  e.removeNode(n.nestingRoot), delete n.nestingRoot, e.edges().forEach((t) => {
    e.edge(t).nestingEdge && e.removeEdge(t);
  });
}
var bn = Pt;
function Pt(e) {
  function n(t) {
    let r = e.children(t), o = e.node(t);
    if (r.length && r.forEach(n), o && Object.hasOwn(o, "minRank")) {
      o.borderLeft = [], o.borderRight = [];
      for (let i = o.minRank, s2 = o.maxRank + 1; i < s2; ++i) hn(e, "borderLeft", "_bl", t, o, i), hn(e, "borderRight", "_br", t, o, i);
    }
  }
  e.children(V).forEach(n);
}
function hn(e, n, t, r, o, i) {
  let s2 = { width: 0, height: 0, rank: i, borderType: n }, a2 = o[n][i - 1], l = M(e, "border", s2, t);
  o[n][i] = l, e.setParent(l, r), a2 && e.setEdge(a2, l, { weight: 1 });
}
function pn(e) {
  var t;
  let n = (t = e.graph().rankdir) == null ? void 0 : t.toLowerCase();
  (n === "lr" || n === "rl") && En(e);
}
function mn(e) {
  var t;
  let n = (t = e.graph().rankdir) == null ? void 0 : t.toLowerCase();
  (n === "bt" || n === "rl") && Ft(e), (n === "lr" || n === "rl") && (Dt(e), En(e));
}
function En(e) {
  e.nodes().forEach((n) => gn(e.node(n))), e.edges().forEach((n) => gn(e.edge(n)));
}
function gn(e) {
  let n = e.width;
  e.width = e.height, e.height = n;
}
function Ft(e) {
  e.nodes().forEach((n) => me(e.node(n))), e.edges().forEach((n) => {
    var r;
    let t = e.edge(n);
    (r = t.points) == null || r.forEach(me), Object.hasOwn(t, "y") && me(t);
  });
}
function me(e) {
  e.y = -e.y;
}
function Dt(e) {
  e.nodes().forEach((n) => Ee(e.node(n))), e.edges().forEach((n) => {
    var r;
    let t = e.edge(n);
    (r = t.points) == null || r.forEach(Ee), Object.hasOwn(t, "x") && Ee(t);
  });
}
function Ee(e) {
  let n = e.x;
  e.x = e.y, e.y = n;
}
function Le(e, n = null) {
  let t = {}, r = e.nodes().filter((d) => !e.children(d).length), o = r.map((d) => e.node(d).rank), i = S(Math.max, o), s2 = D(i + 1).map(() => []);
  function a2(d) {
    if (t[d]) return;
    t[d] = true;
    let c = e.node(d);
    s2[c.rank].push(d);
    let f = e.successors(d);
    f && [...f].sort((g, m) => u(g, m)).forEach(a2);
  }
  r.sort((d, c) => e.node(d).rank - e.node(c).rank).forEach(a2);
  function u(d, c) {
    let f = e.node(d), h = e.node(c);
    return ee(n, f, h);
  }
  return s2;
}
function ye(e, n) {
  let t = 0;
  for (let r = 1; r < n.length; ++r) t += Vt(e, n[r - 1], n[r]);
  return t;
}
function Vt(e, n, t) {
  let r = He(t, t.map((u, d) => d)), o = n.flatMap((u) => {
    let d = e.outEdges(u);
    return d ? d.map((c) => ({ pos: r[c.w], weight: e.edge(c).weight })).sort((c, f) => c.pos - f.pos) : [];
  }), i = 1;
  for (; i < t.length; ) i <<= 1;
  let s2 = 2 * i - 1;
  i -= 1;
  let a2 = new Array(s2).fill(0), l = 0;
  return o.forEach((u) => {
    let d = u.pos + i;
    a2[d] += u.weight;
    let c = 0;
    for (; d > 0; ) d % 2 && (c += a2[d + 1]), d = d - 1 >> 1, a2[d] += u.weight;
    l += u.weight * c;
  }), l;
}
function we(e, n = []) {
  return n.map((t) => {
    let r = e.inEdges(t);
    if (!r || !r.length) return { v: t };
    {
      let o = r.reduce((i, s2) => {
        let a2 = e.edge(s2), l = e.node(s2.v);
        return { sum: i.sum + a2.weight * l.order, weight: i.weight + a2.weight };
      }, { sum: 0, weight: 0 });
      return { v: t, barycenter: o.sum / o.weight, weight: o.weight };
    }
  });
}
function Ne(e, n) {
  let t = {};
  e.forEach((o, i) => {
    let s2 = { indegree: 0, in: [], out: [], vs: [o.v], i };
    o.barycenter !== void 0 && (s2.barycenter = o.barycenter, s2.weight = o.weight), t[o.v] = s2;
  }), n.edges().forEach((o) => {
    let i = t[o.v], s2 = t[o.w];
    i !== void 0 && s2 !== void 0 && (s2.indegree++, i.out.push(s2));
  });
  let r = Object.values(t).filter((o) => !o.indegree);
  return Yt(r);
}
function Yt(e) {
  let n = [];
  function t(o) {
    return (i) => {
      i.merged || (i.barycenter === void 0 || o.barycenter === void 0 || i.barycenter >= o.barycenter) && Bt(o, i);
    };
  }
  function r(o) {
    return (i) => {
      i.in.push(o), --i.indegree === 0 && e.push(i);
    };
  }
  for (; e.length; ) {
    let o = e.pop();
    n.push(o), o.in.reverse().forEach(t(o)), o.out.forEach(r(o));
  }
  return n.filter((o) => !o.merged).map((o) => W(o, ["vs", "i", "barycenter", "weight"]));
}
function Bt(e, n) {
  let t = 0, r = 0;
  e.weight && (t += e.barycenter * e.weight, r += e.weight), n.weight && (t += n.barycenter * n.weight, r += n.weight), e.vs = n.vs.concat(e.vs), e.barycenter = t / r, e.weight = r, e.i = Math.min(n.i, e.i), n.merged = true;
}
function Ge(e, n, t, r, o) {
  let i = {}, s2 = null, a2 = null, l = o;
  typeof n == "boolean" ? (l = n, i = {}) : n && (i = n, s2 = t != null ? t : null, a2 = r != null ? r : null);
  let u = ze(e, (y2) => Object.hasOwn(y2, "barycenter")), d = u.lhs, c = u.rhs.sort((y2, b) => b.i - y2.i), f = [], h = 0, g = 0, m = 0;
  d.sort(Wt(a2, s2, !!l));
  for (let [y2, b] of Object.entries(i)) {
    let p = d.findIndex((E) => E.vs[0] === y2);
    d.splice(p + 1, 0, b);
  }
  m = Ln(f, c, m), d.forEach((y2) => {
    m += y2.vs.length, f.push(y2.vs), h += y2.barycenter * y2.weight, g += y2.weight, m = Ln(f, c, m);
  });
  let L = { vs: f.flat(1) };
  return g && (L.barycenter = h / g, L.weight = g), L;
}
function Ln(e, n, t) {
  let r;
  for (; n.length && (r = n[n.length - 1]).i <= t; ) n.pop(), e.push(r.vs), t++;
  return t;
}
function Wt(e, n, t) {
  return (r, o) => {
    if (r.barycenter < o.barycenter) return -1;
    if (r.barycenter > o.barycenter) return 1;
    if (e && (typeof r.vs[0] == "string" || typeof o.vs[0] == "string")) {
      let i = e.node(r.vs[0]), s2 = e.node(o.vs[0]), a2 = ee(n, i, s2);
      if (a2 !== 0) return a2;
    }
    return t ? o.i - r.i : r.i - o.i;
  };
}
function te(e, n, t, r, o) {
  var y2, b, p, E, w, k2, _, O, j, R, I;
  let i = null, s2 = o;
  typeof r == "boolean" ? (s2 = r, i = null) : r !== void 0 && (i = r);
  let a2 = e.children(n), l = e.node(n), u = l ? l.borderLeft : void 0, d = l ? l.borderRight : void 0, c = {};
  u && (a2 = a2.filter((v) => v !== u && v !== d));
  let f = we(e, a2);
  f.forEach((v) => {
    if (e.children(v.v).length) {
      let { result: x2 } = te(e, v.v, t, i, s2);
      c[v.v] = x2, Object.hasOwn(x2, "barycenter") && zt(v, x2);
    }
  });
  let h = Ne(f, t);
  Xt(h, c);
  let g = {}, m = false;
  for (let v = 0; v < h.length; v++) for (let x2 = v + 1; x2 < h.length; x2++) if (!(!h[v] || !h[x2] || !((y2 = h[v]) != null && y2.barycenter) || !((b = h[x2]) != null && b.barycenter)) && ((p = h[v]) == null ? void 0 : p.barycenter) === h[x2].barycenter) {
    let G = (w = (E = h[v]) == null ? void 0 : E.vs[0]) != null ? w : "", N = (_ = (k2 = h[x2]) == null ? void 0 : k2.vs[0]) != null ? _ : "", C = e.node(G), B = e.node(N);
    if (C.dummy === "edge" && B.dummy === "edge" && ((O = C.edgeObj) == null ? void 0 : O.v) === ((j = B.edgeObj) == null ? void 0 : j.v) && ((R = C.edgeObj) == null ? void 0 : R.w) === ((I = B.edgeObj) == null ? void 0 : I.w)) if (C.edgeLabel.reversed) {
      g[N] = h[v], h.splice(v, 1), v--;
      break;
    } else g[G] || (g[G] = h[x2], h.splice(x2, 1), x2--);
    else m = true;
  }
  let L = Ge(h, g, i, e, s2);
  if (u && d) {
    L.vs = [u, L.vs, d].flat(1);
    let v = e.predecessors(u);
    if (v && v.length) {
      let x2 = e.node(v[0]), G = e.predecessors(d), N = e.node(G[0]);
      Object.hasOwn(L, "barycenter") || (L.barycenter = 0, L.weight = 0), L.barycenter = (L.barycenter * L.weight + x2.order + N.order) / (L.weight + 2), L.weight += 2;
    }
  }
  return Object.defineProperty(L, "result", { value: L, enumerable: false, configurable: true, writable: true }), Object.defineProperty(L, "usedBias", { value: m, enumerable: false, configurable: true, writable: true }), L;
}
function Xt(e, n) {
  e.forEach((t) => {
    t.vs = t.vs.flatMap((r) => n[r] ? n[r].vs : r);
  });
}
function zt(e, n) {
  e.barycenter !== void 0 ? (e.barycenter = (e.barycenter * e.weight + n.barycenter * n.weight) / (e.weight + n.weight), e.weight += n.weight) : (e.barycenter = n.barycenter, e.weight = n.weight);
}
function ve(e, n, t, r) {
  r || (r = e.nodes());
  let o = Ht(e), i = new T({ compound: true }).setGraph({ root: o }).setDefaultNodeLabel((s2) => e.node(s2));
  return r.forEach((s2) => {
    let a2 = e.node(s2), l = e.parent(s2);
    if (a2.rank === n || a2.minRank <= n && n <= a2.maxRank) {
      i.setNode(s2), i.setParent(s2, l || o);
      let u = e[t](s2);
      u && u.forEach((d) => {
        let c = d.v === s2 ? d.w : d.v, f = i.edge(c, s2), h = f !== void 0 ? f.weight : 0;
        i.setEdge(c, s2, { weight: e.edge(d).weight + h });
      }), Object.hasOwn(a2, "minRank") && i.setNode(s2, { borderLeft: a2.borderLeft[n], borderRight: a2.borderRight[n] });
    }
  }), i;
}
function Ht(e) {
  let n;
  for (; e.hasNode(n = $("_root")); ) ;
  return n;
}
function ke(e, n, t) {
  let r = {}, o;
  t.forEach((i) => {
    let s2 = e.parent(i), a2, l;
    for (; s2; ) {
      if (a2 = e.parent(s2), a2 ? (l = r[a2], r[a2] = s2) : (l = o, o = s2), l && l !== s2) {
        n.setEdge(l, s2);
        return;
      }
      s2 = a2;
    }
  });
}
function re(e, n = {}, t = null) {
  if (typeof n.customOrder == "function") {
    n.customOrder(e, re);
    return;
  }
  let r = de(e), o = yn(e, D(1, r + 1), "inEdges"), i = yn(e, D(r - 1, -1, -1), "outEdges"), s2 = Le(e, t);
  if (wn(e, s2), n.disableOptimalOrderHeuristic) return;
  let a2 = Number.POSITIVE_INFINITY, l, u = n.constraints || [];
  for (let d = 0, c = 0; c < 4; ++d, ++c) {
    qt(d % 2 ? o : i, d % 4 >= 2, u, t), s2 = P(e);
    let f = ye(e, s2);
    f < a2 ? (c = 0, l = Object.assign({}, s2), a2 = f) : f === a2 && (l = structuredClone(s2));
  }
  wn(e, l);
}
function yn(e, n, t) {
  let r = /* @__PURE__ */ new Map(), o = (i, s2) => {
    r.has(i) || r.set(i, []), r.get(i).push(s2);
  };
  for (let i of e.nodes()) {
    let s2 = e.node(i);
    if (typeof s2.rank == "number" && o(s2.rank, i), typeof s2.minRank == "number" && typeof s2.maxRank == "number") for (let a2 = s2.minRank; a2 <= s2.maxRank; a2++) a2 !== s2.rank && o(a2, i);
  }
  return n.map(function(i) {
    return ve(e, i, t, r.get(i) || []);
  });
}
function qt(e, n, t, r) {
  let o = true, i = new T();
  e.forEach(function(s2) {
    t.forEach((d) => i.setEdge(d.left, d.right));
    let a2 = s2.graph().root, { result: l, usedBias: u } = te(s2, a2, i, r, o);
    n && u && (o = !o), l.vs.forEach((d, c) => s2.node(d).order = c), ke(s2, i, l.vs);
  });
}
function wn(e, n) {
  Object.values(n).forEach((t) => t.forEach((r, o) => e.node(r).order = o));
}
function $t(e, n) {
  let t = {};
  function r(o, i) {
    let s2 = 0, a2 = 0, l = o.length, u = i[i.length - 1];
    return i.forEach((d, c) => {
      let f = Jt(e, d), h = f ? e.node(f).order : l;
      (f || d === u) && (i.slice(a2, c + 1).forEach((g) => {
        let m = e.predecessors(g);
        m && m.forEach((L) => {
          let y2 = e.node(L), b = y2.order;
          (b < s2 || h < b) && !(y2.dummy && e.node(g).dummy) && Gn(t, L, g);
        });
      }), a2 = c + 1, s2 = h);
    }), i;
  }
  return n.length && n.reduce(r), t;
}
function Ut(e, n) {
  let t = {};
  function r(a2) {
    var l;
    return ((l = e.node(a2)) == null ? void 0 : l.dummy) === "border";
  }
  if (!e.nodes().some(r)) return t;
  function i(a2, l, u, d, c) {
    D(l, u).forEach((f) => {
      let h = a2[f];
      if (h !== void 0 && e.node(h).dummy) {
        let g = e.predecessors(h);
        g && g.forEach((m) => {
          if (m === void 0) return;
          let L = e.node(m);
          L.dummy && (L.order < d || L.order > c) && Gn(t, m, h);
        });
      }
    });
  }
  function s2(a2, l) {
    let u = -1, d = -1, c = 0;
    return l.forEach((f, h) => {
      if (r(f)) {
        let g = e.predecessors(f);
        if (g && g.length) {
          let m = g[0];
          if (m === void 0) return;
          d = e.node(m).order, i(l, c, h, u, d), c = h, u = d;
        }
      }
      i(l, c, l.length, d, a2.length);
    }), l;
  }
  return n.length && n.reduce(s2), t;
}
function Jt(e, n) {
  if (e.node(n).dummy) {
    let t = e.predecessors(n);
    if (t) return t.find((r) => e.node(r).dummy);
  }
}
function Gn(e, n, t) {
  if (n > t) {
    let o = n;
    n = t, t = o;
  }
  let r = e[n];
  r || (e[n] = r = {}), r[t] = true;
}
function Kt(e, n, t) {
  if (n > t) {
    let o = n;
    n = t, t = o;
  }
  let r = e[n];
  return r !== void 0 && Object.hasOwn(r, t);
}
function Qt(e, n, t, r, o) {
  let i = {}, s2 = {}, a2 = {};
  return n.forEach((l) => {
    l.forEach((u, d) => {
      i[u] = u, s2[u] = u, a2[u] = d;
    });
  }), n.forEach((l) => {
    let u = -1, d = -1, c = false, f = l, h = l.findIndex((g) => (o == null ? void 0 : o.includes(g)) || Nn(g, e, o));
    h > 0 && (f = [l[h], ...l.slice(0, h), ...l.slice(h + 1)], c = true), f.forEach((g) => {
      var L;
      let m = r(g);
      if (m && m.length) {
        o != null && o.includes(g) && (m = m.filter((p) => Nn(p, e, o)));
        let y2 = m.sort((p, E) => {
          let w = a2[p], k2 = a2[E];
          return (w !== void 0 ? w : 0) - (k2 !== void 0 ? k2 : 0);
        }), b = (y2.length - 1) / 2;
        for (let p = Math.floor(b), E = Math.ceil(b); p <= E; ++p) {
          let w = y2[p];
          if (w === void 0) continue;
          let k2 = a2[w];
          if (k2 !== void 0 && s2[g] === g && u < k2 && a2[w] !== d && !Kt(t, g, w)) {
            let _ = i[w];
            _ !== void 0 && (s2[w] = g, s2[g] = i[g] = _, u = k2, c && (u = -1, d = (L = a2[w]) != null ? L : -1, c = false));
          }
        }
      }
    });
  }), { root: i, align: s2 };
}
function Zt(e, n, t, r, o = false) {
  let i = {}, s2 = er(e, n, t, o), a2 = o ? "borderLeft" : "borderRight";
  function l(h, g) {
    let m = s2.nodes().slice(), L = {}, y2 = m.pop();
    for (; y2; ) {
      if (L[y2]) h(y2);
      else {
        L[y2] = true, m.push(y2);
        for (let b of g(y2)) m.push(b);
      }
      y2 = m.pop();
    }
  }
  function u(h) {
    let g = s2.inEdges(h);
    g ? i[h] = g.reduce((m, L) => {
      var p;
      let y2 = (p = i[L.v]) != null ? p : 0, b = s2.edge(L);
      return Math.max(m, y2 + (b !== void 0 ? b : 0));
    }, 0) : i[h] = 0;
  }
  function d(h) {
    let g = s2.outEdges(h), m = Number.POSITIVE_INFINITY;
    g && (m = g.reduce((y2, b) => {
      let p = i[b.w], E = s2.edge(b);
      return Math.min(y2, (p !== void 0 ? p : 0) - (E !== void 0 ? E : 0));
    }, Number.POSITIVE_INFINITY));
    let L = e.node(h);
    m !== Number.POSITIVE_INFINITY && L.borderType !== a2 && (i[h] = Math.max(i[h] !== void 0 ? i[h] : 0, m));
  }
  function c(h) {
    return s2.predecessors(h) || [];
  }
  function f(h) {
    return s2.successors(h) || [];
  }
  return l(u, c), l(d, f), Object.keys(r).forEach((h) => {
    var m;
    let g = t[h];
    g !== void 0 && (i[h] = (m = i[g]) != null ? m : 0);
  }), i;
}
function er(e, n, t, r) {
  let o = new T(), i = e.graph(), s2 = or(i.nodesep, i.edgesep, r);
  return n.forEach((a2) => {
    let l;
    a2.forEach((u) => {
      let d = t[u];
      if (d !== void 0) {
        if (o.setNode(d), l !== void 0) {
          let c = t[l];
          if (c !== void 0) {
            let f = o.edge(c, d);
            o.setEdge(c, d, Math.max(s2(e, u, l), f || 0));
          }
        }
        l = u;
      }
    });
  }), o;
}
function nr(e, n) {
  return Object.values(n).reduce((t, r) => {
    let o = Number.NEGATIVE_INFINITY, i = Number.POSITIVE_INFINITY;
    Object.entries(r).forEach(([a2, l]) => {
      let u = ir(e, a2) / 2;
      o = Math.max(l + u, o), i = Math.min(l - u, i);
    });
    let s2 = o - i;
    return s2 < t[0] && (t = [s2, r]), t;
  }, [Number.POSITIVE_INFINITY, null])[1];
}
function tr(e, n) {
  let t = Object.values(n), r = S(Math.min, t), o = S(Math.max, t);
  ["u", "d"].forEach((i) => {
    ["l", "r"].forEach((s2) => {
      let a2 = i + s2, l = e[a2];
      if (!l || l === n) return;
      let u = Object.values(l), d = r - S(Math.min, u);
      s2 !== "l" && (d = o - S(Math.max, u)), d && (e[a2] = X(l, (c) => c + d));
    });
  });
}
function rr(e, n = void 0) {
  let t = e.ul;
  return t ? X(t, (r, o) => {
    var s2, a2;
    if (n) {
      let l = n.toLowerCase(), u = e[l];
      if (u && u[o] !== void 0) return u[o];
    }
    let i = Object.values(e).map((l) => {
      let u = l[o];
      return u !== void 0 ? u : 0;
    }).sort((l, u) => l - u);
    return (((s2 = i[1]) != null ? s2 : 0) + ((a2 = i[2]) != null ? a2 : 0)) / 2;
  }) : {};
}
function vn(e, n) {
  let t = P(e), r = Object.assign($t(e, t), Ut(e, t)), o = {}, i;
  ["u", "d"].forEach((a2) => {
    i = a2 === "u" ? t : Object.values(t).reverse(), ["l", "r"].forEach((l) => {
      l === "r" && (i = i.map((f) => Object.values(f).reverse()));
      let d = Qt(e, i, r, (f) => (a2 === "u" ? e.predecessors(f) : e.successors(f)) || [], n), c = Zt(e, i, d.root, d.align, l === "r");
      l === "r" && (c = X(c, (f) => -f)), o[a2 + l] = c;
    });
  });
  let s2 = nr(e, o);
  return tr(o, s2), rr(o, e.graph().align);
}
function or(e, n, t) {
  return (r, o, i) => {
    let s2 = r.node(o), a2 = r.node(i), l = 0, u;
    if (l += s2.width / 2, Object.hasOwn(s2, "labelpos")) switch (s2.labelpos.toLowerCase()) {
      case "l":
        u = -s2.width / 2;
        break;
      case "r":
        u = s2.width / 2;
        break;
    }
    if (u && (l += t ? u : -u), u = void 0, l += (s2.dummy ? n : e) / 2, l += (a2.dummy ? n : e) / 2, l += a2.width / 2, Object.hasOwn(a2, "labelpos")) switch (a2.labelpos.toLowerCase()) {
      case "l":
        u = a2.width / 2;
        break;
      case "r":
        u = -a2.width / 2;
        break;
    }
    return u && (l += t ? u : -u), l;
  };
}
function ir(e, n) {
  return e.node(n).width;
}
function Nn(e, n, t) {
  var s2;
  if (!t) return false;
  let r = (s2 = n.node(e)) == null ? void 0 : s2.edgeObj;
  if (!r || n.node(e).edgeLabel.reversed) return false;
  let o = t.indexOf(r == null ? void 0 : r.v), i = t.indexOf(r == null ? void 0 : r.w);
  return o !== -1 && i !== -1 && o === (i + 1) % t.length || o === (i - 1) % t.length;
}
function kn(e, n) {
  e = Z(e), sr(e), Object.entries(vn(e, n)).forEach(([t, r]) => e.node(t).x = r);
}
function sr(e) {
  let n = P(e), t = e.graph(), r = t.ranksep, o = t.rankalign, i = 0;
  n.forEach((s2) => {
    let a2 = s2.reduce((l, u) => {
      var c;
      let d = (c = e.node(u).height) != null ? c : 0;
      return l > d ? l : d;
    }, 0);
    s2.forEach((l) => {
      let u = e.node(l);
      o === "top" ? u.y = i + u.height / 2 : o === "bottom" ? u.y = i + a2 - u.height / 2 : u.y = i + a2 / 2;
    }), i += a2 + r;
  });
}
var xn = /* @__PURE__ */ new WeakMap();
function Oe(e, n = {}) {
  return In(e, q, n), e;
}
function _n(e, n, t) {
  let r = n;
  for (; r !== void 0; ) {
    let o = e.parent(r);
    if (o === t) return r;
    r = o;
  }
}
function In(e, n, t) {
  var y2;
  let r = e.nodes().filter((b) => e.children(b).length), o = {};
  r.forEach((b) => {
    let p = e.node(b);
    if (p && p.rankdir) {
      let E = new T({ multigraph: true, compound: true });
      E.setGraph({ rankdir: p.rankdir });
      let w = e.children(b);
      w.forEach((G) => {
        let N = { ...e.node(G) };
        E.setNode(G, N);
        let C = e.parent(G);
        C && C !== b && w.includes(C) && E.setParent(G, C);
      });
      let k2 = /* @__PURE__ */ new Set();
      e.edges().forEach((G) => {
        let N = _n(e, G.v, b), C = _n(e, G.w, b);
        if (N === G.v && C === G.w) E.setEdge(G, { ...e.edge(G) });
        else if (N && C && N !== C) {
          let B = `${N}\0${C}`;
          k2.has(B) || (k2.add(B), E.setEdge(N, C, { ...e.edge(G) }));
        }
      }), In(E, n, t);
      let _ = Rn(E);
      Cn(_, n, t, null), Tn(E, _);
      let O = 1 / 0, j = 1 / 0, R = -1 / 0, I = -1 / 0;
      E.nodes().forEach((G) => {
        if (G === b) return;
        let N = E.node(G);
        N && typeof N.x == "number" && typeof N.y == "number" && typeof N.width == "number" && typeof N.height == "number" && (O = Math.min(O, N.x - N.width / 2), R = Math.max(R, N.x + N.width / 2), j = Math.min(j, N.y - N.height / 2), I = Math.max(I, N.y + N.height / 2));
      }), (!isFinite(O) || !isFinite(j) || !isFinite(R) || !isFinite(I)) && (O = j = 0, R = I = 0);
      let v = R - O, x2 = I - j;
      o[b] = { minX: O, minY: j, maxX: R, maxY: I, width: v, height: x2, offsetX: O, offsetY: j }, p._dagreClusterSubgraph = E;
    }
  });
  let i = [], s2 = (b) => {
    let p = [], E = (e.children(b) || []).filter((w) => w !== b);
    for (; E.length > 0; ) {
      let w = E.shift();
      p.push(w), (e.children(w) || []).filter((k2) => k2 !== w).forEach((k2) => E.push(k2));
    }
    return p;
  }, a2 = /* @__PURE__ */ new Map();
  r.forEach((b) => {
    let p = e.node(b);
    p && p.rankdir && o[b] && a2.set(b, (e.children(b) || []).filter((E) => E !== b));
  });
  let l = new Set([...a2.values()].flat()), u = /* @__PURE__ */ new Map();
  a2.forEach((b, p) => {
    l.has(p) || u.set(p, s2(p));
  });
  let d = new Set([...u.values()].flat()), c = (b) => {
    for (let [p, E] of u) if (E.includes(b)) return p;
    return b;
  }, f = [];
  e.edges().forEach((b) => {
    (d.has(b.v) || d.has(b.w)) && f.push({ edge: b, label: e.edge(b) });
  });
  let h = /* @__PURE__ */ new Map();
  d.forEach((b) => {
    let p = e.parent(b);
    h.set(b, typeof p == "string" ? p : void 0);
  }), u.forEach((b, p) => {
    let E = e.node(p), w = [];
    b.forEach((O) => {
      let j = e.node(O);
      j && (w.push({ id: O, node: j, parent: h.get(O) }), e.removeNode(O));
    });
    let k2 = f.filter(({ edge: O }) => b.includes(O.v) || b.includes(O.w)), _ = o[p];
    E && (i.push({ clusterId: p, subgraph: E._dagreClusterSubgraph, bounds: _, children: b, removedNodes: w, removedEdges: k2 }), E.width = _.width, E.height = _.height);
  });
  let g = /* @__PURE__ */ new Set();
  f.forEach(({ edge: b, label: p }) => {
    let E = c(b.v), w = c(b.w);
    if (E !== w && e.hasNode(E) && e.hasNode(w)) {
      let k2 = `${E}\0${w}`;
      g.has(k2) || (g.add(k2), e.setEdge(E, w, { ...p, width: 0, height: 0 }));
    }
  });
  let m = Rn(e), L = Cn(m, n, t, (y2 = xn.get(e)) != null ? y2 : null);
  xn.set(e, L), Tn(e, m), g.forEach((b) => {
    let p = b.indexOf("\0"), E = b.slice(0, p), w = b.slice(p + 1);
    e.hasEdge(E, w) && e.removeEdge(E, w);
  }), i.forEach(({ clusterId: b, subgraph: p, bounds: E, removedNodes: w, removedEdges: k2 }) => {
    var v, x2;
    let _ = e.node(b), O = (v = _ == null ? void 0 : _.x) != null ? v : 0, j = (x2 = _ == null ? void 0 : _.y) != null ? x2 : 0, R = (E.minX + E.maxX) / 2, I = (E.minY + E.maxY) / 2;
    w.forEach(({ id: G, node: N, parent: C }) => {
      e.setNode(G, N), C !== void 0 && e.setParent(G, C);
    }), k2.forEach(({ edge: G, label: N }) => {
      e.setEdge(G, N);
    }), p.nodes().forEach((G) => {
      if (G === b) return;
      let N = p.node(G), C = e.node(G);
      C && N && typeof N.x == "number" && typeof N.y == "number" && (C.x = O + (N.x - R), C.y = j + (N.y - I));
    }), On(e, p, O - R, j - I), delete _._dagreClusterSubgraph;
  }), r.forEach((b) => {
    var w, k2;
    let p = e.node(b), E = o[b];
    if (p && p.rankdir && p._dagreClusterSubgraph && E) {
      let _ = p._dagreClusterSubgraph, O = (w = p.x) != null ? w : 0, j = (k2 = p.y) != null ? k2 : 0, R = (E.minX + E.maxX) / 2, I = (E.minY + E.maxY) / 2;
      _.nodes().forEach((v) => {
        if (v === b) return;
        let x2 = _.node(v), G = e.node(v);
        if (G && x2 && typeof x2.x == "number" && typeof x2.y == "number") {
          let N = x2.x - R, C = x2.y - I;
          G.x = O + N, G.y = j + C;
        }
      }), On(e, _, O - R, j - I), delete p._dagreClusterSubgraph;
    }
  });
}
function On(e, n, t, r) {
  n.edges().forEach((o) => {
    if (!e.hasEdge(o)) return;
    let i = n.edge(o), s2 = e.edge(o);
    s2.points = i.points.map((a2) => ({ x: a2.x + t, y: a2.y + r })), Object.hasOwn(i, "x") && (s2.x = i.x + t, s2.y = i.y + r);
  });
}
function Cn(e, n, t, r = null) {
  var l, u;
  let o = (t == null ? void 0 : t.useDynamic) !== false, i = o && (l = r == null ? void 0 : r.graph) != null ? l : null, s2 = o && (u = r == null ? void 0 : r.rawNodes) != null ? u : null;
  n("    makeSpaceForEdgeLabels", () => br(e)), n("    removeSelfEdges", () => Gr(e)), n("    acyclic", () => Ue(e, i)), n("    nestingGraph.run", () => un(e)), n("    rank", () => dn(Z(e))), n("    injectEdgeLabelProxies", () => gr(e)), n("    removeEmptyRanks", () => We(e)), n("    nestingGraph.cleanup", () => fn(e)), n("    normalizeRanks", () => Be(e)), n("    assignRankMinMax", () => pr(e)), n("    removeEdgeLabelProxies", () => mr(e)), n("    normalize.run", () => Ke(e)), n("    parentDummyChains", () => ln(e)), n("    addBorderSegments", () => bn(e)), n("    order", () => re(e, t, s2)), n("    insertSelfEdges", () => vr(e)), n("    adjustCoordinateSystem", () => pn(e)), n("    position", () => kn(e, t.corePath)), n("    positionSelfEdges", () => kr(e));
  let a2 = JSON.parse(JSON.stringify(e._nodes));
  return n("    removeBorderNodes", () => Nr(e)), n("    normalize.undo", () => Qe(e)), n("    fixupEdgeLabelCoords", () => yr(e)), n("    undoCoordinateSystem", () => mn(e)), n("    translateGraph", () => Er(e)), n("    assignNodeIntersects", () => Lr(e)), n("    reversePoints", () => wr(e)), n("    acyclic.undo", () => Je(e)), { graph: e, rawNodes: a2 };
}
function Tn(e, n) {
  e.nodes().forEach((t) => {
    let r = e.node(t), o = n.node(t);
    r && (r.x = o.x, r.y = o.y, r.order = o.order, r.rank = o.rank, n.children(t).length && (r.width = o.width, r.height = o.height));
  }), e.edges().forEach((t) => {
    let r = e.edge(t), o = n.edge(t);
    r.points = o.points, Object.hasOwn(o, "x") && (r.x = o.x, r.y = o.y);
  }), e.graph().width = n.graph().width, e.graph().height = n.graph().height;
}
var ar = ["nodesep", "edgesep", "ranksep", "marginx", "marginy"];
var dr = { ranksep: 50, edgesep: 20, nodesep: 50, rankdir: "TB", rankalign: "center" };
var lr = ["acyclicer", "ranker", "rankdir", "align", "rankalign"];
var ur = ["width", "height", "rank"];
var jn = { width: 0, height: 0 };
var cr = ["minlen", "weight", "width", "height", "labeloffset"];
var fr = { minlen: 1, weight: 1, width: 0, height: 0, labeloffset: 10, labelpos: "r" };
var hr = ["labelpos"];
function Rn(e) {
  let n = new T({ multigraph: true, compound: true }), t = _e(e.graph());
  return n.setGraph(Object.assign({}, dr, xe(t, ar), W(t, lr))), e.nodes().forEach((r) => {
    let o = _e(e.node(r)), i = xe(o, ur);
    Object.keys(jn).forEach((a2) => {
      i[a2] === void 0 && (i[a2] = jn[a2]);
    }), n.setNode(r, i);
    let s2 = e.parent(r);
    s2 !== void 0 && n.setParent(r, s2);
  }), e.edges().forEach((r) => {
    let o = _e(e.edge(r));
    n.setEdge(r, Object.assign({}, fr, xe(o, cr), W(o, hr)));
  }), n;
}
function br(e) {
  let n = e.graph();
  n.ranksep /= 2, e.edges().forEach((t) => {
    var o;
    let r = e.edge(t);
    r.minlen *= 2, ((o = r.labelpos) != null ? o : "r").toLowerCase() !== "c" && (n.rankdir === "TB" || n.rankdir === "BT" ? r.width += r.labeloffset : r.height += r.labeloffset);
  });
}
function gr(e) {
  e.edges().forEach((n) => {
    let t = e.edge(n);
    if (t.width && t.height) {
      let r = e.node(n.v), i = { rank: (e.node(n.w).rank - r.rank) / 2 + r.rank, e: n };
      M(e, "edge-proxy", i, "_ep");
    }
  });
}
function pr(e) {
  let n = 0;
  e.nodes().forEach((t) => {
    let r = e.node(t);
    r.borderTop && (r.minRank = e.node(r.borderTop).rank, r.maxRank = e.node(r.borderBottom).rank, n = Math.max(n, r.maxRank));
  }), e.graph().maxRank = n;
}
function mr(e) {
  e.nodes().forEach((n) => {
    let t = e.node(n);
    if (t.dummy === "edge-proxy") {
      let r = t;
      e.edge(r.e).labelRank = t.rank, e.removeNode(n);
    }
  });
}
function Er(e) {
  let n = Number.POSITIVE_INFINITY, t = 0, r = Number.POSITIVE_INFINITY, o = 0, i = e.graph(), s2 = i.marginx || 0, a2 = i.marginy || 0;
  function l(u) {
    let d = u.x, c = u.y, f = u.width, h = u.height;
    n = Math.min(n, d - f / 2), t = Math.max(t, d + f / 2), r = Math.min(r, c - h / 2), o = Math.max(o, c + h / 2);
  }
  e.nodes().forEach((u) => l(e.node(u))), e.edges().forEach((u) => {
    let d = e.edge(u);
    Object.hasOwn(d, "x") && l(d);
  }), n -= s2, r -= a2, e.nodes().forEach((u) => {
    let d = e.node(u);
    d.x -= n, d.y -= r;
  }), e.edges().forEach((u) => {
    let d = e.edge(u);
    d.points.forEach((c) => {
      c.x -= n, c.y -= r;
    }), Object.hasOwn(d, "x") && (d.x -= n), Object.hasOwn(d, "y") && (d.y -= r);
  }), i.width = t - n + s2, i.height = o - r + a2;
}
function Lr(e) {
  e.edges().forEach((n) => {
    if (n.v === n.w) return;
    let t = e.edge(n), r = e.node(n.v), o = e.node(n.w), i, s2;
    t.points ? (i = t.points[0], s2 = t.points[t.points.length - 1]) : (t.points = [], i = o, s2 = r), t.points.unshift(se(r, i)), t.points.push(se(o, s2));
  });
}
function yr(e) {
  e.edges().forEach((n) => {
    let t = e.edge(n);
    if (Object.hasOwn(t, "x")) switch ((t.labelpos === "l" || t.labelpos === "r") && (t.width -= t.labeloffset), t.labelpos) {
      case "l":
        t.x -= t.width / 2 + t.labeloffset;
        break;
      case "r":
        t.x += t.width / 2 + t.labeloffset;
        break;
    }
  });
}
function wr(e) {
  e.edges().forEach((n) => {
    let t = e.edge(n);
    t.reversed && t.points.reverse();
  });
}
function Nr(e) {
  e.nodes().forEach((n) => {
    if (e.children(n).length) {
      let t = e.node(n), r = e.node(t.borderTop), o = e.node(t.borderBottom), i = e.node(t.borderLeft[t.borderLeft.length - 1]), s2 = e.node(t.borderRight[t.borderRight.length - 1]);
      t.width = Math.abs(s2.x - i.x), t.height = Math.abs(o.y - r.y), t.x = i.x + t.width / 2, t.y = r.y + t.height / 2;
    }
  }), e.nodes().forEach((n) => {
    e.node(n).dummy === "border" && e.removeNode(n);
  });
}
function Gr(e) {
  e.edges().forEach((n) => {
    if (n.v === n.w) {
      let t = e.node(n.v);
      t.selfEdges || (t.selfEdges = []), t.selfEdges.push({ e: n, label: e.edge(n) }), e.removeEdge(n);
    }
  });
}
function vr(e) {
  P(e).forEach((t) => {
    let r = 0;
    t.forEach((o, i) => {
      let s2 = e.node(o);
      typeof s2.rank != "number" && (s2.rank = 0), s2.order = i + r, (s2.selfEdges || []).forEach((a2) => {
        M(e, "selfedge", { width: a2.label.width, height: a2.label.height, rank: s2.rank, order: i + ++r, e: a2.e, edgeLabel: a2.label }, "_se"), (!Array.isArray(a2.label.points) || a2.label.points.length !== 7) && (a2.label.points = [{ x: 0, y: -10 }, { x: 0, y: -10 }, { x: 0, y: 0 }, { x: 0, y: 10 }, { x: 0, y: 10 }, { x: 0, y: 0 }, { x: 0, y: 0 }]);
      }), delete s2.selfEdges;
    });
  });
}
function kr(e) {
  e.nodes().forEach((n) => {
    let t = e.node(n), r = (o) => typeof o == "number" && isFinite(o);
    if (t.dummy === "selfedge") {
      let o = t, i = e.node(o.e.v), s2 = r(i == null ? void 0 : i.x) ? i.x : 0, a2 = r(i == null ? void 0 : i.y) ? i.y : 0, l = r(i == null ? void 0 : i.width) ? i.width : 0, u = r(i == null ? void 0 : i.height) ? i.height : 0, d = r(t.x) ? t.x : s2, c = r(t.y) ? t.y : a2, f = l / 2, h = u / 2;
      o.edgeLabel.points = [{ x: d + f, y: c - h }, { x: d + f, y: c - h }, { x: d, y: c }, { x: d - f, y: c + h }, { x: d - f, y: c + h }, { x: d, y: c }, { x: d, y: c }], o.edgeLabel.x = d, o.edgeLabel.y = c, e.setEdge(o.e, o.edgeLabel), e.removeNode(n);
    } else t && Array.isArray(t.selfEdges) && t.selfEdges.forEach((o) => {
      if (!Array.isArray(o.label.points) || o.label.points.length !== 7) {
        let i = r(t.x) ? t.x : 0, s2 = r(t.y) ? t.y : 0, a2 = r(t.width) ? t.width : 0, l = r(t.height) ? t.height : 0, u = a2 / 2, d = l / 2;
        o.label.points = [{ x: i + u, y: s2 - d }, { x: i + u, y: s2 - d }, { x: i, y: s2 }, { x: i - u, y: s2 + d }, { x: i - u, y: s2 + d }, { x: i, y: s2 }, { x: i, y: s2 }];
      }
    });
  });
}
function xe(e, n) {
  return X(W(e, n), Number);
}
function _e(e) {
  let n = {};
  return e && Object.entries(e).forEach(([t, r]) => {
    typeof t == "string" && (t = t.toLowerCase()), n[t] = r;
  }), n;
}
/*! For license information please see dagre.esm.js.LEGAL.txt */

// node_modules/d3-path/dist/d3-path.mjs
var pi = Math.PI;
var tau = 2 * pi;
var epsilon = 1e-6;
var tauEpsilon = tau - epsilon;
function append(strings) {
  this._ += strings[0];
  for (let i = 1, n = strings.length; i < n; ++i) {
    this._ += arguments[i] + strings[i];
  }
}
function appendRound(digits) {
  let d = Math.floor(digits);
  if (!(d >= 0)) throw new Error(`invalid digits: ${digits}`);
  if (d > 15) return append;
  const k2 = 10 ** d;
  return function(strings) {
    this._ += strings[0];
    for (let i = 1, n = strings.length; i < n; ++i) {
      this._ += Math.round(arguments[i] * k2) / k2 + strings[i];
    }
  };
}
function equal(x0, y0, x1, y1) {
  return x0 === x1 && y0 === y1;
}
function equalRound(digits) {
  const d = Math.floor(digits);
  if (!(d <= 15)) return equal;
  const k2 = 10 ** d;
  const r = function(value) {
    return Math.round(value * k2);
  };
  return function(x0, y0, x1, y1) {
    return r(x0) === r(x1) && r(y0) === r(y1);
  };
}
var Path = class {
  constructor(digits) {
    this._x0 = this._y0 = // start of current subpath
    this._x1 = this._y1 = null;
    this._ = "";
    this._append = digits == null ? append : appendRound(digits);
    this._equal = digits == null ? equal : equalRound(digits);
  }
  moveTo(x2, y2) {
    this._append`M${this._x0 = this._x1 = +x2},${this._y0 = this._y1 = +y2}`;
  }
  closePath() {
    if (this._x1 !== null) {
      this._x1 = this._x0, this._y1 = this._y0;
      this._append`Z`;
    }
  }
  lineTo(x2, y2) {
    this._append`L${this._x1 = +x2},${this._y1 = +y2}`;
  }
  quadraticCurveTo(x1, y1, x2, y2) {
    this._append`Q${+x1},${+y1},${this._x1 = +x2},${this._y1 = +y2}`;
  }
  bezierCurveTo(x1, y1, x2, y2, x3, y3) {
    this._append`C${+x1},${+y1},${+x2},${+y2},${this._x1 = +x3},${this._y1 = +y3}`;
  }
  arcTo(x1, y1, x2, y2, r) {
    x1 = +x1, y1 = +y1, x2 = +x2, y2 = +y2, r = +r;
    if (r < 0) throw new Error(`negative radius: ${r}`);
    let x0 = this._x1, y0 = this._y1, x21 = x2 - x1, y21 = y2 - y1, x01 = x0 - x1, y01 = y0 - y1, l01_2 = x01 * x01 + y01 * y01;
    if (this._x1 === null) {
      this._append`M${this._x1 = x1},${this._y1 = y1}`;
    } else if (!(l01_2 > epsilon)) ;
    else if (!(Math.abs(y01 * x21 - y21 * x01) > epsilon) || !r) {
      this._append`L${this._x1 = x1},${this._y1 = y1}`;
    } else {
      let x20 = x2 - x0, y20 = y2 - y0, l21_2 = x21 * x21 + y21 * y21, l20_2 = x20 * x20 + y20 * y20, l21 = Math.sqrt(l21_2), l01 = Math.sqrt(l01_2), l = r * Math.tan((pi - Math.acos((l21_2 + l01_2 - l20_2) / (2 * l21 * l01))) / 2), t01 = l / l01, t21 = l / l21;
      if (Math.abs(t01 - 1) > epsilon) {
        this._append`L${x1 + t01 * x01},${y1 + t01 * y01}`;
      }
      this._append`A${r},${r},0,0,${+(y01 * x20 > x01 * y20)},${this._x1 = x1 + t21 * x21},${this._y1 = y1 + t21 * y21}`;
    }
  }
  arc(x2, y2, r, a0, a1, ccw) {
    x2 = +x2, y2 = +y2, r = +r, ccw = !!ccw;
    if (r < 0) throw new Error(`negative radius: ${r}`);
    let dx = r * Math.cos(a0), dy = r * Math.sin(a0), x0 = x2 + dx, y0 = y2 + dy, cw = 1 ^ ccw, da = ccw ? a0 - a1 : a1 - a0;
    if (this._x1 === null) {
      this._append`M${x0},${y0}`;
    } else if (Math.abs(this._x1 - x0) > epsilon || Math.abs(this._y1 - y0) > epsilon) {
      this._append`L${x0},${y0}`;
    }
    if (!r) return;
    if (da < 0) da = da % tau + tau;
    if (da > tauEpsilon) {
      this._append`A${r},${r},0,1,${cw},${x2 - dx},${y2 - dy}A${r},${r},0,1,${cw},${this._x1 = x0},${this._y1 = y0}`;
    } else if (da > epsilon) {
      const x1 = x2 + r * Math.cos(a1);
      const y1 = y2 + r * Math.sin(a1);
      if (da >= pi && this._equal(x0, y0, x1, y1)) {
        da /= 2;
        let a00 = a0 + da;
        this._append`A${r},${r},0,${+(da >= pi)},${cw},${x2 + r * Math.cos(a00)},${y2 + r * Math.sin(a00)}`;
      }
      this._append`A${r},${r},0,${+(da >= pi)},${cw},${this._x1 = x1},${this._y1 = y1}`;
    }
  }
  rect(x2, y2, w, h) {
    this._append`M${this._x0 = this._x1 = +x2},${this._y0 = this._y1 = +y2}h${w = +w}v${+h}h${-w}Z`;
  }
  toString() {
    return this._;
  }
};
function path() {
  return new Path();
}
path.prototype = Path.prototype;

// node_modules/d3-shape/dist/d3-shape.mjs
function constant(x2) {
  return function constant2() {
    return x2;
  };
}
var cos = Math.cos;
var sin = Math.sin;
var sqrt = Math.sqrt;
var epsilon2 = 1e-12;
var pi2 = Math.PI;
var halfPi = pi2 / 2;
var tau2 = 2 * pi2;
function withPath(shape) {
  let digits = 3;
  shape.digits = function(_) {
    if (!arguments.length) return digits;
    if (_ == null) {
      digits = null;
    } else {
      const d = Math.floor(_);
      if (!(d >= 0)) throw new RangeError(`invalid digits: ${_}`);
      digits = d;
    }
    return shape;
  };
  return () => new Path(digits);
}
var slice = Array.prototype.slice;
function array(x2) {
  return typeof x2 === "object" && "length" in x2 ? x2 : Array.from(x2);
}
function Linear(context) {
  this._context = context;
}
Linear.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._point = 0;
  },
  lineEnd: function() {
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x2, y2) : this._context.moveTo(x2, y2);
        break;
      case 1:
        this._point = 2;
      // falls through
      default:
        this._context.lineTo(x2, y2);
        break;
    }
  }
};
function curveLinear(context) {
  return new Linear(context);
}
function x(p) {
  return p[0];
}
function y(p) {
  return p[1];
}
function line(x$1, y$1) {
  var defined = constant(true), context = null, curve = curveLinear, output = null, path2 = withPath(line2);
  x$1 = typeof x$1 === "function" ? x$1 : x$1 === void 0 ? x : constant(x$1);
  y$1 = typeof y$1 === "function" ? y$1 : y$1 === void 0 ? y : constant(y$1);
  function line2(data) {
    var i, n = (data = array(data)).length, d, defined0 = false, buffer;
    if (context == null) output = curve(buffer = path2());
    for (i = 0; i <= n; ++i) {
      if (!(i < n && defined(d = data[i], i, data)) === defined0) {
        if (defined0 = !defined0) output.lineStart();
        else output.lineEnd();
      }
      if (defined0) output.point(+x$1(d, i, data), +y$1(d, i, data));
    }
    if (buffer) return output = null, buffer + "" || null;
  }
  line2.x = function(_) {
    return arguments.length ? (x$1 = typeof _ === "function" ? _ : constant(+_), line2) : x$1;
  };
  line2.y = function(_) {
    return arguments.length ? (y$1 = typeof _ === "function" ? _ : constant(+_), line2) : y$1;
  };
  line2.defined = function(_) {
    return arguments.length ? (defined = typeof _ === "function" ? _ : constant(!!_), line2) : defined;
  };
  line2.curve = function(_) {
    return arguments.length ? (curve = _, context != null && (output = curve(context)), line2) : curve;
  };
  line2.context = function(_) {
    return arguments.length ? (_ == null ? context = output = null : output = curve(context = _), line2) : context;
  };
  return line2;
}
var curveRadialLinear = curveRadial(curveLinear);
function Radial(curve) {
  this._curve = curve;
}
Radial.prototype = {
  areaStart: function() {
    this._curve.areaStart();
  },
  areaEnd: function() {
    this._curve.areaEnd();
  },
  lineStart: function() {
    this._curve.lineStart();
  },
  lineEnd: function() {
    this._curve.lineEnd();
  },
  point: function(a2, r) {
    this._curve.point(r * Math.sin(a2), r * -Math.cos(a2));
  }
};
function curveRadial(curve) {
  function radial(context) {
    return new Radial(curve(context));
  }
  radial._curve = curve;
  return radial;
}
var sqrt3$2 = sqrt(3);
var tan30 = sqrt(1 / 3);
var tan30_2 = tan30 * 2;
var kr2 = sin(pi2 / 10) / sin(7 * pi2 / 10);
var kx = sin(tau2 / 10) * kr2;
var ky = -cos(tau2 / 10) * kr2;
var sqrt3$1 = sqrt(3);
var sqrt3 = sqrt(3);
var s = sqrt(3) / 2;
var k = 1 / sqrt(12);
var a = (k / 2 + 1) * 3;
function noop() {
}
function point$3(that, x2, y2) {
  that._context.bezierCurveTo(
    (2 * that._x0 + that._x1) / 3,
    (2 * that._y0 + that._y1) / 3,
    (that._x0 + 2 * that._x1) / 3,
    (that._y0 + 2 * that._y1) / 3,
    (that._x0 + 4 * that._x1 + x2) / 6,
    (that._y0 + 4 * that._y1 + y2) / 6
  );
}
function Basis(context) {
  this._context = context;
}
Basis.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x0 = this._x1 = this._y0 = this._y1 = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    switch (this._point) {
      case 3:
        point$3(this, this._x1, this._y1);
      // falls through
      case 2:
        this._context.lineTo(this._x1, this._y1);
        break;
    }
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x2, y2) : this._context.moveTo(x2, y2);
        break;
      case 1:
        this._point = 2;
        break;
      case 2:
        this._point = 3;
        this._context.lineTo((5 * this._x0 + this._x1) / 6, (5 * this._y0 + this._y1) / 6);
      // falls through
      default:
        point$3(this, x2, y2);
        break;
    }
    this._x0 = this._x1, this._x1 = x2;
    this._y0 = this._y1, this._y1 = y2;
  }
};
function BasisClosed(context) {
  this._context = context;
}
BasisClosed.prototype = {
  areaStart: noop,
  areaEnd: noop,
  lineStart: function() {
    this._x0 = this._x1 = this._x2 = this._x3 = this._x4 = this._y0 = this._y1 = this._y2 = this._y3 = this._y4 = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    switch (this._point) {
      case 1: {
        this._context.moveTo(this._x2, this._y2);
        this._context.closePath();
        break;
      }
      case 2: {
        this._context.moveTo((this._x2 + 2 * this._x3) / 3, (this._y2 + 2 * this._y3) / 3);
        this._context.lineTo((this._x3 + 2 * this._x2) / 3, (this._y3 + 2 * this._y2) / 3);
        this._context.closePath();
        break;
      }
      case 3: {
        this.point(this._x2, this._y2);
        this.point(this._x3, this._y3);
        this.point(this._x4, this._y4);
        break;
      }
    }
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._x2 = x2, this._y2 = y2;
        break;
      case 1:
        this._point = 2;
        this._x3 = x2, this._y3 = y2;
        break;
      case 2:
        this._point = 3;
        this._x4 = x2, this._y4 = y2;
        this._context.moveTo((this._x0 + 4 * this._x1 + x2) / 6, (this._y0 + 4 * this._y1 + y2) / 6);
        break;
      default:
        point$3(this, x2, y2);
        break;
    }
    this._x0 = this._x1, this._x1 = x2;
    this._y0 = this._y1, this._y1 = y2;
  }
};
function BasisOpen(context) {
  this._context = context;
}
BasisOpen.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x0 = this._x1 = this._y0 = this._y1 = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    if (this._line || this._line !== 0 && this._point === 3) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    switch (this._point) {
      case 0:
        this._point = 1;
        break;
      case 1:
        this._point = 2;
        break;
      case 2:
        this._point = 3;
        var x0 = (this._x0 + 4 * this._x1 + x2) / 6, y0 = (this._y0 + 4 * this._y1 + y2) / 6;
        this._line ? this._context.lineTo(x0, y0) : this._context.moveTo(x0, y0);
        break;
      case 3:
        this._point = 4;
      // falls through
      default:
        point$3(this, x2, y2);
        break;
    }
    this._x0 = this._x1, this._x1 = x2;
    this._y0 = this._y1, this._y1 = y2;
  }
};
function Bundle(context, beta) {
  this._basis = new Basis(context);
  this._beta = beta;
}
Bundle.prototype = {
  lineStart: function() {
    this._x = [];
    this._y = [];
    this._basis.lineStart();
  },
  lineEnd: function() {
    var x2 = this._x, y2 = this._y, j = x2.length - 1;
    if (j > 0) {
      var x0 = x2[0], y0 = y2[0], dx = x2[j] - x0, dy = y2[j] - y0, i = -1, t;
      while (++i <= j) {
        t = i / j;
        this._basis.point(
          this._beta * x2[i] + (1 - this._beta) * (x0 + t * dx),
          this._beta * y2[i] + (1 - this._beta) * (y0 + t * dy)
        );
      }
    }
    this._x = this._y = null;
    this._basis.lineEnd();
  },
  point: function(x2, y2) {
    this._x.push(+x2);
    this._y.push(+y2);
  }
};
var bundle = (function custom(beta) {
  function bundle2(context) {
    return beta === 1 ? new Basis(context) : new Bundle(context, beta);
  }
  bundle2.beta = function(beta2) {
    return custom(+beta2);
  };
  return bundle2;
})(0.85);
function point$2(that, x2, y2) {
  that._context.bezierCurveTo(
    that._x1 + that._k * (that._x2 - that._x0),
    that._y1 + that._k * (that._y2 - that._y0),
    that._x2 + that._k * (that._x1 - x2),
    that._y2 + that._k * (that._y1 - y2),
    that._x2,
    that._y2
  );
}
function Cardinal(context, tension) {
  this._context = context;
  this._k = (1 - tension) / 6;
}
Cardinal.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x0 = this._x1 = this._x2 = this._y0 = this._y1 = this._y2 = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    switch (this._point) {
      case 2:
        this._context.lineTo(this._x2, this._y2);
        break;
      case 3:
        point$2(this, this._x1, this._y1);
        break;
    }
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x2, y2) : this._context.moveTo(x2, y2);
        break;
      case 1:
        this._point = 2;
        this._x1 = x2, this._y1 = y2;
        break;
      case 2:
        this._point = 3;
      // falls through
      default:
        point$2(this, x2, y2);
        break;
    }
    this._x0 = this._x1, this._x1 = this._x2, this._x2 = x2;
    this._y0 = this._y1, this._y1 = this._y2, this._y2 = y2;
  }
};
var cardinal = (function custom2(tension) {
  function cardinal2(context) {
    return new Cardinal(context, tension);
  }
  cardinal2.tension = function(tension2) {
    return custom2(+tension2);
  };
  return cardinal2;
})(0);
function CardinalClosed(context, tension) {
  this._context = context;
  this._k = (1 - tension) / 6;
}
CardinalClosed.prototype = {
  areaStart: noop,
  areaEnd: noop,
  lineStart: function() {
    this._x0 = this._x1 = this._x2 = this._x3 = this._x4 = this._x5 = this._y0 = this._y1 = this._y2 = this._y3 = this._y4 = this._y5 = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    switch (this._point) {
      case 1: {
        this._context.moveTo(this._x3, this._y3);
        this._context.closePath();
        break;
      }
      case 2: {
        this._context.lineTo(this._x3, this._y3);
        this._context.closePath();
        break;
      }
      case 3: {
        this.point(this._x3, this._y3);
        this.point(this._x4, this._y4);
        this.point(this._x5, this._y5);
        break;
      }
    }
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._x3 = x2, this._y3 = y2;
        break;
      case 1:
        this._point = 2;
        this._context.moveTo(this._x4 = x2, this._y4 = y2);
        break;
      case 2:
        this._point = 3;
        this._x5 = x2, this._y5 = y2;
        break;
      default:
        point$2(this, x2, y2);
        break;
    }
    this._x0 = this._x1, this._x1 = this._x2, this._x2 = x2;
    this._y0 = this._y1, this._y1 = this._y2, this._y2 = y2;
  }
};
var cardinalClosed = (function custom3(tension) {
  function cardinal2(context) {
    return new CardinalClosed(context, tension);
  }
  cardinal2.tension = function(tension2) {
    return custom3(+tension2);
  };
  return cardinal2;
})(0);
function CardinalOpen(context, tension) {
  this._context = context;
  this._k = (1 - tension) / 6;
}
CardinalOpen.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x0 = this._x1 = this._x2 = this._y0 = this._y1 = this._y2 = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    if (this._line || this._line !== 0 && this._point === 3) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    switch (this._point) {
      case 0:
        this._point = 1;
        break;
      case 1:
        this._point = 2;
        break;
      case 2:
        this._point = 3;
        this._line ? this._context.lineTo(this._x2, this._y2) : this._context.moveTo(this._x2, this._y2);
        break;
      case 3:
        this._point = 4;
      // falls through
      default:
        point$2(this, x2, y2);
        break;
    }
    this._x0 = this._x1, this._x1 = this._x2, this._x2 = x2;
    this._y0 = this._y1, this._y1 = this._y2, this._y2 = y2;
  }
};
var cardinalOpen = (function custom4(tension) {
  function cardinal2(context) {
    return new CardinalOpen(context, tension);
  }
  cardinal2.tension = function(tension2) {
    return custom4(+tension2);
  };
  return cardinal2;
})(0);
function point$1(that, x2, y2) {
  var x1 = that._x1, y1 = that._y1, x22 = that._x2, y22 = that._y2;
  if (that._l01_a > epsilon2) {
    var a2 = 2 * that._l01_2a + 3 * that._l01_a * that._l12_a + that._l12_2a, n = 3 * that._l01_a * (that._l01_a + that._l12_a);
    x1 = (x1 * a2 - that._x0 * that._l12_2a + that._x2 * that._l01_2a) / n;
    y1 = (y1 * a2 - that._y0 * that._l12_2a + that._y2 * that._l01_2a) / n;
  }
  if (that._l23_a > epsilon2) {
    var b = 2 * that._l23_2a + 3 * that._l23_a * that._l12_a + that._l12_2a, m = 3 * that._l23_a * (that._l23_a + that._l12_a);
    x22 = (x22 * b + that._x1 * that._l23_2a - x2 * that._l12_2a) / m;
    y22 = (y22 * b + that._y1 * that._l23_2a - y2 * that._l12_2a) / m;
  }
  that._context.bezierCurveTo(x1, y1, x22, y22, that._x2, that._y2);
}
function CatmullRom(context, alpha) {
  this._context = context;
  this._alpha = alpha;
}
CatmullRom.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x0 = this._x1 = this._x2 = this._y0 = this._y1 = this._y2 = NaN;
    this._l01_a = this._l12_a = this._l23_a = this._l01_2a = this._l12_2a = this._l23_2a = this._point = 0;
  },
  lineEnd: function() {
    switch (this._point) {
      case 2:
        this._context.lineTo(this._x2, this._y2);
        break;
      case 3:
        this.point(this._x2, this._y2);
        break;
    }
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    if (this._point) {
      var x23 = this._x2 - x2, y23 = this._y2 - y2;
      this._l23_a = Math.sqrt(this._l23_2a = Math.pow(x23 * x23 + y23 * y23, this._alpha));
    }
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x2, y2) : this._context.moveTo(x2, y2);
        break;
      case 1:
        this._point = 2;
        break;
      case 2:
        this._point = 3;
      // falls through
      default:
        point$1(this, x2, y2);
        break;
    }
    this._l01_a = this._l12_a, this._l12_a = this._l23_a;
    this._l01_2a = this._l12_2a, this._l12_2a = this._l23_2a;
    this._x0 = this._x1, this._x1 = this._x2, this._x2 = x2;
    this._y0 = this._y1, this._y1 = this._y2, this._y2 = y2;
  }
};
var catmullRom = (function custom5(alpha) {
  function catmullRom2(context) {
    return alpha ? new CatmullRom(context, alpha) : new Cardinal(context, 0);
  }
  catmullRom2.alpha = function(alpha2) {
    return custom5(+alpha2);
  };
  return catmullRom2;
})(0.5);
function CatmullRomClosed(context, alpha) {
  this._context = context;
  this._alpha = alpha;
}
CatmullRomClosed.prototype = {
  areaStart: noop,
  areaEnd: noop,
  lineStart: function() {
    this._x0 = this._x1 = this._x2 = this._x3 = this._x4 = this._x5 = this._y0 = this._y1 = this._y2 = this._y3 = this._y4 = this._y5 = NaN;
    this._l01_a = this._l12_a = this._l23_a = this._l01_2a = this._l12_2a = this._l23_2a = this._point = 0;
  },
  lineEnd: function() {
    switch (this._point) {
      case 1: {
        this._context.moveTo(this._x3, this._y3);
        this._context.closePath();
        break;
      }
      case 2: {
        this._context.lineTo(this._x3, this._y3);
        this._context.closePath();
        break;
      }
      case 3: {
        this.point(this._x3, this._y3);
        this.point(this._x4, this._y4);
        this.point(this._x5, this._y5);
        break;
      }
    }
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    if (this._point) {
      var x23 = this._x2 - x2, y23 = this._y2 - y2;
      this._l23_a = Math.sqrt(this._l23_2a = Math.pow(x23 * x23 + y23 * y23, this._alpha));
    }
    switch (this._point) {
      case 0:
        this._point = 1;
        this._x3 = x2, this._y3 = y2;
        break;
      case 1:
        this._point = 2;
        this._context.moveTo(this._x4 = x2, this._y4 = y2);
        break;
      case 2:
        this._point = 3;
        this._x5 = x2, this._y5 = y2;
        break;
      default:
        point$1(this, x2, y2);
        break;
    }
    this._l01_a = this._l12_a, this._l12_a = this._l23_a;
    this._l01_2a = this._l12_2a, this._l12_2a = this._l23_2a;
    this._x0 = this._x1, this._x1 = this._x2, this._x2 = x2;
    this._y0 = this._y1, this._y1 = this._y2, this._y2 = y2;
  }
};
var catmullRomClosed = (function custom6(alpha) {
  function catmullRom2(context) {
    return alpha ? new CatmullRomClosed(context, alpha) : new CardinalClosed(context, 0);
  }
  catmullRom2.alpha = function(alpha2) {
    return custom6(+alpha2);
  };
  return catmullRom2;
})(0.5);
function CatmullRomOpen(context, alpha) {
  this._context = context;
  this._alpha = alpha;
}
CatmullRomOpen.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x0 = this._x1 = this._x2 = this._y0 = this._y1 = this._y2 = NaN;
    this._l01_a = this._l12_a = this._l23_a = this._l01_2a = this._l12_2a = this._l23_2a = this._point = 0;
  },
  lineEnd: function() {
    if (this._line || this._line !== 0 && this._point === 3) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    if (this._point) {
      var x23 = this._x2 - x2, y23 = this._y2 - y2;
      this._l23_a = Math.sqrt(this._l23_2a = Math.pow(x23 * x23 + y23 * y23, this._alpha));
    }
    switch (this._point) {
      case 0:
        this._point = 1;
        break;
      case 1:
        this._point = 2;
        break;
      case 2:
        this._point = 3;
        this._line ? this._context.lineTo(this._x2, this._y2) : this._context.moveTo(this._x2, this._y2);
        break;
      case 3:
        this._point = 4;
      // falls through
      default:
        point$1(this, x2, y2);
        break;
    }
    this._l01_a = this._l12_a, this._l12_a = this._l23_a;
    this._l01_2a = this._l12_2a, this._l12_2a = this._l23_2a;
    this._x0 = this._x1, this._x1 = this._x2, this._x2 = x2;
    this._y0 = this._y1, this._y1 = this._y2, this._y2 = y2;
  }
};
var catmullRomOpen = (function custom7(alpha) {
  function catmullRom2(context) {
    return alpha ? new CatmullRomOpen(context, alpha) : new CardinalOpen(context, 0);
  }
  catmullRom2.alpha = function(alpha2) {
    return custom7(+alpha2);
  };
  return catmullRom2;
})(0.5);
function LinearClosed(context) {
  this._context = context;
}
LinearClosed.prototype = {
  areaStart: noop,
  areaEnd: noop,
  lineStart: function() {
    this._point = 0;
  },
  lineEnd: function() {
    if (this._point) this._context.closePath();
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    if (this._point) this._context.lineTo(x2, y2);
    else this._point = 1, this._context.moveTo(x2, y2);
  }
};
function sign(x2) {
  return x2 < 0 ? -1 : 1;
}
function slope3(that, x2, y2) {
  var h0 = that._x1 - that._x0, h1 = x2 - that._x1, s0 = (that._y1 - that._y0) / (h0 || h1 < 0 && -0), s1 = (y2 - that._y1) / (h1 || h0 < 0 && -0), p = (s0 * h1 + s1 * h0) / (h0 + h1);
  return (sign(s0) + sign(s1)) * Math.min(Math.abs(s0), Math.abs(s1), 0.5 * Math.abs(p)) || 0;
}
function slope2(that, t) {
  var h = that._x1 - that._x0;
  return h ? (3 * (that._y1 - that._y0) / h - t) / 2 : t;
}
function point(that, t0, t1) {
  var x0 = that._x0, y0 = that._y0, x1 = that._x1, y1 = that._y1, dx = (x1 - x0) / 3;
  that._context.bezierCurveTo(x0 + dx, y0 + dx * t0, x1 - dx, y1 - dx * t1, x1, y1);
}
function MonotoneX(context) {
  this._context = context;
}
MonotoneX.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x0 = this._x1 = this._y0 = this._y1 = this._t0 = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    switch (this._point) {
      case 2:
        this._context.lineTo(this._x1, this._y1);
        break;
      case 3:
        point(this, this._t0, slope2(this, this._t0));
        break;
    }
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    var t1 = NaN;
    x2 = +x2, y2 = +y2;
    if (x2 === this._x1 && y2 === this._y1) return;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x2, y2) : this._context.moveTo(x2, y2);
        break;
      case 1:
        this._point = 2;
        break;
      case 2:
        this._point = 3;
        point(this, slope2(this, t1 = slope3(this, x2, y2)), t1);
        break;
      default:
        point(this, this._t0, t1 = slope3(this, x2, y2));
        break;
    }
    this._x0 = this._x1, this._x1 = x2;
    this._y0 = this._y1, this._y1 = y2;
    this._t0 = t1;
  }
};
function MonotoneY(context) {
  this._context = new ReflectContext(context);
}
(MonotoneY.prototype = Object.create(MonotoneX.prototype)).point = function(x2, y2) {
  MonotoneX.prototype.point.call(this, y2, x2);
};
function ReflectContext(context) {
  this._context = context;
}
ReflectContext.prototype = {
  moveTo: function(x2, y2) {
    this._context.moveTo(y2, x2);
  },
  closePath: function() {
    this._context.closePath();
  },
  lineTo: function(x2, y2) {
    this._context.lineTo(y2, x2);
  },
  bezierCurveTo: function(x1, y1, x2, y2, x3, y3) {
    this._context.bezierCurveTo(y1, x1, y2, x2, y3, x3);
  }
};
function monotoneY(context) {
  return new MonotoneY(context);
}
function Natural(context) {
  this._context = context;
}
Natural.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x = [];
    this._y = [];
  },
  lineEnd: function() {
    var x2 = this._x, y2 = this._y, n = x2.length;
    if (n) {
      this._line ? this._context.lineTo(x2[0], y2[0]) : this._context.moveTo(x2[0], y2[0]);
      if (n === 2) {
        this._context.lineTo(x2[1], y2[1]);
      } else {
        var px = controlPoints(x2), py = controlPoints(y2);
        for (var i0 = 0, i1 = 1; i1 < n; ++i0, ++i1) {
          this._context.bezierCurveTo(px[0][i0], py[0][i0], px[1][i0], py[1][i0], x2[i1], y2[i1]);
        }
      }
    }
    if (this._line || this._line !== 0 && n === 1) this._context.closePath();
    this._line = 1 - this._line;
    this._x = this._y = null;
  },
  point: function(x2, y2) {
    this._x.push(+x2);
    this._y.push(+y2);
  }
};
function controlPoints(x2) {
  var i, n = x2.length - 1, m, a2 = new Array(n), b = new Array(n), r = new Array(n);
  a2[0] = 0, b[0] = 2, r[0] = x2[0] + 2 * x2[1];
  for (i = 1; i < n - 1; ++i) a2[i] = 1, b[i] = 4, r[i] = 4 * x2[i] + 2 * x2[i + 1];
  a2[n - 1] = 2, b[n - 1] = 7, r[n - 1] = 8 * x2[n - 1] + x2[n];
  for (i = 1; i < n; ++i) m = a2[i] / b[i - 1], b[i] -= m, r[i] -= m * r[i - 1];
  a2[n - 1] = r[n - 1] / b[n - 1];
  for (i = n - 2; i >= 0; --i) a2[i] = (r[i] - a2[i + 1]) / b[i];
  b[n - 1] = (x2[n] + a2[n - 1]) / 2;
  for (i = 0; i < n - 1; ++i) b[i] = 2 * x2[i + 1] - a2[i + 1];
  return [a2, b];
}
function Step(context, t) {
  this._context = context;
  this._t = t;
}
Step.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x = this._y = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    if (0 < this._t && this._t < 1 && this._point === 2) this._context.lineTo(this._x, this._y);
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    if (this._line >= 0) this._t = 1 - this._t, this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x2, y2) : this._context.moveTo(x2, y2);
        break;
      case 1:
        this._point = 2;
      // falls through
      default: {
        if (this._t <= 0) {
          this._context.lineTo(this._x, y2);
          this._context.lineTo(x2, y2);
        } else {
          var x1 = this._x * (1 - this._t) + x2 * this._t;
          this._context.lineTo(x1, this._y);
          this._context.lineTo(x1, y2);
        }
        break;
      }
    }
    this._x = x2, this._y = y2;
  }
};

// src/reporters/html/graph/layout.ts
var height = 32;
function layOut({ nodes, edges }) {
  const width = widthOf(edges);
  const graph = new ie.Graph({ multigraph: false });
  graph.setGraph({ rankdir: "TB", ranksep: 22, nodesep: 24, marginx: 8, marginy: 8 });
  const keys = new Map(nodes.map(({ id }, at2) => [id, `n${at2}`]));
  const keyOf = (id) => keys.get(id) ?? "";
  for (const { id } of nodes) graph.setNode(keyOf(id), { width, height });
  for (const { from, to, between } of edges)
    graph.setEdge(keyOf(from), keyOf(to), between > 0 ? { width: 90, height: 20, labelpos: "c" } : {});
  Oe(graph);
  const size = graph.graph();
  return {
    width: Math.ceil(size.width ?? 0),
    height: Math.ceil(size.height ?? 0),
    box: { width, height },
    corners: new Map(
      nodes.map(({ id }) => {
        const { x: x2, y: y2 } = graph.node(keyOf(id));
        return [id, { x: round(x2 - width / 2), y: round(y2 - height / 2) }];
      })
    ),
    lines: edges.map((edge2) => lineOf2(edge2, graph.edge(keyOf(edge2.from), keyOf(edge2.to))))
  };
}
var pathOf = line(
  ({ x: x2 }) => x2,
  ({ y: y2 }) => y2
).curve(monotoneY).digits(0);
function lineOf2(edge2, { points, x: x2, y: y2 }) {
  const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
  return { ...edge2, path: pathOf([...points]) ?? "", x: round(x2 ?? middle.x), y: round(y2 ?? middle.y) };
}
var widthOf = (edges) => new Set(edges.map(({ from }) => from)).size === edges.length ? 520 : 340;
var round = (number2) => Math.round(number2);

// src/reporters/html/outcome.ts
var legsOf = ({ upgrade, downgrade, trace, reupgrade, drift }) => [
  { name: "up", outcome: outcomeOf(upgrade, []) },
  { name: "down", outcome: outcomeOf(downgrade, trace) },
  { name: "up again", outcome: outcomeOf(reupgrade, drift) }
];
function outcomeOf(move, differences = []) {
  if (!move) return "none";
  if (move.failure) return "failed";
  return differences.some(({ weight }) => weight === "fault") ? "differs" : "ok";
}
var outcomeWords = {
  ok: "well",
  failed: "failed",
  differs: "leaves a difference",
  none: "not run"
};
function stateOf(id, page) {
  const trip = page.roundTrip(id);
  const moves = trip ? [trip.upgrade, trip.downgrade, trip.reupgrade] : [page.passedThrough(id)];
  const severities2 = new Set(page.findings(id).map(({ severity }) => severity));
  if (severities2.has("error")) return moves.some((move) => move?.failure) ? "failed" : "error";
  if (severities2.has("warning")) return "warning";
  if (severities2.has("notice")) return "notice";
  if (trip) return trip.upgrade.failure ? "failed" : "ok";
  return page.passedThrough(id) ? "passed" : "none";
}
var stateWords = {
  failed: "failed",
  error: "has errors",
  warning: "has warnings",
  notice: "has notices",
  ok: "nothing found",
  passed: "passed through",
  none: "not walked"
};
var stateIcons = {
  failed: "failed",
  error: "error",
  warning: "warning",
  notice: "notice",
  ok: "ok",
  passed: "none",
  none: "none"
};

// src/reporters/html/graph/shown.ts
var few = 40;
var most = 250;
function shownPart(page) {
  const { revisions } = page.report.graph;
  const worth = revisions.map((revision) => ({ revision, weight: weightOf(revision, page) }));
  const wanted = revisions.length <= few ? worth : worth.filter(({ weight }) => weight > 0);
  const kept = new Set(
    wanted.toSorted((a2, b) => b.weight - a2.weight).slice(0, most).map(({ revision }) => revision)
  );
  return { nodes: revisions.filter((revision) => kept.has(revision)), edges: edgesOf(revisions, kept) };
}
var weights = {
  failed: 100,
  error: 90,
  warning: 60,
  notice: 30,
  ok: 0,
  passed: 0,
  none: 0
};
function weightOf(revision, page) {
  const { heads, bases } = page.report.graph;
  const { id, parents } = revision;
  return weights[stateOf(id, page)] + (page.isChanged(id) ? 20 : 0) + (heads.includes(id) || bases.includes(id) ? 50 : 0) + (parents.length > 1 || page.children(id) > 1 ? 10 : 0);
}
function edgesOf(revisions, kept) {
  const below = /* @__PURE__ */ new Map();
  const edges = [];
  for (const revision of revisions) {
    const { id, parents } = revision;
    const reached = /* @__PURE__ */ new Map();
    for (const need of needs(revision))
      for (const [from, between] of below.get(need) ?? [])
        reached.set(from, Math.max(reached.get(from) ?? 0, between));
    if (!kept.has(revision)) {
      below.set(id, new Map([...reached].map(([from, between]) => [from, between + 1])));
      continue;
    }
    below.set(id, /* @__PURE__ */ new Map([[id, 0]]));
    for (const [from, between] of reached)
      edges.push({ from, to: id, between, dependency: between === 0 && !parents.includes(from) });
  }
  return edges;
}

// src/reporters/html/graph.ts
function graphSection(page) {
  const { revisions } = page.report.graph;
  if (revisions.length === 0 || page.room.revisions === "unlisted") return false;
  const shown = shownPart(page);
  const laidOut = layOut(shown);
  const states = new Set(shown.nodes.map(({ id }) => stateOf(id, page)));
  const hidden = revisions.length - shown.nodes.length;
  return html`<section id="graph" aria-labelledby="graph-h">
<h2 id="graph-h">History</h2>
<p class="quiet">The oldest revision is at the top.${hidden > 0 && ` ${shown.nodes.length} of ${revisions.length} are drawn: the ends, where it branches, and where something was found or changed. Dashed lines say how many are between.`}</p>
<ul class="key" role="list">${[...states].map((state) => html`<li class="${state}">${icon(stateIcons[state])}${stateWords[state]}</li>`)}${page.report.plan.scope === "changed" && html`<li class="changed"><span class="mark" aria-hidden="true"></span>part of the change</li>`}</ul>
<div class="scroll graph" tabindex="0" role="group" aria-label="Drawing of the history">${svg(shown.nodes, laidOut, page)}</div>
</section>`;
}
function svg(nodes, { width, height: height2, lines, corners, box }, page) {
  return html`<svg role="group" aria-label="${count(nodes.length, "revision")}" width="${width}" height="${height2}" viewBox="0 0 ${width} ${height2}">
<g aria-hidden="true">${lines.map(edge)}</g>
${nodes.map((node) => {
    const { x: x2, y: y2 } = corners.get(node.id) ?? { x: 0, y: 0 };
    return html`<g transform="translate(${x2} ${y2})">${nodeBox(node, box, page)}</g>
`;
  })}</svg>`;
}
var edge = ({ path: path2, x: x2, y: y2, between, dependency }) => html`<path class="edge${between > 0 && " far"}${dependency && " dependency"}" d="${path2}"/>${between > 0 && html`<text class="between" x="${x2}" y="${y2 + 4}" text-anchor="middle">${between} more</text>`}`;
var idCharacter = 7.6;
var titleCharacter = 7;
var margin = 34;
var tail = 84;
function nodeBox({ id, title }, { width, height: height2 }, page) {
  const state = stateOf(id, page);
  const found = page.findings(id).length;
  const name = label(id, 12);
  const titleX = margin + Math.ceil(name.length * idCharacter) + 10;
  const room = width - titleX - (found > 0 ? tail : 10);
  const changed = page.isChanged(id) === true;
  const shown = label(title, Math.max(4, Math.floor(room / titleCharacter)));
  const number2 = found > 0 ? count(found, "finding") : void 0;
  const words = [
    name,
    shown,
    ...number2 === void 0 ? [] : [number2],
    ...changed ? ["part of the change"] : []
  ];
  return html`<a class="node ${state}" href="#${page.anchor(id)}" aria-label="${words.join(" ")}, ${stateWords[state]}"><title>${label(id, 40)}: ${label(title)} (${stateWords[state]})</title>
<rect width="${width}" height="${height2}" rx="7"/>${changed && html`<rect class="mark" width="5" height="${height2}" rx="2.5"/>`}${mark(state)}
<text class="id" x="${margin}" y="21">${name}</text> <text class="title" x="${titleX}" y="21">${shown}</text>${number2 !== void 0 && html` <text class="found" x="${width - 10}" y="21" text-anchor="end">${number2}</text>`}</a>`;
}
var mark = (state) => {
  const name = stateIcons[state];
  return html`<use class="icon" href="#i-${name}" x="12" y="8" width="16" height="16"/>`;
};

// src/reporters/html/let-pass.ts
function relaxationsBlock(page) {
  const { relaxations = [] } = page.report;
  if (relaxations.length === 0) return false;
  return html`<section id="relaxations" class="relaxations" aria-labelledby="relaxations-h">
<h2 id="relaxations-h">${icon("warning")}This change lets pass</h2>
<ul class="lines">${relaxations.map(({ place, words }) => html`<li>${words}${place && html` (${placeLink(place, page)})`}</li>`)}</ul>
</section>`;
}
function letPassSection(page) {
  const { findings, baseline } = page.report;
  const passed = findings.filter(({ suppressed }) => suppressed);
  if (passed.length === 0 && !baseline) return false;
  const more = passed.length - page.room.findings;
  return html`<section id="let-pass" aria-labelledby="let-pass-h">
<h2 id="let-pass-h">Let pass <span class="count">${passed.length}</span></h2>
${passed.length > 0 && table(passed.slice(0, page.room.findings), page)}${more > 0 && html`<p class="quiet">${count(more, "finding")} left out for want of room.</p>`}${baseline && baselineBlock(baseline)}
</section>`;
}
var table = (passed, page) => html`<div class="scroll" tabindex="0" role="group" aria-label="Findings that are let pass"><table><caption class="aloud">Findings that are let pass</caption>
<thead><tr><th scope="col">Rule</th><th scope="col">Where</th><th scope="col">What</th><th scope="col">By</th><th scope="col">Reason</th></tr></thead>
<tbody>${passed.map((finding) => rowOf(finding, page))}</tbody></table></div>`;
function rowOf(finding, page) {
  const { rule, place, message, suppressed } = finding;
  const until = suppressed?.until;
  return html`<tr><th scope="row">${ruleLink(rule, page)}</th><td>${placeLink(place, page)}</td><td>${message}</td><td>${suppressed?.by}${suppressed?.place && html`<br>${placeLink(suppressed.place, page)}`}</td><td>${suppressed?.reason}${until !== void 0 && ` (until ${label(until, 20)})`}</td></tr>
`;
}
function baselineBlock({ file, letPass, fixed, notChecked }) {
  const listOf = (title, entries) => entries.length > 0 && html`<details><summary>${title}</summary><ul>${entries.map(({ rule, file: where, about }) => html`<li><code>${label(rule, 80)}</code> ${label(where)}: ${label(about)}</li>`)}</ul></details>`;
  return html`<h3>Baseline</h3><p>${count(letPass, "finding")} recorded in <code>${label(file)}</code>.</p>
${listOf(`${count(fixed.length, "entry", "entries")} fixed, which can go`, fixed)}
${listOf(`${count(notChecked.length, "entry", "entries")} not looked for this time`, notChecked)}`;
}

// src/reporters/html/page.ts
function makePage(report, { links }, room) {
  const { graph, observations, plan } = report;
  const revisions = new Map(graph.revisions.map((revision) => [revision.id, revision]));
  const listed3 = room.revisions === "unlisted" ? [] : graph.revisions;
  const anchors = new Map(listed3.map(({ id }, at2) => [id, `r${at2 + 1}`]));
  const trips = new Map(observations.roundTrips.map((trip) => [trip.revision, trip]));
  const passed = new Map(observations.passedThrough.map((move) => [move.revision, move]));
  const counted = countedIn(report);
  const found = Map.groupBy(counted, ({ revision }) => revision);
  const shown = counted.slice(0, room.findings);
  const findingAnchors = new Map(shown.map((finding, at2) => [finding, `f${at2 + 1}`]));
  const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
  const foundBy = Map.groupBy(counted, ({ rule }) => rule);
  const ruleKeys = new Map(
    [...new Set(counted.map(({ rule }) => rule))].map((rule, at2) => [rule, ruleKey(rule, at2)])
  );
  const sources = new Map(graph.revisions.map(({ place, source }) => [place.file, source]));
  const children = Map.groupBy(
    graph.revisions.flatMap((revision) => needs(revision)),
    (id) => id
  );
  const walked2 = new Set(roundTripsIn(plan));
  return {
    report,
    links,
    room,
    counted,
    shown,
    revision: (id) => revisions.get(id),
    roundTrip: (id) => trips.get(id),
    passedThrough: (id) => passed.get(id),
    anchor: (id) => anchors.get(id),
    findings: (id) => found.get(id) ?? [],
    findingAnchor: (finding) => findingAnchors.get(finding),
    rule: (id) => rules.get(id),
    foundBy: (rule) => foundBy.get(rule)?.length ?? 0,
    ruleKey: (rule) => ruleKeys.get(rule) ?? "",
    source: (file) => sources.get(file),
    children: (id) => children.get(id)?.length ?? 0,
    isChanged: (id) => plan.scope === "changed" ? walked2.has(id) : void 0
  };
}
var ruleKey = (rule, at2) => /^[a-z][a-z-]{0,60}$/.test(rule) ? rule : `rule${at2 + 1}`;

// src/reporters/html/locks/strength.ts
function strengthOf(mode) {
  if (blocksReads(mode)) return "reads";
  if (blocksWrites(mode)) return "writes";
  return mode === "SHARE UPDATE EXCLUSIVE" ? "changes" : "rows";
}
var strengthWords = {
  reads: "nobody reads or writes",
  writes: "nobody writes",
  changes: "nobody else changes or vacuums the table",
  rows: "readers and writers go on"
};
var shortMode = (mode) => mode.replaceAll(/(\w)\w* ?/g, "$1");

// src/reporters/html/locks/legend.ts
var modes = {
  reads: "ACCESS EXCLUSIVE",
  writes: "SHARE, SHARE ROW EXCLUSIVE, EXCLUSIVE",
  changes: "SHARE UPDATE EXCLUSIVE",
  rows: "ACCESS SHARE, ROW SHARE, ROW EXCLUSIVE"
};
var lockLegend = () => html`<svg class="sheet" width="0" height="0" aria-hidden="true"><defs>
<pattern id="p-writes" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" class="ground"/><rect width="2.5" height="7" class="ink"/></pattern>
<pattern id="p-changes" width="7" height="7" patternUnits="userSpaceOnUse"><rect width="7" height="7" class="ground"/><circle cx="3.5" cy="3.5" r="1.3" class="ink"/></pattern>
</defs></svg>
<details class="legend"><summary>How to read the locks</summary>
<p>PostgreSQL keeps a lock until its transaction ends. A lane is a table or an index that was there before; a bar begins at the statement that took the lock and ends with the commit. Relations that the transaction made itself are left out: nobody else sees them yet. A transaction of a single statement has no drawing: the table says the same.</p>
<dl>${Object.keys(modes).map(
  (strength) => html`<div><dt><svg width="44" height="18" aria-hidden="true"><rect class="bar ${strength}" x="1" y="1" width="42" height="16" rx="3"/></svg>${modes[strength]}</dt><dd>${strengthWords[strength]}</dd></div>`
)}</dl></details>`;

// src/reporters/html/differences.ts
var excuses = {
  "column-order": "only the order of columns",
  validated: "stays validated",
  "extension-kept": "an extension, kept",
  "enum-label-kept": "PostgreSQL cannot take a label back"
};
function differencesBlock(title, differences = []) {
  if (differences.length === 0) return false;
  return html`<div class="differences"><h4>${title}</h4>${differences.map(differenceBlock)}</div>`;
}
function differenceBlock({ words, facts, weight }) {
  const long = facts.find(({ before, after }) => `${before ?? ""}${after ?? ""}`.includes("\n"));
  return changeBlock({
    words: weight === "fault" ? words : `${words} (${excuses[weight]})`,
    ...long ? { before: long.before ?? "", after: long.after ?? "" } : {}
  });
}
function rowsBlock(title, changes = []) {
  if (changes.length === 0) return false;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${title}"><table class="numbers"><caption>${title}</caption>
<thead><tr><th scope="col">Table</th><th scope="col">Before</th><th scope="col">After</th><th scope="col">Content</th></tr></thead>
<tbody>${changes.map(
    ({ table: table2, before, after, contentChanged }) => html`<tr><th scope="row"><code>${label(table2)}</code></th><td>${before}</td><td>${after}</td><td>${contentChanged ? "differs" : "number of rows"}</td></tr>`
  )}</tbody></table></div>`;
}

// node_modules/d3-array/dist/d3-array.mjs
function ascending(a2, b) {
  return a2 == null || b == null ? NaN : a2 < b ? -1 : a2 > b ? 1 : a2 >= b ? 0 : NaN;
}
function descending(a2, b) {
  return a2 == null || b == null ? NaN : b < a2 ? -1 : b > a2 ? 1 : b >= a2 ? 0 : NaN;
}
function bisector(f) {
  let compare1, compare2, delta;
  if (f.length !== 2) {
    compare1 = ascending;
    compare2 = (d, x2) => ascending(f(d), x2);
    delta = (d, x2) => f(d) - x2;
  } else {
    compare1 = f === ascending || f === descending ? f : zero;
    compare2 = f;
    delta = f;
  }
  function left(a2, x2, lo = 0, hi = a2.length) {
    if (lo < hi) {
      if (compare1(x2, x2) !== 0) return hi;
      do {
        const mid = lo + hi >>> 1;
        if (compare2(a2[mid], x2) < 0) lo = mid + 1;
        else hi = mid;
      } while (lo < hi);
    }
    return lo;
  }
  function right(a2, x2, lo = 0, hi = a2.length) {
    if (lo < hi) {
      if (compare1(x2, x2) !== 0) return hi;
      do {
        const mid = lo + hi >>> 1;
        if (compare2(a2[mid], x2) <= 0) lo = mid + 1;
        else hi = mid;
      } while (lo < hi);
    }
    return lo;
  }
  function center(a2, x2, lo = 0, hi = a2.length) {
    const i = left(a2, x2, lo, hi - 1);
    return i > lo && delta(a2[i - 1], x2) > -delta(a2[i], x2) ? i - 1 : i;
  }
  return { left, center, right };
}
function zero() {
  return 0;
}
function number(x2) {
  return x2 === null ? NaN : +x2;
}
var ascendingBisect = bisector(ascending);
var bisectRight = ascendingBisect.right;
var bisectLeft = ascendingBisect.left;
var bisectCenter = bisector(number).center;
var blur2 = Blur2(blurf);
var blurImage = Blur2(blurfImage);
function Blur2(blur) {
  return function(data, rx, ry = rx) {
    if (!((rx = +rx) >= 0)) throw new RangeError("invalid rx");
    if (!((ry = +ry) >= 0)) throw new RangeError("invalid ry");
    let { data: values, width, height: height2 } = data;
    if (!((width = Math.floor(width)) >= 0)) throw new RangeError("invalid width");
    if (!((height2 = Math.floor(height2 !== void 0 ? height2 : values.length / width)) >= 0)) throw new RangeError("invalid height");
    if (!width || !height2 || !rx && !ry) return data;
    const blurx = rx && blur(rx);
    const blury = ry && blur(ry);
    const temp = values.slice();
    if (blurx && blury) {
      blurh(blurx, temp, values, width, height2);
      blurh(blurx, values, temp, width, height2);
      blurh(blurx, temp, values, width, height2);
      blurv(blury, values, temp, width, height2);
      blurv(blury, temp, values, width, height2);
      blurv(blury, values, temp, width, height2);
    } else if (blurx) {
      blurh(blurx, values, temp, width, height2);
      blurh(blurx, temp, values, width, height2);
      blurh(blurx, values, temp, width, height2);
    } else if (blury) {
      blurv(blury, values, temp, width, height2);
      blurv(blury, temp, values, width, height2);
      blurv(blury, values, temp, width, height2);
    }
    return data;
  };
}
function blurh(blur, T2, S2, w, h) {
  for (let y2 = 0, n = w * h; y2 < n; ) {
    blur(T2, S2, y2, y2 += w, 1);
  }
}
function blurv(blur, T2, S2, w, h) {
  for (let x2 = 0, n = w * h; x2 < w; ++x2) {
    blur(T2, S2, x2, x2 + n, w);
  }
}
function blurfImage(radius) {
  const blur = blurf(radius);
  return (T2, S2, start, stop, step) => {
    start <<= 2, stop <<= 2, step <<= 2;
    blur(T2, S2, start + 0, stop + 0, step);
    blur(T2, S2, start + 1, stop + 1, step);
    blur(T2, S2, start + 2, stop + 2, step);
    blur(T2, S2, start + 3, stop + 3, step);
  };
}
function blurf(radius) {
  const radius0 = Math.floor(radius);
  if (radius0 === radius) return bluri(radius);
  const t = radius - radius0;
  const w = 2 * radius + 1;
  return (T2, S2, start, stop, step) => {
    if (!((stop -= step) >= start)) return;
    let sum = radius0 * S2[start];
    const s0 = step * radius0;
    const s1 = s0 + step;
    for (let i = start, j = start + s0; i < j; i += step) {
      sum += S2[Math.min(stop, i)];
    }
    for (let i = start, j = stop; i <= j; i += step) {
      sum += S2[Math.min(stop, i + s0)];
      T2[i] = (sum + t * (S2[Math.max(start, i - s1)] + S2[Math.min(stop, i + s1)])) / w;
      sum -= S2[Math.max(start, i - s0)];
    }
  };
}
function bluri(radius) {
  const w = 2 * radius + 1;
  return (T2, S2, start, stop, step) => {
    if (!((stop -= step) >= start)) return;
    let sum = radius * S2[start];
    const s2 = step * radius;
    for (let i = start, j = start + s2; i < j; i += step) {
      sum += S2[Math.min(stop, i)];
    }
    for (let i = start, j = stop; i <= j; i += step) {
      sum += S2[Math.min(stop, i + s2)];
      T2[i] = sum / w;
      sum -= S2[Math.max(start, i - s2)];
    }
  };
}
var InternMap = class extends Map {
  constructor(entries, key = keyof) {
    super();
    Object.defineProperties(this, { _intern: { value: /* @__PURE__ */ new Map() }, _key: { value: key } });
    if (entries != null) for (const [key2, value] of entries) this.set(key2, value);
  }
  get(key) {
    return super.get(intern_get(this, key));
  }
  has(key) {
    return super.has(intern_get(this, key));
  }
  set(key, value) {
    return super.set(intern_set(this, key), value);
  }
  delete(key) {
    return super.delete(intern_delete(this, key));
  }
};
function intern_get({ _intern, _key }, value) {
  const key = _key(value);
  return _intern.has(key) ? _intern.get(key) : value;
}
function intern_set({ _intern, _key }, value) {
  const key = _key(value);
  if (_intern.has(key)) return _intern.get(key);
  _intern.set(key, value);
  return value;
}
function intern_delete({ _intern, _key }, value) {
  const key = _key(value);
  if (_intern.has(key)) {
    value = _intern.get(key);
    _intern.delete(key);
  }
  return value;
}
function keyof(value) {
  return value !== null && typeof value === "object" ? value.valueOf() : value;
}
var array2 = Array.prototype;
var slice2 = array2.slice;
var e10 = Math.sqrt(50);
var e5 = Math.sqrt(10);
var e2 = Math.sqrt(2);
function range(start, stop, step) {
  start = +start, stop = +stop, step = (n = arguments.length) < 2 ? (stop = start, start = 0, 1) : n < 3 ? 1 : +step;
  var i = -1, n = Math.max(0, Math.ceil((stop - start) / step)) | 0, range2 = new Array(n);
  while (++i < n) {
    range2[i] = start + i * step;
  }
  return range2;
}
var shuffle = shuffler(Math.random);
function shuffler(random) {
  return function shuffle2(array3, i0 = 0, i1 = array3.length) {
    let m = i1 - (i0 = +i0);
    while (m) {
      const i = random() * m-- | 0, t = array3[m + i0];
      array3[m + i0] = array3[i + i0];
      array3[i + i0] = t;
    }
    return array3;
  };
}

// node_modules/d3-scale/dist/d3-scale.mjs
function initRange(domain, range2) {
  switch (arguments.length) {
    case 0:
      break;
    case 1:
      this.range(domain);
      break;
    default:
      this.range(range2).domain(domain);
      break;
  }
  return this;
}
var implicit = /* @__PURE__ */ Symbol("implicit");
function ordinal() {
  var index = new InternMap(), domain = [], range2 = [], unknown = implicit;
  function scale(d) {
    let i = index.get(d);
    if (i === void 0) {
      if (unknown !== implicit) return unknown;
      index.set(d, i = domain.push(d) - 1);
    }
    return range2[i % range2.length];
  }
  scale.domain = function(_) {
    if (!arguments.length) return domain.slice();
    domain = [], index = new InternMap();
    for (const value of _) {
      if (index.has(value)) continue;
      index.set(value, domain.push(value) - 1);
    }
    return scale;
  };
  scale.range = function(_) {
    return arguments.length ? (range2 = Array.from(_), scale) : range2.slice();
  };
  scale.unknown = function(_) {
    return arguments.length ? (unknown = _, scale) : unknown;
  };
  scale.copy = function() {
    return ordinal(domain, range2).unknown(unknown);
  };
  initRange.apply(scale, arguments);
  return scale;
}
function band() {
  var scale = ordinal().unknown(void 0), domain = scale.domain, ordinalRange = scale.range, r0 = 0, r1 = 1, step, bandwidth, round2 = false, paddingInner = 0, paddingOuter = 0, align = 0.5;
  delete scale.unknown;
  function rescale() {
    var n = domain().length, reverse = r1 < r0, start = reverse ? r1 : r0, stop = reverse ? r0 : r1;
    step = (stop - start) / Math.max(1, n - paddingInner + paddingOuter * 2);
    if (round2) step = Math.floor(step);
    start += (stop - start - step * (n - paddingInner)) * align;
    bandwidth = step * (1 - paddingInner);
    if (round2) start = Math.round(start), bandwidth = Math.round(bandwidth);
    var values = range(n).map(function(i) {
      return start + step * i;
    });
    return ordinalRange(reverse ? values.reverse() : values);
  }
  scale.domain = function(_) {
    return arguments.length ? (domain(_), rescale()) : domain();
  };
  scale.range = function(_) {
    return arguments.length ? ([r0, r1] = _, r0 = +r0, r1 = +r1, rescale()) : [r0, r1];
  };
  scale.rangeRound = function(_) {
    return [r0, r1] = _, r0 = +r0, r1 = +r1, round2 = true, rescale();
  };
  scale.bandwidth = function() {
    return bandwidth;
  };
  scale.step = function() {
    return step;
  };
  scale.round = function(_) {
    return arguments.length ? (round2 = !!_, rescale()) : round2;
  };
  scale.padding = function(_) {
    return arguments.length ? (paddingInner = Math.min(1, paddingOuter = +_), rescale()) : paddingInner;
  };
  scale.paddingInner = function(_) {
    return arguments.length ? (paddingInner = Math.min(1, _), rescale()) : paddingInner;
  };
  scale.paddingOuter = function(_) {
    return arguments.length ? (paddingOuter = +_, rescale()) : paddingOuter;
  };
  scale.align = function(_) {
    return arguments.length ? (align = Math.max(0, Math.min(1, _)), rescale()) : align;
  };
  scale.copy = function() {
    return band(domain(), [r0, r1]).round(round2).paddingInner(paddingInner).paddingOuter(paddingOuter).align(align);
  };
  return initRange.apply(rescale(), arguments);
}
function pointish(scale) {
  var copy = scale.copy;
  scale.padding = scale.paddingOuter;
  delete scale.paddingInner;
  delete scale.paddingOuter;
  scale.copy = function() {
    return pointish(copy());
  };
  return scale;
}
function point2() {
  return pointish(band.apply(null, arguments).paddingInner(1));
}

// src/reporters/html/locks/draw.ts
var laneHeight = 28;
var head = 24;
var nameCharacter = 7.3;
var modeCharacter = 7.4;
var mostName = 40;
var body = 560;
var narrowest = 40;
var widest2 = 170;
function draw({ lanes, last }) {
  const names5 = lanes.map(({ relation }) => label(relation, mostName));
  const left = Math.ceil(Math.max(...names5.map((name) => name.length)) * nameCharacter) + 14;
  const points = [
    ...new Set(lanes.flatMap(({ spans }) => spans.flatMap(({ from, to }) => [from, to ?? from])))
  ].toSorted((a2, b) => a2 - b);
  const step = Math.min(widest2, Math.max(narrowest, body / points.length));
  const end = left + step * points.length;
  const x2 = point2([...points, last + 1], [left, end]);
  const y2 = band([...lanes.keys()], [head, head + lanes.length * laneHeight]);
  return {
    width: Math.ceil(end + 52),
    height: head + lanes.length * laneHeight,
    columns: [
      ...points.map((point3) => ({ x: x2(point3) ?? left, text: `no. ${point3}` })),
      { x: end, text: "commit" }
    ],
    lanes: lanes.map((lane, at2) => ({
      y: y2(at2) ?? head,
      name: names5[at2] ?? "",
      title: label(lane.relation, 300),
      bars: lane.spans.map((span, index) => barOf(span, index === 0, lane, { x: x2, left, end }))
    }))
  };
}
function barOf({ from, to, mode }, isFirst, { relation }, { x: x2, left, end }) {
  const start = x2(from) ?? left;
  const width = (to === void 0 ? end : x2(to) ?? end) - start - 2;
  const strength = strengthOf(mode);
  const fits = mode.length * modeCharacter + 12 <= width;
  const beside = !fits && isFirst && mode.length * modeCharacter + 12 <= start - left;
  return {
    x: start + 1,
    width,
    strength,
    text: fits || beside ? mode : shortMode(mode),
    textX: beside ? start - 6 : start + 8,
    anchor: beside ? "end" : "start",
    title: `${label(relation, 100)}: ${mode} from statement ${from} until ${to === void 0 ? "the commit" : `statement ${to}`}: ${strengthWords[strength]}`
  };
}

// src/reporters/html/relation.ts
function relationName(relation) {
  const { of } = relation;
  return of === void 0 ? shownRelation(relation) : `${shownRelation(relation)} (on ${of})`;
}

// src/reporters/html/locks/timeline.ts
function timelines(statements) {
  const traced = statements.flatMap(({ trace }, at2) => trace ? [{ number: at2 + 1, trace }] : []);
  return [...Map.groupBy(traced, ({ trace }) => trace.transaction)].map(
    ([transaction, steps]) => timeline(transaction, steps)
  );
}
function timeline(transaction, steps) {
  const locks = steps.flatMap(({ trace }) => trace.locks);
  const own2 = new Set(locks.flatMap(({ relation }) => relation.existed ? [] : [relationName(relation)]));
  return {
    transaction,
    autocommit: steps.some(({ trace }) => trace.autocommit),
    first: steps[0]?.number ?? 0,
    last: steps.at(-1)?.number ?? 0,
    lanes: lanesOf(steps).toSorted((a2, b) => rank(b) - rank(a2)),
    own: own2.size
  };
}
var rank = ({ spans }) => Math.max(...spans.map(({ mode }) => lockModes.indexOf(mode)));
function lanesOf(steps) {
  const lanes = /* @__PURE__ */ new Map();
  for (const { number: number2, trace } of steps) {
    const touched = /* @__PURE__ */ new Set();
    const lane = ({ relation }) => {
      const name = relationName(relation);
      const held = lanes.get(name) ?? { modes: /* @__PURE__ */ new Set(), spans: [] };
      lanes.set(name, held);
      touched.add(held);
      return held;
    };
    for (const lock of old(trace.released)) lane(lock).modes.delete(lock.mode);
    for (const lock of old(trace.locks)) lane(lock).modes.add(lock.mode);
    for (const held of touched) turn(held, number2);
  }
  return [...lanes].flatMap(([relation, { spans }]) => spans.length > 0 ? [{ relation, spans }] : []);
}
var old = (locks) => locks.filter(({ relation }) => relation.existed);
function turn({ modes: modes2, spans }, number2) {
  const mode = strongest([...modes2]);
  const last = spans.at(-1);
  const current = last?.to === void 0 ? last : void 0;
  if (current?.mode === mode) return;
  if (current) current.to = number2;
  if (mode) spans.push({ from: number2, mode });
}

// src/reporters/html/locks/figure.ts
var lockFigures = (name, { statements }) => html`${timelines(statements).filter(({ lanes, first, last }) => lanes.length > 0 && first < last).map((timeline2) => figure(name, timeline2))}`;
var mostLanes = 40;
function figure(name, timeline2) {
  const { transaction, autocommit, lanes, first, last, own: own2 } = timeline2;
  const title = `Locks of ${name.toLowerCase()}, transaction ${transaction}${autocommit ? ", which commits by itself" : ""}`;
  const statements = first === last ? `statement ${first}` : `statements ${first} to ${last}`;
  const more = [
    ...lanes.length > mostLanes ? [`${lanes.length - mostLanes} more lanes, none stronger`] : [],
    ...own2 > 0 ? [`${count(own2, "relation")} of its own making left out`] : []
  ];
  return html`<figure class="locks"><figcaption>${title} <span class="quiet">(${[statements, ...more].join("; ")})</span></figcaption>
<div class="scroll" tabindex="0" role="group" aria-label="${title}">${svg2(draw({ ...timeline2, lanes: lanes.slice(0, mostLanes) }), summary(timeline2))}</div></figure>`;
}
function summary({ lanes }) {
  const strong = lanes.filter(({ spans }) => spans.some(({ mode }) => blocksWrites(mode)));
  const said = (strong.length > 0 ? strong : lanes).slice(0, 5).map(({ relation, spans }) => {
    const [span] = spans.toSorted((a2, b) => Number(blocksWrites(b.mode)) - Number(blocksWrites(a2.mode)));
    return span ? `${label(relation, 80)}: ${span.mode} from statement ${span.from} on (${strengthWords[strengthOf(span.mode)]})` : "";
  });
  return said.join("; ");
}
function svg2({ width, height: height2, columns, lanes }, words) {
  return html`<svg role="img" width="${width}" height="${height2}" viewBox="0 0 ${width} ${height2}" aria-label="${words}">
${columns.map(({ x: x2, text }) => html`<path class="rule" d="M${x2} 20V${height2}"/><text class="tick" x="${x2 + 4}" y="13">${text}</text>`)}
${lanes.map(
    ({
      y: y2,
      name,
      title,
      bars
    }) => html`<text class="lane" x="0" y="${y2 + 15}">${name}${title !== name && html`<title>${title}</title>`}</text>
${bars.map(({ x: x2, width: wide, strength, text, textX, anchor, title: hover }) => html`<g><title>${hover}</title><rect class="bar ${strength}" x="${x2}" y="${y2}" width="${wide}" height="22" rx="3"/><text class="mode ${anchor === "end" ? "beside" : strength}" x="${textX}" y="${y2 + 15}"${anchor === "end" && html` text-anchor="end"`}>${text}</text></g>`)}`
  )}
</svg>`;
}

// src/reporters/html/effects.ts
function effectsOf({ trace }) {
  if (!trace) return html`<span class="quiet">not seen</span>`;
  const lines = [
    ...lockLines(trace),
    ...rewriteLines(trace),
    ...scanLines(trace),
    ...writeLines(trace),
    ...unseenLines(trace)
  ];
  return lines.length === 0 ? html`<span class="quiet">no further lock</span>` : html`<ul role="list">${lines.map((line2) => html`<li>${line2}</li>`)}</ul>`;
}
function lockLines({ locks, released }) {
  const taken = byMode(locks).map(
    ([mode, names5]) => html`<span class="lock ${strengthOf(mode)}">${mode}</span> on ${names5}`
  );
  return [...taken, ...byMode(released).map(([mode, names5]) => html`lets go of ${mode} on ${names5}`)];
}
function byMode(locks) {
  const old2 = locks.filter(({ relation }) => relation.existed);
  const groups = [...Map.groupBy(old2, ({ mode }) => mode)];
  return groups.toSorted(([a2], [b]) => lockModes.indexOf(b) - lockModes.indexOf(a2)).map(([mode, of]) => [mode, listed(of.map(({ relation }) => relation))]);
}
var mostNamed = 12;
function listed(relations) {
  const more = relations.length - mostNamed;
  const names5 = relations.slice(0, mostNamed).map((relation, at2) => html`${at2 > 0 && ", "}${nameOf(relation)}`);
  return html`${names5}${more > 0 && ` and ${more} more`}`;
}
var nameOf = (relation) => html`<code>${label(relationName(relation))}</code>`;
var rewriteLines = ({ rewritten }) => rewritten.filter(({ existed }) => existed).map((relation) => html`<b>rewrites</b> ${nameOf(relation)}`);
var scanLines = ({ scanned }) => scanned.filter(({ relation }) => relation.existed).map(scanLine);
var scanLine = ({ relation, scans, tuples }) => html`<b>reads</b> ${nameOf(relation)} from end to end${scans > 1 && `, ${scans} times`} (${count(tuples, "row")})`;
var writeLines = ({ written: written3 }) => written3.map(writeLine);
function writeLine({ relation, inserted, updated, deleted }) {
  const parts2 = [
    ...inserted > 0 ? [`${inserted} inserted`] : [],
    ...updated > 0 ? [`${updated} updated`] : [],
    ...deleted > 0 ? [`${deleted} deleted`] : []
  ];
  return html`<b>writes</b> ${nameOf(relation)}: ${parts2.join(", ")}`;
}
var unseenLines = ({ unseen }) => unseen.length === 0 ? [] : [html`<span class="quiet">not seen: ${unseen.join(", ")}</span>`];

// src/reporters/html/statements.ts
function statementsTable(name, { statements, revision, failure }, page) {
  if (statements.length === 0) return !failure && html`<p class="quiet">No statement.</p>`;
  const file = page.revision(revision)?.place.file;
  const title = `Statements: ${name.toLowerCase()}`;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${title}"><table class="statements"><caption class="aloud">${title}</caption>
<thead><tr><th scope="col">No.</th><th scope="col">Line</th><th scope="col">SQL</th><th scope="col">What PostgreSQL did</th><th scope="col">Took</th></tr></thead>
<tbody>${statements.map((statement, at2) => rowOf2(statement, at2, file, page))}</tbody></table></div>`;
}
function rowOf2(statement, at2, file, page) {
  const { sql, place, milliseconds, rows, sets, trace } = statement;
  const line2 = place && lineLink(
    place,
    place.file === file && place.line !== void 0 ? String(place.line) : placeText(place),
    page
  );
  const notes = [
    ...sets === void 0 ? [] : [`sent with ${count(sets, "set")} of parameters`],
    ...rows === void 0 || rows < 1 ? [] : [count(rows, "row")],
    ...trace?.autocommit ? ["commits by itself"] : []
  ];
  return html`<tr><td>${at2 + 1}</td><td>${line2}</td><td><pre>${trimmed(sql)}</pre>${notes.length > 0 && html`<p class="quiet">${notes.join(" \xB7 ")}</p>`}</td><td>${effectsOf(statement)}</td><td>${duration(milliseconds)}</td></tr>
`;
}

// src/reporters/html/move.ts
function moveBlock(name, move, page, first) {
  const same = first !== void 0 && !move.failure && sameStatements(first, move);
  return html`<section class="move"><h4>${name} <span class="quiet">${duration(move.milliseconds)}</span></h4>
${move.failure && failureBlock(move.failure, page)}
${same ? html`<p class="quiet">${sameWords(move)}</p>` : html`${statementsTable(name, move, page)}${lockFigures(name, move)}`}
${leftBlock(move)}
${outputBlock(move, first)}
</section>`;
}
var sameStatements = (first, second) => first.statements.length === second.statements.length && first.statements.every(({ sql }, at2) => sql === second.statements[at2]?.sql);
var sameWords = ({ statements }) => statements.length === 0 ? "No statement." : `The same ${count(statements.length, "statement")} as the first time.`;
function failureBlock(failure, page) {
  const { error, message, sqlstate, detail, hint, sql, place, calledFrom } = failure;
  return html`<div class="failure"><p class="tag">${icon("failed")}Failed: ${label(error, 80)}${sqlstate !== void 0 && html` (SQLSTATE ${label(sqlstate, 10)})`}</p>
${codeBlock(message, "Message")}
${detail !== void 0 && html`<p>${detail}</p>`}${hint !== void 0 && html`<p>${hint}</p>`}
${sql !== void 0 && html`<p class="tag">Statement</p>${codeBlock(sql, "Statement that failed")}`}
${(place || calledFrom.length > 0) && html`<p>At ${[...calledFrom, ...place ? [place] : []].map((one, at2) => html`${at2 > 0 && " \u2192 "}${placeLink(one, page)}`)}</p>`}
</div>`;
}
var leftBlock = ({ left = [] }) => left.length > 0 && html`<p>Settings of the session that it leaves other than it found them: ${left.map(({ name, before, after }, at2) => html`${at2 > 0 && ", "}<code>${label(name, 80)}</code> (${label(before, 80)} became ${label(after, 80)})`)}.</p>`;
function outputBlock({ output }, first) {
  const { text, omitted } = output;
  if (text === "" || first?.output.text === text) return false;
  return html`<details><summary>Printed</summary>${codeBlock(text, "Printed")}${omitted > 0 && html`<p class="quiet">${omitted} more bytes</p>`}</details>`;
}

// src/reporters/html/revision.ts
function revisionItem(revision, page) {
  const { id, title } = revision;
  const state = stateOf(id, page);
  const found = page.findings(id).length;
  const trip = page.roundTrip(id);
  const show = [found > 0 && "found", state === "failed" && "failed", page.isChanged(id) && "changed"];
  const legs = trip ? legsOf(trip).map(
    ({ name, outcome }) => html`<span class="leg ${outcome}">${icon(outcome)}${name}<span class="aloud"> ${outcomeWords[outcome]}</span></span>`
  ) : html`<span class="leg none">${stateWords[state]}</span>`;
  return html`<details id="${page.anchor(id)}" class="revision ${state}" data-show="${show.filter(Boolean).join(" ")}">
<summary>${icon(stateIcons[state], stateWords[state])}<h3><code>${label(id, 40)}</code> ${label(title, 120)}</h3>${found > 0 && html`<span class="found">${count(found, "finding")}</span>`}<span class="legs">${legs}</span></summary>
<div class="inside">${headOf(revision, page)}${hasRoom(found, page) ? insideOf(revision, page) : html`<p class="quiet">What was seen of it is left out for want of room.</p>`}</div></details>`;
}
var hasRoom = (found, { room }) => room.revisions === "all" || room.revisions === "found" && found > 0;
function headOf(revision, page) {
  const { place, parents, dependsOn, labels, id } = revision;
  const found = page.findings(id).filter((finding) => page.findingAnchor(finding) !== void 0);
  return html`<dl class="facts"><div><dt>File</dt><dd>${placeLink(place, page)}</dd></div>
${parents.length > 0 && html`<div><dt>After</dt><dd>${parents.map((parent) => html`${revisionLink(parent, page)} `)}</dd></div>`}
${dependsOn.length > 0 && html`<div><dt>Depends on</dt><dd>${dependsOn.map((other) => html`${revisionLink(other, page)} `)}</dd></div>`}
${labels.length > 0 && html`<div><dt>Labels</dt><dd>${labels.map((one) => label(one, 60)).join(", ")}</dd></div>`}
${page.isChanged(id) !== void 0 && html`<div><dt>Part of the change</dt><dd>${page.isChanged(id) ? "yes" : "no"}</dd></div>`}
${found.length > 0 && html`<div><dt>Findings</dt><dd>${found.map((finding) => html`<a href="#${page.findingAnchor(finding)}">${icon(finding.severity, finding.severity)}${label(finding.rule, 80)}</a> `)}</dd></div>`}
</dl>`;
}
function insideOf({ id }, page) {
  const trip = page.roundTrip(id);
  const passed = page.passedThrough(id);
  if (!trip)
    return passed ? moveBlock("Upgrade", passed, page) : html`<p class="empty">It was not walked.</p>`;
  const { upgrade, downgrade, reupgrade } = trip;
  return html`${moveBlock("Upgrade", upgrade, page)}
${differencesBlock("What it does", trip.effect)}
${downgrade && moveBlock("Downgrade", downgrade, page)}
${differencesBlock("Left after the downgrade", trip.trace)}
${rowsBlock("Rows after the downgrade", trip.rowsAfterDowngrade)}
${reupgrade && moveBlock("Upgrade again", reupgrade, page, upgrade)}
${differencesBlock("Different after the second upgrade", trip.drift)}
${rowsBlock("Rows after the second upgrade", trip.rowsAfterReupgrade)}`;
}

// src/reporters/html/revisions.ts
function revisionsSection(page) {
  const { revisions } = page.report.graph;
  return html`<section id="revisions" aria-labelledby="revisions-h">
<h2 id="revisions-h">Revisions <span class="count">${revisions.length}</span></h2>
${revisions.length === 0 ? html`<p class="empty">There is none.</p>` : page.room.revisions === "unlisted" ? html`<p class="empty">They are left out for want of room.</p>` : html`${filterForm2(page)}${lockLegend()}<div class="revisions" id="revisions-list">${revisions.map((revision) => revisionItem(revision, page))}</div>
<p class="empty" id="revisions-none" hidden>No revision is like that.</p>`}
</section>`;
}
var filterForm2 = ({ report }) => html`<form class="filter" data-filter="revisions" role="search" aria-label="Filter revisions" hidden>
<label class="field">Show <select name="show"><option value="">all</option><option value="found">with findings</option><option value="failed">with a failed move</option>${report.plan.scope === "changed" && html`<option value="changed">changed ones</option>`}</select></label>
<label class="field grow">Text <input type="search" name="text" autocomplete="off" spellcheck="false" placeholder="id, title, SQL …"></label>
<button type="reset">Clear</button>
<output aria-live="polite">${count(report.graph.revisions.length, "revision")}</output>
</form>`;

// src/reporters/html/room.ts
function* rooms(findings) {
  for (const revisions of ["all", "found", "none"]) yield { findings, revisions };
  for (let some = findings; some >= 1; some = Math.floor(some / 2))
    yield { findings: some, revisions: "unlisted" };
  yield { findings: 0, revisions: "unlisted" };
}

// src/reporters/html/rules.ts
function rulesSection(page) {
  const { coverage } = page.report;
  const checked = coverage.filter(({ state }) => state === "checked").length;
  return html`<section id="rules" aria-labelledby="rules-h">
<h2 id="rules-h">Rules <span class="count">${coverage.length}</span></h2>
<details><summary>${checked} of ${count(coverage.length, "rule")} looked</summary>
<div class="scroll" tabindex="0" role="group" aria-label="Rules and what they looked at"><table class="rules"><caption class="aloud">Rules and what they looked at</caption>
<thead><tr><th scope="col">Rule</th><th scope="col">Severity</th><th scope="col">What it says</th><th scope="col">Looked at</th><th scope="col">Found</th></tr></thead>
<tbody>${coverage.map((one) => rowOf3(one, page))}</tbody></table></div></details>
</section>`;
}
function rowOf3(coverage, page) {
  const { rule } = coverage;
  const known = page.rule(rule);
  const found = page.foundBy(rule);
  return html`<tr><th scope="row">${ruleLink(rule, page)}</th><td>${known && html`${icon(known.severity)} ${known.severity}`}</td><td>${known && label(known.title)}</td><td>${lookedAt(coverage)}</td><td>${found}</td></tr>
`;
}
function lookedAt(coverage) {
  switch (coverage.state) {
    case "checked":
      return html`${coverage.subjects}${coverage.notChecked.length > 0 && html`<p class="quiet">not: ${coverage.notChecked.slice(0, mostReasons).map((one, at2) => html`${at2 > 0 && "; "}${label(one, 300)}`)}${coverage.notChecked.length > mostReasons && `; and ${coverage.notChecked.length - mostReasons} more`}</p>`}`;
    case "off":
      return html`<span class="quiet">${coverage.optIn ? "off unless asked for" : "off"}</span>`;
    case "not-checked":
      return html`<span class="quiet">not checked: ${coverage.why}</span>`;
  }
}
var mostReasons = 10;

// src/reporters/html/setup.ts
var names2 = {
  python: "Python",
  alembic: "Alembic",
  sqlalchemy: "SQLAlchemy"
};
function setupSection({ report }) {
  const { project, toolchain, server, writtenBy, plan, base, observations, failOn } = report;
  const { count: rebuilt, moves } = observations.recoveries;
  const rows = [
    [
      "Project",
      html`<code>${label(project.directory)}</code>, ${label(project.tool, 60)}${project.file !== void 0 && html`, by <code>${label(project.file)}</code>`}`
    ],
    ["Interpreter", label(toolchain.interpreter, 400)],
    ...Object.entries(toolchain.versions).map(
      ([name, version]) => [label(Object.hasOwn(names2, name) ? names2[name] ?? name : name, 60), label(version, 60)]
    ),
    ...server ? [["PostgreSQL", `${label(server.version, 60)} (${label(server.provider, 60)})`]] : [],
    ...server && server.passedOver.length > 0 ? [["Tried before", html`${server.passedOver.map((why) => html`<p>${why}</p>`)}`]] : [],
    ["Scope", plan.scope === "all" ? "all revisions" : "changed revisions"],
    ...base ? [["Compared with", label(base.ref)]] : [],
    ...plan.startAt ? [["Taken as applied", plan.startAt.map((id) => label(id, 40)).join(", ")]] : [],
    ...plan.baseSql === void 0 ? [] : [["Loaded first", label(plan.baseSql)]],
    ["Fails at", failOn],
    ...rebuilt > 0 ? [["Databases rebuilt", `${rebuilt}, with ${moves} extra moves`]] : [],
    ["migrate-check", label(writtenBy, 60)]
  ];
  return html`<section id="setup" aria-labelledby="setup-h"><h2 id="setup-h">Set-up</h2>
<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>`;
}

// src/reporters/html/unchecked.ts
function uncheckedSection(page) {
  const { remarks } = page.report.observations;
  const reasons = reasonsNotChecked(page.report);
  return html`<section id="unchecked" aria-labelledby="unchecked-h">
<h2 id="unchecked-h">Not checked <span class="count">${reasons.length}</span></h2>
${reasons.length === 0 ? html`<p class="empty">All that was in scope was looked at.</p>` : html`<ul class="lines">${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`}
${remarks.length > 0 && html`<h3>Good to know</h3><ul class="lines">${remarks.map(({ text, place }) => html`<li>${text}${place && html` (${placeLink(place, page)})`}</li>`)}</ul>`}
</section>`;
}

// src/reporters/html/verdict.ts
var icons = { passed: "ok", failed: "failed", incomplete: "incomplete" };
var names3 = {
  passed: "Passed",
  failed: "Failed",
  incomplete: "Incomplete"
};
function verdictSection(page) {
  const { verdict, project } = page.report;
  return html`<section class="hero ${verdict}" aria-labelledby="verdict">
<p class="project">${label(project.label)} <span class="quiet">${label(project.because)}</span></p>
<h1 id="verdict"><span class="seal">${icon(icons[verdict])}</span>${names3[verdict]}</h1>
<p class="lead">${leadOf(page)}</p>
${gate(page)}
<dl class="stats">${stats(page).map(([name, value, more]) => html`<div><dt>${name}</dt><dd>${value}${more && html` <span class="quiet">${more}</span>`}</dd></div>`)}</dl>
</section>`;
}
function leadOf({ counted, report }) {
  const { verdict, plan, graph } = report;
  if (plan.steps.length === 0 && counted.length === 0) return `${sentence(walked(report))}.`;
  const found = bySeverity(counted);
  const revisions = new Set(counted.flatMap(({ revision }) => revision === void 0 ? [] : [revision]));
  const where = revisions.size === 0 ? "" : ` in ${count(revisions.size, "revision")} of ${graph.revisions.length}`;
  const what = found.length === 0 ? "No findings" : `${listed2(found)}${where}`;
  return `${what}${verdict === "incomplete" ? "; something in scope could not be checked" : ""}.`;
}
var sentence = (words) => words.charAt(0).toUpperCase() + words.slice(1);
var listed2 = (words) => words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
function gate({ report, counted }) {
  const { failOn, verdict } = report;
  if (verdict !== "passed" && opens(report))
    return html`<p class="quiet">It stops nobody: fail-on is never.</p>`;
  if (verdict === "passed" && counted.length > 0)
    return html`<p class="quiet">None of them is at or above ${failOn}, from where on the check fails.</p>`;
  return false;
}
function stats({ report }) {
  const { roundTrips, passedThrough } = report.observations;
  const legs = roundTrips.flatMap(legsOf);
  const well = (name) => {
    const run = legs.filter((leg) => leg.name === name && leg.outcome !== "none");
    const fine = run.filter(({ outcome }) => outcome === "ok").length;
    const rest = roundTrips.length - run.length;
    const value = `${fine} of ${run.length}`;
    return rest > 0 ? [value, `${rest} not run`] : [value];
  };
  const { server } = report;
  return [
    ...roundTrips.length > 0 ? [
      ["Went up", ...well("up")],
      ["Came back", ...well("down")],
      ["Went up again", ...well("up again")]
    ] : [],
    ...passedThrough.length > 0 ? [["Passed through", String(passedThrough.length)]] : [],
    ["Took", duration(report.milliseconds)],
    ...server ? [["PostgreSQL", label(server.version, 40), label(server.provider, 40)]] : []
  ];
}

// src/reporters/html/whole.ts
function wholeSection(page) {
  const { chain, rehearsal, models } = page.report.observations;
  const faults = faultsBlock(page);
  if (!chain && !rehearsal && !models && !faults) return false;
  return html`<section id="whole" aria-labelledby="whole-h">
<h2 id="whole-h">As a whole</h2>
${faults}${chain && chainBlock(chain, page)}${rehearsal && rehearsalBlock(rehearsal, page)}${models && modelsBlock(models, page)}
</section>`;
}
function faultsBlock(page) {
  const { faults } = page.report.graph;
  if (faults.length === 0) return false;
  const lines = faults.map((fault) => {
    switch (fault.kind) {
      case "missing-parent":
        return html`${revisionLink(fault.child, page)} comes after <code>${label(fault.parent, 40)}</code>, which is not there: ${placeLink(fault.place, page)}`;
      case "unloadable":
        return html`${placeLink(fault.place, page)} cannot be loaded: ${label(fault.error, 80)}: ${fault.message}`;
      default: {
        const what = fault.kind === "cycle" ? "A cycle" : "One id for several files";
        return html`${what}: ${fault.places.map((place, at2) => html`${at2 > 0 && ", "}${placeLink(place, page)}`)}`;
      }
    }
  });
  return html`<div class="part"><h3>Faults of the graph</h3><ul>${lines.map((line2) => html`<li>${line2}</li>`)}</ul></div>`;
}
function chainBlock(chain, page) {
  const { down, stopped, failure, reached, below, above } = chain;
  return html`<div class="part"><h3>Down in a row, and up again</h3>
<p>${count(down.length, "revision")} taken back in a row; reached: ${reached}.${stopped && html` It stopped above ${revisionLink(stopped.above, page)}: ${stopped.because}.`}</p>
${failure && moveBlock("The move that failed", failure, page)}
${differencesBlock("Left at the lowest point", below)}${differencesBlock("Different at the top again", above)}</div>`;
}
function rehearsalBlock(rehearsal, page) {
  const { from, moves, milliseconds, failure, expectedHeads, foundHeads, differences, output } = rehearsal;
  const start = from === "chain" ? "the database that was emptied" : "a new database";
  const same = expectedHeads.toSorted().join() === foundHeads.toSorted().join();
  return html`<div class="part"><h3>One plain upgrade to the heads</h3>
<p>${count(moves, "move")} on ${start}, in ${duration(milliseconds)}.${!same && html` It ended at ${names4(foundHeads)}, and should have at ${names4(expectedHeads)}.`}</p>
${failure && failureBlock(failure, page)}${differencesBlock("Other than after the walk", differences)}
${output.text !== "" && html`<details><summary>Printed</summary>${codeBlock(output.text, "Printed")}${output.omitted > 0 && html`<p class="quiet">${output.omitted} more bytes</p>`}</details>`}</div>`;
}
var names4 = (ids) => ids.length === 0 ? html`nothing` : html`${ids.map((id, at2) => html`${at2 > 0 && ", "}<code>${label(id, 40)}</code>`)}`;
function modelsBlock({ place, differences }, page) {
  return html`<div class="part"><h3>Models and database</h3>
<p>${differences.length === 0 ? "Nothing differs" : count(differences.length, "difference")}; the models are named at ${placeLink(place, page)}.</p>
${differences.length > 0 && html`<ul>${differences.map(({ words }) => html`<li>${words}</li>`)}</ul>`}</div>`;
}

// src/reporters/html.ts
var html2 = {
  id: "html",
  render(report, how) {
    let text = "";
    for (const room of rooms(report.findings.length)) {
      text = written2(makePage(report, how, room));
      if (how.budget === void 0 || Buffer.byteLength(text) <= how.budget) break;
    }
    return text;
  }
};
function written2(page) {
  const { verdict, project } = page.report;
  const shown = parts(page).filter(({ content }) => content !== false);
  const main = html`${verdictSection(page)}${relaxationsBlock(page)}${shown.map(({ content }) => content)}`;
  return document(`${verdict}: ${project.label} \xB7 migrate-check`, shown, main);
}
var parts = (page) => [
  { anchor: "findings", name: "Findings", count: page.counted.length, content: findingsSection(page) },
  { anchor: "graph", name: "History", content: graphSection(page) },
  {
    anchor: "revisions",
    name: "Revisions",
    count: page.report.graph.revisions.length,
    content: revisionsSection(page)
  },
  { anchor: "whole", name: "As a whole", content: wholeSection(page) },
  { anchor: "unchecked", name: "Not checked", content: uncheckedSection(page) },
  { anchor: "let-pass", name: "Let pass", content: letPassSection(page) },
  { anchor: "rules", name: "Rules", content: rulesSection(page) },
  { anchor: "setup", name: "Set-up", content: setupSection(page) }
];
export {
  html2 as html
};
