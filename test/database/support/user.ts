/**
 * A process that uses a disposable database and then ends as it is told: `node user.ts '{"choice":"local","end":"wait"}'`.
 * Prints one line for each stage. With `wait` it goes on until it is killed, with a query in flight.
 */
import type { DatabaseRequest } from '../../../src/database/provider.ts';
import { type DatabaseChoice, startDatabase } from '../../../src/database/start.ts';

export interface UserOrder {
  readonly choice: DatabaseChoice;
  readonly end: 'wait' | 'throw' | 'exit' | 'dispose';
  readonly request?: Omit<DatabaseRequest, 'progress'>;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const order = JSON.parse(process.argv[2] ?? '') as UserOrder;
const server = await startDatabase(
  { ...order.request, progress: say },
  order.choice,
  new AbortController().signal,
);
say(`facts ${JSON.stringify(server.facts)}`);
const database = await server.create();
const [running] = await database.query<{ directory: string }>(
  "SELECT current_setting('data_directory') AS directory",
);
const asleep = database
  .query('SELECT pg_sleep(600)')
  .catch((error: Error) => say(`failed: ${error.message}`));
say(`running ${database.address.database} in ${running?.directory}`);
if (order.end === 'throw') throw new Error('the user of the database crashed');
if (order.end === 'exit') process.exit(0);
if (order.end === 'dispose') {
  say('stopping');
  await server[Symbol.asyncDispose]();
}
await asleep;
say('over');
