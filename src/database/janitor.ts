import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parse } from 'node:path';
import { janitorProgram } from './janitor-program.ts';

/** Where a container engine listens, in the words of node:http. */
export interface Engine {
  readonly protocol: 'http' | 'https';
  readonly socketPath?: string;
  readonly host?: string;
  readonly port?: number | string;
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** What ends a program and its children in good order; 0 when that is to wait for its end, which is near. */
export type EndsBy = NodeJS.Signals | 0;

/** Something that must not outlive us. */
type Leftover =
  | { readonly kind: 'directory'; readonly path: string }
  /** A program that leads its process group. */
  | { readonly kind: 'program'; readonly pid: number; readonly signal: EndsBy }
  | {
      readonly kind: 'container';
      readonly engine: Engine;
      readonly name: string;
      /** Whether the engine may still be making it. */
      readonly onItsWay: boolean;
    };

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

/** Starts the janitor; it outlives Ctrl-C and a closed terminal, for it is in a session of its own. */
export async function startJanitor(): Promise<Janitor> {
  const child = spawn(process.execPath, ['--input-type=commonjs', '-e', janitorProgram], {
    cwd: parse(process.cwd()).root,
    detached: true,
    windowsHide: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  await once(child, 'spawn');
  const ended = once(child, 'exit');
  child.unref();
  child.stdin.on('error', () => undefined);
  let last = 0;
  return {
    watch(leftover) {
      last += 1;
      const id = last;
      child.stdin.write(`${JSON.stringify([id, leftover])}\n`);
      return () => void child.stdin.write(`${JSON.stringify([id])}\n`);
    },
    async end() {
      child.ref();
      child.stdin.end();
      await ended;
    },
  };
}
