import { graphlib, layout } from '@dagrejs/dagre';
import { curveMonotoneY, line } from 'd3-shape';
import type { RevisionId } from '../../../model/revision.ts';
import type { Shown, ShownEdge } from './shown.ts';

/** Where the boxes and the lines of the drawing stand, in pixels; the oldest revision is at the top. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly box: { readonly width: number; readonly height: number };
  /** The upper left corner of a box. */
  readonly corners: ReadonlyMap<RevisionId, { readonly x: number; readonly y: number }>;
  readonly lines: readonly Line[];
}

export interface Line extends ShownEdge {
  readonly path: string;
  /** Where its text stands: the middle of it. */
  readonly x: number;
  readonly y: number;
}

const height = 32;

/** Lays the part of the graph out in layers, by dagre. */
export function layOut({ nodes, edges }: Shown): Layout {
  const width = widthOf(edges);
  const graph = new graphlib.Graph({ multigraph: false });
  graph.setGraph({ rankdir: 'TB', ranksep: 22, nodesep: 24, marginx: 8, marginy: 8 });
  // The library keeps its nodes in plain objects, where a revision of the name `__proto__` would be lost.
  const keys = new Map(nodes.map(({ id }, at) => [id, `n${at}`]));
  const keyOf = (id: RevisionId): string => keys.get(id) ?? '';
  for (const { id } of nodes) graph.setNode(keyOf(id), { width, height });
  for (const { from, to, between } of edges)
    graph.setEdge(keyOf(from), keyOf(to), between > 0 ? { width: 90, height: 20, labelpos: 'c' } : {});
  layout(graph);
  const size = graph.graph();
  return {
    width: Math.ceil(size.width ?? 0),
    height: Math.ceil(size.height ?? 0),
    box: { width, height },
    corners: new Map(
      nodes.map(({ id }) => {
        const { x, y } = graph.node(keyOf(id)) as Point;
        return [id, { x: round(x - width / 2), y: round(y - height / 2) }];
      }),
    ),
    lines: edges.map((edge) => lineOf(edge, graph.edge(keyOf(edge.from), keyOf(edge.to)) as LaidOutEdge)),
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface LaidOutEdge extends Partial<Point> {
  readonly points: readonly Point[];
}

const pathOf = line<Point>(
  ({ x }) => x,
  ({ y }) => y,
)
  .curve(curveMonotoneY)
  .digits(0);

function lineOf(edge: ShownEdge, { points, x, y }: LaidOutEdge): Line {
  const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
  return { ...edge, path: pathOf([...points]) ?? '', x: round(x ?? middle.x), y: round(y ?? middle.y) };
}

/** A history without branches has room for titles; where it branches, boxes stand side by side. */
const widthOf = (edges: readonly ShownEdge[]): number =>
  new Set(edges.map(({ from }) => from)).size === edges.length ? 520 : 340;

const round = (number: number): number => Math.round(number);
