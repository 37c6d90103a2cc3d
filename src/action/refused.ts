import { withoutPasswords } from '../config/secret.ts';
import { attempt } from '../github/delivery.ts';
import { notChecked } from '../github/outputs.ts';
import { writeSummary } from '../github/summary.ts';
import { fail, output } from '../github/workflow.ts';
import { faultText, rootOf } from '../host/fault.ts';
import { Stopped } from '../host/signals.ts';
import { SetupError } from '../model/setup-error.ts';
import { refused } from '../reporters/markdown/refused.ts';
import { oneLine, withoutCommands } from '../reporters/plain.ts';
import { refusalOf, refusalText } from './refusal.ts';
import type { Runner } from './step.ts';

/** Ends a step red that has no report: its log and the summary of the job say why. */
export async function endRefused(thrown: unknown, { env, version }: Runner): Promise<void> {
  const error = rootOf(thrown);
  if (error instanceof Stopped) return fail(error.message);
  if (!(error instanceof SetupError))
    process.stderr.write(`${withoutCommands(withoutPasswords(faultText(error, version)))}\n`);
  const refusal = refusalOf(error);
  output('verdict', notChecked);
  fail(refusalText(refusal), refusal.place && { ...refusal.place, file: oneLine(refusal.place.file) });
  await attempt(() => writeSummary(env['GITHUB_STEP_SUMMARY'], refused(refusal)));
}
