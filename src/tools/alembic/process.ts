import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Output } from '../../model/observation.ts';
import { OutputFile } from './output-file.ts';

/** Beside this file in the sources, beside the bundle in `dist/`. */
const driver = join(import.meta.dirname, 'migrate_check_driver');

export interface DriverOptions {
  readonly python: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export type Answer = Readonly<Record<string, unknown>>;

/** Why there is no answer. `pending` is the statement the driver was last known to wait for. */
export interface Unanswered {
  readonly kind: 'exited' | 'timed-out';
  /** How the process ended, in words. */
  readonly how: string;
  readonly output: Output;
  readonly pending: Answer | undefined;
}

/** Answers what the driver asks in the middle of a command. */
export type Reply = (question: Answer) => Promise<Answer>;

const nothingIsAsked: Reply = () => Promise.reject(new Error('The driver asks nothing outside a move'));

export type Asked = { readonly kind: 'answer'; readonly answer: Answer } | Unanswered;

/** The Python process that makes the moves. One command at a time; it is started anew after it had to be killed. */
export class Driver {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #exit: Promise<string>;
  readonly #output = new OutputFile();
  /** Stands before each answer: what a migration writes into any descriptor it finds is none. */
  readonly #mark = randomBytes(16).toString('hex');
  #pending: Answer | undefined;

  constructor({ python, cwd, env }: DriverOptions) {
    this.#child = spawn(python, [driver], {
      cwd,
      env: { ...env, PYTHONUNBUFFERED: '1', PYTHONDONTWRITEBYTECODE: '1', PYTHONIOENCODING: 'utf-8' },
      // Commands, output, output, answers, and a pipe that only lives as long as we do.
      stdio: ['pipe', this.#output.descriptor, this.#output.descriptor, 'pipe', 'pipe'],
      // A group of its own, so that what the migrations start can be ended with it.
      detached: process.platform !== 'win32',
    });
    this.#child.stdin?.on('error', () => undefined);
    this.#child.stdin?.write(`${this.#mark}\n`);
    const answers = this.#child.stdio[3] as Readable;
    this.#lines = createInterface({ input: answers, crlfDelay: Number.POSITIVE_INFINITY })[
      Symbol.asyncIterator
    ]();
    this.#exit = this.#whenGone();
  }

  /** Sends a command and waits for its answer; kills the process when that takes longer than `timeoutMs`. */
  async ask(
    command: Answer,
    timeoutMs: number,
    signal: AbortSignal,
    reply: Reply = nothingIsAsked,
  ): Promise<Asked> {
    signal.throwIfAborted();
    this.#pending = undefined;
    this.#write(command);
    const timer = new AbortController();
    const late = new Promise<'late'>((resolve) => {
      const timeout = setTimeout(() => resolve('late'), timeoutMs);
      timer.signal.addEventListener('abort', () => clearTimeout(timeout), { once: true });
      signal.addEventListener('abort', () => resolve('late'), { once: true, signal: timer.signal });
    });
    try {
      const answer = await Promise.race([this.#answer(reply), late]);
      if (typeof answer === 'object') return { kind: 'answer', answer };
      // A migration that closes our descriptors can go on for as long as it likes without an answer.
      const ended = answer === undefined && (await Promise.race([this.#exit, late])) !== 'late';
      if (!ended) await this.#kill();
      signal.throwIfAborted();
      return this.#unanswered(ended ? 'exited' : 'timed-out');
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
    await this.kill();
  }

  async kill(): Promise<void> {
    await this.#kill();
    this.#output.close();
  }

  async #kill(): Promise<void> {
    this.#signal('SIGKILL');
    await this.#exit;
  }

  async #unanswered(kind: Unanswered['kind']): Promise<Unanswered> {
    return { kind, how: await this.#exit, output: this.#output.read(), pending: this.#pending };
  }

  async #answer(reply: Reply): Promise<Answer | undefined> {
    for (;;) {
      const { value, done } = await this.#lines.next();
      if (done) return undefined;
      const answer = this.#parse(value);
      if (!answer) continue;
      if ('pending' in answer) this.#pending = answer['pending'] as Answer;
      else if ('asks' in answer) this.#write(await reply(answer['asks'] as Answer));
      else return answer;
    }
  }

  #write(line: Answer): void {
    this.#child.stdin?.write(`${JSON.stringify(line)}\n`);
  }

  #parse(line: string): Answer | undefined {
    const at = line.indexOf(this.#mark);
    return at === -1 ? undefined : (JSON.parse(line.slice(at + this.#mark.length)) as Answer);
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
