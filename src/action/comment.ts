import type { Settings } from '../config/settings.ts';
import { commentBudget } from '../github/comment-body.ts';
import { type Comments, commentsOf } from '../github/comments.ts';
import { attempt, type Delivery, skipped } from '../github/delivery.ts';
import type { GitHubEvent, PullRequest, Run } from '../github/event.ts';
import { putComment } from '../github/sticky.ts';
import { countedIn } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { comment, resolved } from '../reporters/markdown/comment.ts';
import { asDocument, type Channels } from './channels.ts';

/** Where comments are written, if anywhere. */
export interface Conversation extends Pick<Channels, 'api' | 'event'> {
  readonly pull: Pick<PullRequest, 'number' | 'head'> | undefined;
  /** Nobody wants one. */
  readonly isSilent: boolean;
}

/** Writes comments on a pull request, where that is wanted and possible. */
export async function writeComments(
  { pull, event: { repository }, api, isSilent }: Conversation,
  write: (comments: Comments, head: string) => Promise<Delivery>,
): Promise<Delivery> {
  if (!pull || !repository) return skipped('this is no pull request');
  if (isSilent) return skipped('nobody wants one');
  if (!api) return skipped('there is no token');
  return attempt(async () => write(commentsOf(await api(), repository, pull), pull.head.sha));
}

export type CommentChannels = Pick<Channels, 'api' | 'event' | 'step' | 'settings' | 'links' | 'changed'>;

/**
 * Writes the comment about a report on a pull request. What was to be taken back and could not is no loss where there was
 * nothing to say.
 */
export async function putCommentOn(
  pull: Conversation['pull'],
  report: Report,
  { api, event, step, settings, links, changed }: CommentChannels,
  /** The run that made the report. */
  run: Run = event.run,
): Promise<Delivery> {
  const how = asDocument(links, commentBudget);
  const isWanted = wants[settings.comment](report, changed);
  const conversation = { pull, event, api, isSilent: settings.comment === 'never' };
  const delivery = await writeComments(conversation, (comments, head) =>
    putComment(comments, {
      id: { key: settings.commentKey, project: report.project.directory },
      written: { run, head, step },
      text: isWanted ? comment.render(report, how) : undefined,
      resolved: resolved.render(report, how),
      footer: footerOf(event, run, head),
    }),
  );
  return !isWanted && delivery.state === 'forbidden' ? skipped('there is nothing to say') : delivery;
}

/** Whether there is something to say for the first time, by the setting `comment`. */
const wants: Readonly<
  Record<Settings['comment'], (report: Report, changed: Channels['changed']) => boolean>
> = {
  never: () => false,
  always: () => true,
  'on-failure': ({ verdict }) => verdict !== 'passed',
  changes: (report, changed) =>
    report.verdict !== 'passed' || countedIn(report).length > 0 || hasChangedRevisions(report, changed),
};

const hasChangedRevisions = ({ graph, plan }: Report, changed: Channels['changed']): boolean =>
  plan.scope === 'changed' || !changed
    ? plan.steps.length > 0
    : graph.revisions.some(({ place }) => changed.has(place.file));

/** Where all of it is. */
export const footerOf = ({ server, repository }: GitHubEvent, run: Run, head: string): string =>
  `[Run ${run.id}](${server}/${repository?.owner}/${repository?.repo}/actions/runs/${run.id}) on ${head.slice(0, 12)}`;
