import { SetupError } from '../model/setup-error.ts';
import { container } from './container.ts';
import { local } from './local.ts';
import type { DatabaseProvider, DatabaseRequest, DatabaseServer } from './provider.ts';
import { server } from './server.ts';

export type DatabaseChoice = 'auto' | DatabaseProvider['id'];

const providers: Readonly<Record<DatabaseProvider['id'], DatabaseProvider>> = { container, local, server };

/**
 * Starts the first provider that can: with `auto` the user's own server when one is named, else a container, else a
 * local server. Every refusal keeps its sentence; SetupError `no-database` with all of them when nothing works, or
 * with the provider's own words and hint when only one was to be tried.
 */
export function startDatabase(
  request: DatabaseRequest,
  choice: DatabaseChoice,
  signal: AbortSignal,
): Promise<DatabaseServer> {
  return startFirst(candidates(request, choice), request, signal);
}

/** The same with providers that are given. */
export async function startFirst(
  candidates: readonly DatabaseProvider[],
  request: DatabaseRequest,
  signal: AbortSignal,
): Promise<DatabaseServer> {
  const refusals: SetupError[] = [];
  const passedOver: string[] = [];
  for (const provider of candidates) {
    signal.throwIfAborted();
    const started = await tryStart(provider, { ...request, passedOver: [...passedOver] }, signal);
    if (!(started instanceof SetupError)) return started;
    refusals.push(started);
    passedOver.push(`${provider.id}: ${started.message}`, ...started.details.map((line) => `  ${line}`));
  }
  const [only] = refusals;
  if (only && refusals.length === 1) throw only;
  throw new SetupError('no-database', 'No PostgreSQL can be had', hintFor(request), { details: passedOver });
}

export interface ProviderAnswer {
  readonly id: DatabaseProvider['id'];
  /** Why it cannot be used; absent when it can, as far as one can tell without starting it. */
  readonly refusal?: string;
}

/** What the providers that would be tried say, in the order in which they would be; starts nothing. */
export function surveyProviders(
  request: DatabaseRequest,
  choice: DatabaseChoice,
): Promise<readonly ProviderAnswer[]> {
  return Promise.all(
    candidates(request, choice).map(async (provider) => {
      const answer = await provider.available(request);
      return { id: provider.id, ...(answer.yes ? {} : { refusal: answer.because }) };
    }),
  );
}

function candidates({ url }: DatabaseRequest, choice: DatabaseChoice): readonly DatabaseProvider[] {
  if (choice !== 'auto') return [providers[choice]];
  return url === undefined ? [providers.container, providers.local] : [providers.server];
}

/** A server that cannot be had after all is a refusal like any other, unless the user asked to stop. */
async function tryStart(
  provider: DatabaseProvider,
  request: DatabaseRequest,
  signal: AbortSignal,
): Promise<DatabaseServer | SetupError> {
  const answer = await provider.available(request);
  if (!answer.yes) return new SetupError('no-database', answer.because, hintFor(request));
  try {
    return await provider.start(request, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SetupError && error.code === 'no-database') return error;
    throw error;
  }
}

function hintFor({ image }: DatabaseRequest): string {
  return image === undefined
    ? 'Start Docker, or let an embedded server be installed (--database local), or name a server of yours: --database server --database-url postgresql://user:password@host/postgres'
    : 'Start Docker, or leave --image out for a server without what that image has, or name a server of yours that has it: --database server --database-url postgresql://user:password@host/postgres';
}
