import { needs } from '../../model/graph.ts';
import type { Revision, RevisionId } from '../../model/revision.ts';
import { label } from './label.ts';
import { type Marks, marksOf } from './marks.ts';
import { type Page, paragraphs } from './page.ts';
import { windowOf } from './window.ts';

/** GitHub's Mermaid draws no more than 500 edges, and reads no more than 50,000 characters. */
const mostEdges = 300;

/** How many others are drawn to show where the marked ones stand: the whole history is no picture any more. */
const around = 3;
/** More in a row are too small to be read. */
const mostInRow = 5;

/** The revision graph, or the part round what changed and what fails; '' where there is nothing to see in it. */
export function drawing({ report }: Page, most: number): string {
  const { graph } = report;
  if (graph.revisions.length < 2 || most === 0) return '';
  const marks = marksOf(report);
  const marked = new Set([...marks.failing, ...marks.changed]);
  const shown = windowOf(graph, marked, marked.size === 0 ? most : Math.min(most, marked.size + around));
  const revisions = graph.revisions.filter(({ id }) => shown.has(id));
  const edges = edgesOf(revisions);
  return paragraphs(
    '### The revisions',
    `\`\`\`mermaid\n${flowchart(revisions, edges.slice(0, mostEdges), marks)}\n\`\`\``,
    legend(revisions, marks),
    leftOut(graph.revisions.length - revisions.length, edges.length - mostEdges),
  );
}

interface Edge {
  readonly from: RevisionId;
  readonly to: RevisionId;
  readonly arrow: '-->' | '-.->';
}

function edgesOf(revisions: readonly Revision[]): readonly Edge[] {
  const shown = new Set(revisions.map(({ id }) => id));
  return revisions.flatMap((revision) =>
    [...new Set(needs(revision))]
      .filter((id) => shown.has(id))
      .map(
        (from) =>
          ({ from, to: revision.id, arrow: revision.parents.includes(from) ? '-->' : '-.->' }) as const,
      ),
  );
}

function flowchart(
  revisions: readonly Revision[],
  edges: readonly Edge[],
  { failing, changed }: Marks,
): string {
  const names = new Map(revisions.map(({ id }, at) => [id, `n${at}`]));
  const named = (ids: ReadonlySet<RevisionId>): string =>
    revisions.flatMap(({ id }) => (ids.has(id) ? [names.get(id)] : [])).join(',');
  const marked = [
    ['failing', 'stroke:#cf222e,stroke-width:3px', named(failing)],
    ['changed', 'stroke-width:3px', named(changed)],
  ].filter(([, , those]) => those !== '');
  return [
    `flowchart ${revisions.length > mostInRow ? 'TD' : 'LR'}`,
    ...revisions.map(
      (revision) => `  ${names.get(revision.id)}["${labelOf(revision, { failing, changed })}"]`,
    ),
    ...edges.map(({ from, to, arrow }) => `  ${names.get(from)} ${arrow} ${names.get(to)}`),
    ...marked.flatMap(([name, style, those]) => [`  classDef ${name} ${style}`, `  class ${those} ${name}`]),
  ].join('\n');
}

function labelOf({ id, title }: Revision, { failing, changed }: Marks): string {
  const mark = `${failing.has(id) ? '✗ ' : ''}${changed.has(id) ? '● ' : ''}`;
  return `${mark}${label(id)}${title === '' || title === id ? '' : ` · ${label(title)}`}`;
}

function legend(revisions: readonly Revision[], { failing, changed }: Marks): string {
  const has = (ids: ReadonlySet<RevisionId>): boolean => revisions.some(({ id }) => ids.has(id));
  return [
    ...(has(failing) ? ['✗ fails, or has an error'] : []),
    ...(has(changed) ? ['● changed'] : []),
    ...(revisions.some(({ dependsOn }) => dependsOn.length > 0) ? ['dotted: depends on'] : []),
  ].join(' · ');
}

function leftOut(revisions: number, edges: number): string {
  return [
    ...(revisions > 0
      ? [`${revisions} more ${revisions === 1 ? 'revision is' : 'revisions are'} not drawn.`]
      : []),
    ...(edges > 0 ? [`${edges} more ${edges === 1 ? 'edge is' : 'edges are'} not drawn.`] : []),
  ].join(' ');
}
