import { stripVTControlCharacters } from 'node:util';
import type { Progress } from '../model/progress.ts';
import { type Output, widthOf } from './output.ts';

export interface ProgressOptions {
  readonly output: Output;
  /** Rewrite one line in place; else a line for each stage. */
  readonly live: boolean;
  /** Milliseconds of any steady clock. */
  readonly now: () => number;
}

/** More often nobody can read it. */
const redrawEvery = 80;
/** So that a log of CI shows that something is still going on. */
const lineEvery = 10_000;

export const makeProgress = (options: ProgressOptions): Progress =>
  options.live ? liveLine(options) : plainLines(options);

function liveLine({ output, now }: ProgressOptions): Progress {
  let drawn = Number.NEGATIVE_INFINITY;
  const draw = (text: string): void => {
    drawn = now();
    output.write(`\r${cut(text, widthOf(output) - 1)}\u001b[K`);
  };
  return {
    stage: (text) => draw(text),
    move: (done, total, text) => {
      if (now() - drawn >= redrawEvery || done === total) draw(counted(done, total, text));
    },
    end: () => {
      if (drawn !== Number.NEGATIVE_INFINITY) output.write('\r\u001b[K');
      drawn = Number.NEGATIVE_INFINITY;
    },
  };
}

function plainLines({ output, now }: ProgressOptions): Progress {
  let written = now();
  const line = (text: string): void => {
    written = now();
    output.write(`${oneLine(text)}\n`);
  };
  return {
    stage: line,
    move: (done, total, text) => {
      if (now() - written >= lineEvery) line(counted(done, total, text));
    },
    end: () => undefined,
  };
}

const counted = (done: number, total: number, text: string): string => `${done} of ${total}: ${text}`;

const oneLine = (text: string): string => stripVTControlCharacters(text).replace(/\s+/g, ' ').trim();

function cut(text: string, width: number): string {
  const characters = [...oneLine(text)];
  return characters.length <= width ? characters.join('') : `${characters.slice(0, width - 1).join('')}…`;
}
