import { addedLines } from '../config/added-lines.ts';
import { changedFiles } from '../config/changed-files.ts';
import { gitRoot } from '../config/git.ts';
import type { Settings } from '../config/settings.ts';
import type { Changed } from '../github/diff.ts';
import type { Report } from '../model/report.ts';
import { SetupError } from '../model/setup-error.ts';

/**
 * The files that a change has changed, and where that is asked for the lines of those that something was found in.
 * Undefined where git cannot tell: then nothing is held back.
 */
export async function changedBy(
  { directory, filter }: Pick<Settings, 'directory' | 'filter'>,
  since: string,
  { findings }: Pick<Report, 'findings'>,
): Promise<Changed | undefined> {
  const root = await gitRoot(directory);
  if (root === undefined) return undefined;
  try {
    const files = await changedFiles(root, since);
    const found = [...new Set(findings.map(({ place }) => place.file))].filter((file) => files.has(file));
    const lines = filter === 'added' ? await addedLines(root, since, found) : undefined;
    return new Map([...files].map((file) => [file, lines?.get(file)]));
  } catch (error) {
    if (error instanceof SetupError) return undefined;
    throw error;
  }
}
