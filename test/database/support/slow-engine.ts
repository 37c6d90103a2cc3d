import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { engine } from './engine.ts';

export interface SlowEngine {
  /** For DOCKER_HOST. */
  readonly url: string;
  /** Resolves when somebody has asked for a container. */
  readonly asked: Promise<void>;
  /** Resolves when somebody has tried to remove a container, and was told of none. */
  readonly missed: Promise<void>;
  /** Lets the engine see the question. */
  letThrough(): void;
  /** Status of the engine's answer to it. */
  readonly made: Promise<number>;
}

/** The real engine behind a socket that keeps the making of containers back: so that one can be killed in between. */
export async function slowEngine(): Promise<SlowEngine> {
  const socketPath = join(tmpdir(), `migrate-check-test-engine-${process.pid}.sock`);
  const asked = Promise.withResolvers<void>();
  const missed = Promise.withResolvers<void>();
  const made = Promise.withResolvers<number>();
  const gate = Promise.withResolvers<void>();
  const { protocol: _, ...where } = engine?.engine ?? { protocol: 'http' };
  const server = createServer(async (incoming, answer) => {
    const { method = 'GET', url = '/', headers } = incoming;
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    if (url.startsWith('/containers/create')) {
      asked.resolve();
      await gate.promise;
    }
    const onward = request({ ...where, method, path: url, headers }, (response) => {
      if (url.startsWith('/containers/create')) made.resolve(response.statusCode ?? 0);
      if (method === 'DELETE' && response.statusCode === 404) missed.resolve();
      answer.writeHead(response.statusCode ?? 500, response.headers);
      response.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    onward.end(Buffer.concat(parts));
  });
  server.listen(socketPath);
  await once(server, 'listening');
  onTestFinished(async () => {
    gate.resolve();
    server.closeAllConnections();
    server.close();
    await rm(socketPath, { force: true });
  });
  return {
    url: `unix://${socketPath}`,
    asked: asked.promise,
    missed: missed.promise,
    letThrough: () => gate.resolve(),
    made: made.promise,
  };
}
