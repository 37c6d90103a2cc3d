import { annotationOf, onLines } from '../github/annotations.ts';
import { checkBudget, messageLimit, putCheckRun } from '../github/check-run.ts';
import { attempt, type Delivery, skipped } from '../github/delivery.ts';
import { noticeOf } from '../github/notice.ts';
import { type Offer, suggest } from '../github/review.ts';
import { summaryBudget, writeSummary } from '../github/summary.ts';
import { countedIn, type Finding } from '../model/finding.ts';
import { opens, type Report } from '../model/report.ts';
import { comment as commentText } from '../reporters/markdown/comment.ts';
import { code } from '../reporters/markdown/escape.ts';
import { paragraphs } from '../reporters/markdown/page.ts';
import { summary as summaryText } from '../reporters/markdown/summary.ts';
import { text } from '../reporters/markdown/words.ts';
import type { Links } from '../reporters/reporter.ts';
import { asDocument, type Channels } from './channels.ts';
import { putCommentOn } from './comment.ts';
import { harmless } from './harmless.ts';
import { failing } from './words.ts';

export interface Delivered {
  /** Findings that are still to be put on their lines, by commands in the log. */
  readonly lines: readonly Finding[];
  /** What could not be shown, and why: one for all of it. */
  readonly notice: string | undefined;
}

/** Shows a report on GitHub. Nothing that goes wrong here makes the job red: whoever reads the log is told. */
export async function deliver(report: Report, channels: Channels): Promise<Delivered> {
  const { event, settings, links, summaryFile } = channels;
  const summary = await attempt(() =>
    writeSummary(summaryFile, summaryText.render(report, asDocument(links, summaryBudget))),
  );
  const [comment, suggestions, checkRun] = await Promise.all([
    putCommentOn(event.pull, report, channels),
    offer(report, channels),
    settings.annotations === 'checks' ? checkRunOf(report, channels) : undefined,
  ]);
  const inCheckRun = checkRun?.state === 'delivered';
  return {
    lines: settings.annotations === 'none' || inCheckRun ? [] : report.findings.map(harmless),
    notice: noticeOf(
      [
        ['summary', summary],
        ['comment', comment],
        ['suggestions', suggestions],
        ['check run', checkRun],
      ],
      event,
      channels.page,
    ),
  };
}

function checkRunOf(report: Report, { api, event, settings, links, changed }: Channels): Promise<Delivery> {
  const { repository, head } = event;
  return attempt(async () => {
    if (!api || !repository || head === undefined) return skipped('there is no commit to put it on');
    return putCheckRun(await api(), repository, {
      name: nameOf(report, settings.commentKey),
      head,
      conclusion: report.verdict === 'passed' ? 'success' : opens(report) ? 'neutral' : 'failure',
      title: report.verdict === 'passed' ? 'passed' : failing(report),
      summary: commentText.render(report, asDocument(links, checkBudget)),
      annotations: onLines(countedIn(report), settings.filter, changed).map((finding) =>
        annotationOf(harmless(finding), messageLimit),
      ),
    });
  });
}

/** Checks of several projects and jobs are told apart by it. */
const nameOf = ({ project }: Report, key: string): string =>
  ['migrate-check', project.directory, key].filter((word) => word !== '.' && word !== 'default').join(' ');

function offer(report: Report, { api, event, settings, links }: Channels): Promise<Delivery> {
  return attempt(async () => {
    const { pull, repository } = event;
    const offers = settings.suggestions ? report.findings.flatMap((finding) => offerOf(finding, links)) : [];
    if (!api || !pull || !repository || offers.length === 0) return skipped('there is nothing to suggest');
    return suggest(await api(), repository, pull, offers);
  });
}

function offerOf({ suggestion, suppressed, rule, message }: Finding, links: Links): readonly Offer[] {
  if (!suggestion || suppressed) return [];
  const because = paragraphs(`**[${code(rule)}](${links.rule(rule)})**`, text(message));
  return [{ edit: suggestion.edit, because }];
}
