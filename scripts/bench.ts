/** Times the check against the other ways of making the same moves, side by side in one run. `npm run bench -- 50 200`. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseServer } from '../src/database/provider.ts';
import { startDatabase } from '../src/database/start.ts';
import { writeHistory } from './bench/history.ts';
import { plot } from './bench/plot.ts';
import { type StartTimes, timeStarts } from './bench/start.ts';
import { type TraceCost, timeTrace } from './bench/trace.ts';
import {
  commands,
  floor,
  type Ground,
  migrateCheck,
  processes,
  pytestAlembic,
  type Row,
  type Timing,
} from './bench/ways.ts';
import { pythonEnv } from './python-env.ts';

const sizes = process.argv.slice(2).map(Number);
const histories = sizes.length > 0 ? sizes : [50, 200, 1000, 2000];
const example = join(import.meta.dirname, '..', 'fixtures', 'projects', 'alembic', 'zyeta');

async function main(): Promise<void> {
  const python = await pythonEnv('bench');
  await using server = await startDatabase(
    { progress: (line) => console.error(line) },
    'local',
    new AbortController().signal,
  );
  const rows: Row[] = [];
  for (const revisions of histories) rows.push(await timeHistory(server, python, { revisions, tables: 1 }));
  rows.push(await timeExample(server, python));
  for (const tables of [50, 500]) rows.push(await timeSchema(server, python, tables));
  console.log(table(rows));
  console.log(traceLine(await timeTrace(server, python, 100)));
  console.log(startLine(await timeStarts()));
  await writeFile(
    join(import.meta.dirname, '..', 'docs', 'bench.svg'),
    plot(rows.filter(({ name }) => name.endsWith('revisions'))),
  );
}

interface Shape {
  readonly revisions: number;
  readonly tables: number;
}

/** Five moves for each revision: up, down, up, and down and up again in the chain. */
const movesOf = (revisions: number): number => revisions * 5;

async function timeHistory(server: DatabaseServer, python: string, shape: Shape): Promise<Row> {
  console.error(`${shape.revisions} revisions`);
  const write = (directory: string, url: string): Promise<void> => writeHistory(directory, shape, url);
  const timings = await all(server, python, shape.revisions + 1, write, shape.revisions <= 200);
  return { name: `${shape.revisions} revisions`, moves: movesOf(shape.revisions + 1), timings };
}

/** The example project: an async env.py, seed data, triggers. */
async function timeExample(server: DatabaseServer, python: string): Promise<Row> {
  console.error('zyeta');
  const revisions = 15;
  const write = (directory: string): Promise<void> => cp(example, directory, { recursive: true });
  return {
    name: 'zyeta',
    moves: movesOf(revisions),
    timings: await all(server, python, revisions, write, false),
  };
}

type Write = (directory: string, url: string) => Promise<void>;

async function all(
  server: DatabaseServer,
  python: string,
  revisions: number,
  write: Write,
  pytest: boolean,
): Promise<readonly Timing[]> {
  const on = (way: (ground: Ground) => Promise<Timing>): Promise<Timing> =>
    onGround(server, python, revisions, write, way);
  return [
    await on(floor),
    await on(migrateCheck),
    await on((ground) => commands(ground, 30)),
    await on((ground) => processes(ground, 6)),
    ...(pytest ? [await on(pytestAlembic)] : []),
  ];
}

/** What 100 revisions more cost in a schema of some size: its own making, and every start, are subtracted. */
async function timeSchema(server: DatabaseServer, python: string, tables: number): Promise<Row> {
  console.error(`100 revisions on ${tables} tables`);
  const timings: Timing[] = [];
  for (const way of [floor, migrateCheck]) {
    const few = await best(server, python, { revisions: 20, tables }, way);
    const many = await best(server, python, { revisions: 120, tables }, way);
    timings.push({ ...many, seconds: many.seconds - few.seconds, measured: movesOf(100) });
  }
  return { name: `100 more on ${tables} tables`, moves: movesOf(100), timings };
}

/** Of three runs: what is subtracted from another time must not be chance. */
async function best(
  server: DatabaseServer,
  python: string,
  shape: Shape,
  way: (ground: Ground) => Promise<Timing>,
): Promise<Timing> {
  const write = (directory: string, url: string): Promise<void> => writeHistory(directory, shape, url);
  const times: Timing[] = [];
  for (let run = 0; run < 3; run += 1)
    times.push(await onGround(server, python, shape.revisions + 1, write, way));
  return times.reduce((a, b) => (a.seconds < b.seconds ? a : b));
}

async function onGround(
  server: DatabaseServer,
  python: string,
  revisions: number,
  write: Write,
  way: (ground: Ground) => Promise<Timing>,
): Promise<Timing> {
  const directory = await mkdtemp(join(tmpdir(), 'migrate-check-bench-'));
  const database = await server.create();
  try {
    const { host, port, user, database: name } = database.address;
    const rest = `${user}:${encodeURIComponent(database.address.password())}@${host}:${port}/${name}`;
    await write(directory, `postgresql+psycopg2://${rest}`);
    const env = { DATABASE_URL: `postgresql+asyncpg://${rest}` };
    return await way({ directory, python, revisions, moves: movesOf(revisions), env });
  } finally {
    await server.drop(database);
    await rm(directory, { recursive: true });
  }
}

/** The moves alone, without looks at the catalog: what it costs to ask the server about each statement. */
const traceLine = ({ traced, untraced }: TraceCost): string =>
  `\n100 revisions, moves alone\n  traced ${traced.toFixed(2)} ms/move, untraced ${untraced.toFixed(2)} ms/move: ${(traced / untraced).toFixed(2)} x`;

/** The first line that is printed, and how much of that is ours and not Node's. */
const startLine = ({ node, action, command }: StartTimes): string =>
  `\nfirst line after Node's own ${(node * 1000).toFixed(0)} ms\n  action ${((action - node) * 1000).toFixed(0)} ms (${(action / node).toFixed(1)} x), command ${((command - node) * 1000).toFixed(0)} ms (${(command / node).toFixed(1)} x)`;

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
