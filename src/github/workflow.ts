import { randomBytes } from 'node:crypto';
import * as core from '@actions/core';
import type { Annotation } from './annotations.ts';

/** Puts annotations on lines; `@actions/core` escapes what could end them early. */
export function annotate(annotations: readonly Annotation[]): void {
  const write = { error: core.error, warning: core.warning, notice: core.notice };
  for (const { level, title, message, place } of annotations)
    write[level](message, {
      title,
      ...(place ? { file: place.file } : {}),
      ...(place?.line === undefined ? {} : { startLine: place.line }),
      ...(place?.endLine === undefined ? {} : { endLine: place.endLine }),
    });
}

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

/** The step ends red. What it says for it is an annotation. */
export function failJob(): void {
  process.exitCode = core.ExitCode.Failure;
}

export {
  getInput as readInput,
  saveState as remember,
  setFailed as fail,
  setOutput as output,
  setSecret as hide,
} from '@actions/core';
