import { resolve } from 'node:path';
import type { IgnoreEntry } from '../model/suppression.ts';
import { type Given, isIgnore, type Key } from './layer.ts';
import type { Problem } from './problem.ts';
import { type Source, subjectOf } from './source.ts';
import { nearest } from './spelling.ts';
import { ignoreEntry } from './values.ts';

const keys = ['path', 'rule', 'reason', 'until'];
const template = '- { path: versions/0003_*.py, rule: several-heads, reason: merged in 0004 }';

/** What is wrong with an entry of `ignore`; undefined where nothing is. */
export function ignoreProblem(value: unknown, source: Source): Problem | undefined {
  if (ignoreEntry.safeParse(value).success) return undefined;
  const subject = subjectOf(source);
  const wrong = (what: string, hint = `Write for example: ${template}`): Problem => ({
    message: `${subject} ${what}`,
    hint,
  });
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return wrong(`has an entry that is no mapping of ${keys.join(', ')}`);
  const entry = value as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(entry).find((key) => !keys.includes(key));
  if (unknown !== undefined) {
    const meant = nearest(unknown, keys);
    const hint = meant ? `Did you mean ${meant}?` : undefined;
    return wrong(`has an entry with ${JSON.stringify(unknown)}; it may have ${keys.join(', ')}`, hint);
  }
  const missing = ['path', 'rule'].find((key) => entry[key] === undefined);
  if (missing !== undefined) return wrong(`has an entry without ${missing}`);
  const { until } = entry;
  if (until !== undefined && !ignoreEntry.safeParse({ path: 'a', rule: 'a', until }).success)
    return wrong(
      `has an entry with until: ${JSON.stringify(until)}; it must be a day`,
      'Write for example: until: 2027-01-31',
    );
  return wrong('has an entry whose values are no text');
}

/** The entries with the places that they are written at; absolute until somebody knows the root. */
export function withPlaces(
  entries: readonly IgnoreEntry[],
  inForce: ReadonlyMap<Key, Given>,
  cwd: string,
): readonly IgnoreEntry[] {
  const sources = [...inForce].filter(([key]) => isIgnore(key)).map(([, { source }]) => source);
  return entries.map((entry, at) => {
    const source = sources[at];
    return source?.kind === 'file'
      ? { ...entry, place: { file: resolve(cwd, source.file), line: source.line } }
      : entry;
  });
}
