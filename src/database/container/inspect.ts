import type { FoundEngine } from './engine.ts';

type Client = FoundEngine['client'];

/** Why the container of that name will never answer; undefined while it may, or while it is not there yet. */
export async function deathOf(client: Client, name: string): Promise<string | undefined> {
  const container = client.container.getById(name);
  const seen = await container.inspect().catch(() => undefined);
  if (seen === undefined || !['exited', 'dead'].includes(seen.State.Status)) return undefined;
  return seen.State.OOMKilled ? 'it ran out of memory' : `it ended by itself with ${seen.State.ExitCode}`;
}

/** The last lines that the container printed, as many as help; none when it is not there. */
export async function lastLines(client: Client, name: string): Promise<readonly string[]> {
  const container = client.container.getById(name);
  const log = await container.logs({ stdout: true, stderr: true, tail: 12 }).catch(() => Buffer.alloc(0));
  return unframe(log).split('\n').filter(Boolean);
}

/**
 * Without a terminal the engine sends both streams as frames: a byte for the stream, three of nothing, and the length
 * in four (https://docs.docker.com/reference/api/engine/, "Attach to a container").
 */
function unframe(log: Buffer): string {
  const parts: Buffer[] = [];
  for (let at = 0; at + 8 <= log.length; ) {
    const end = at + 8 + log.readUInt32BE(at + 4);
    parts.push(log.subarray(at + 8, end));
    at = end;
  }
  return Buffer.concat(parts).toString('utf8');
}
