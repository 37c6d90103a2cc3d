/** Times the check against the other ways of making the same moves, side by side in one run. `npm run bench -- 50 200`. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseServer } from '../src/database/provider.ts';
import { startDatabase } from '../src/database/start.ts';
import { writeHistory } from './bench/history.ts';
import { plot } from './bench/plot.ts';
import {
  commands,
  floor,
  type Ground,
  migrateCheck,
  processes,
  pytestAlembic,
  type Timing,
} from './bench/ways.ts';
import { pythonEnv } from './python-env.ts';

export interface Row {
  readonly name: string;
  readonly moves: number;
  readonly timings: readonly Timing[];
}

const sizes = process.argv.slice(2).map(Number);
const histories = sizes.length > 0 ? sizes : [50, 200, 1000, 2000];

async function main(): Promise<void> {
  const python = await pythonEnv('bench');
  await using server = await startDatabase(
    { progress: (line) => console.error(line) },
    'local',
    new AbortController().signal,
  );
  const rows: Row[] = [];
  for (const revisions of histories) rows.push(await timeHistory(server, python, { revisions, tables: 1 }));
  for (const tables of [50, 500]) rows.push(await timeSchema(server, python, tables));
  console.log(table(rows));
  await writeFile(
    join(import.meta.dirname, '..', 'docs', 'bench.svg'),
    plot(rows.filter(({ name }) => name.endsWith('revisions'))),
  );
}

interface Shape {
  readonly revisions: number;
  readonly tables: number;
}

async function timeHistory(server: DatabaseServer, python: string, shape: Shape): Promise<Row> {
  console.error(`${shape.revisions} revisions`);
  const moves = (shape.revisions + 1) * 5;
  const timings = [
    await onGround(server, python, shape, floor),
    await onGround(server, python, shape, migrateCheck),
    await onGround(server, python, shape, (ground) => commands(ground, 30)),
    await onGround(server, python, shape, (ground) => processes(ground, 6)),
    ...(shape.revisions <= 200 ? [await onGround(server, python, shape, pytestAlembic)] : []),
  ];
  return { name: `${shape.revisions} revisions`, moves, timings };
}

/** The same 100 revisions on a schema of another size. */
async function timeSchema(server: DatabaseServer, python: string, tables: number): Promise<Row> {
  console.error(`100 revisions on ${tables} tables`);
  const shape = { revisions: 100, tables };
  const timings = [
    await onGround(server, python, shape, floor),
    await onGround(server, python, shape, migrateCheck),
  ];
  return { name: `100 on ${tables} tables`, moves: 505, timings };
}

async function onGround(
  server: DatabaseServer,
  python: string,
  shape: Shape,
  way: (ground: Ground) => Promise<Timing>,
): Promise<Timing> {
  const directory = await mkdtemp(join(tmpdir(), 'migrate-check-bench-'));
  const database = await server.create();
  try {
    const { host, port, user, database: name } = database.address;
    const url = `postgresql+psycopg2://${user}:${encodeURIComponent(database.address.password())}@${host}:${port}/${name}`;
    await writeHistory(directory, shape, url);
    return await way({ directory, python, revisions: shape.revisions, moves: (shape.revisions + 1) * 5 });
  } finally {
    await server.drop(database);
    await rm(directory, { recursive: true });
  }
}

function table(rows: readonly Row[]): string {
  const lines = rows.flatMap((row) => [
    '',
    `${row.name} (${row.moves} moves)`,
    ...row.timings.map((timing) => line(row, timing)),
  ]);
  return lines.join('\n');
}

function line(row: Row, timing: Timing): string {
  const seconds = (way: string): number | undefined =>
    row.timings.find((other) => other.way === way)?.seconds;
  const ratio = (other: number | undefined): string =>
    other === undefined ? '' : `${(timing.seconds / other).toFixed(2)} x`;
  const sampled =
    timing.measured > 0 && timing.measured < row.moves ? `  (from ${timing.measured} moves)` : '';
  const memory = Object.entries(timing.peak)
    .map(([name, megabytes]) => `${name} ${megabytes} MB`)
    .join(', ');
  const columns = [
    timing.way.padEnd(30),
    `${timing.seconds.toFixed(2)} s`.padStart(11),
    `${((timing.seconds / row.moves) * 1000).toFixed(2)} ms/move`.padStart(16),
  ];
  return `  ${columns.join('')}${`${ratio(seconds('floor'))} floor`.padStart(16)}${`${ratio(seconds('migrate-check'))} ours`.padStart(16)}  ${memory}${sampled}`;
}

await main();
