import type { Delivery } from '../github/delivery.ts';
import type { FollowedRun } from '../github/event.ts';
import { correctComments } from '../github/sticky.ts';
import type { Refusal } from '../model/setup-error.ts';
import { refused } from '../reporters/markdown/refused.ts';
import { type Conversation, footerOf, writeComments } from './comment.ts';
import type { StepMark } from './mark.ts';

/** Why there is nothing to comment with, by what GitHub says of the run alone. */
export const noReport = ({ conclusion }: Pick<FollowedRun, 'conclusion'>): Refusal => ({
  message: `No report has come from the run that checks${conclusion && `, which has ended as ${conclusion}`}`,
  hint: 'The log of that run says why',
  details: [],
});

/** Says in the comments of the step that the commit of a run was not checked; where there are none nobody is misled. */
export const commentWithoutReport = (
  conversation: Conversation,
  followed: FollowedRun,
  { id, directory }: StepMark,
): Promise<Delivery> =>
  writeComments(conversation, (comments, head) =>
    correctComments(comments, {
      written: { run: followed, head, step: id },
      text: refused(noReport(followed), directory),
      footer: footerOf(conversation.event, followed, head),
    }),
  );
