import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { bare } from './run.ts';

const execute = promisify(execFile);

/** What a program that ends at once prints; undefined when it is not there or fails. */
export async function ask(command: string, ...args: readonly string[]): Promise<string | undefined> {
  try {
    return (await execute(command, args, { env: bare, timeout: 30_000, cwd: '/' })).stdout;
  } catch {
    return undefined;
  }
}

/** The `server_version` of the binaries in a directory with `bin/`, such as 17.10; undefined when they do not run. */
export async function versionOf(home: string): Promise<string | undefined> {
  return /(\d+)(\.\d+)?/.exec((await ask(`${home}/bin/postgres`, '--version')) ?? '')?.[0];
}
