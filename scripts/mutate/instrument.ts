import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import type { Mutant, Mutated } from './mutant.ts';

type Logger = ConstructorParameters<typeof Instrumenter>[0];
type Found = Awaited<ReturnType<Instrumenter['instrument']>>['mutants'][number];

const no = (): boolean => false;
const nothing = (): void => undefined;
const quiet: Logger = {
  isTraceEnabled: no,
  isDebugEnabled: no,
  isInfoEnabled: no,
  isWarnEnabled: no,
  isErrorEnabled: no,
  isFatalEnabled: no,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
};

/** All mutants that Stryker makes of these files (paths from `root`); nothing is written. Throws where one cannot be read. */
export async function instrument(root: string, files: readonly string[]): Promise<Mutated> {
  const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  const changed = await new Instrumenter(quiet).instrument(
    [...texts].map(([name, content]) => ({ name, content, mutate: true })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  return {
    sources: new Map(changed.files.map(({ name, content }) => [urlOf(root, name), content])),
    mutants: changed.mutants.map((found) => mutantOf(found, texts.get(found.fileName) ?? '')),
  };
}

const urlOf = (root: string, file: string): string => pathToFileURL(join(root, file)).href;

function mutantOf({ id, fileName, location: { start, end }, replacement }: Found, text: string): Mutant {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  const whole = lines.join('\n');
  const after = (lines.at(-1) ?? '').length - end.column;
  return {
    id,
    file: fileName,
    line: start.line + 1,
    was: whole.slice(start.column, whole.length - after),
    becomes: replacement,
  };
}
