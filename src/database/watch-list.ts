import { randomBytes } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Leftover } from './leftover.ts';

/** The list of a janitor, in a file: a killed job takes the janitor along with everything else. */
export interface WatchList {
  readonly file: string;
  /** On the disk when it returns, since what is written down is made right afterwards. */
  write(id: number, leftover?: Leftover): void;
}

/** A new one in a directory that is there. Readable by nobody else: the key to a container engine may be in it. */
export function openWatchList(directory: string): WatchList {
  const file = join(directory, `${randomBytes(8).toString('hex')}.jsonl`);
  return {
    file,
    write(id, leftover) {
      const entry = leftover?.kind === 'program' ? identified(leftover) : leftover;
      if (leftover && !entry) return;
      appendFileSync(file, `${JSON.stringify([id, entry])}\n`, { mode: 0o600 });
    },
  };
}

/**
 * Whoever reads it later has to know that the number is still the same program's: by when that started, in clock ticks
 * since the machine did, field 22 of proc(5). Where there is no /proc the program stays off the list; a server
 * ends by itself within a minute when its directory goes.
 */
function identified(program: Leftover & { readonly kind: 'program' }): object | undefined {
  try {
    const afterName = readFileSync(`/proc/${program.pid}/stat`, 'latin1').split(') ').at(-1);
    return { ...program, startTicks: afterName?.split(' ')[19] };
  } catch {
    return undefined;
  }
}
