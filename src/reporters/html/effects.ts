import type { Statement } from '../../model/observation.ts';
import type { Lock, Scan, Trace, Written } from '../../model/trace.ts';
import { count } from '../wording.ts';
import { strengthOf } from './locks/strength.ts';
import { html, type Markup } from './markup.ts';
import { relationName } from './relation.ts';
import { label } from './text.ts';

/** Locks, rewrites, scans and rows of one statement, a line each; what it did to relations of its own making is counted. */
export function effectsOf({ trace }: Statement): Markup {
  if (!trace) return html`<span class="quiet">not seen</span>`;
  const lines = [
    ...lockLines(trace),
    ...rewriteLines(trace),
    ...scanLines(trace),
    ...writeLines(trace),
    ...unseenLines(trace),
  ];
  return lines.length === 0
    ? html`<span class="quiet">no further lock</span>`
    : html`<ul role="list">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function lockLines({ locks, released }: Trace): readonly Markup[] {
  const old = locks.filter(({ relation }) => relation.existed);
  return [
    ...old.map(lockLine),
    ...released
      .filter(({ relation }) => relation.existed)
      .map(({ mode, relation }) => html`lets go of ${mode} on <code>${label(relationName(relation))}</code>`),
  ];
}

const lockLine = ({ mode, relation }: Lock): Markup =>
  html`<span class="lock ${strengthOf(mode)}">${mode}</span> on <code>${label(relationName(relation))}</code>`;

const rewriteLines = ({ rewritten }: Trace): readonly Markup[] =>
  rewritten
    .filter(({ existed }) => existed)
    .map((relation) => html`<b>rewrites</b> <code>${label(relationName(relation))}</code>`);

const scanLines = ({ scanned }: Trace): readonly Markup[] =>
  scanned.filter(({ relation }) => relation.existed).map(scanLine);

const scanLine = ({ relation, scans, tuples }: Scan): Markup =>
  html`<b>reads</b> <code>${label(relationName(relation))}</code> from end to end${scans > 1 && `, ${scans} times`} (${count(tuples, 'row')})`;

const writeLines = ({ written }: Trace): readonly Markup[] => written.map(writeLine);

function writeLine({ relation, inserted, updated, deleted }: Written): Markup {
  const parts = [
    ...(inserted > 0 ? [`${inserted} inserted`] : []),
    ...(updated > 0 ? [`${updated} updated`] : []),
    ...(deleted > 0 ? [`${deleted} deleted`] : []),
  ];
  return html`<b>writes</b> <code>${label(relationName(relation))}</code>: ${parts.join(', ')}`;
}

const unseenLines = ({ unseen }: Trace): readonly Markup[] =>
  unseen.length === 0 ? [] : [html`<span class="quiet">not seen: ${unseen.join(', ')}</span>`];
