import { showSettings } from '../config/show.ts';
import { write } from '../host/output.ts';
import { readArguments } from './arguments.ts';
import { tellFault } from './fault.ts';
import type { Host } from './host.ts';

/** A command line in, an exit code out. Never rejects. */
export async function main(argv: readonly string[], host: Host): Promise<number> {
  try {
    return await run(argv, host);
  } catch (error) {
    return await tellFault(error, host);
  }
}

async function run(argv: readonly string[], host: Host): Promise<number> {
  const asked = readArguments(argv, host.version);
  switch (asked.kind) {
    case 'print':
      await write(host.stdout, asked.text);
      return 0;
    case 'config': {
      const { resolved } = await import('./resolved.ts');
      await write(host.stdout, showSettings(await resolved(asked, host)));
      return 0;
    }
    case 'explain':
      return (await import('./explain.ts')).explainCommand(asked, host);
    case 'rules':
      return (await import('./rules.ts')).rulesCommand(asked, host);
    case 'baseline':
      return (await import('./baseline.ts')).baselineCommand(asked, host);
    case 'judge':
      return (await import('./judge.ts')).judgeCommand(asked, host);
    case 'check':
      return (await import('./check.ts')).checkCommand(asked, host);
  }
}
