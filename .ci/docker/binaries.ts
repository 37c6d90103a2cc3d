/** Prints where the embedded PostgreSQL of a major is: `node binaries.ts 17`. It is installed when it is not there. */

import { startJanitor } from '../../src/database/janitor.ts';
import { cacheDirectory } from '../../src/database/local/directories.ts';
import { installEmbedded } from '../../src/database/local/install.ts';

const janitor = await startJanitor();
const home = await installEmbedded({
  major: Number(process.argv[2]),
  cache: await cacheDirectory(),
  progress: (line) => process.stderr.write(`${line}\n`),
  signal: new AbortController().signal,
  janitor,
});
await janitor.end();
process.stdout.write(`${home}\n`);
