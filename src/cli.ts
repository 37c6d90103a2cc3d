#!/usr/bin/env node
import { tellFault } from './cli/fault.ts';
import type { Host } from './cli/host.ts';
import { main } from './cli/main.ts';
import { environment } from './config/environment.ts';
import { version } from './version.ts';

const host: Host = {
  version,
  cwd: process.cwd(),
  env: environment(),
  stdout: process.stdout,
  stderr: process.stderr,
  engine: () => import('./check.ts'),
};

// `write` is told what is wrong with them, and says whether it is a fault.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);

// What nobody waits for must not end as a bare stack either.
process.on('uncaughtException', (error) => {
  void tellFault(error, host).then((code) => process.exit(code));
});

process.exit(await main(process.argv.slice(2), host));
