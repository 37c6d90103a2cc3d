import { styleText } from 'node:util';
import type { RenderOptions } from '../reporter.ts';

type Style = Parameters<typeof styleText>[0];

/** What the parts of the terminal report need to know of the terminal. */
export interface Page {
  readonly width: number;
  readonly verbose: boolean;
  paint(style: Style, text: string): string;
}

const narrowest = 40;

export function makePage({ colour, width, verbose }: RenderOptions): Page {
  return {
    width: Math.max(narrowest, width),
    verbose,
    paint: (style, text) =>
      colour && text !== '' ? styleText(style, text, { validateStream: false }) : text,
  };
}

/** Breaks sentences at blanks so that no line is longer than the page; indented lines are code and stay whole. */
export function wrap(text: string, { width }: Pick<Page, 'width'>, indent: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line) => (/^\s{2,}/.test(line) ? [indent + line] : wrapLine(line, width, indent)));
}

function wrapLine(line: string, width: number, indent: string): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && indent.length + longer.length > width) {
      lines.push(indent + current);
      current = word;
    } else current = longer;
  }
  return [...lines, indent + current];
}

/** Cuts code that would run over the edge; `…` says so. */
export const cut = (line: string, width: number): string =>
  line.length > width ? `${line.slice(0, Math.max(0, width - 1))}…` : line;
