import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  oneLine,
  plain
} from "./chunk-7N2BPY7T.js";
import "./chunk-4ZDK54KC.js";

// node_modules/diff/libesm/diff/base.js
var Diff = class {
  diff(oldStr, newStr, options = {}) {
    let callback;
    if (typeof options === "function") {
      callback = options;
      options = {};
    } else if ("callback" in options) {
      callback = options.callback;
    }
    const oldString = this.castInput(oldStr, options);
    const newString = this.castInput(newStr, options);
    const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
    const newTokens = this.removeEmpty(this.tokenize(newString, options));
    return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
  }
  diffWithOptionsObj(oldTokens, newTokens, options, callback) {
    var _a;
    const done = (value) => {
      value = this.postProcess(value, options);
      if (callback) {
        setTimeout(function() {
          callback(value);
        }, 0);
        return void 0;
      } else {
        return value;
      }
    };
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let editLength = 1;
    let maxEditLength = newLen + oldLen;
    if (options.maxEditLength != null) {
      maxEditLength = Math.min(maxEditLength, options.maxEditLength);
    }
    const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
    const abortAfterTimestamp = Date.now() + maxExecutionTime;
    const bestPath = [{ oldPos: -1, lastComponent: void 0 }];
    let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
    if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
      return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
    }
    let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
    const execEditLength = () => {
      for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
        let basePath;
        const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
        if (removePath) {
          bestPath[diagonalPath - 1] = void 0;
        }
        let canAdd = false;
        if (addPath) {
          const addPathNewPos = addPath.oldPos - diagonalPath;
          canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
        }
        const canRemove = removePath && removePath.oldPos + 1 < oldLen;
        if (!canAdd && !canRemove) {
          bestPath[diagonalPath] = void 0;
          continue;
        }
        if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) {
          basePath = this.addToPath(addPath, true, false, 0, options);
        } else {
          basePath = this.addToPath(removePath, false, true, 1, options);
        }
        newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
        if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
          return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
        } else {
          bestPath[diagonalPath] = basePath;
          if (basePath.oldPos + 1 >= oldLen) {
            maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
          }
          if (newPos + 1 >= newLen) {
            minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
          }
        }
      }
      editLength++;
    };
    if (callback) {
      (function exec() {
        setTimeout(function() {
          if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
            return callback(void 0);
          }
          if (!execEditLength()) {
            exec();
          }
        }, 0);
      })();
    } else {
      while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
        const ret = execEditLength();
        if (ret) {
          return ret;
        }
      }
    }
  }
  addToPath(path, added, removed, oldPosInc, options) {
    const last = path.lastComponent;
    if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: last.count + 1, added, removed, previousComponent: last.previousComponent }
      };
    } else {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: 1, added, removed, previousComponent: last }
      };
    }
  }
  extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
    while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
      newPos++;
      oldPos++;
      commonCount++;
      if (options.oneChangePerToken) {
        basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
      }
    }
    if (commonCount && !options.oneChangePerToken) {
      basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
    }
    basePath.oldPos = oldPos;
    return newPos;
  }
  equals(left, right, options) {
    if (options.comparator) {
      return options.comparator(left, right);
    } else {
      return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
    }
  }
  removeEmpty(array) {
    const ret = [];
    for (let i = 0; i < array.length; i++) {
      if (array[i]) {
        ret.push(array[i]);
      }
    }
    return ret;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  castInput(value, options) {
    return value;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  tokenize(value, options) {
    return Array.from(value);
  }
  join(chars) {
    return chars.join("");
  }
  postProcess(changeObjects, options) {
    return changeObjects;
  }
  get useLongestToken() {
    return false;
  }
  buildValues(lastComponent, newTokens, oldTokens) {
    const components = [];
    let nextComponent;
    while (lastComponent) {
      components.push(lastComponent);
      nextComponent = lastComponent.previousComponent;
      delete lastComponent.previousComponent;
      lastComponent = nextComponent;
    }
    components.reverse();
    const componentLen = components.length;
    let componentPos = 0, newPos = 0, oldPos = 0;
    for (; componentPos < componentLen; componentPos++) {
      const component = components[componentPos];
      if (!component.removed) {
        if (!component.added && this.useLongestToken) {
          let value = newTokens.slice(newPos, newPos + component.count);
          value = value.map(function(value2, i) {
            const oldValue = oldTokens[oldPos + i];
            return oldValue.length > value2.length ? oldValue : value2;
          });
          component.value = this.join(value);
        } else {
          component.value = this.join(newTokens.slice(newPos, newPos + component.count));
        }
        newPos += component.count;
        if (!component.added) {
          oldPos += component.count;
        }
      } else {
        component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
        oldPos += component.count;
      }
    }
    return components;
  }
};

// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
  constructor() {
    super(...arguments);
    this.tokenize = tokenize;
  }
  equals(left, right, options) {
    if (options.ignoreWhitespace) {
      if (!options.newlineIsToken || !left.includes("\n")) {
        left = left.trim();
      }
      if (!options.newlineIsToken || !right.includes("\n")) {
        right = right.trim();
      }
    } else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
      if (left.endsWith("\n")) {
        left = left.slice(0, -1);
      }
      if (right.endsWith("\n")) {
        right = right.slice(0, -1);
      }
    }
    return super.equals(left, right, options);
  }
};
var lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
  return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value, options) {
  if (options.stripTrailingCr) {
    value = value.replace(/\r\n/g, "\n");
  }
  const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
  if (!linesAndNewlines[linesAndNewlines.length - 1]) {
    linesAndNewlines.pop();
  }
  for (let i = 0; i < linesAndNewlines.length; i++) {
    const line = linesAndNewlines[i];
    if (i % 2 && !options.newlineIsToken) {
      retLines[retLines.length - 1] += line;
    } else {
      retLines.push(line);
    }
  }
  return retLines;
}

