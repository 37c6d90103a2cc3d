import { constants } from 'node:fs';
import { access, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Report } from '../model/report.ts';
import { SetupError } from '../model/setup-error.ts';
import { parseReport } from '../reporters/read-report.ts';

/** SetupError when a report cannot be written there: better now than after the work. */
export async function mustBeWritable(file: string): Promise<void> {
  const there = await stat(file).catch(() => undefined);
  if (there?.isDirectory()) throw notWritable(file, 'it is a directory');
  await access(there ? file : dirname(file), constants.W_OK).catch((cause: NodeJS.ErrnoException) => {
    throw notWritable(
      file,
      cause.code === 'ENOENT' ? `there is no directory ${dirname(file)}` : cause.message,
    );
  });
}

export async function writeReport(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((cause: Error) => {
    throw notWritable(file, cause.message);
  });
}

const notWritable = (file: string, why: string): SetupError =>
  new SetupError(
    'bad-setting',
    `The report cannot be written to ${file}: ${why}`,
    'Name another file: --json report.json',
  );

/** A report that `--json` has written, in the file that the user calls `shown`. SetupError `unreadable-report` when it is none. */
export async function readReport(file: string, shown: string): Promise<Report> {
  try {
    return parseReport(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new SetupError(
      'unreadable-report',
      `${shown} cannot be judged. ${(cause as Error).message}`,
      'Name a file that migrate-check --json has written',
      { cause },
    );
  }
}
