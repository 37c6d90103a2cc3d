import { readFile } from 'node:fs/promises';
import { withoutPasswords } from '../config/secret.ts';
import { readWorkflowInputs } from '../config/workflow-inputs.ts';
import { readEvent } from '../github/event.ts';
import { fail, hide, readInput } from '../github/workflow.ts';
import { SetupError } from '../model/setup-error.ts';
import { plain } from '../reporters/plain.ts';
import type { Runner, Step } from './step.ts';

/** One step of a workflow. Never rejects: what goes wrong makes the job red, and stands in its log. */
export async function run(runner: Runner): Promise<void> {
  try {
    const directory = runner.env['GITHUB_WORKSPACE'] ?? runner.cwd;
    const inputs = readWorkflowInputs(readInput, directory);
    if (inputs.githubToken !== undefined) hide(inputs.githubToken);
    const event = readEvent(runner.env, await payload(runner.env['GITHUB_EVENT_PATH']));
    const step: Step = { runner, directory, event, inputs };
    if (inputs.mode === 'comment') await (await import('./comment-job.ts')).commentJob(step);
    else await (await import('./check-job.ts')).checkJob(step);
  } catch (error) {
    fail(error instanceof SetupError ? setupText(error) : (error as Error));
  }
}

const payload = async (path: string | undefined): Promise<unknown> =>
  path === undefined ? undefined : JSON.parse(await readFile(path, 'utf8'));

/** Harmless because the project's code may have its say in it. */
const setupText = ({ message, hint, details }: SetupError): string =>
  plain(withoutPasswords([message, hint, ...details].join('\n')));
