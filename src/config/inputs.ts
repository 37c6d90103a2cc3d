import { type Given, type Key, type Layer, ruleKey } from './layer.ts';
import { type SettingName, settingNames, settingsSchema } from './settings.ts';
import type { Source } from './source.ts';
import { kebab } from './spelling.ts';
import { type SettingWords, wordsOf } from './words.ts';

/** A setting as an input of the action. */
export interface Input {
  readonly setting: SettingName;
  /** `database-url` */
  readonly name: string;
  readonly words: SettingWords;
}

/** Every setting that a workflow can give, in the order of the schema. */
export const inputs: readonly Input[] = settingNames.flatMap((setting) => {
  const words = wordsOf(settingsSchema.shape[setting]);
  return words.input === 'none' ? [] : [{ setting, name: kebab(setting), words }];
});

/** The inputs that name a file to write a report to. */
export const reportFiles: readonly Input[] = inputs.filter(({ words }) => words.path === 'output');

/** What a workflow has under `with:`; an empty input is none. Lists have an entry on each line. */
export function inputLayer(read: (name: string) => string, base: string): Layer {
  const given = inputs.flatMap(({ setting, name, words }): readonly (readonly [Key, Given])[] => {
    const text = read(name).trim();
    if (text === '') return [];
    const source: Source = { kind: 'input', name };
    if (setting === 'rules') return lines(text).map((line) => ruleInput(line));
    return [[setting, { value: words.list ? lines(text) : text, source }]];
  });
  return { base, given: new Map(given) };
}

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** `several-heads=off` or `several-heads: off` */
function ruleInput(line: string): readonly [Key, Given] {
  const [id = '', ...level] = line.split(/\s*[=:]\s*/);
  return [ruleKey(id), { value: level.join('='), source: { kind: 'input', name: `rules ${id}` } }];
}

/**
 * What changed since the base of a pull request or of a merge queue is what is looked at, unless somebody says otherwise;
 * and who reads a pull request can take a suggestion.
 */
export function eventLayer(event: string, since: string | undefined, base: string): Layer {
  if (since === undefined) return { base, given: new Map() };
  const source: Source = { kind: 'event', name: event };
  const suggestions: readonly (readonly [Key, Given])[] =
    event === 'pull_request' ? [['suggestions', { value: true, source }]] : [];
  return { base, given: new Map([['since', { value: since, source }], ...suggestions]) };
}
