/** Shows who waits for whom while a migration runs: `node scripts/experiments.ts [major]`, on an embedded PostgreSQL. */
import { startDatabase } from '../src/database/start.ts';
import { experiments } from './experiments/experiment.ts';
import { run } from './experiments/run.ts';

const postgres = Number(process.argv[2] ?? 18);
const progress = (line: string): void => console.log(line);
await using server = await startDatabase({ postgres, progress }, 'local', new AbortController().signal);
for (const experiment of experiments) {
  console.log(`\n${experiment.title}\n`);
  for (const { when, who, sql, waitsFor, end } of await run(await server.create(), experiment))
    console.log(
      `${when}: ${who}: ${sql}\n  ${waitsFor.length > 0 ? `waits for ${waitsFor.join(', ')}; ` : ''}${end}`,
    );
}
