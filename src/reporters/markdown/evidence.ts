import type { Evidence, Finding } from '../../model/finding.ts';
import { patchOf, signOf } from '../difference.ts';
import { oneLine, plain } from '../plain.ts';
import { cut, fenced } from './escape.ts';
import { type Page, paragraphs } from './page.ts';
import { prose } from './words.ts';

/** What shows a finding; differences that follow one another share a block. */
export function evidenceOf({ evidence }: Finding, page: Page): string {
  const blocks: string[] = [];
  for (let at = 0; at < evidence.length; ) {
    const differences = leading(evidence.slice(at));
    const one = evidence[at];
    if (differences.length > 0) blocks.push(differencesBlock(differences, page));
    else if (one) blocks.push(blockOf(one, page));
    at += Math.max(1, differences.length);
  }
  return paragraphs(...blocks);
}

type DifferenceEvidence = Extract<Evidence, { kind: 'difference' }>;

function leading(evidence: readonly Evidence[]): readonly DifferenceEvidence[] {
  const end = evidence.findIndex(({ kind }) => kind !== 'difference');
  return evidence.slice(0, end < 0 ? undefined : end) as readonly DifferenceEvidence[];
}

function blockOf(evidence: Exclude<Evidence, never>, { extent }: Page): string {
  switch (evidence.kind) {
    case 'note':
      return prose(evidence.text, extent);
    case 'sql':
      return fenced(evidence.text, 'sql', extent);
    case 'server':
      return `The server said:\n\n${fenced(evidence.text, 'text', extent)}`;
    case 'output':
      return `The migration printed:\n\n${fenced(evidence.text, 'text', extent)}`;
    case 'difference':
      return '';
  }
}

/** Differences in the colours of a patch. */
export function differencesBlock(
  differences: readonly Omit<DifferenceEvidence, 'kind'>[],
  { extent }: Page,
): string {
  const lines = differences
    .slice(0, extent.lines + 1)
    .flatMap(({ words, before, after }) => [
      `${marks[signOf(words)]} ${oneLine(cut(words, extent.characters).shown)}`,
      ...(before === undefined && after === undefined
        ? []
        : patch(before ?? '', after ?? '', extent.characters)),
    ]);
  const more = differences.length - extent.lines - 1;
  return paragraphs(
    fenced(lines.join('\n'), 'diff', extent),
    more > 0 ? `${more} more differences are left out.` : '',
  );
}

/** A patch has no sign for what is another; `!` is the one that is coloured. */
const marks = { '+': '+', '-': '-', '~': '!' } as const;

const patch = (before: string, after: string, most: number): readonly string[] =>
  patchOf(plain(cut(before, most).shown), plain(cut(after, most).shown));
