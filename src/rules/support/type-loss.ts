import type { TypeReference } from '../../sql/name.ts';

/** What becomes of a value of the old type that the new one has no room for. */
export interface Loss {
  /** rejects: the whole command fails on it. changes: it becomes another value, and nobody is told. */
  readonly does: 'rejects' | 'changes';
  /** Which values: "longer than 20 characters". */
  readonly what: string;
  /** SQL that is true for them, where the column's name is `$`; absent where there is no simple one. */
  readonly test?: string;
}

type Judge = (from: TypeReference, to: TypeReference) => Loss | undefined;

/** What values of one type lose as another; undefined where they lose nothing, or nobody can tell. */
export function lossBetween(from: TypeReference, to: TypeReference): Loss | undefined {
  if (from.array !== to.array || from.schema !== undefined || to.schema !== undefined) return undefined;
  for (const judge of judges) {
    const loss = judge(from, to);
    if (loss) return loss;
  }
  return undefined;
}

/** The largest value of each (manual, 8.1.1). */
const integers: Readonly<Record<string, bigint>> = {
  int2: 32_767n,
  int4: 2_147_483_647n,
  int8: 9_223_372_036_854_775_807n,
};

const smallerInteger: Judge = (from, to) => {
  const [most, room] = [integers[from.name], integers[to.name]];
  if (most === undefined || room === undefined || room >= most) return undefined;
  return {
    does: 'rejects',
    what: `outside ${-room - 1n} to ${room}`,
    test: `$ NOT BETWEEN ${-room - 1n} AND ${room}`,
  };
};

const strings: ReadonlySet<string> = new Set(['text', 'varchar', 'bpchar']);
const roomOf = ({ modifiers: [length] }: TypeReference): number => length ?? Number.POSITIVE_INFINITY;

const shorterString: Judge = (from, to) =>
  strings.has(from.name) && strings.has(to.name) && roomOf(to) < roomOf(from)
    ? {
        does: 'rejects',
        what: `longer than ${roomOf(to)} characters`,
        test: `char_length($) > ${roomOf(to)}`,
      }
    : undefined;

/** Digits before and behind the point; as many as there are where none are given. */
const digits = ({ modifiers: [precision, scale = 0] }: TypeReference): readonly [number, number] =>
  precision === undefined ? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] : [precision - scale, scale];

const fewerDigits: Judge = (from, to) => {
  if (from.name !== 'numeric' || to.name !== 'numeric') return undefined;
  const [[whole, behind], [wholeRoom, room]] = [digits(from), digits(to)];
  if (wholeRoom < whole)
    return {
      does: 'rejects',
      what: `with more than ${wholeRoom} digits before the point`,
      test: `abs($) >= 1e${wholeRoom}`,
    };
  return room < behind ? rounded(room) : undefined;
};

const rounded = (scale: number): Loss => ({
  does: 'changes',
  what: scale === 0 ? 'that are not whole' : `with more than ${scale} digits behind the point`,
  test: `$ <> round($, ${scale})`,
});

/** From the first to each of the second, parts of a value are cut off or rounded off. */
const coarser: readonly (readonly [from: readonly string[], to: readonly string[], what: string])[] = [
  [['numeric'], ['int2', 'int4', 'int8'], 'that are not whole'],
  [['float4', 'float8'], ['int2', 'int4', 'int8'], 'that are not whole'],
  [['float8'], ['float4'], 'with more than six digits'],
  [['timestamp', 'timestamptz'], ['date'], 'with a time of day'],
  [['timestamp', 'timestamptz'], ['time'], 'with a date'],
];

const coarserValue: Judge = (from, to) => {
  const found = coarser.find(([one, other]) => one.includes(from.name) && other.includes(to.name));
  return found && { does: 'changes', what: found[2] };
};

/** Types whose values are read from text, each in a form of its own. */
const readFromText: ReadonlySet<string> = new Set([
  ...Object.keys(integers),
  ...['numeric', 'float4', 'float8', 'bool', 'date', 'time', 'timestamp', 'timestamptz', 'interval'],
  ...['uuid', 'json', 'jsonb', 'inet'],
]);

const parsed: Judge = (from, to) =>
  strings.has(from.name) && readFromText.has(to.name)
    ? { does: 'rejects', what: `that are no ${to.name}` }
    : undefined;

const judges: readonly Judge[] = [smallerInteger, shorterString, fewerDigits, coarserValue, parsed];
