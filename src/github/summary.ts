import { appendFile, stat } from 'node:fs/promises';
import { type Delivery, delivered, skipped } from './delivery.ts';

/** Bytes that GitHub takes of one step; of more it shows nothing at all. */
const limit = 1024 * 1024;

/** Bytes that the text of a summary may have: somebody else of this step may have something to say, too. */
export const summaryBudget = 900 * 1024;

/** Adds to the summary of the job. `file` is GITHUB_STEP_SUMMARY; not every runner has one. */
export async function writeSummary(file: string | undefined, text: string): Promise<Delivery> {
  if (!file) return skipped('this runner has no summaries');
  const there = await stat(file).then(
    ({ size }) => size,
    () => 0,
  );
  const addition = `${text.trimEnd()}\n`;
  if (there + Buffer.byteLength(addition) > limit)
    return { state: 'failed', because: 'it is longer than GitHub shows' };
  await appendFile(file, addition);
  return delivered;
}
