import type { z } from 'zod';
import { SetupError } from '../model/setup-error.ts';
import { ignoreProblem } from './ignore.ts';
import { type Given, isIgnore, type Key, type Layer, ruleOf } from './layer.ts';
import type { Problem } from './problem.ts';
import { type KnownRules, type RuleProblem, ruleProblems } from './rule-setting.ts';
import { ruleLevel, ruleLevels, type SettingName, settingNames, settingsSchema } from './settings.ts';
import { placeOf, type Source, subjectOf, typed } from './source.ts';
import { either, kebab, nearest } from './spelling.ts';
import { wordsOf } from './words.ts';

/** The first problem, with the others below it. */
export function badSettings([first, ...others]: readonly [Problem, ...Problem[]]): SetupError {
  const details = others.map(({ message, hint }) => `${message}. ${hint}`);
  return new SetupError('bad-setting', first.message, first.hint, { details, place: first.place });
}

/** Everything that is wrong in one layer, each value for itself. `knownRules` absent: any rule may be named. */
export function problemsOf(layer: Layer, knownRules: KnownRules | undefined): readonly Problem[] {
  const placed = (problems: readonly Problem[], source: Source): readonly Problem[] =>
    problems.map((problem) => ({ ...problem, place: placeOf(source) }));
  return [
    ...(layer.unknown ?? []).flatMap((source) => placed([unknownSetting(source)], source)),
    ...[...layer.given].flatMap(([key, given]) => placed(problemsIn(key, given, knownRules), given.source)),
  ];
}

function problemsIn(
  key: Key,
  { value, source }: Given,
  knownRules: KnownRules | undefined,
): readonly Problem[] {
  const rule = ruleOf(key);
  if (rule !== undefined && knownRules && !(rule in knownRules))
    return [unknownRule(rule, source, Object.keys(knownRules))];
  if (rule !== undefined && typeof value === 'object')
    return ruleProblems(rule, value, knownRules?.[rule]).map((problem) => told(problem, source));
  if (isIgnore(key)) {
    const problem = ignoreProblem(value, source);
    return problem ? [problem] : [];
  }
  const expected = expectationOf(key);
  return expected.accepts(value) ? [] : [badValue(expected, value, source)];
}

interface Expectation {
  readonly must: string;
  readonly example: string;
  readonly secret: boolean;
  readonly choices: readonly string[];
  accepts(value: unknown): boolean;
}

function expectationOf(key: Key): Expectation {
  if (ruleOf(key) !== undefined) {
    const accepts = (value: unknown): boolean => ruleLevel.safeParse(value).success;
    return { must: either(ruleLevels), example: 'off', secret: false, choices: ruleLevels, accepts };
  }
  return expectationFrom(settingsSchema.shape[key as SettingName]);
}

/** What the words that are tied to a schema say that it accepts. */
export function expectationFrom(schema: z.ZodType): Expectation {
  const { must, example, secret = false } = wordsOf(schema);
  const choices = choicesOf(schema);
  return { must, example, secret, choices, accepts: (value) => schema.safeParse(value).success };
}

/** The words of an enum, below its default. */
const choicesOf = (schema: object): readonly string[] => {
  const inner = 'unwrap' in schema ? (schema as { unwrap(): object }).unwrap() : schema;
  return 'options' in inner
    ? (inner.options as readonly unknown[]).filter((word) => typeof word === 'string')
    : [];
};

/** A value that is not what is expected where it was written. */
export function badValue(expected: Expectation, value: unknown, source: Source): Problem {
  const { must, example, secret, choices } = expected;
  const found = secret ? 'cannot be read' : `is ${shown(value)}`;
  const meant = typeof value === 'string' ? nearest(value, choices) : undefined;
  return {
    message: `${subjectOf(source)} ${found}; it must be ${must}`,
    hint: meant ? `Did you mean ${typed(source, meant)}?` : `Write for example: ${typed(source, example)}`,
  };
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 1 ? shown(value[0]) : 'a list';
  return typeof value === 'object' ? 'a mapping' : JSON.stringify(value);
}

const told = ({ message, hint }: RuleProblem, source: Source): Problem => ({
  message: `${subjectOf(source)}${message}`,
  hint,
});

function unknownSetting(source: Source): Problem {
  const known = settingNames.map(kebab);
  const meant = nearest(source.name, known);
  const place = source.kind === 'file' ? `${source.file}:${source.line}: ` : '';
  return {
    message: `${place}there is no setting ${JSON.stringify(source.name)}`,
    hint: meant ? `Did you mean ${meant}?` : `The settings are ${known.join(', ')}`,
  };
}

function unknownRule(rule: string, source: Source, known: readonly string[]): Problem {
  const meant = nearest(rule, known);
  const place = source.kind === 'file' ? `${source.file}:${source.line}` : subjectOf(source).split(' ')[0];
  return {
    message: `${place}: there is no rule ${JSON.stringify(rule)}`,
    hint: meant ? `Did you mean ${meant}?` : `The rules are ${known.join(', ')}`,
  };
}
