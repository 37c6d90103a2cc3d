import type { RevisionId } from '../../src/model/revision.ts';
import type { Group, Sample } from './sample.ts';

/** What its tables are when the statement comes: with rows, without, or made by the same revision with rows. */
export const states = ['filled', 'empty', 'new'] as const;
type State = (typeof states)[number];

/** One statement in one situation. */
export interface Trial {
  readonly id: RevisionId;
  readonly name: string;
  readonly sample: Sample;
  readonly state: State;
  readonly timeouts: boolean;
  /** SQL that makes what is there before. */
  readonly before: string;
  /** SQL that is sent before the statement, in the same transaction where it has one. */
  readonly first: readonly string[];
  readonly sql: string;
  /** Of `Sample.alone`. */
  readonly alone?: readonly string[];
}

/** Milliseconds, where a trial sets them. */
const limits = { lock: 4000, statement: 60_000 };

/** The trials of a group that a major can run: each statement in the situations that are wanted. */
export function trialsOf(
  group: Group,
  major: number,
  situations: readonly (readonly [State, boolean])[],
): readonly Trial[] {
  return group.samples.flatMap((sample, at) =>
    (sample.since ?? 0) > major ? [] : situations.map((one) => trialOf(group, sample, at, ...one)),
  );
}

function trialOf(group: Group, sample: Sample, at: number, state: State, timeouts: boolean): Trial {
  const id = `${group.id}_${at}_${timeouts ? 'limits_' : ''}${state}`;
  const own = (sql: string): string => sql.replaceAll('@', `${id}_`);
  const made = own(`${group.before}\n${sample.before ?? ''}`);
  const filled = own(`${group.rows}\n${sample.rows ?? ''}`);
  const { first, alone } = sample;
  return {
    id: id as RevisionId,
    name: `${sample.name} (${state}${timeouts ? ', timeouts' : ''})`,
    sample,
    state,
    timeouts,
    before: state === 'new' ? '' : state === 'filled' ? made + filled : made,
    first: [
      ...(timeouts ? settings(alone === undefined) : []),
      ...(state === 'new' ? [made + filled] : []),
      ...(first === undefined ? [] : [own(first)]),
    ],
    sql: own(sample.sql),
    ...(alone ? { alone: alone.map(own) } : {}),
  };
}

const settings = (local: boolean): readonly string[] =>
  Object.entries(limits).map(([name, limit]) => `SET ${local ? 'LOCAL ' : ''}${name}_timeout = ${limit}`);

/** A name as the samples write it. */
export const withoutPrefix = ({ id }: Trial, name: string): string => name.replace(`${id}_`, '');
