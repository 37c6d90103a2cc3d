import { realpath, stat } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { isAbove } from '../model/place.ts';
import { SetupError } from '../model/setup-error.ts';
import { environment } from './environment.ts';
import { gitRoot } from './git.ts';

/**
 * The directory that is meant and the root that places are relative to, both without symbolic links, so that one is
 * below the other. Where git knows no repository, as in a container without git, the root is that of the job, if the
 * directory is in it. SetupError `no-project` when it is no directory.
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
  if (top !== undefined) return { directory: real, root: await realpath(top) };
  const workspace = environment()['GITHUB_WORKSPACE'];
  const around = workspace && (await realpath(workspace).catch(() => undefined));
  return { directory: real, root: around && !isAbove(relative(around, real)) ? around : real };
}
