import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** When what a test has made is to go. */
export type Finished = (clean: () => Promise<void>) => void;

/** A directory with these files, gone when the test is. */
export async function temporary(
  files: Readonly<Record<string, string>> = {},
  finished: Finished = onTestFinished,
): Promise<string> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'migrate-check-test-')));
  finished(() => rm(directory, { recursive: true, force: true }));
  await write(directory, files);
  return directory;
}

export async function write(directory: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = join(directory, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
