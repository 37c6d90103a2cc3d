import { run } from './action/run.ts';
import { environment } from './config/environment.ts';
import { version } from './version.ts';

await run({ version, env: environment(), cwd: process.cwd(), engine: () => import('./check.ts') });
