import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Beside this file in the sources, beside the bundle in `dist/`. */
const driver = join(import.meta.dirname, 'migrate_check_driver');

export interface DriverOptions {
  readonly python: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export type Answer = Readonly<Record<string, unknown>>;

/** The answer, or why there is none. `pending` is the statement the driver was last known to wait for. */
export type Asked =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | {
      readonly kind: 'exited';
      readonly how: string;
      readonly printed: string;
      readonly pending: Answer | undefined;
    }
  | { readonly kind: 'timed-out'; readonly pending: Answer | undefined };

/** The Python process that makes the moves. One command at a time; it is started anew after it had to be killed. */
export class Driver {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #exit: Promise<string>;
  #printed = '';
  #pending: Answer | undefined;

  constructor({ python, cwd, env }: DriverOptions) {
    this.#child = spawn(python, [driver], {
      cwd,
      env: { ...env, PYTHONUNBUFFERED: '1', PYTHONDONTWRITEBYTECODE: '1', PYTHONIOENCODING: 'utf-8' },
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
      // A group of its own, so that what the migrations start can be ended with it.
      detached: process.platform !== 'win32',
    });
    this.#child.stdin?.on('error', () => undefined);
    // Only what is printed before the driver has taken its descriptors over: an interpreter that does not start.
    this.#child.stderr
      ?.setEncoding('utf8')
      .on('data', (chunk: string) => (this.#printed = (this.#printed + chunk).slice(-4000)));
    const answers = this.#child.stdio[3] as Readable;
    this.#lines = createInterface({ input: answers, crlfDelay: Number.POSITIVE_INFINITY })[
      Symbol.asyncIterator
    ]();
    this.#exit = this.#whenGone();
  }

  /** Sends a command and waits for its answer; kills the process when that takes longer than `timeoutMs`. */
  async ask(command: Answer, timeoutMs: number, signal: AbortSignal): Promise<Asked> {
    this.#pending = undefined;
    this.#child.stdin?.write(`${JSON.stringify(command)}\n`);
    const timer = new AbortController();
    const late = new Promise<'late'>((resolve) => {
      const timeout = setTimeout(() => resolve('late'), timeoutMs);
      timer.signal.addEventListener('abort', () => clearTimeout(timeout), { once: true });
      signal.addEventListener('abort', () => resolve('late'), { once: true, signal: timer.signal });
    });
    try {
      const answer = await Promise.race([this.#answer(), late]);
      if (answer === 'late') {
        await this.kill();
        signal.throwIfAborted();
        return { kind: 'timed-out', pending: this.#pending };
      }
      if (answer) return { kind: 'answer', answer };
      return { kind: 'exited', how: await this.#exit, printed: this.#printed, pending: this.#pending };
    } finally {
      timer.abort();
    }
  }

  /** Lets it end by itself, so that env.py can close what it has opened; kills it when it does not. */
  async end(): Promise<void> {
    this.#child.stdin?.end();
    const timeout = setTimeout(() => this.#signal('SIGKILL'), 5000);
    await this.#exit;
    clearTimeout(timeout);
    this.#signal('SIGKILL');
  }

  async kill(): Promise<void> {
    this.#signal('SIGKILL');
    await this.#exit;
  }

  async #answer(): Promise<Answer | undefined> {
    for (;;) {
      const { value, done } = await this.#lines.next();
      if (done) return undefined;
      const answer = JSON.parse(value) as Answer;
      if (!('pending' in answer)) return answer;
      this.#pending = answer['pending'] as Answer;
    }
  }

  async #whenGone(): Promise<string> {
    const outcome = await Promise.race([once(this.#child, 'exit'), once(this.#child, 'error')]).catch(
      (error: unknown) => [error],
    );
    const [code, signal] = outcome as [number | null | Error, string | null | undefined];
    if (code instanceof Error) return code.message;
    return signal ? `it was ended by ${signal}` : `it exited with ${code}`;
  }

  #signal(name: NodeJS.Signals): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, name);
    } catch {
      // Nobody of the group is left.
    }
  }
}
