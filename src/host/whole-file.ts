import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Throws an Error when a file could not be written there, with its directories where there are none yet. Writes nothing. */
export async function mustBeWritable(file: string): Promise<void> {
  const there = await stat(file).catch(unlessMissing);
  if (there?.isDirectory()) throw new Error('it is a directory');
  if (there) return access(file, constants.W_OK);
  const above = await nearest(dirname(file));
  if (!(await stat(above)).isDirectory()) throw new Error(`${above} is no directory`);
  await access(above, constants.W_OK | constants.X_OK);
}

/** The directory itself, or the nearest one above it that is there. */
async function nearest(directory: string): Promise<string> {
  const there = await stat(directory).catch(unlessMissing);
  const above = dirname(directory);
  return there || above === directory ? directory : nearest(above);
}

/** With those above it, one by one: where none can be made, as in /proc, Node's `recursive` tries for ever. */
async function makeDirectory(directory: string): Promise<void> {
  if (await stat(directory).catch(unlessMissing)) return;
  await makeDirectory(dirname(directory));
  await mkdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/**
 * Writes all of a file or nothing of it, and makes the directories that it needs. What is no ordinary file, such as a
 * pipe, and what stands where nothing new may be made, is written into.
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  await makeDirectory(dirname(file));
  const target = await realpath(file).catch(() => file);
  const there = await stat(target).catch(unlessMissing);
  const isReplaceable = await access(dirname(target), constants.W_OK).then(
    () => !there || there.isFile(),
    () => false,
  );
  if (!isReplaceable) return writeFile(target, text);
  const beside = join(dirname(target), `.migrate-check-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(beside, text, there ? { mode: there.mode } : {});
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
