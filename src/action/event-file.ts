import { readFile } from 'node:fs/promises';
import { SetupError } from '../model/setup-error.ts';

/** The event as GitHub tells it, from GITHUB_EVENT_PATH; undefined where a runner has none. SetupError `wrong-event`. */
export async function readEventFile(path: string | undefined): Promise<unknown> {
  if (path === undefined || path === '') return undefined;
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    const is = cause instanceof SyntaxError ? 'is not JSON' : `cannot be read (${codeOf(cause)})`;
    throw new SetupError(
      'wrong-event',
      `The file of the event, ${path}, ${is}`,
      'The runner writes it and names it in GITHUB_EVENT_PATH; where this is none of GitHub, leave the variable out to check all revisions',
      { cause },
    );
  }
}

const codeOf = (cause: unknown): string => (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
