import { type Given, type Key, type Layer, ruleKey } from './layer.ts';
import { type SettingName, settingNames, settingsSchema } from './settings.ts';
import type { Source } from './source.ts';
import { kebab } from './spelling.ts';
import { type SettingWords, wordsOf } from './words.ts';

/** A setting as it is typed on the command line. */
export interface Flag {
  readonly setting: SettingName;
  /** `--database-url`, `-x`. */
  readonly spelling: string;
  readonly words: SettingWords;
}

/** Every setting that has a flag, in the order of the schema. */
export const flags: readonly Flag[] = settingNames.flatMap((setting) => {
  const words = wordsOf(settingsSchema.shape[setting]);
  return words.flag === 'positional' || words.flag === 'none'
    ? []
    : [{ setting, spelling: words.flag ?? `--${kebab(setting)}`, words }];
});

/** What was typed, as text: the directory, and the values of flags by their setting. Paths are relative to `cwd`. */
export function flagLayer(
  directory: string | undefined,
  values: ReadonlyMap<SettingName, unknown>,
  cwd: string,
): Layer {
  const typed = flags.flatMap(({ setting, spelling }) => {
    const value = values.get(setting);
    if (value === undefined) return [];
    if (setting === 'rules') return ruleFlags(spelling, value as readonly string[]);
    return [[setting, { value, source: { kind: 'flag', name: spelling } }] as const];
  });
  const source: Source = { kind: 'argument', name: 'The directory' };
  const argument = directory === undefined ? [] : [['directory', { value: directory, source }] as const];
  return { base: cwd, given: new Map<Key, Given>([...argument, ...typed]) };
}

/** `--rule several-heads=off` is a value for the setting of that rule. */
function ruleFlags(spelling: string, values: readonly string[]): readonly (readonly [Key, Given])[] {
  return values.map((value) => {
    const [id = '', ...level] = value.split('=');
    const source: Source = { kind: 'flag', name: `${spelling} ${id}` };
    return [ruleKey(id), { value: level.join('='), source }];
  });
}
