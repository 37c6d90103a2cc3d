import type { Row } from './ways.ts';

const width = 720;
const height = 420;
const edge = { left: 64, right: 180, top: 24, bottom: 48 };
const colours = ['#59636e', '#0969da', '#bf8700', '#cf222e', '#8250df'];

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Milliseconds per move over the length of the history, both axes logarithmic, one line for each way. */
export function plot(rows: readonly Row[]): string {
  const ways = [...new Set(rows.flatMap(({ timings }) => timings.map(({ way }) => way)))];
  const series = ways.map((way) => ({ way, points: rows.flatMap((row) => pointsOf(row, way)) }));
  const all = series.flatMap(({ points }) => points);
  const x = scale(
    all.map((point) => point.x),
    edge.left,
    width - edge.right,
  );
  const y = scale(
    all.map((point) => point.y),
    height - edge.bottom,
    edge.top,
  );
  const lines = series.map(({ way, points }, at) =>
    drawWay(
      way,
      points.map((point) => ({ x: x(point.x), y: y(point.y) })),
      colours[at % colours.length] ?? 'black',
    ),
  );
  const ticks = [...new Set(all.map((point) => point.x))].map((value) =>
    label(x(value), height - edge.bottom + 20, String(value), 'middle'),
  );
  const levels = [1, 10, 100, 1000].filter(
    (value) => y(value) >= edge.top && y(value) <= height - edge.bottom,
  );
  const grid = levels.map(
    (value) =>
      `<line x1="${edge.left}" x2="${width - edge.right}" y1="${y(value)}" y2="${y(value)}" stroke="#d1d9e0"/>${label(edge.left - 8, y(value) + 4, `${value} ms`, 'end')}`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<rect width="${width}" height="${height}" fill="white"/>
${grid.join('\n')}
${ticks.join('\n')}
${label((edge.left + width - edge.right) / 2, height - 8, 'revisions in the history', 'middle')}
${lines.join('\n')}
</svg>
`;
}

function pointsOf(row: Row, way: string): Point[] {
  const timing = row.timings.find((other) => other.way === way);
  return timing ? [{ x: Number.parseInt(row.name, 10), y: (timing.seconds / row.moves) * 1000 }] : [];
}

function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const [low, high] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))];
  return (value) => Math.round(from + ((Math.log(value) - low) / (high - low || 1)) * (to - from));
}

function drawWay(way: string, points: readonly Point[], colour: string): string {
  const last = points.at(-1);
  const dots = points.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="3" fill="${colour}"/>`).join('');
  const name = last ? label(last.x + 8, last.y + 4, way, 'start', colour) : '';
  return `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.map(({ x, y }) => `${x},${y}`).join(' ')}"/>${dots}${name}`;
}

const label = (x: number, y: number, text: string, anchor: string, colour = '#59636e'): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${colour}">${text}</text>`;
