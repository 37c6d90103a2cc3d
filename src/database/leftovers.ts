import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnJanitor } from './janitor.ts';

/** A new directory for the watch lists of one run, to be named as `watchLists` of a DatabaseRequest. */
export const makeWatchLists = (parent: string): Promise<string> => mkdtemp(join(parent, 'migrate-check-'));

/**
 * Removes what is still in the watch lists of a run, and then these: containers, servers and directories whose janitors
 * were killed before they were through. Answers how many janitors those were.
 */
export async function removeLeftovers(watchLists: string): Promise<number> {
  const names = await readdir(watchLists).catch(() => []);
  await Promise.all(names.map((name) => finish(join(watchLists, name))));
  await rm(watchLists, { recursive: true, force: true });
  return names.length;
}

async function finish(watchList: string): Promise<void> {
  const lines = await readFile(watchList).catch(() => '');
  const janitor = await spawnJanitor(watchList);
  const ended = once(janitor, 'exit');
  janitor.stdin.end(lines);
  await ended;
}
