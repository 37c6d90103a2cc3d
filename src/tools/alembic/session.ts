import type { DatabaseAddress } from '../../database/provider.ts';
import type { ComparedModels } from '../../model/models.ts';
import type { Direction, Failure, Move, Remark, Statement } from '../../model/observation.ts';
import type { Toolchain } from '../../model/project.ts';
import type { RevisionGraph, RevisionId } from '../../model/revision.ts';
import { type Refusal, SetupError, type SetupErrorCode } from '../../model/setup-error.ts';
import type { MoveOptions, Sent, ToolSession, UpgradeToHeads } from '../tool.ts';
import { AloneConversation } from './alone.ts';
import {
  type Answer,
  type Asked,
  Driver,
  type DriverOptions,
  type Reply,
  type Unanswered,
} from './process.ts';
import { withoutPassword } from './secret.ts';

/** What `open` needs to be told, again after a driver had to be killed. */
export interface SessionOptions {
  readonly driver: DriverOptions;
  readonly open: Answer;
  readonly interpreter: string;
  readonly signal: AbortSignal;
}

/** Loading a project's code is not part of a move, and has a limit of its own. */
const openTimeoutMs = 180_000;

interface MoveAnswer {
  readonly milliseconds: number;
  readonly statements: readonly Statement[];
  readonly skipped: number;
  readonly moves: number;
  readonly output: Move['output'];
  readonly failure?: Failure;
  readonly left?: Move['left'];
  /** How statements of the revision went past the driver. */
  readonly ways: readonly Remark[];
}

export class AlembicSession implements ToolSession {
  readonly toolchain: Toolchain;
  readonly graph: RevisionGraph;
  readonly sources: readonly string[];
  versionTable: ToolSession['versionTable'] = {
    schema: undefined,
    name: 'alembic_version',
    column: 'version_num',
  };
  readonly #options: SessionOptions;
  readonly #remarks = new Map<string, Remark>();
  #driver: Driver | undefined;
  #around: Sent[] | undefined = [];

  private constructor(options: SessionOptions, driver: Driver, answer: Answer) {
    this.#options = options;
    this.#driver = driver;
    this.graph = answer['graph'] as RevisionGraph;
    this.sources = answer['sources'] as readonly string[];
    this.toolchain = {
      interpreter: options.interpreter,
      versions: answer['versions'] as Toolchain['versions'],
    };
  }

  static async open(options: SessionOptions): Promise<AlembicSession> {
    const { driver, answer } = await startDriver(options);
    return new AlembicSession(options, driver, answer);
  }

