import type { Settings } from '../config/settings.ts';
import { commentBudget } from '../github/comment-body.ts';
import { commentsOf } from '../github/comments.ts';
import { attempt, type Delivery, skipped } from '../github/delivery.ts';
import type { GitHubEvent, PullRequest, Run } from '../github/event.ts';
import { putComment } from '../github/sticky.ts';
import { countedIn } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { comment, resolved } from '../reporters/markdown/comment.ts';
import { asDocument, type Channels } from './channels.ts';

export type CommentChannels = Pick<Channels, 'api' | 'event' | 'settings' | 'links' | 'changed'>;

/**
 * Writes the comment about a report on a pull request. What was to be taken back and could not is no loss where there was
 * nothing to say.
 */
export async function putCommentOn(
  pull: Pick<PullRequest, 'number' | 'head'> | undefined,
  report: Report,
  { api, event, settings, links, changed }: CommentChannels,
  /** The run that made the report. */
  run: Run = event.run,
): Promise<Delivery> {
  const { repository } = event;
  if (!pull || !repository) return skipped('this is no pull request');
  if (settings.comment === 'never') return skipped('nobody wants one');
  if (!api) return skipped('there is no token');
  const how = asDocument(links, commentBudget);
  const isWanted = wants[settings.comment](report, changed);
  const delivery = await attempt(async () =>
    putComment(commentsOf(await api(), repository, pull), {
      id: { key: settings.commentKey, project: report.project.directory },
      written: { run, head: pull.head.sha },
      text: isWanted ? comment.render(report, how) : undefined,
      resolved: resolved.render(report, how),
      footer: footerOf(event, run, pull.head.sha),
    }),
  );
  return !isWanted && delivery.state === 'forbidden' ? skipped('there is nothing to say') : delivery;
}

/** Whether there is something to say for the first time, by the setting `comment`. */
const wants: Readonly<
  Record<Exclude<Settings['comment'], 'never'>, (report: Report, changed: Channels['changed']) => boolean>
> = {
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
const footerOf = ({ server, repository }: GitHubEvent, run: Run, head: string): string =>
  `[Run ${run.id}](${server}/${repository?.owner}/${repository?.repo}/actions/runs/${run.id}) on ${head.slice(0, 12)}`;
