import { readFile } from 'node:fs/promises';
import type { Report } from '../model/report.ts';
import { SetupError } from '../model/setup-error.ts';
import { parseReport } from '../reporters/read-report.ts';

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
