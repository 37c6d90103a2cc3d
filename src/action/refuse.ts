import { SetupError } from '../model/setup-error.ts';
import type { Step } from './step.ts';

/**
 * A migration is a program. On pull_request_target, and on workflow_run after a pull request, whoever opens one would have
 * theirs run beside the secrets of the repository and a token that may write. SetupError `unsafe-event`.
 */
export function refuseUnsafe({ event, inputs }: Pick<Step, 'event' | 'inputs'>): void {
  if (inputs.allowPullRequestTarget) return;
  if (event.followed?.event.startsWith('pull_request'))
    throw new SetupError(
      'unsafe-event',
      'On workflow_run after a pull request its migrations would run with the secrets of this repository',
      'To comment with the report of that run write mode: comment and report: report.json, as docs/examples/fork-comment.yml does. Whoever trusts everybody who can open a pull request writes allow-pull-request-target: true',
    );
  if (event.kind !== 'pull_request_target') return;
  throw new SetupError(
    'unsafe-event',
    'On pull_request_target the migrations of any pull request would run with the secrets of this repository',
    'Use the event pull_request: a pull request from a fork is then checked, too, with a token that may only read, and docs/github.md shows how it gets its comment. Whoever trusts everybody who can open a pull request writes allow-pull-request-target: true',
  );
}
