import type { z } from 'zod';
import { type RuleOption, ruleLevel, ruleLevels, type Settings, type settingsSchema } from './settings.ts';
import { either, nearest } from './spelling.ts';

/** By the id of each rule: the options that it has, with their defaults. */
export type KnownRules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What is wrong with a mapping that is set for a rule; `message` goes on where the subject of the sentence ends. */
export interface RuleProblem {
  readonly message: string;
  readonly hint: string;
}

/** `options` absent: nobody knows the rule, and any option may be named. */
export function ruleProblems(
  rule: string,
  given: unknown,
  options: KnownRules[string] | undefined,
): readonly RuleProblem[] {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return [
      { message: ` must be ${either(ruleLevels)}, or a mapping of options`, hint: 'Write for example: off' },
    ];
  return Object.entries(given).flatMap(([name, value]) => {
    if (name === 'severity') return ruleLevel.safeParse(value).success ? [] : [badSeverity(value)];
    if (!options) return [];
    if (!(name in options)) return [unknownOption(rule, name, Object.keys(options))];
    return typedAs(options[name], value) === undefined ? [badOption(name, value, options[name])] : [];
  });
}

/** A value of an option as its default is: a settings file gives texts. Undefined where it cannot be that. */
function typedAs(usual: unknown, value: unknown): RuleOption | undefined {
  if (typeof usual === 'boolean')
    return ['true', 'false'].includes(String(value)) ? String(value) === 'true' : undefined;
  if (typeof usual === 'number')
    return String(value).trim() === '' || Number.isNaN(Number(value)) ? undefined : Number(value);
  return typeof value === 'string' ? value : undefined;
}

/** Severities and options of the rules, each by itself. */
export function splitRules(
  rules: z.output<typeof settingsSchema>['rules'],
  known: KnownRules = {},
): Pick<Settings, 'rules' | 'ruleOptions'> {
  const split = Object.entries(rules).map(([id, given]) => {
    const { severity, ...options } = typeof given === 'string' ? { severity: given } : given;
    return { id, severity, options: Object.entries(options) };
  });
  return {
    rules: Object.fromEntries(split.flatMap(({ id, severity }) => (severity ? [[id, severity]] : []))),
    ruleOptions: Object.fromEntries(
      split.flatMap(({ id, options }) => {
        const typed = options.map(([name, value]) => [name, typedAs(known[id]?.[name], value) ?? value]);
        return typed.length > 0 ? [[id, Object.fromEntries(typed)]] : [];
      }),
    ),
  };
}

const badSeverity = (value: unknown): RuleProblem => ({
  message: `: severity is ${JSON.stringify(value)}; it must be ${either(ruleLevels)}`,
  hint: 'Write for example: severity: warning',
});

function unknownOption(rule: string, name: string, known: readonly string[]): RuleProblem {
  const meant = nearest(name, ['severity', ...known]);
  return {
    message: `: ${rule} has no option ${JSON.stringify(name)}`,
    hint: meant ? `Did you mean ${meant}?` : `It has ${['severity', ...known].join(', ')}`,
  };
}

const words: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
};

const badOption = (name: string, value: unknown, example: unknown): RuleProblem => ({
  message: `: ${name} is ${JSON.stringify(value)}; it must be ${words[typeof example]}`,
  hint: `Write for example: ${name}: ${JSON.stringify(example)}`,
});
