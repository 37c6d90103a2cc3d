import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseAddress } from './provider.ts';
import { connect } from './session.ts';

export interface Patience {
  readonly signal: AbortSignal;
  /** Milliseconds until we give up. */
  readonly patience: number;
  /** Why the server will never answer, once that is so. */
  died(): Promise<string | undefined>;
}

/** Resolves once the server takes sessions. Rejects when it died, refuses us, or does not answer in time. */
export async function waitUntilReady(
  address: DatabaseAddress,
  { signal, patience, died }: Patience,
): Promise<void> {
  const deadline = performance.now() + patience;
  for (;;) {
    signal.throwIfAborted();
    const refusal = await tryOnce(address, signal, Math.max(1, deadline - performance.now()));
    if (refusal === undefined) return;
    signal.throwIfAborted();
    if (isFinal(refusal)) throw refusal;
    const why = await died();
    if (why !== undefined) throw new Error(why, { cause: refusal });
    if (performance.now() > deadline)
      throw new Error(`it does not answer on ${address.host}:${address.port} within ${patience / 1000} s`, {
        cause: refusal,
      });
    await pause(15);
  }
}

async function tryOnce(
  address: DatabaseAddress,
  signal: AbortSignal,
  timeout: number,
): Promise<Error | undefined> {
  try {
    await (await connect(address, { signal, timeout })).end();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Classes 28 (who we are) and 3D (which database): waiting changes neither. */
function isFinal(error: Error & { code?: string }): boolean {
  return /^(28|3D)/.test(error.code ?? '');
}
