import { readFile } from 'node:fs/promises';
import { SetupError } from '../model/setup-error.ts';

/** The SQL that a history starts from. SetupError `base-sql-failed` where the file cannot be read. */
export async function readBaseSql(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new SetupError(
      'base-sql-failed',
      `The base file ${file} cannot be read`,
      'Name a file that is there: --base-sql base.sql',
      { cause },
    );
  }
}
