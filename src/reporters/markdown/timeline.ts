import type { Move } from '../../model/observation.ts';
import { movesOf } from '../walked.ts';
import { count } from '../wording.ts';
import { label } from './label.ts';
import { type Page, paragraphs } from './page.ts';

/** How many moves can be told apart in one drawing. */
const mostMoves = 90;

/** The moves one after the other, each as long as it took; the longest where there are too many. '' without any. */
export function timeline({ report }: Page): string {
  const moves = movesOf(report);
  if (moves.length === 0) return '';
  const shown = longest(moves);
  const more = moves.length - shown.length;
  return paragraphs(
    '### The time it took',
    `\`\`\`mermaid\n${gantt(shown)}\n\`\`\``,
    'Moves one after the other, without the looking in between.',
    more > 0 ? `${count(more, 'shorter move')} ${more === 1 ? 'is' : 'are'} not drawn.` : '',
  );
}

function longest(moves: readonly Move[]): readonly Move[] {
  const those = moves.toSorted((one, other) => other.milliseconds - one.milliseconds).slice(0, mostMoves);
  const wanted = new Set(those);
  return moves.filter((move) => wanted.has(move));
}

function gantt(moves: readonly Move[]): string {
  const lines = ['gantt', '  dateFormat x', '  axisFormat %M:%S.%L'];
  let start = 0;
  let before: Move | undefined;
  for (const move of moves) {
    const { revision, failure, milliseconds } = move;
    if (revision !== before?.revision) lines.push(`  section ${label(revision) || 'unnamed'}`);
    const length = Math.max(1, Math.round(milliseconds));
    lines.push(`  ${nameOf(move, before)} :${failure ? 'crit, ' : ''}${start}, ${start + length}`);
    start += length;
    before = move;
  }
  return lines.join('\n');
}

const nameOf = ({ direction, revision }: Move, before: Move | undefined): string =>
  before?.direction === 'downgrade' && before.revision === revision ? `${direction} again` : direction;
