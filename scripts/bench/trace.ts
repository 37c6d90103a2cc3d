import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseServer } from '../../src/database/provider.ts';
import { observeAlone } from '../../src/replay/alone.ts';
import { alembic } from '../../src/tools/alembic/tool.ts';
import { writeHistory } from './history.ts';

/** Milliseconds per move of the same moves, with and without asking what the server did for their statements. */
export interface TraceCost {
  readonly traced: number;
  readonly untraced: number;
}

const rounds = 3;

/** Up, down and up again of each revision. Best of some rounds that take turns, so that a busy machine is busy for both. */
export async function timeTrace(
  server: DatabaseServer,
  python: string,
  revisions: number,
): Promise<TraceCost> {
  const times = { on: Number.POSITIVE_INFINITY, off: Number.POSITIVE_INFINITY };
  for (let round = 0; round < rounds; round += 1)
    for (const way of ['on', 'off'] as const)
      times[way] = Math.min(times[way], await walk(server, python, revisions, way));
  return { traced: times.on, untraced: times.off };
}

async function walk(
  server: DatabaseServer,
  python: string,
  revisions: number,
  trace: 'on' | 'off',
): Promise<number> {
  const directory = await mkdtemp(join(tmpdir(), 'migrate-check-bench-'));
  const database = await server.create();
  try {
    await writeHistory(directory, { revisions, tables: 1 }, 'postgresql+psycopg2://nobody@127.0.0.1/nothing');
    const where = { directory, root: directory };
    const [found] = await alembic.detect(where);
    if (!found) throw new Error('The history of the bench is no project');
    await using session = await alembic.open(found, where, {
      python,
      x: [],
      env: { ...process.env, MIGRATE_CHECK_TRACE: trace },
      signal: new AbortController().signal,
    });
    const run = { database: database.address, timeoutMs: 60_000, observe: observeAlone(database) };
    const took: number[] = [];
    for (const { id } of session.graph.revisions)
      for (const direction of ['upgrade', 'downgrade', 'upgrade'] as const) {
        const move = await session.move(direction, id, run);
        if (move.failure) throw new Error(`${direction} of ${id}: ${move.failure.message}`);
        took.push(move.milliseconds);
      }
    return took.reduce((sum, one) => sum + one, 0) / took.length;
  } finally {
    await server.drop(database);
    await rm(directory, { recursive: true });
  }
}
