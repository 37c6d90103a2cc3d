import type { z } from 'zod';
import { environment } from './environment.ts';
import { type Given, ignoreKey, type Key, type Layer, ruleKey } from './layer.ts';
import type { Resolved } from './merge.ts';
import { resolveSettings } from './resolve.ts';
import type { KnownRules } from './rule-setting.ts';
import type { settingsSchema } from './settings.ts';
import type { Source } from './source.ts';

/** What may be given for each setting: text as on the command line, or the value itself; `timeout` in seconds or with its unit. */
export type SettingValues = z.input<typeof settingsSchema>;

export interface SettingsOptions {
  /** Absolute; relative paths begin here. */
  readonly cwd: string;
  /** The settings file; else it is looked for in the directory and above it. */
  readonly settingsFile?: string;
  /** The rules that may be named. */
  readonly knownRules?: KnownRules;
}

/** Settings for a program: the values given, then the settings file, the environment and the defaults. SetupError `bad-setting`. */
export const settingsFor = (values: SettingValues, options: SettingsOptions): Promise<Resolved> =>
  resolveSettings({ ...options, given: valuesLayer(values, options.cwd), environment: environment() });

function valuesLayer(values: SettingValues, base: string): Layer {
  const { rules = {}, ignore = [], ...others } = values;
  const given = (key: Key, name: string, value: unknown): readonly [Key, Given] => {
    const source: Source = { kind: 'call', name };
    return [key, { value, source }];
  };
  const entries = Object.entries(others).filter(([, value]) => value !== undefined);
  return {
    base,
    given: new Map([
      ...entries.map(([name, value]) => given(name as Key, name, value)),
      ...ignore.map((entry, at) => given(ignoreKey(at), 'ignore', entry)),
      ...Object.entries(rules).map(([id, level]) => given(ruleKey(id), id, level)),
    ]),
  };
}