// node_modules/diff/libesm/patch/create.js
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
  let optionsObj;
  if (!options) {
    optionsObj = {};
  } else if (typeof options === "function") {
    optionsObj = { callback: options };
  } else {
    optionsObj = options;
  }
  if (typeof optionsObj.context === "undefined") {
    optionsObj.context = 4;
  }
  const context = optionsObj.context;
  if (optionsObj.newlineIsToken) {
    throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
  }
  if (!optionsObj.callback) {
    return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
  } else {
    const { callback } = optionsObj;
    diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
      const patch = diffLinesResultToPatch(diff);
      callback(patch);
    } }));
  }
  function diffLinesResultToPatch(diff) {
    if (!diff) {
      return;
    }
    diff.push({ value: "", lines: [] });
    function contextLines(lines) {
      return lines.map(function(entry) {
        return " " + entry;
      });
    }
    const hunks = [];
    let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
    for (let i = 0; i < diff.length; i++) {
      const current = diff[i], lines = current.lines || splitLines(current.value);
      current.lines = lines;
      if (current.added || current.removed) {
        if (!oldRangeStart) {
          const prev = diff[i - 1];
          oldRangeStart = oldLine;
          newRangeStart = newLine;
          if (prev) {
            curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
            oldRangeStart -= curRange.length;
            newRangeStart -= curRange.length;
          }
        }
        for (const line of lines) {
          curRange.push((current.added ? "+" : "-") + line);
        }
        if (current.added) {
          newLine += lines.length;
        } else {
          oldLine += lines.length;
        }
      } else {
        if (oldRangeStart) {
          if (lines.length <= context * 2 && i < diff.length - 2) {
            for (const line of contextLines(lines)) {
              curRange.push(line);
            }
          } else {
            const contextSize = Math.min(lines.length, context);
            for (const line of contextLines(lines.slice(0, contextSize))) {
              curRange.push(line);
            }
            const hunk = {
              oldStart: oldRangeStart,
              oldLines: oldLine - oldRangeStart + contextSize,
              newStart: newRangeStart,
              newLines: newLine - newRangeStart + contextSize,
              lines: curRange
            };
            hunks.push(hunk);
            oldRangeStart = 0;
            newRangeStart = 0;
            curRange = [];
          }
        }
        oldLine += lines.length;
        newLine += lines.length;
      }
    }
    for (const hunk of hunks) {
      for (let i = 0; i < hunk.lines.length; i++) {
        if (hunk.lines[i].endsWith("\n")) {
          hunk.lines[i] = hunk.lines[i].slice(0, -1);
        } else {
          hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
          i++;
        }
      }
    }
    return {
      oldFileName,
      newFileName,
      oldHeader,
      newHeader,
      hunks
    };
  }
}
function splitLines(text) {
  const hasTrailingNl = text.endsWith("\n");
  const result = text.split("\n").map((line) => line + "\n");
  if (hasTrailingNl) {
    result.pop();
  } else {
    result.push(result.pop().slice(0, -1));
  }
  return result;
}

