import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { parse } from 'node:path';
import type { Writable } from 'node:stream';
import { janitorProgram } from './janitor-program.ts';
import type { Leftover } from './leftover.ts';
import { openWatchList, type WatchList } from './watch-list.ts';

/**
 * Removes what we made, however we end: a process of its own whose standard input we hold. When that ends, we have
 * ended, be it in good order, by a crash or by SIGKILL; a handler in our own process could not see the last of these.
 * A good end goes the same way, through `end`.
 */
export interface Janitor {
  /** To be called before the thing is made. The answer takes it off the list again. */
  watch(leftover: Leftover): () => void;
  /** Resolves when nothing is left of what is being watched. */
  end(): Promise<void>;
}

/**
 * Starts the janitor; it outlives Ctrl-C and a closed terminal, for it is in a session of its own. With a directory of
 * watch lists its list is also there, for whoever comes after us where somebody kills it as well.
 */
export async function startJanitor(watchLists?: string): Promise<Janitor> {
  const watchList: WatchList | undefined = watchLists === undefined ? undefined : openWatchList(watchLists);
  const child = await spawnJanitor(watchList?.file);
  const ended = once(child, 'exit');
  child.unref();
  let last = 0;
  const tell = (id: number, leftover?: Leftover): void => {
    watchList?.write(id, leftover);
    child.stdin.write(`${JSON.stringify([id, leftover])}\n`);
  };
  return {
    watch(leftover) {
      last += 1;
      const id = last;
      tell(id, leftover);
      return () => tell(id);
    },
    async end() {
      child.ref();
      child.stdin.end();
      await ended;
    },
  };
}

/** The process, which removes the watch list when it is through. */
export async function spawnJanitor(watchList?: string): Promise<ChildProcessByStdio<Writable, null, null>> {
  const argument = watchList === undefined ? [] : [watchList];
  const child = spawn(process.execPath, ['--input-type=commonjs', '-e', janitorProgram, ...argument], {
    cwd: parse(process.cwd()).root,
    detached: true,
    windowsHide: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  await once(child, 'spawn');
  child.stdin.on('error', () => undefined);
  return child;
}
