import { randomBytes } from 'node:crypto';
import * as core from '@actions/core';
import type { Place } from '../model/place.ts';
import type { Annotation } from './annotations.ts';

/** Puts annotations on lines; `@actions/core` escapes what could end them early. */
export function annotate(annotations: readonly Annotation[]): void {
  const write = { error: core.error, warning: core.warning, notice: core.notice };
  for (const { level, title, message, place } of annotations)
    write[level](message, { title, ...(place ? propertiesOf(place) : {}) });
}

/** Something about the step itself, for whoever reads its page. */
export const notify = (message: string): void =>
  annotate([{ level: 'notice', title: 'migrate-check', message }]);

const propertiesOf = ({ file, line, endLine }: Place): core.AnnotationProperties => ({
  file,
  ...(line === undefined ? {} : { startLine: line }),
  ...(endLine === undefined ? {} : { endLine }),
});

/** While something is printed that others have written, nothing in it is a command to the runner. */
export async function withoutCommands<T>(work: () => Promise<T>): Promise<T> {
  const word = randomBytes(16).toString('hex');
  process.stdout.write(`::stop-commands::${word}\n`);
  try {
    return await work();
  } finally {
    process.stdout.write(`\n::${word}::\n`);
  }
}

/** The step ends red, and says why: on a line, where there is one. */
export function fail(message: string, place?: Place): void {
  failJob();
  core.error(message, place ? propertiesOf(place) : {});
}

/** The step ends red. What it says for it is an annotation. */
export function failJob(): void {
  process.exitCode = core.ExitCode.Failure;
}

export {
  getInput as readInput,
  saveState as remember,
  setOutput as output,
  setSecret as hide,
} from '@actions/core';
