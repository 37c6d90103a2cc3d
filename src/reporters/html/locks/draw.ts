import { scaleBand, scalePoint } from 'd3-scale';
import { label } from '../text.ts';
import { type Strength, shortMode, strengthOf, strengthWords } from './strength.ts';
import type { Lane, Span, Timeline } from './timeline.ts';

/** Where everything of one time line stands, in pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly { readonly x: number; readonly text: string }[];
  readonly lanes: readonly {
    readonly y: number;
    readonly name: string;
    readonly title: string;
    readonly bars: readonly Bar[];
  }[];
}

interface Bar {
  readonly x: number;
  readonly width: number;
  readonly strength: Strength;
  readonly text: string;
  readonly textX: number;
  /** Where the text does not fit into the bar it ends before it. */
  readonly anchor: 'start' | 'end';
  readonly title: string;
}

const laneHeight = 28;
const head = 24;
/** Of one character of the fonts in use, at the sizes in the style sheet: names are monospaced. */
const nameCharacter = 7.3;
const modeCharacter = 7.4;
const mostName = 40;
const body = 560;
const narrowest = 40;
const widest = 170;

/** Columns are the statements at which something is taken or let go; the last one is the commit. */
export function draw({ lanes, last }: Timeline): Drawing {
  const names = lanes.map(({ relation }) => label(relation, mostName));
  const left = Math.ceil(Math.max(...names.map((name) => name.length)) * nameCharacter) + 14;
  const points = [
    ...new Set(lanes.flatMap(({ spans }) => spans.flatMap(({ from, to }) => [from, to ?? from]))),
  ].toSorted((a, b) => a - b);
  const step = Math.min(widest, Math.max(narrowest, body / points.length));
  const end = left + step * points.length;
  const x = scalePoint<number>([...points, last + 1], [left, end]);
  const y = scaleBand<number>([...lanes.keys()], [head, head + lanes.length * laneHeight]);
  return {
    width: Math.ceil(end + 52),
    height: head + lanes.length * laneHeight,
    columns: [
      ...points.map((point) => ({ x: x(point) ?? left, text: `no. ${point}` })),
      { x: end, text: 'commit' },
    ],
    lanes: lanes.map((lane, at) => ({
      y: y(at) ?? head,
      name: names[at] ?? '',
      title: label(lane.relation, 300),
      bars: lane.spans.map((span, index) => barOf(span, index === 0, lane, { x, left, end })),
    })),
  };
}

interface Across {
  readonly x: (point: number) => number | undefined;
  readonly left: number;
  readonly end: number;
}

function barOf(
  { from, to, mode }: Span,
  isFirst: boolean,
  { relation }: Lane,
  { x, left, end }: Across,
): Bar {
  const start = x(from) ?? left;
  const width = (to === undefined ? end : (x(to) ?? end)) - start - 2;
  const strength = strengthOf(mode);
  const fits = mode.length * modeCharacter + 12 <= width;
  const beside = !fits && isFirst && mode.length * modeCharacter + 12 <= start - left;
  return {
    x: start + 1,
    width,
    strength,
    text: fits || beside ? mode : shortMode(mode),
    textX: beside ? start - 6 : start + 8,
    anchor: beside ? 'end' : 'start',
    title: `${label(relation, 100)}: ${mode} from statement ${from} until ${to === undefined ? 'the commit' : `statement ${to}`}: ${strengthWords[strength]}`,
  };
}
