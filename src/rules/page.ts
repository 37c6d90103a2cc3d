import type { Rule } from './rule.ts';

/** What the page of a rule says, in the order that it says it; docs/rules and `migrate-check explain` both show it. */
export interface RulePage {
  readonly id: string;
  readonly title: string;
  /** How much a finding of it weighs: `error`, or `notice, off unless asked for`. */
  readonly weight: string;
  /** Version of migrate-check that had it first. */
  readonly since: string;
  readonly sections: readonly Section[];
}

export interface Section {
  /** The first has none. */
  readonly heading?: string;
  /** One paragraph with code in backticks, and no other Markdown. */
  readonly prose?: string;
  readonly blocks: readonly Code[];
}

interface Code {
  readonly language: 'python' | 'yaml' | 'sql';
  readonly text: string;
}

/** The page of a rule. Pure. */
export function pageOf(id: string, rule: Rule): RulePage {
  const { title, since, why, fix, examples } = rule.meta;
  const { before, bad, good, language = 'python' } = examples;
  // Each revision of an example stands in a block of its own.
  const code = (texts: string | readonly string[]): readonly Code[] =>
    [texts].flat().map((text) => ({ language, text }));
  return {
    id,
    title,
    weight: weightOf(rule),
    since,
    sections: [
      { prose: why, blocks: [] },
      { heading: 'What to do', prose: fix, blocks: [] },
      ...(before === undefined
        ? []
        : [{ heading: 'Before', blocks: [{ language: 'sql', text: before }] as const }]),
      { heading: 'Reported', blocks: code(bad) },
      { heading: 'Fine', blocks: code(good) },
      ...optionsOf(id, rule),
    ],
  };
}

/** How much a finding of a rule weighs, and whether anybody has to ask for it. */
export function weightOf({ meta: { severity, optIn, preset } }: Rule): string {
  if (preset) return `${severity}, off unless asked for or \`presets: [${preset}]\``;
  return optIn ? `${severity}, off unless asked for` : severity;
}

/** What can be set of it in the settings file. */
function optionsOf(id: string, { options = {} }: Rule): readonly Section[] {
  const lines = Object.entries(options).map(([name, value]) => `    ${name}: ${JSON.stringify(value)}`);
  if (lines.length === 0) return [];
  const text = ['rules:', `  ${id}:`, ...lines].join('\n');
  return [{ heading: 'Options', prose: 'With their defaults:', blocks: [{ language: 'yaml', text }] }];
}
