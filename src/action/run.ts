import { readWorkflowInputs } from '../config/workflow-inputs.ts';
import { readEvent } from '../github/event.ts';
import { hide, readInput } from '../github/workflow.ts';
import { readEventFile } from './event-file.ts';
import { markOf } from './mark.ts';
import type { Runner, Step } from './step.ts';

/** One step of a workflow. Never rejects: what goes wrong makes the job red, and stands in its log. */
export async function run(runner: Runner): Promise<void> {
  try {
    const directory = runner.env['GITHUB_WORKSPACE'] ?? runner.cwd;
    const inputs = readWorkflowInputs(readInput, directory);
    if (inputs.githubToken !== undefined) hide(inputs.githubToken);
    const event = readEvent(runner.env, await readEventFile(runner.env['GITHUB_EVENT_PATH']));
    const step: Step = { runner, directory, event, inputs, mark: markOf(readInput, directory) };
    if (inputs.mode === 'comment') await (await import('./comment-job.ts')).commentJob(step);
    else await (await import('./check-job.ts')).checkJob(step);
  } catch (error) {
    await (await import('./refused.ts')).endRefused(error, runner);
  }
}
