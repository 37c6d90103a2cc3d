import type { Database, DatabaseServer, LoggedStatement } from '../database/provider.ts';
import type { Move, NotObserved, Unlisted } from '../model/observation.ts';
import { SetupError } from '../model/setup-error.ts';
import { loadSql } from '../sql/engine.ts';
import { withoutValues } from '../sql/values.ts';
import type { ToolSession } from '../tools/tool.ts';
import { compareSent } from './unlisted.ts';

/** Statements that are shown of those that nobody has listed, and characters of each. */
const shown = 3;
const longest = 160;

/**
 * Compares the statements that moves list with those that the server says it was sent: what went past the tool's eyes
 * (a raw cursor, a connection or a program of the migration's own) is not missed in silence.
 */
export class CrossCheck {
  /** What could not be seen, each once. */
  readonly #notObserved = new Map<string, NotObserved>();
  readonly #log: DatabaseServer['log'];
  readonly #session: ToolSession;

  constructor(log: DatabaseServer['log'], session: ToolSession) {
    this.#log = log;
    this.#session = session;
    if ('why' in log) this.#notCompared(log.why);
  }

  get notObserved(): readonly NotObserved[] {
    return [...this.#notObserved.values()];
  }

  /** What was sent so far belongs to no move. */
  async begin(database: Database): Promise<void> {
    await this.#take(database);
    this.#session.takeAround();
  }

  /**
   * Called after each move, before anybody else makes one there: what the server was sent and the move does not list.
   * Where the log cannot be read it is what the tool has noticed.
   */
  async unlistedIn(move: Move, database: Database): Promise<Unlisted | undefined> {
    const { ways = [] } = move.unlisted ?? {};
    const compared = await this.#compare(move, database);
    if (compared === 'nothing was told') return undefined;
    if (compared === 'not compared') return move.unlisted;
    if (compared.length === 0) return undefined;
    const sent = { count: compared.length, texts: [...new Set(compared.map(brief))] };
    this.#note(sentence(move, sent));
    return { sent: { ...sent, texts: sent.texts.slice(0, shown) }, ways };
  }

  async #compare(
    move: Move,
    database: Database,
  ): Promise<readonly string[] | 'not compared' | 'nothing was told'> {
    const logged = await this.#take(database);
    const around = this.#session.takeAround();
    if (!isListed(move)) return 'nothing was told';
    if (!logged) return 'not compared';
    if (!around) return this.#notCompared('env.py sends more statements than are kept');
    await loadSql();
    const { unlisted, found } = compareSent(logged, [...around, ...move.statements]);
    if (found === 0 && move.statements.length > 0 && !move.failure)
      return this.#notCompared('it does not have those that are listed');
    return unlisted;
  }

  async #take(database: Database): Promise<readonly LoggedStatement[] | undefined> {
    if ('why' in this.#log) return undefined;
    try {
      return await this.#log.take(database);
    } catch (error) {
      if (error instanceof SetupError) throw error;
      this.#notCompared(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  #notCompared(why: string): 'not compared' {
    const sentence = 'whether all statements are listed was not compared with the log of the server';
    this.#note({ what: 'log', why: `${sentence}: ${why}` });
    return 'not compared';
  }

  #note(one: NotObserved): void {
    this.#notObserved.set(JSON.stringify(one), one);
  }
}

/** A move that was cut off has told nothing. */
const isListed = ({ failure }: Move): boolean =>
  failure === undefined || !['timed-out', 'exited'].includes(failure.reason);

function sentence(
  { direction, revision }: Move,
  { count, texts }: NonNullable<Unlisted['sent']>,
): NotObserved {
  const more = texts.length > shown ? ` and ${texts.length - shown} more` : '';
  const what = count === 1 ? 'a statement' : `${count} statements`;
  return {
    what: 'statements',
    revision,
    why: `during its ${direction} the server was sent ${what} that nobody has listed: ${texts.slice(0, shown).join('; ')}${more}`,
  };
}

/** On one line. Values may be anybody's secrets: drivers write them into the text. */
function brief(sql: string): string {
  const text = withoutValues(sql.slice(0, 100 * longest))
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > longest ? `${text.slice(0, longest)}...` : text;
}
