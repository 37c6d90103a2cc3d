import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  watchSignals
} from "./chunk-JE7KEQGY.js";
import {
  widthOf
} from "./chunk-X32Y2LWH.js";
import {
  __callDispose,
  __using
} from "./chunk-4ZDK54KC.js";

// src/host/progress.ts
import { stripVTControlCharacters } from "node:util";
var redrawEvery = 80;
var lineEvery = 1e4;
var makeProgress = (options) => options.live ? liveLine(options) : plainLines(options);
function liveLine({ output, now }) {
  let drawn = Number.NEGATIVE_INFINITY;
  const draw = (text) => {
    drawn = now();
    output.write(`\r${cut(text, widthOf(output) - 1)}\x1B[K`);
  };
  return {
    stage: (text) => draw(text),
    move: (done, total, text) => {
      if (now() - drawn >= redrawEvery || done === total) draw(counted(done, total, text));
    },
    end: () => {
      if (drawn !== Number.NEGATIVE_INFINITY) output.write("\r\x1B[K");
      drawn = Number.NEGATIVE_INFINITY;
    }
  };
}
function plainLines({ output, now }) {
  let written = now();
  const line = (text) => {
    written = now();
    output.write(`${oneLine(text)}
`);
  };
  return {
    stage: line,
    move: (done, total, text) => {
      if (now() - written >= lineEvery) line(counted(done, total, text));
    },
    end: () => void 0
  };
}
var counted = (done, total, text) => `${done} of ${total}: ${text}`;
var oneLine = (text) => stripVTControlCharacters(text).replace(/\s+/g, " ").trim();
function cut(text, width) {
  const characters = [...oneLine(text)];
  return characters.length <= width ? characters.join("") : `${characters.slice(0, width - 1).join("")}\u2026`;
}

// src/host/watched.ts
async function watched(on, work) {
  var _stack = [];
  try {
    const now = () => performance.now();
    const progress = makeProgress({ ...on, now });
    const signals = __using(_stack, watchSignals({
      source: process,
      now,
      onStop: () => progress.stage("stopping, and taking away what was started"),
      exit: (code) => process.exit(code)
    }));
    try {
      return await work({ signal: signals.signal, progress });
    } catch (error) {
      signals.signal.throwIfAborted();
      throw error;
    } finally {
      progress.end();
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}

export {
  watched
};
