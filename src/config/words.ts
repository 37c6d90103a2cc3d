import { z } from 'zod';

/** The headings of `--help`. */
type Section = 'Project' | 'Scope' | 'Database' | 'Result' | 'Reports' | 'GitHub';

/** What people read about a setting, and how they type it. */
export interface SettingWords {
  readonly section: Section;
  /** One line, no full stop. */
  readonly description: string;
  /** Ends the sentence "it must be ...". */
  readonly must: string;
  /** A good value, as it would be typed. */
  readonly example: string;
  /** Name of the value after the flag; absent for a switch. */
  readonly value?: string;
  /**
   * Where it is not `--` and the setting's name; `positional` for the argument without a flag, `none` for what a
   * command line cannot say.
   */
  readonly flag?: string;
  /** `none` for what a workflow cannot say either: only the settings file can. */
  readonly input?: 'none';
  /** What the runner puts in where the workflow says nothing: an expression of GitHub, without its braces. */
  readonly inputDefault?: string;
  /** May be given several times. */
  readonly list?: true;
  /** `file` is relative to where it was written; `program` too, if it has a slash; `output` may be `-`. */
  readonly path?: 'file' | 'program' | 'output';
  /** Not shown when it is wrong. */
  readonly secret?: true;
}

const registry = z.registry<SettingWords>();

/** Ties its words to a schema. */
export function setting<S extends z.ZodType>(schema: S, words: SettingWords): S {
  registry.add(schema, words);
  return schema;
}

export function wordsOf(schema: z.ZodType): SettingWords {
  const words = registry.get(schema);
  if (!words) throw new Error('A setting has no words');
  return words;
}
