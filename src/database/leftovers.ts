import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnJanitor } from './janitor.ts';

/** A new directory for the journals of one run, to be named as `journals` of a DatabaseRequest. */
export const makeJournals = (parent: string): Promise<string> => mkdtemp(join(parent, 'migrate-check-'));

/**
 * Removes what is still in the journals of a run, and then these: containers, servers and directories whose janitors
 * were killed before they were through. Answers how many janitors those were.
 */
export async function removeLeftovers(journals: string): Promise<number> {
  const names = await readdir(journals).catch(() => []);
  await Promise.all(names.map((name) => finish(join(journals, name))));
  await rm(journals, { recursive: true, force: true });
  return names.length;
}

async function finish(journal: string): Promise<void> {
  const lines = await readFile(journal).catch(() => '');
  const janitor = await spawnJanitor(journal);
  const ended = once(janitor, 'exit');
  janitor.stdin.end(lines);
  await ended;
}
