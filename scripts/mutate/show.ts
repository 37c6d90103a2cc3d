import type { Fate, Mutant } from './mutant.ts';

type Fates = readonly (readonly [Mutant, Fate])[];

/** Percent of the mutants that the tests noticed, as Stryker counts them: static ones are left out. 100 where there is none. */
export function scoreOf(fates: Fates): number {
  const noticed = count(fates, 'killed', 'timeout');
  const all = noticed + count(fates, 'survived', 'not covered');
  return all === 0 ? 100 : (100 * noticed) / all;
}

/** The score of each file, the worst last, with what nobody noticed there; and that of all. */
export function show(fates: Fates): string {
  const byFile = [...Map.groupBy(fates, ([{ file }]) => file)].sort(
    ([, a], [, b]) => scoreOf(b) - scoreOf(a),
  );
  return [
    ...byFile.flatMap(([file, here]) => [line(file, here), ...unnoticed(here)]),
    line('all', fates),
  ].join('\n');
}

function line(name: string, fates: Fates): string {
  const numbers = (['killed', 'timeout', 'survived', 'not covered', 'static'] as const).map(
    (fate) => `${count(fates, fate)} ${fate}`,
  );
  return `${scoreOf(fates).toFixed(1).padStart(5)} %  ${name}: ${numbers.join(', ')}`;
}

const unnoticed = (fates: Fates): readonly string[] =>
  fates
    .filter(([, fate]) => fate === 'survived' || fate === 'not covered')
    .toSorted(([a], [b]) => a.line - b.line)
    .map(
      ([{ file, line, was, becomes }, fate]) =>
        `         ${file}:${line} ${fate}: ${short(was)} -> ${short(becomes)}`,
    );

const short = (code: string): string => {
  const line = code.replace(/\s+/g, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 77)}...`;
};

const count = (fates: Fates, ...wanted: readonly Fate[]): number =>
  fates.filter(([, fate]) => wanted.includes(fate)).length;
