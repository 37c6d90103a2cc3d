import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pythonEnv } from '../../../scripts/python-env.ts';
import { temporary } from '../../support/temporary.ts';

export interface StepOptions {
  /** Directory of the bundle. */
  readonly bundle: string;
  /** The checkout. */
  readonly workspace: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: { readonly name: string; readonly payload: unknown };
  /** Further variables of the job. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** By their names. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Workflow commands that put something on a line, or say something without one, as they stand in the log. */
  readonly annotations: readonly string[];
}

/** Runs the action as the runner does: inputs are variables, the event is a file, outputs and summary go to files. */
export async function runStep({
  bundle,
  workspace,
  inputs = {},
  event,
  env = {},
}: StepOptions): Promise<Ended> {
  const scratch = await temporary();
  const file = (name: string, text = ''): string => {
    writeFileSync(join(scratch, name), text);
    return join(scratch, name);
  };
  const [outputs, summary] = [file('outputs'), file('summary')];
  const given = { python: pythonEnv('current'), database: 'local', ...inputs };
  const { name, payload } = event ?? { name: 'push', payload: {} };
  const ended = await end(join(bundle, 'action.js'), workspace, {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(payload)),
    GITHUB_OUTPUT: outputs,
    GITHUB_STATE: file('state'),
    GITHUB_STEP_SUMMARY: summary,
    RUNNER_TEMP: scratch,
    // Whoever is asked is on this machine.
    no_proxy: '127.0.0.1',
    ...env,
    ...Object.fromEntries(Object.entries(given).map(([key, value]) => [`INPUT_${key.toUpperCase()}`, value])),
  });
  return {
    ...ended,
    outputs: outputsIn(readFileSync(outputs, 'utf8')),
    summary: readFileSync(summary, 'utf8'),
    annotations: commandsIn(ended.stdout),
  };
}

/** Not in the way of a server that runs in this very process. */
function end(
  script: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<Pick<Ended, 'status' | 'stdout' | 'stderr'>> {
  const child = spawn(process.execPath, [script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => stdout.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => stderr.push(text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, stdout: stdout.join(''), stderr: stderr.join('') }));
  });
}

const outputsIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(([, name = '', , value = '']) => [
      name,
      value,
    ]),
  );

/** What the runner takes for a command: not what stands where commands are stopped. */
function commandsIn(stdout: string): readonly string[] {
  const word = /^::stop-commands::(\w+)$/m.exec(stdout)?.[1];
  const [before = '', , after = ''] = word === undefined ? [stdout] : stdout.split(word);
  return `${before}\n${after}`.split('\n').filter((line) => /^::(?:error|warning|notice)\b/.test(line));
}
