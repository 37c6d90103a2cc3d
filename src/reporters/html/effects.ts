import { type LockMode, lockModes } from '../../model/lock.ts';
import type { Statement } from '../../model/observation.ts';
import type { Lock, Relation, Scan, Trace, Written } from '../../model/trace.ts';
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

/** A line for each mode, the strongest first. */
function lockLines({ locks, released }: Trace): readonly Markup[] {
  const taken = byMode(locks).map(
    ([mode, names]) => html`<span class="lock ${strengthOf(mode)}">${mode}</span> on ${names}`,
  );
  return [...taken, ...byMode(released).map(([mode, names]) => html`lets go of ${mode} on ${names}`)];
}

function byMode(locks: readonly Lock[]): readonly (readonly [LockMode, Markup])[] {
  const old = locks.filter(({ relation }) => relation.existed);
  const groups = [...Map.groupBy(old, ({ mode }) => mode)];
  return groups
    .toSorted(([a], [b]) => lockModes.indexOf(b) - lockModes.indexOf(a))
    .map(([mode, of]) => [mode, listed(of.map(({ relation }) => relation))]);
}

/** Relations that are named in one line. */
const mostNamed = 12;

function listed(relations: readonly Relation[]): Markup {
  const more = relations.length - mostNamed;
  const names = relations
    .slice(0, mostNamed)
    .map((relation, at) => html`${at > 0 && ', '}${nameOf(relation)}`);
  return html`${names}${more > 0 && ` and ${more} more`}`;
}

const nameOf = (relation: Relation): Markup => html`<code>${label(relationName(relation))}</code>`;

const rewriteLines = ({ rewritten }: Trace): readonly Markup[] =>
  rewritten.filter(({ existed }) => existed).map((relation) => html`<b>rewrites</b> ${nameOf(relation)}`);

const scanLines = ({ scanned }: Trace): readonly Markup[] =>
  scanned.filter(({ relation }) => relation.existed).map(scanLine);

const scanLine = ({ relation, scans, tuples }: Scan): Markup =>
  html`<b>reads</b> ${nameOf(relation)} from end to end${scans > 1 && `, ${scans} times`} (${count(tuples, 'row')})`;

const writeLines = ({ written }: Trace): readonly Markup[] => written.map(writeLine);

function writeLine({ relation, inserted, updated, deleted }: Written): Markup {
  const parts = [
    ...(inserted > 0 ? [`${inserted} inserted`] : []),
    ...(updated > 0 ? [`${updated} updated`] : []),
    ...(deleted > 0 ? [`${deleted} deleted`] : []),
  ];
  return html`<b>writes</b> ${nameOf(relation)}: ${parts.join(', ')}`;
}

const unseenLines = ({ unseen }: Trace): readonly Markup[] =>
  unseen.length === 0 ? [] : [html`<span class="quiet">not seen: ${unseen.join(', ')}</span>`];