// src/reporters/terminal/page.ts
import { styleText } from "node:util";
var narrowest = 40;
function makePage({ colour, width, verbose }) {
  return {
    width: Math.max(narrowest, width),
    verbose,
    paint: (style, text) => colour && text !== "" ? styleText(style, text, { validateStream: false }) : text
  };
}
function wrap(text, { width }, indent2) {
  return text.split("\n").flatMap((line) => /^\s{2,}/.test(line) ? [indent2 + line] : wrapLine(line, width, indent2));
}
function wrapLine(line, width, indent2) {
  const lines = [];
  let current = "";
  for (const word of line.split(" ")) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (current !== "" && indent2.length + longer.length > width) {
      lines.push(indent2 + current);
      current = word;
    } else current = longer;
  }
  return [...lines, indent2 + current];
}
var cut = (line, width) => line.length > width ? `${line.slice(0, Math.max(0, width - 1))}\u2026` : line;
var count = (number, word, many = `${word}s`) => `${number} ${number === 1 ? word : many}`;
function duration(milliseconds) {
  if (milliseconds >= 1e4) return `${(milliseconds / 1e3).toFixed(1)} s`;
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}
function few(items, cap = 6) {
  const more = items.length - cap;
  return more > 0 ? `${items.slice(0, cap).join(", ")} and ${more} more` : items.join(", ");
}

// src/reporters/terminal/evidence.ts
var indent = "  ";
var longest = 20;
function evidenceLines(evidence, page) {
  switch (evidence.kind) {
    case "difference":
      return differenceLines(evidence, page);
    case "sql":
      return block(evidence.text, "SQL", page);
    case "server":
      return block(evidence.text, "server", page);
    case "output":
      return block(evidence.text, "printed", page);
    case "note":
      return wrap(plain(evidence.text), page, indent).map((line) => page.paint("dim", line));
  }
}
function differenceLines({ words, before, after }, page) {
  const [sign, style] = signOf(words);
  const head = `${indent}${page.paint(style, `${sign} ${oneLine(words)}`)}`;
  if (before === void 0 && after === void 0) return [head];
  return [head, ...patchLines(plain(before ?? ""), plain(after ?? ""), page)];
}
function signOf(words) {
  if (words.includes(": ")) return ["~", "yellow"];
  if (words.endsWith(" is new")) return ["+", "green"];
  return words.endsWith(" is gone") ? ["-", "red"] : ["~", "yellow"];
}
function patchLines(before, after, page) {
  const { hunks } = structuredPatch("before", "after", `${before}
`, `${after}
`, "", "", { context: 2 });
  const lines = hunks.flatMap((hunk) => hunk.lines);
  return shorten(lines, page).map((line) => {
    const style = line.startsWith("+") ? "green" : line.startsWith("-") ? "red" : "dim";
    return `${indent}    ${page.paint(style, line)}`;
  });
}
function block(text, label, page) {
  const lines = shorten(
    plain(text).replace(/^\s*\n/, "").trimEnd().split("\n"),
    page
  );
  const margin = " ".repeat(label.length);
  return lines.map((line, at2) => `${indent}${page.paint("cyan", at2 === 0 ? label : margin)} ${line}`);
}
function shorten(lines, { verbose }) {
  return verbose || lines.length <= longest ? lines : [...lines.slice(0, longest), `... ${lines.length - longest} more lines (--verbose)`];
}

// src/reporters/terminal/frame.ts
var around = 2;
function codeFrame({ file, line }, { graph }, page) {
  const source = graph.revisions.find(({ place }) => place.file === file)?.source ?? "";
  const lines = source.replace(/\n$/, "").split("\n");
  if (source === "" || line === void 0 || line > lines.length) return [];
  const first = Math.max(1, line - around);
  const last = Math.min(lines.length, line + around);
  const digits = String(last).length;
  return lines.slice(first - 1, last).map((text, at2) => {
    const number = first + at2;
    const gutter = `${number === line ? ">" : " "} ${String(number).padStart(digits)} | `;
    const code = cut(plain(text), page.width - gutter.length - 2);
    return number === line ? `  ${page.paint(["red", "bold"], gutter)}${code}` : `  ${page.paint("dim", (gutter + code).trimEnd())}`;
  });
}

