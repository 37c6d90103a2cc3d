/**
 * One statement of a Python file as far as it can be told without a grammar: its lines, and where its code ends. A
 * compound statement is its head alone.
 */
export interface PythonLine {
  /** Lines of the file, from 1, both included. */
  readonly startLine: number;
  readonly endLine: number;
  /** The blanks before it. */
  readonly indent: string;
  /** All its lines with their line feeds, comments included. */
  readonly text: string;
  /** Where in the text each piece of code ends: a word, a literal, a sign; comments and blanks are none. */
  readonly pieces: readonly Piece[];
  /** A literal that goes over lines would become another one with other blanks before them. */
  readonly hasLongLiteral: boolean;
}

interface Piece {
  readonly text: string;
  readonly end: number;
}

/** A literal, a comment, a line that goes on, a line feed, blanks, a word, or any sign. */
const token =
  /"""(?:\\[\s\S]|[^\\])*?"""|'''(?:\\[\s\S]|[^\\])*?'''|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|#[^\n]*|\\\n|\n|[^\S\n]+|\w+|[\s\S]/g;

/** The statements of a file that Python takes, in their order. Nothing is run. */
export function pythonLines(source: string): readonly PythonLine[] {
  const lines: PythonLine[] = [];
  let [text, line, startLine, depth] = ['', 1, 1, 0];
  let pieces: Piece[] = [];
  const end = (): void => {
    if (pieces.length > 0) lines.push(lineOf(text, startLine, line, pieces));
    [text, pieces, startLine] = ['', [], line + 1];
  };
  for (const [found] of source.matchAll(token)) {
    if (found === '\n' && (depth === 0 || pieces.length === 0)) {
      end();
      line += 1;
      continue;
    }
    text += found;
    line += found.split('\n').length - 1;
    if (/^\s|^\\\n|^#/.test(found)) continue;
    pieces.push({ text: found, end: text.length });
    depth += '([{'.includes(found) ? 1 : ')]}'.includes(found) ? -1 : 0;
  }
  end();
  return lines;
}

const lineOf = (text: string, startLine: number, endLine: number, pieces: readonly Piece[]): PythonLine => ({
  startLine,
  endLine,
  indent: /^[^\S\n]*/.exec(text)?.[0] ?? '',
  text,
  pieces,
  hasLongLiteral: pieces.some((piece) => piece.text.includes('\n')),
});
