import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Facts } from '../../../src/model/report.ts';

/**
 * What was seen of the cases can be kept and judged again without a server, which is how scripts/mutate.ts asks the
 * same cases of a thousand changed rules: MIGRATE_CHECK_RECORD and MIGRATE_CHECK_RECORDED name the directory.
 */
const writeTo = process.env['MIGRATE_CHECK_RECORD'];
export const readFrom = process.env['MIGRATE_CHECK_RECORDED'];

/** The facts of a case as they were recorded, else as they are seen now. */
export async function recorded(key: string, see: () => Promise<Facts>): Promise<Facts> {
  if (readFrom !== undefined)
    return JSON.parse(await readFile(join(readFrom, `${key}.json`), 'utf8')) as Facts;
  const facts = await see();
  if (writeTo !== undefined) {
    await mkdir(writeTo, { recursive: true });
    await writeFile(join(writeTo, `${key}.json`), JSON.stringify(facts));
  }
  return facts;
}