// src/reporters/terminal/finding.ts
var styles = {
  error: "red",
  warning: "yellow",
  notice: "blue"
};
var shownWhole = 5;
function findingsLines(report, page) {
  const counted = report.findings.filter(({ suppressed }) => !suppressed);
  const short = page.verbose ? /* @__PURE__ */ new Set() : new Set(inShort(counted));
  const lines = counted.flatMap(
    (finding) => short.has(finding) ? shortLines(finding, page) : wholeLines(finding, report, page)
  );
  const hint = `${count(short.size, "finding")} in short; --verbose shows all whole`;
  return short.size === 0 ? lines : [...lines, "", page.paint("dim", hint)];
}
var inShort = (findings) => [...Map.groupBy(findings, ({ rule }) => rule).values()].flatMap(
  (ofRule) => ofRule.filter(({ severity }, at2) => severity === "notice" || at2 >= shownWhole)
);
function wholeLines(finding, report, page) {
  const { place, evidence } = finding;
  const frame = codeFrame(place, report, page);
  const shown = evidence.flatMap((one) => evidenceLines(one, page));
  return [
    ...headLines(finding, page),
    ...frame.length > 0 ? ["", ...frame] : [],
    ...shown.length > 0 ? ["", ...shown] : [],
    "",
    ...helpLines(finding, page)
  ];
}
var shortLines = (finding, page) => [
  ...headLines(finding, page),
  ...helpLines(finding, page)
];
function headLines({ severity, rule, place, message }, page) {
  const where = place.line === void 0 ? place.file : `${place.file}:${place.line}`;
  return [
    "",
    `${page.paint([styles[severity], "bold"], severity)}  ${page.paint("bold", oneLine(where))}  ${page.paint("dim", rule)}`,
    ...wrap(plain(message), page, "  ")
  ];
}
var helpLines = ({ help }, page) => wrap(plain(help), page, "  ").map(
  (line, at2) => at2 === 0 ? `${page.paint("green", "  \u2192")} ${line.trimStart()}` : `  ${line}`
);

// src/reporters/terminal/header.ts
var labels = {
  python: "Python",
  alembic: "Alembic",
  sqlalchemy: "SQLAlchemy"
};
function header(report, page) {
  const { project, toolchain, server, writtenBy } = report;
  const versions = Object.entries(toolchain.versions).map(
    ([name, version]) => `${labels[name] ?? name} ${version}`
  );
  return [
    `${page.paint("bold", `migrate-check ${oneLine(writtenBy)}`)}  ${oneLine(project.label)} ${page.paint("dim", `(${oneLine(project.because)})`)}`,
    `  ${oneLine(versions.join(", "))} ${page.paint("dim", `\xB7 ${oneLine(toolchain.interpreter)}`)}`,
    ...server ? [`  PostgreSQL ${oneLine(server.version)} ${page.paint("dim", `\xB7 ${oneLine(server.provider)}`)}`] : [],
    `  ${walked(report)}`
  ];
}
function walked({ observations, graph, plan }) {
  const { roundTrips, passedThrough, chain, rehearsal } = observations;
  if (plan.steps.length === 0)
    return graph.revisions.length === 0 ? "nothing to walk" : "no revision in scope: nothing was started";
  return [
    `${count(roundTrips.length, "revision")} up, down and up again`,
    ...passedThrough.length > 0 ? [`${passedThrough.length} passed through`] : [],
    ...chain && !chain.failure ? [`${chain.reached === "base" ? "all" : "the last"} ${chain.down.length} down in a row`] : [],
    ...rehearsal && !rehearsal.failure ? ["one plain upgrade to the heads"] : []
  ].join(" \xB7 ");
}

