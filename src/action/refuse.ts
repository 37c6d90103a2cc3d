import { SetupError } from '../model/setup-error.ts';
import type { Step } from './step.ts';

/**
 * A migration is a program. On pull_request_target whoever opens a pull request would have theirs run beside the secrets
 * of the repository and a token that may write. SetupError `unsafe-event`.
 */
export function refuseUnsafe({ event, inputs }: Pick<Step, 'event' | 'inputs'>): void {
  if (event.kind !== 'pull_request_target' || inputs.allowPullRequestTarget) return;
  throw new SetupError(
    'unsafe-event',
    'On pull_request_target the migrations of any pull request would run with the secrets of this repository',
    'Use the event pull_request: a pull request from a fork is then checked, too, with a token that may only read, and docs/github.md shows how it gets its comment. Whoever trusts everybody who can open a pull request writes allow-pull-request-target: true',
  );
}
