import type { Delivery } from './delivery.ts';
import type { GitHubEvent } from './event.ts';

/** What could not be shown, each by its name, as one text; undefined where all is well. `page`: of the documentation. */
export function noticeOf(
  deliveries: readonly (readonly [what: string, delivery: Delivery | undefined])[],
  { pull, isDependabot }: Pick<GitHubEvent, 'pull' | 'isDependabot'>,
  page: string,
): string | undefined {
  const sentences = deliveries.flatMap(([what, delivery]) => {
    if (delivery?.state === 'failed') return [`The ${what} could not be written: ${delivery.because}.`];
    return delivery?.state === 'forbidden'
      ? [`The ${what} could not be written: the token lacks ${delivery.needs}.`]
      : [];
  });
  if (sentences.length === 0) return undefined;
  const isForbidden = deliveries.some(([, delivery]) => delivery?.state === 'forbidden');
  const mayOnlyRead = pull?.isFork === true || isDependabot;
  const advice = mayOnlyRead ? [`${onlyReads} ${page}#pull-requests-from-forks`] : [`${lacking} ${page}`];
  return [...sentences, 'The verdict does not depend on it.', ...(isForbidden ? advice : [])].join(' ');
}

const onlyReads =
  'A pull request from a fork, or of Dependabot, has a token that may only read; how it gets its comment:';
const lacking = 'Add it to the permissions of the job:';
