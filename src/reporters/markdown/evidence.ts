import type { Evidence, Finding } from '../../model/finding.ts';
import { patchOf, signOf } from '../difference.ts';
import { oneLine, plain } from '../plain.ts';
import { count } from '../wording.ts';
import { beginning, fenced } from './escape.ts';
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

function blockOf(evidence: Evidence, { extent }: Page): string {
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

interface ShownDifference extends Omit<DifferenceEvidence, 'kind'> {
  /** Behind the words, such as why it is no fault. */
  readonly note?: string;
}

/** Differences in the colours of a patch: as many as a block takes, the first in any case, and how many more. */
export function differencesBlock(differences: readonly ShownDifference[], { extent }: Page): string {
  const lines: string[] = [];
  let shown = 0;
  for (const difference of differences) {
    const those = linesOf(difference, extent.characters);
    if (shown > 0 && lines.length + those.length > extent.lines) break;
    lines.push(...those);
    shown += 1;
  }
  const more = differences.length - shown;
  return paragraphs(
    fenced(lines.join('\n'), 'diff', extent),
    more > 0 ? `${count(more, 'more difference')} left out.` : '',
  );
}

function linesOf({ words, before, after, note = '' }: ShownDifference, most: number): readonly string[] {
  const head = `${marks[signOf(words)]} ${oneLine(beginning(words, most).shown)}${note}`;
  if (before === undefined && after === undefined) return [head];
  return [
    head,
    ...patchOf(plain(beginning(before ?? '', most).shown), plain(beginning(after ?? '', most).shown)),
  ];
}

/** A patch has no sign for what is another; `!` is the one that is coloured. */
const marks = { '+': '+', '-': '-', '~': '!' } as const;
