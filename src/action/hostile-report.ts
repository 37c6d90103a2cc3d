import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { isInside } from '../model/place.ts';
import type { Report } from '../model/report.ts';
import { SetupError } from '../model/setup-error.ts';
import { parseReport } from '../reporters/read-report.ts';

/** Bytes of a report that are looked at: those of the largest histories have a tenth. */
const most = 64 * 1024 * 1024;

/**
 * A report that was written beside code of strangers: it may say anything. It has to be a file and no link, is read up to
 * a size, has to have the shape of a report, and may name no file outside the repository. `shown` is what the user calls
 * the file. Undefined where there is no such file. SetupError `unreadable-report`.
 */
export async function readHostileReport(file: string, shown: string): Promise<Report | undefined> {
  try {
    const report = parseReport(await readBounded(file));
    const outside = placesIn(report).find((place) => !isInside(place));
    if (outside !== undefined)
      throw new Error(`It names a file outside the repository: ${outside.slice(0, 200)}`);
    return report;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new SetupError(
      'unreadable-report',
      `${shown} cannot be commented on. ${(cause as Error).message}`,
      'Name the file that the input json of the other run has written, downloaded by actions/download-artifact',
      { cause },
    );
  }
}

async function readBounded(path: string): Promise<string> {
  // A link could lead to what only this machine knows, and a pipe would never end.
  await using file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  const found = await file.stat();
  if (!found.isFile()) throw new Error('It is no file');
  const { size } = found;
  if (size > most) throw new Error(`It has ${size} bytes, and more than ${most} are not read`);
  // Awaited while it is open: what goes wrong later would be nobody's.
  return await file.readFile('utf8');
}

/** The `file` of every place, wherever it is. */
function placesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'file' && typeof inner === 'string' ? [inner] : placesIn(inner),
  );
}