// src/reporters/terminal/let-pass.ts
function letPassLines({ findings, baseline }, page) {
  const passed = findings.filter(({ suppressed }) => suppressed);
  const single = passed.filter(({ suppressed }) => page.verbose || suppressed?.by !== "baseline");
  const lines = [
    ...single.map((finding) => ofFinding(finding, page)),
    ...baseline ? ofBaseline(baseline, page) : []
  ];
  return section("let pass", lines, page);
}
function ofFinding({ rule, place, suppressed }, page) {
  const until = suppressed?.until === void 0 ? "" : ` (until ${suppressed.until})`;
  return cut(`  ${rule}  ${at(place)}  ${oneLine(suppressed?.reason ?? "")}${until}`, page.width);
}
function ofBaseline({ file, letPass, fixed }, page) {
  const gone = fixed.map(({ rule, file: file2 }) => cut(`    ${oneLine(rule)}  ${oneLine(file2)}`, page.width));
  const shown = page.verbose ? gone : gone.slice(0, most);
  const more = gone.length - shown.length;
  return [
    `  ${count(letPass, "finding")} recorded in ${oneLine(file)}`,
    ...gone.length > 0 ? [
      `  ${count(gone.length, "entry", "entries")} of it ${gone.length === 1 ? "is" : "are"} fixed and can go: migrate-check baseline`,
      ...shown,
      ...more > 0 ? [`    and ${more} more`] : []
    ] : []
  ];
}
var most = 10;
function relaxationLines({ relaxations = [] }, page) {
  const lines = relaxations.map(({ place, words }) => `  ${place ? `${at(place)}  ` : ""}${oneLine(words)}`);
  return section("this change lets pass", lines, page);
}
var section = (title, lines, page) => lines.length === 0 ? [] : ["", page.paint("bold", title), ...lines];
var at = ({ file, line }) => oneLine(line === void 0 ? file : `${file}:${line}`);

// src/reporters/terminal/moves.ts
function moveLines({ graph, observations }, page) {
  const titles = new Map(graph.revisions.map(({ id, title }) => [id, title]));
  const passed = observations.passedThrough.map((move) => ({ revision: move.revision, moves: [move] }));
  const walked2 = observations.roundTrips.map(({ revision, upgrade, downgrade, reupgrade }) => ({
    revision,
    moves: [upgrade, downgrade, reupgrade]
  }));
  return [...passed, ...walked2].flatMap(({ revision, moves }) => [
    "",
    page.paint("bold", oneLine(`${revision} ${titles.get(revision) ?? ""}`)),
    ...moves.flatMap((move, at2) => move ? linesOf(move, at2 === 2, page) : [])
  ]);
}
function linesOf(move, again, page) {
  const name = again ? "upgrade again" : move.direction;
  const end = move.failure ? page.paint("red", ` ${oneLine(move.failure.error)}`) : "";
  return [
    `  ${name} ${page.paint("dim", duration(move.milliseconds))}${end}`,
    ...move.statements.map((statement) => statementLine(statement, page))
  ];
}
function statementLine({ sql, place, milliseconds, rows }, page) {
  const time = duration(milliseconds).padStart(9);
  const line = place?.line === void 0 ? "" : `:${place.line}`;
  const tail = rows === void 0 || rows < 1 ? "" : `  (${rows} rows)`;
  return `  ${page.paint("dim", `${time} ${line.padEnd(5)}`)} ${cut(oneLine(sql), page.width - 20 - tail.length)}${page.paint("dim", tail)}`;
}

// src/reporters/terminal/not-checked.ts
function notCheckedLines(report, page) {
  const { observations, plan, coverage } = report;
  const stopped = observations.chain?.stopped;
  const reasons = [
    ...grouped(observations.notObserved.map(({ what, revision, why }) => [whatOf(what), revision, why])),
    ...stopped ? [`down in a row from ${stopped.above}: ${stopped.because}`] : [],
    ...grouped(plan.leftOut.map(({ revision, why }) => ["", revision, why])),
    ...declared(report),
    ...unknownSizes(report)
  ];
  const off = coverage.filter((one) => one.state === "off" && !one.optIn).map(({ rule }) => rule);
  return [
    ...section2(
      "not checked",
      [...reasons, ...off.length > 0 ? [`rules that are off: ${off.join(", ")}`] : []],
      page
    ),
    ...section2(
      "good to know",
      observations.remarks.map(({ text }) => text),
      page
    )
  ];
}
function section2(title, lines, page) {
  return lines.length === 0 ? [] : ["", page.paint("bold", title), ...lines.flatMap((line) => wrap(oneLine(line), page, "  "))];
}
var whatOf = (what) => what === "revision" ? "" : what;
function grouped(reasons) {
  const groups = Map.groupBy(
    reasons,
    ([what, revision, why]) => JSON.stringify([what, revision === void 0, why])
  );
  return [...groups.values()].map((group) => {
    const [what, , why] = group[0];
    const revisions = group.flatMap(([, revision]) => revision === void 0 ? [] : [revision]);
    if (revisions.length === 0) return what === "" ? why : `${what}: ${why}`;
    const who = revisions.length === 1 ? `${revisions[0]}` : `${count(revisions.length, "revision")} (${few(revisions)})`;
    return `${what === "" ? "" : `${what} of `}${who}: ${why}`;
  });
}
function declared({ graph, observations }) {
  const walked2 = new Set(observations.roundTrips.map(({ revision }) => revision));
  return graph.revisions.filter(({ id }) => walked2.has(id)).flatMap(
    ({ id, directives }) => directives.filter(({ keyword }) => keyword === "irreversible").map(({ text }) => `downgrade of ${id}: declared irreversible: ${text || "no reason given"}`)
  );
}
function unknownSizes({ findings, tableSizes }) {
  if (!tableSizes) return [];
  const unknown = findings.flatMap(({ table }) => table && table.bytes === void 0 ? [table] : []);
  const names = [...new Set(unknown.map(({ schema, name }) => `${schema}.${name}`))];
  return names.length === 0 ? [] : [`size in production of ${few(names)}: not in the table statistics`];
}

