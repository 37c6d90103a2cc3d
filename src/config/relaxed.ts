import type { Place } from '../model/place.ts';
import type { Revision } from '../model/revision.ts';
import type { BaselineEntry, IgnoreEntry, Relaxation } from '../model/suppression.ts';
import { ruleLevels, type Settings } from './settings.ts';
import { kebab } from './spelling.ts';

/** From the strictest to the one that asks least. */
const levels: readonly string[] = ruleLevels;
const failOnWords = ['notice', 'warning', 'error', 'never'];
/** What decides how much is looked at. */
const narrowing = ['scope', 'since', 'from', 'to', 'startAt', 'baseline'] as const;

/**
 * What the settings file of a change lets pass, or asks less, than the one of the base ref. `usual` has each rule's own
 * severity. Pure.
 */
export function relaxedSettings(
  now: Settings,
  then: Settings,
  usual: Readonly<Record<string, string>>,
  file: string | undefined,
): readonly Relaxation[] {
  const place: Place | undefined = file === undefined ? undefined : { file };
  const relaxed = (words: string, at = place): Relaxation => ({
    by: 'settings',
    ...(at ? { place: at } : {}),
    words,
  });
  return [
    ...(failOnWords.indexOf(now.failOn) > failOnWords.indexOf(then.failOn)
      ? [relaxed(`fail-on: ${now.failOn}, was ${then.failOn}`)]
      : []),
    ...weakerRules(now.rules, then.rules, usual).map((words) => relaxed(words)),
    ...otherOptions(now.ruleOptions, then.ruleOptions).map((words) => relaxed(words)),
    ...then.presets
      .filter((preset) => !now.presets.includes(preset))
      .map((preset) => relaxed(`presets: ${preset} is left out`)),
    ...narrowing.flatMap((name) => {
      const [is, was] = [shown(now[name]), shown(then[name])];
      return is === '' || is === was ? [] : [relaxed(`${kebab(name)}: ${is}, was ${was || 'not set'}`)];
    }),
    ...added(now.ignore, then.ignore, wordsOf).map((entry) => relaxed(wordsOf(entry), entry.place)),
  ];
}

type Levels = Readonly<Record<string, string>>;

function weakerRules(now: Levels, then: Levels, usual: Levels): readonly string[] {
  return [...new Set([...Object.keys(now), ...Object.keys(then)])].sort().flatMap((rule) => {
    const is = now[rule] ?? usual[rule] ?? 'error';
    const was = then[rule] ?? usual[rule] ?? 'error';
    return levels.indexOf(is) > levels.indexOf(was) ? [`rule ${rule}: ${is}, was ${was}`] : [];
  });
}

/** Which options make a rule weaker only the rule could say: any that is another one is listed. */
function otherOptions(now: Settings['ruleOptions'], then: Settings['ruleOptions']): readonly string[] {
  return [...new Set([...Object.keys(now), ...Object.keys(then)])].sort().flatMap((rule) => {
    const [is, was] = [now[rule], then[rule]].map((options) => JSON.stringify(options ?? {}));
    return is === was ? [] : [`options of rule ${rule}: ${is}, was ${was}`];
  });
}

const shown = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : (value ?? []).join(', ');

const wordsOf = ({ path, rules, reason, until }: IgnoreEntry): string =>
  `ignore ${rules.join(', ')} in ${path}: ${reason || 'no reason given'}${until === undefined ? '' : ` (until ${until})`}`;

/** Those of the first that are not in the second, each as often as it is there more often. */
function added<T>(now: readonly T[], then: readonly T[], key: (one: T) => string): readonly T[] {
  const left = Map.groupBy(then, key);
  return now.filter((one) => left.get(key(one))?.pop() === undefined);
}

/** The comments of a file that the base ref does not have on such a line. `then` is its text there, if it was there. Pure. */
export function addedComments(
  { directives, source }: Pick<Revision, 'directives' | 'source'>,
  then: string | undefined,
): readonly Relaxation[] {
  const lines = source.split('\n');
  const lineOf = (line: number | undefined): string => lines[(line ?? 0) - 1]?.trim() ?? '';
  const before = (then ?? '').split(/\r?\n/).map((line) => line.trim());
  const now = directives.map((directive) => ({ directive, line: lineOf(directive.place.line) }));
  const known = before.map((line) => ({ line }));
  return added<{ readonly line: string }>(now, known, ({ line }) => line).map((one) => {
    const { keyword, text, place } = (one as (typeof now)[number]).directive;
    return { by: 'comment', place, words: `${keyword}${text.startsWith('[') ? '' : ' '}${text}`.trim() };
  });
}

/** How many findings a baseline records more than the base ref's does, by rule. Pure. */
export function addedEntries(
  file: string,
  now: readonly BaselineEntry[],
  then: readonly BaselineEntry[],
): readonly Relaxation[] {
  const more = added(now, then, ({ fingerprint }) => fingerprint);
  if (more.length === 0) return [];
  const rules = [...Map.groupBy(more, ({ rule }) => rule)].map(([rule, of]) => `${rule} (${of.length})`);
  const words = `${more.length} more ${more.length === 1 ? 'finding' : 'findings'} recorded: ${rules.join(', ')}`;
  return [{ by: 'baseline', place: { file }, words }];
}
