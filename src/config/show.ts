import { stringify } from 'yaml';
import type { IgnoreEntry } from '../model/suppression.ts';
import { formatDuration } from './duration.ts';
import { ignoreKey, type Key, ruleKey } from './layer.ts';
import type { Resolved } from './merge.ts';
import { withoutPasswords } from './secret.ts';
import { type SettingName, settingNames, settingsSchema } from './settings.ts';
import { kebab } from './spelling.ts';

/** What is in force and where each value comes from, as a settings file with comments. No password is in it. */
export function showSettings({ settings, origins }: Resolved): string {
  const originOf = (key: Key): string => origins.get(key) ?? 'default';
  const lines = settingNames.flatMap((name): readonly Line[] => {
    const value = name === 'rules' ? rulesOf(settings) : settings[name];
    if (isEmpty(value)) return [{ text: `# ${kebab(name)}:`, origin: 'not set' }];
    if (name === 'ignore')
      return [
        { text: 'ignore:', origin: '' },
        ...settings.ignore.map((entry, at) => ({
          text: `  - ${flow(asWritten(entry))}`,
          origin: originOf(ignoreKey(at)),
        })),
      ];
    if (name !== 'rules') return [{ text: `${kebab(name)}: ${yamlOf(name, value)}`, origin: originOf(name) }];
    const levels = Object.entries(rulesOf(settings)).map(([id, given]) => ({
      text: `  ${id}: ${typeof given === 'string' ? given : flow(given)}`,
      origin: originOf(ruleKey(id)),
    }));
    return [{ text: 'rules:', origin: '' }, ...levels];
  });
  const width = Math.max(...lines.map(({ text }) => text.length).filter((length) => length <= 60));
  return lines
    .map(({ text, origin }) => (origin ? `${text.padEnd(width)}  # ${origin}\n` : `${text}\n`))
    .join('');
}

/** As they are written: a severity alone, or with the options. */
function rulesOf({ rules, ruleOptions }: Resolved['settings']): Readonly<Record<string, string | object>> {
  const withOptions = Object.entries(ruleOptions).map(([id, options]) => {
    const severity = rules[id];
    return [id, { ...(severity ? { severity } : {}), ...options }] as const;
  });
  return { ...rules, ...Object.fromEntries(withOptions) };
}

interface Line {
  readonly text: string;
  readonly origin: string;
}

/** The default as it would be typed; undefined where there is none, or nothing worth saying. */
export function defaultOf(name: SettingName): string | undefined {
  const value = settingsSchema.shape[name].safeParse(undefined).data;
  return isEmpty(value) || value === false ? undefined : plain(name, value);
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

function yamlOf(name: SettingName, value: unknown): string {
  const shown = Array.isArray(value)
    ? value.map((item) => plain(name, item))
    : typeof value === 'boolean' || name === 'postgres'
      ? value
      : plain(name, value);
  return flow(shown);
}

const flow = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0, blockQuote: false }).trim();

const asWritten = ({ path, rules, reason, until }: IgnoreEntry): object => ({
  path,
  rule: rules.length === 1 ? rules[0] : rules,
  reason,
  ...(until === undefined ? {} : { until }),
});

/** Whatever the project's code is given may be a secret, and its name tells enough. */
function plain(name: SettingName, value: unknown): string {
  if (name === 'timeout') return formatDuration(Number(value));
  if (name === 'env') return String(value).replace(/=.*/s, '=***');
  return withoutPasswords(String(value));
}
