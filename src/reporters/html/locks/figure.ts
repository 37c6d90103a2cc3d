import { blocksWrites } from '../../../model/lock.ts';
import type { Move } from '../../../model/observation.ts';
import { count } from '../../wording.ts';
import { html, type Markup } from '../markup.ts';
import { label } from '../text.ts';
import { type Drawing, draw } from './draw.ts';
import { strengthOf, strengthWords } from './strength.ts';
import { type Timeline, timelines } from './timeline.ts';

/**
 * A drawing for each transaction of a move that locks something that was there before it; of one with a single
 * statement the table says the same.
 */
export const lockFigures = (name: string, { statements }: Move): Markup =>
  html`${timelines(statements)
    .filter(({ lanes, first, last }) => lanes.length > 0 && first < last)
    .map((timeline) => figure(name, timeline))}`;

/** Lanes that are drawn; the weakest of more are counted. */
const mostLanes = 40;

function figure(name: string, timeline: Timeline): Markup {
  const { transaction, autocommit, lanes, first, last, own } = timeline;
  const title = `Locks of ${name.toLowerCase()}, transaction ${transaction}${autocommit ? ', which commits by itself' : ''}`;
  const statements = first === last ? `statement ${first}` : `statements ${first} to ${last}`;
  const more = [
    ...(lanes.length > mostLanes ? [`${lanes.length - mostLanes} more lanes, none stronger`] : []),
    ...(own > 0 ? [`${count(own, 'relation')} of its own making left out`] : []),
  ];
  return html`<figure class="locks"><figcaption>${title} <span class="quiet">(${[statements, ...more].join('; ')})</span></figcaption>
<div class="scroll" tabindex="0" role="group" aria-label="${title}">${svg(draw({ ...timeline, lanes: lanes.slice(0, mostLanes) }), summary(timeline))}</div></figure>`;
}

/** The drawing in a sentence, for whoever does not see it; the table above it has all. */
function summary({ lanes }: Timeline): string {
  const strong = lanes.filter(({ spans }) => spans.some(({ mode }) => blocksWrites(mode)));
  const said = (strong.length > 0 ? strong : lanes).slice(0, 5).map(({ relation, spans }) => {
    const [span] = spans.toSorted((a, b) => Number(blocksWrites(b.mode)) - Number(blocksWrites(a.mode)));
    return span
      ? `${label(relation, 80)}: ${span.mode} from statement ${span.from} on (${strengthWords[strengthOf(span.mode)]})`
      : '';
  });
  return said.join('; ');
}

function svg({ width, height, columns, lanes }: Drawing, words: string): Markup {
  return html`<svg role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-label="${words}">
${columns.map(({ x, text }) => html`<path class="rule" d="M${x} 20V${height}"/><text class="tick" x="${x + 4}" y="13">${text}</text>`)}
${lanes.map(
  ({
    y,
    name,
    title,
    bars,
  }) => html`<text class="lane" x="0" y="${y + 15}">${name}${title !== name && html`<title>${title}</title>`}</text>
${bars.map(({ x, width: wide, strength, text, textX, anchor, title: hover }) => html`<g><title>${hover}</title><rect class="bar ${strength}" x="${x}" y="${y}" width="${wide}" height="22" rx="3"/><text class="mode ${anchor === 'end' ? 'beside' : strength}" x="${textX}" y="${y + 15}"${anchor === 'end' && html` text-anchor="end"`}>${text}</text></g>`)}`,
)}
</svg>`;
}
