import type { LockMode } from '../../model/lock.ts';
import type { AloneStatement, ObserveAlone, ObservedAlone, SeenOutside } from '../tool.ts';
import type { Answer } from './process.ts';

const nothingSeen: SeenOutside = { locks: [], complete: false };

/**
 * What the driver and whoever observes say to each other about statements that commit by themselves. Disposing of it
 * ends an observation that the driver has not ended: a move that was cut off leaves nothing behind.
 */
export class AloneConversation implements AsyncDisposable {
  readonly #observe: ObserveAlone | undefined;
  #running: ObservedAlone | undefined;

  constructor(observe: ObserveAlone | undefined) {
    this.#observe = observe;
  }

  readonly reply = async (question: Answer): Promise<Answer> => {
    if (!('alone' in question)) return spell(await this.#end());
    this.#running = await this.#observe?.(question['alone'] as AloneStatement);
    return { way: this.#running?.way ?? 'outside' };
  };

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end();
  }

  async #end(): Promise<SeenOutside> {
    const running = this.#running;
    this.#running = undefined;
    return running?.way === 'outside' ? await running.end() : nothingSeen;
  }
}

/** In the words of pg_locks, as the driver knows modes. */
const spell = ({ locks, complete }: SeenOutside): Answer => ({
  locks: locks.map(({ oid, mode }) => [oid, serverWord(mode)]),
  unseen: complete ? [] : ['locks'],
});

const serverWord = (mode: LockMode): string =>
  `${mode
    .split(' ')
    .map((word) => `${word.charAt(0)}${word.slice(1).toLowerCase()}`)
    .join('')}Lock`;
