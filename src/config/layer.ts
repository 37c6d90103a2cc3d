import type { SettingName } from './settings.ts';
import type { Source } from './source.ts';

/** A value as it was written: text, or a list of it; not yet looked at. */
export interface Given {
  readonly value: unknown;
  readonly source: Source;
}

/**
 * A setting; each rule is one of its own, so that a flag for one rule leaves the others of the file alone, and so is
 * each entry of `ignore`, so that it knows its line.
 */
export type Key = SettingName | `rules.${string}` | `ignore.${number}`;

/** What one place says: the flags, the file, the environment. */
export interface Layer {
  /** Absolute directory that paths in it are relative to. */
  readonly base: string;
  readonly given: ReadonlyMap<Key, Given>;
  /** Names in it that are no settings. */
  readonly unknown?: readonly Source[];
}

export const ruleKey = (id: string): Key => `rules.${id}`;

export const ignoreKey = (at: number): Key => `ignore.${at}`;

export const isIgnore = (key: Key): boolean => key.startsWith('ignore.');

/** The rule that a key is about, if it is about one. */
export const ruleOf = (key: Key): string | undefined =>
  key.startsWith('rules.') ? key.slice('rules.'.length) : undefined;
