import { realpath, stat } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { SetupError } from '../model/setup-error.ts';
import { gitRoot } from './git.ts';

/**
 * The directory that is meant and the root that places are relative to, both without symbolic links, so that one is
 * below the other. SetupError `no-project` when it is no directory.
 */
export async function whereabouts(
  directory: string,
  cwd: string,
): Promise<{ readonly directory: string; readonly root: string }> {
  const shown = relative(cwd, directory) || '.';
  const found = await stat(directory).catch(() => undefined);
  if (!found)
    throw new SetupError(
      'no-project',
      `There is no directory ${shown}`,
      'Name the directory that has the migrations',
    );
  if (!found.isDirectory())
    throw new SetupError(
      'no-project',
      `${shown} is no directory`,
      `Name the directory, ${relative(cwd, dirname(directory)) || '.'}, or the file with --config ${shown}`,
    );
  const real = await realpath(directory);
  const top = await gitRoot(real);
  return { directory: real, root: top === undefined ? real : await realpath(top) };
}
