import type { LineRange } from '../model/place.ts';
import { mergeBase, runGit } from './git.ts';

/**
 * For files that differ from the merge base of `since` and HEAD, the lines that they have and it has not. Paths are
 * relative to `root`. SetupError `git-failed`.
 */
export async function addedLines(
  root: string,
  since: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, readonly LineRange[]>> {
  const base = await mergeBase(root, since);
  const entries = files.map(async (file) => {
    const asked = [
      '--literal-pathspecs',
      'diff',
      '--unified=0',
      '--no-ext-diff',
      '--no-color',
      base,
      '--',
      file,
    ];
    const { stdout } = await runGit(root, asked);
    return [file, added(stdout)] as const;
  });
  return new Map(await Promise.all(entries));
}

/** Of the heads of hunks, `@@ -3,2 +4,5 @@`; 0 lines are none. */
const added = (diff: string): readonly LineRange[] =>
  [...diff.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].flatMap(([, from, count = '1']) =>
    count === '0' ? [] : [{ from: Number(from), to: Number(from) + Number(count) - 1 }],
  );