// src/reporters/terminal/rules.ts
function rulesLines(report, page) {
  const findings = report.findings.filter(({ suppressed }) => !suppressed);
  if (findings.length < 2) return [];
  const groups = [...Map.groupBy(findings, ({ rule }) => rule)];
  const width = Math.max(...groups.map(([rule]) => rule.length));
  return [
    "",
    page.paint("bold", "found"),
    ...groups.map(([rule, found]) => lineOf(rule, found, width, page))
  ];
}
function lineOf(rule, found, width, page) {
  const revisions = [
    ...new Set(found.flatMap(({ revision }) => revision === void 0 ? [] : [oneLine(revision)]))
  ];
  const start = `  ${String(found.length).padStart(3)} ${rule.padEnd(width)}  `;
  return `${start}${page.paint("dim", fitted(revisions, page.width - start.length))}`.trimEnd();
}
function fitted(revisions, width) {
  const caps = [6, 5, 4, 3, 2, 1];
  return caps.map((cap) => few(revisions, cap)).find((text) => text.length <= width) ?? cut(few(revisions, 1), width);
}

// src/reporters/terminal/summary.ts
var styles2 = {
  passed: "green",
  failed: "red",
  incomplete: "yellow"
};
var severities = ["error", "warning", "notice"];
function summary(report, page) {
  const { verdict, findings, milliseconds, observations } = report;
  const counted = findings.filter(({ suppressed }) => !suppressed);
  const found = severities.flatMap((severity) => {
    const number = counted.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [count(number, severity)];
  });
  const letPass = findings.length - counted.length;
  const moves = movesOf(report);
  const slowest = moves.reduce(
    (most2, move) => most2 && most2.milliseconds >= move.milliseconds ? most2 : move,
    void 0
  );
  const { count: rebuilt, moves: extra } = observations.recoveries;
  return [
    "",
    `${page.paint([styles2[verdict], "bold"], verdict)}: ${found.join(", ") || "no findings"}${letPass > 0 ? `, ${letPass} let pass` : ""}${verdict === "incomplete" ? "; something in scope could not be checked" : ""}`,
    page.paint(
      "dim",
      [
        `${count(moves.length, "move")} in ${duration(milliseconds)}`,
        ...slowest ? [
          `slowest: ${slowest.direction} of ${oneLine(slowest.revision)}, ${duration(slowest.milliseconds)}`
        ] : [],
        ...rebuilt > 0 ? [`${count(rebuilt, "database")} rebuilt after failed moves (${count(extra, "extra move")})`] : []
      ].join(" \xB7 ")
    )
  ];
}
function movesOf({ observations }) {
  const { passedThrough, roundTrips } = observations;
  return [
    ...passedThrough,
    ...roundTrips.flatMap(({ upgrade, downgrade, reupgrade }) => [
      upgrade,
      ...downgrade ? [downgrade] : [],
      ...reupgrade ? [reupgrade] : []
    ])
  ];
}

// src/reporters/terminal.ts
var terminal = {
  id: "terminal",
  render(report, how) {
    const page = makePage(how);
    const lines = [
      ...header(report, page),
      ...how.verbose ? moveLines(report, page) : [],
      ...findingsLines(report, page),
      ...notCheckedLines(report, page),
      ...letPassLines(report, page),
      ...relaxationLines(report, page),
      ...rulesLines(report, page),
      ...summary(report, page)
    ];
    return `${lines.join("\n")}
`;
  }
};
export {
  terminal
};
