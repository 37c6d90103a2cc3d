import type { Evidence } from '../../model/finding.ts';
import { patchOf, signOf } from '../difference.ts';
import { oneLine, plain } from '../plain.ts';
import { type Page, wrap } from './page.ts';

const indent = '  ';
/** Lines of one statement or definition that are shown unless everything is wanted. */
const longest = 20;

/** One line of what shows a finding, or a few. */
export function evidenceLines(evidence: Evidence, page: Page): readonly string[] {
  switch (evidence.kind) {
    case 'difference':
      return differenceLines(evidence, page);
    case 'sql':
      return block(evidence.text, 'SQL', page);
    case 'server':
      return block(evidence.text, 'server', page);
    case 'output':
      return block(evidence.text, 'printed', page);
    case 'note':
      return wrap(plain(evidence.text), page, indent).map((line) => page.paint('dim', line));
  }
}

type DifferenceEvidence = Extract<Evidence, { kind: 'difference' }>;

function differenceLines({ words, before, after }: DifferenceEvidence, page: Page): readonly string[] {
  const sign = signOf(words);
  const head = `${indent}${page.paint(styles[sign], `${sign} ${oneLine(words)}`)}`;
  if (before === undefined && after === undefined) return [head];
  return [head, ...patchLines(plain(before ?? ''), plain(after ?? ''), page)];
}

const styles = { '+': 'green', '-': 'red', '~': 'yellow' } as const;

/** What differs between two texts, line by line. */
export function patchLines(before: string, after: string, page: Page): readonly string[] {
  const lines = patchOf(before, after);
  return shorten(lines, page).map((line) => {
    const style = line.startsWith('+') ? 'green' : line.startsWith('-') ? 'red' : 'dim';
    return `${indent}    ${page.paint(style, line)}`;
  });
}

function block(text: string, label: string, page: Page): readonly string[] {
  const lines = shorten(
    plain(text)
      .replace(/^\s*\n/, '')
      .trimEnd()
      .split('\n'),
    page,
  );
  const margin = ' '.repeat(label.length);
  return lines.map((line, at) => `${indent}${page.paint('cyan', at === 0 ? label : margin)} ${line}`);
}

function shorten(lines: readonly string[], { verbose }: Page): readonly string[] {
  return verbose || lines.length <= longest
    ? lines
    : [...lines.slice(0, longest), `... ${lines.length - longest} more lines (--verbose)`];
}
