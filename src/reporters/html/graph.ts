import type { Revision } from '../../model/revision.ts';
import { count } from '../wording.ts';
import { type Layout, type Line, layOut } from './graph/layout.ts';
import { shownPart } from './graph/shown.ts';
import type { IconName } from './icons.ts';
import { icon } from './icons.ts';
import { html, type Markup } from './markup.ts';
import { type State, stateIcons, stateOf, stateWords } from './outcome.ts';
import type { Page } from './page.ts';
import { label } from './text.ts';

/** The history as a drawing: what failed and what changed marked, each box a link to what was seen of it. */
export function graphSection(page: Page): Markup | false {
  const { revisions } = page.report.graph;
  if (revisions.length === 0 || page.room.revisions === 'unlisted') return false;
  const shown = shownPart(page);
  const laidOut = layOut(shown);
  const states = new Set(shown.nodes.map(({ id }) => stateOf(id, page)));
  const hidden = revisions.length - shown.nodes.length;
  return html`<section id="graph" aria-labelledby="graph-h">
<h2 id="graph-h">History</h2>
<p class="quiet">The oldest revision is at the top.${hidden > 0 && ` ${shown.nodes.length} of ${revisions.length} are drawn: the ends, where it branches, and where something was found or changed. Dashed lines say how many are between.`}</p>
<ul class="key" role="list">${[...states].map((state) => html`<li class="${state}">${icon(stateIcons[state])}${stateWords[state]}</li>`)}${page.report.plan.scope === 'changed' && html`<li class="changed"><span class="mark" aria-hidden="true"></span>part of the change</li>`}</ul>
<div class="scroll graph" tabindex="0" role="group" aria-label="Drawing of the history">${svg(shown.nodes, laidOut, page)}</div>
</section>`;
}

function svg(nodes: readonly Revision[], { width, height, lines, corners, box }: Layout, page: Page): Markup {
  return html`<svg role="group" aria-label="${count(nodes.length, 'revision')}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<g aria-hidden="true">${lines.map(edge)}</g>
${nodes.map((node) => {
  const { x, y } = corners.get(node.id) ?? { x: 0, y: 0 };
  return html`<g transform="translate(${x} ${y})">${nodeBox(node, box, page)}</g>
`;
})}</svg>`;
}

const edge = ({ path, x, y, between, dependency }: Line): Markup =>
  html`<path class="edge${between > 0 && ' far'}${dependency && ' dependency'}" d="${path}"/>${between > 0 && html`<text class="between" x="${x}" y="${y + 4}" text-anchor="middle">${between} more</text>`}`;

/** Of one character, at the sizes in the style sheet. */
const idCharacter = 7.6;
const titleCharacter = 7;
const margin = 34;
/** Room for the number of findings. */
const tail = 84;

function nodeBox({ id, title }: Revision, { width, height }: Layout['box'], page: Page): Markup {
  const state = stateOf(id, page);
  const found = page.findings(id).length;
  const name = label(id, 12);
  const titleX = margin + Math.ceil(name.length * idCharacter) + 10;
  const room = width - titleX - (found > 0 ? tail : 10);
  const changed = page.isChanged(id) === true;
  const shown = label(title, Math.max(4, Math.floor(room / titleCharacter)));
  const number = found > 0 ? count(found, 'finding') : undefined;
  // Begins with what is seen, so that whoever speaks to the page can name the box.
  const words = [
    name,
    shown,
    ...(number === undefined ? [] : [number]),
    ...(changed ? ['part of the change'] : []),
  ];
  return html`<a class="node ${state}" href="#${page.anchor(id)}" aria-label="${words.join(' ')}, ${stateWords[state]}"><title>${label(id, 40)}: ${label(title)} (${stateWords[state]})</title>
<rect width="${width}" height="${height}" rx="7"/>${changed && html`<rect class="mark" width="5" height="${height}" rx="2.5"/>`}${mark(state)}
<text class="id" x="${margin}" y="21">${name}</text> <text class="title" x="${titleX}" y="21">${shown}</text>${number !== undefined && html` <text class="found" x="${width - 10}" y="21" text-anchor="end">${number}</text>`}</a>`;
}

const mark = (state: State): Markup => {
  const name: IconName = stateIcons[state];
  return html`<use class="icon" href="#i-${name}" x="12" y="8" width="16" height="16"/>`;
};
