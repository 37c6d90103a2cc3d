import { randomBytes } from 'node:crypto';
import { SetupError } from '../model/setup-error.ts';
import { findEngine } from './container/engine.ts';
import { lastLines } from './container/inspect.ts';
import { logFile, startContainer } from './container/start.ts';
import { openServer } from './databases.ts';
import { type Janitor, startJanitor } from './janitor.ts';
import type { Engine } from './leftover.ts';
import type { DatabaseProvider, DatabaseServer } from './provider.ts';

const defaultMajor = 17;
const patience = 120_000;

/** A container of the user's image, through Testcontainers: the nearest thing to their production server. */
export const container: DatabaseProvider = {
  id: 'container',
  async available() {
    try {
      await findEngine();
      return { yes: true };
    } catch (error) {
      if (error instanceof SetupError) return { yes: false, because: error.message };
      throw error;
    }
  },
  async start(request, signal): Promise<DatabaseServer> {
    const image = request.image ?? `postgres:${request.postgres ?? defaultMajor}-alpine`;
    const { client, engine } = await findEngine();
    const name = `migrate-check-${randomBytes(8).toString('hex')}`;
    const janitor = await startJanitor(request.watchLists);
    const stop = (): Promise<void> => janitor.end();
    let settle = (): void => undefined;
    const beforeMade = (): void => {
      request.progress(`starting a container of ${image}`);
      settle = watchContainer(janitor, engine, name);
    };
    try {
      request.progress(`getting the image ${image}`);
      const maintenance = await startContainer({ client, image, name, signal, patience, beforeMade });
      settle();
      return await openServer({ provider: 'container', request, maintenance, log: logFile, stop });
    } catch (cause) {
      const details = await lastLines(client, name);
      if (!signal.aborted) settle();
      await stop();
      signal.throwIfAborted();
      throw failed(image, cause, details);
    }
  },
};

/** Has it removed, also when it is made only after we have ended; until the answer is called, when it is there or never will be. */
function watchContainer(janitor: Janitor, engine: Engine, name: string): () => void {
  const forget = janitor.watch({ kind: 'container', engine, name, onItsWay: true });
  return () => {
    janitor.watch({ kind: 'container', engine, name, onItsWay: false });
    forget();
  };
}

function failed(image: string, cause: unknown, details: readonly string[]): SetupError {
  if (cause instanceof SetupError) return cause;
  const why = cause instanceof Error ? cause.message : String(cause);
  return new SetupError(
    'no-database',
    `the container of ${image} does not start: ${why}`,
    `See whether it can be had with: docker pull ${image}`,
    { cause, details },
  );
}
