import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** What something that has ended has left on the machine. */
export interface Footprint {
  /** Command lines. */
  readonly processes: readonly string[];
  /** Data directories of local servers. */
  readonly directories: readonly string[];
  /** In the directory for temporary files that was given to it. */
  readonly temporary: readonly string[];
}

export const nothing: Footprint = { processes: [], directories: [], temporary: [] };

/** Follows what a process starts, by a variable that its descendants inherit. Linux only: it reads `/proc`. */
export class Trail {
  /** To be given to the process. */
  readonly env: Readonly<Record<string, string>>;
  readonly #mark = `MIGRATE_CHECK_TEST_RUN=${randomUUID()}`;
  readonly #temporary: string;
  readonly #directories = new Set<string>();

  constructor(temporary: string) {
    const [name = '', value = ''] = this.#mark.split('=');
    this.env = { [name]: value, TMPDIR: temporary };
    this.#temporary = temporary;
  }

  /** Notes the data directories of the servers that a process has started, until it ends. A server does not inherit the variable. */
  async follow(pid: number): Promise<void> {
    while (existsSync(`/proc/${pid}`)) {
      await this.note(pid);
      await pause(10);
    }
  }

  /** The same for this moment. */
  async note(pid: number): Promise<void> {
    const children = (await read(`/proc/${pid}/task/${pid}/children`)).split(' ').filter(Boolean);
    for (const child of children) {
      const [, directory] = /\0-D\0(\/.+?)\/data\0/.exec(await read(`/proc/${child}/cmdline`)) ?? [];
      if (directory !== undefined) this.#directories.add(directory);
    }
  }

  /** How many servers were seen. */
  get servers(): number {
    return this.#directories.size;
  }

  async left(): Promise<Footprint> {
    const [marked, commands] = [await this.#processes(), await allCommands()];
    const directories = [...this.#directories];
    const servers = commands.filter((command) => directories.some((one) => command.includes(one)));
    return {
      processes: [...marked.map(({ command }) => command), ...servers],
      directories: directories.filter((directory) => existsSync(directory)),
      temporary: await readdir(this.#temporary),
    };
  }

  /** The processes that inherited the variable and whose command line says that. */
  async pids(words: string): Promise<readonly number[]> {
    return (await this.#processes()).flatMap(({ pid, command }) => (command.includes(words) ? [pid] : []));
  }

  async #processes(): Promise<readonly { readonly pid: number; readonly command: string }[]> {
    const found = await Promise.all(
      (await allPids()).map(async (pid) => {
        const inherited = (await read(`/proc/${pid}/environ`)).split('\0').includes(this.#mark);
        return inherited ? [{ pid: Number(pid), command: await commandOf(pid) }] : [];
      }),
    );
    return found.flat();
  }
}

const allPids = async (): Promise<readonly string[]> =>
  (await readdir('/proc')).filter((name) => /^\d+$/.test(name));

const allCommands = async (): Promise<readonly string[]> => Promise.all((await allPids()).map(commandOf));

const commandOf = async (pid: string): Promise<string> =>
  (await read(`/proc/${pid}/cmdline`)).replaceAll('\0', ' ').trim();

/** Nothing where the process has ended meanwhile, or is somebody else's. */
const read = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');
