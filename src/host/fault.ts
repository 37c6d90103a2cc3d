import { inspect } from 'node:util';
import { Stopped } from './signals.ts';

/**
 * What to tell of something that was thrown. When clearing up fails after something else did, that something is what the
 * user has to know; and what Node.js throws into work that is stopped has the reason in it.
 */
export function rootOf(error: unknown): unknown {
  if (error instanceof SuppressedError) return rootOf(error.suppressed);
  return error instanceof Error && error.cause instanceof Stopped ? error.cause : error;
}

/** A fault of ours, as we need it to be reported. */
export function faultText(error: unknown, version: string): string {
  return [
    'this is a fault of migrate-check, not of your migrations',
    '',
    inspect(error),
    '',
    `migrate-check ${version}, Node.js ${process.version}, ${process.platform} ${process.arch}`,
    'Please report it with the lines above.',
  ].join('\n');
}