  get remarks(): readonly Remark[] {
    return [...this.#remarks.values()];
  }

  takeAround(): readonly Sent[] | undefined {
    const around = this.#around;
    this.#around = [];
    return around;
  }

  async move(direction: Direction, revision: RevisionId, run: MoveOptions): Promise<Move> {
    const answer = await this.#make({ command: 'move', direction, revision }, run);
    const { milliseconds, statements, output, failure, skipped, left, ways } = answer;
    if (skipped > 0)
      this.#remark({
        kind: 'statements-cut',
        text: `${skipped} statements of the ${direction} of ${revision} are not listed: there are too many`,
      });
    return {
      direction,
      revision,
      milliseconds,
      statements,
      output,
      ...(failure ? { failure } : {}),
      ...(left ? { left } : {}),
      ...(ways.length > 0 ? { unlisted: { ways } } : {}),
    };
  }

  async upgradeToHeads(run: MoveOptions): Promise<UpgradeToHeads> {
    const { moves, milliseconds, output, failure } = await this.#make({ command: 'heads' }, run);
    return { moves, milliseconds, output, ...(failure ? { failure } : {}) };
  }

  async compareModels(run: MoveOptions): Promise<ComparedModels | { readonly why: string }> {
    const asked = await this.#askWith(run, { command: 'models' });
    if (asked.kind !== 'answer')
      return { why: `${cutOff(asked, run.timeoutMs).message}, while the models were compared` };
    this.#note(asked.answer);
    const { models, why } = asked.answer as { models?: ComparedModels; why?: string };
    return models ?? { why: why ?? 'nobody knows why' };
  }

  async stamp(revisions: readonly RevisionId[], run: MoveOptions): Promise<void> {
    const asked = await this.#askWith(run, { command: 'stamp', revisions });
    if (asked.kind !== 'answer')
      throw new SetupError(
        'env-failed',
        asked.kind === 'exited'
          ? `env.py ends the Python process: ${asked.how}`
          : `env.py does not end within ${run.timeoutMs / 1000} s`,
        'Run it as Alembic does: python -m alembic current',
        { details: lastLines(asked.output.text) },
      );
    this.#note(asked.answer);
  }

  async release(): Promise<void> {
    if (this.#driver) throwProblem(await this.#ask({ command: 'release' }, openTimeoutMs));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const driver = this.#driver;
    this.#driver = undefined;
    await driver?.end();
  }

  async #make(command: Answer, run: MoveOptions): Promise<MoveAnswer> {
    const started = performance.now();
    const asked = await this.#askWith(run, command);
    if (asked.kind === 'answer') {
      this.#note(asked.answer);
      return asked.answer as unknown as MoveAnswer;
    }
    return {
      milliseconds: performance.now() - started,
      statements: [],
      skipped: 0,
      moves: 0,
      ways: [],
      output: asked.output,
      failure: cutOff(asked, run.timeoutMs),
    };
  }

  async #askWith({ database, timeoutMs, observe }: MoveOptions, command: Answer): Promise<Asked> {
    await using conversation = new AloneConversation(observe);
    const asked = await this.#ask(
      { ...command, database: spell(database), traced: observe !== undefined },
      timeoutMs,
      conversation.reply,
    );
    return throwProblem(withoutPassword(asked, database));
  }

  async #ask(command: Answer, timeoutMs: number, reply?: Reply): Promise<Asked> {
    this.#driver ??= (await startDriver(this.#options)).driver;
    const asked = await this.#driver.ask(command, timeoutMs, this.#options.signal, reply);
    if (asked.kind !== 'answer') {
      await this.#driver.kill();
      this.#driver = undefined;
    }
    return asked;
  }

  #note(answer: Answer): void {
    const table = answer['versionTable'] as { schema: string | null; name: string; column: string };
    this.versionTable = { ...table, schema: table.schema ?? undefined };
    const around = answer['around'] as readonly Sent[] | null;
    if (around === null) this.#around = undefined;
    else this.#around?.push(...around);
    for (const remark of answer['remarks'] as readonly Remark[]) this.#remark(remark);
  }

  #remark(remark: Remark): void {
    this.#remarks.set(remark.text, remark);
  }
}

async function startDriver({
  driver: options,
  open,
  signal,
}: SessionOptions): Promise<{ driver: Driver; answer: Answer }> {
  const driver = new Driver(options);
  try {
    const asked = await driver.ask(open, openTimeoutMs, signal);
    if (asked.kind !== 'answer') {
      const how = asked.kind === 'exited' ? asked.how : 'it does not answer';
      throw new SetupError(
        'bad-project',
        `The project cannot be loaded: ${how}`,
        'Run it as Alembic does: python -m alembic history',
        { details: lastLines(asked.output.text) },
      );
    }
    throwProblem(asked);
    return { driver, answer: asked.answer };
  } catch (error) {
    await driver.kill();
    throw error;
  }
}

const lastLines = (text: string): readonly string[] =>
  text.trim() === '' ? [] : text.trim().split('\n').slice(-12);

function throwProblem(asked: Asked): Asked {
  const problem = (asked.kind === 'answer' ? asked.answer['setup'] : undefined) as
    | (Refusal & { readonly code: SetupErrorCode })
    | undefined;
  if (!problem) return asked;
  throw new SetupError(problem.code, problem.message, problem.hint, problem);
}

/** Only here does the password leave its address: into the pipe of the driver. */
function spell(address: DatabaseAddress): Answer {
  const { host, port, user, database } = address;
  return { host, port, user, database, password: address.password() };
}

function cutOff({ kind, how, pending }: Unanswered, timeoutMs: number): Failure {
  const late = kind === 'timed-out';
  return {
    reason: kind,
    error: late ? 'TimedOut' : 'Exited',
    message: late
      ? `it did not end within ${timeoutMs / 1000} s and was cut off`
      : `the migration ended the Python process: ${how}`,
    calledFrom: [],
    ...whereOf(pending),
  };
}

function whereOf(pending: Answer | undefined): Pick<Failure, 'sql' | 'place'> {
  if (!pending) return {};
  const { sql, place } = pending as unknown as Statement;
  return { sql, ...(place ? { place } : {}) };
}
