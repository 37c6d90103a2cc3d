import { relative } from 'node:path';
import { attempt, type Delivery, skipped } from '../github/delivery.ts';
import type { FollowedRun } from '../github/event.ts';
import { followedPull } from '../github/followed-pull.ts';
import { docsPage, linksOf } from '../github/links.ts';
import { noticeOf } from '../github/notice.ts';
import { notify } from '../github/workflow.ts';
import { SetupError } from '../model/setup-error.ts';
import { apiOf } from './api.ts';
import { putCommentOn } from './comment.ts';
import { readHostileReport } from './hostile-report.ts';
import { commentWithoutReport, noReport } from './no-report.ts';
import { settingsOf } from './settings.ts';
import type { Step } from './step.ts';

/**
 * Comments on a pull request with the report of a run that could not: one of a fork, on the event `workflow_run`. Which
 * pull request it is, and which run is newer, is what GitHub says; the report is data of strangers, and decides nothing.
 * Where there is none, the comment says that nothing was checked. SetupError `wrong-event`, `bad-setting`,
 * `unreadable-report`.
 */
export async function commentJob(step: Step): Promise<void> {
  const { runner, event } = step;
  const delivery = await commentOnFollowed(step);
  const said =
    delivery.state === 'skipped' ? `No comment was written: ${delivery.because}.` : 'The comment is written.';
  const notice = noticeOf([['comment', delivery]], event, docsPage(runner.version, 'github.md'));
  if (notice === undefined) process.stdout.write(`${said}\n`);
  else notify(notice);
}

async function commentOnFollowed(step: Step): Promise<Delivery> {
  const { runner, directory, event, inputs, mark } = step;
  const { repository, followed } = event;
  const api = apiOf(step);
  if (!followed || !repository) throw wrongEvent(event.name);
  if (inputs.report === undefined) throw missing('report', 'report.json');
  if (!api) throw missing('github-token', 'the token of a job that may comment');
  if (followed.event !== 'pull_request') return skipped('the other run was not of a pull request');
  const settings = await settingsOf(step, undefined);
  const { report: file } = inputs;
  const report = await readHostileReport(file, relative(directory, file));
  if (!report) tellMissing(relative(directory, file), followed);
  return attempt(async () => {
    const pull = await followedPull(await api(), repository, followed);
    if (!pull) return skipped('no open pull request ends with the commit that was checked');
    if (!report)
      return commentWithoutReport(
        { pull, event, api, isSilent: settings.comment === 'never' },
        followed,
        mark,
      );
    const links = linksOf(event, runner.version);
    return putCommentOn(
      pull,
      report,
      { api, event, step: mark.id, settings, links, changed: undefined },
      followed,
    );
  });
}

/** Whoever has misspelt the file sees it here. */
function tellMissing(file: string, followed: FollowedRun): void {
  notify(`There is no file ${file}. ${noReport(followed).message}.`);
}

const wrongEvent = (event: string): SetupError =>
  new SetupError(
    'wrong-event',
    `With mode: comment a workflow starts on workflow_run, after the one that has checked; this is ${event}`,
    'Take docs/examples/fork-comment.yml, or leave mode out to check the project',
  );

const missing = (input: string, example: string): SetupError =>
  new SetupError(
    'bad-setting',
    `With mode: comment the input ${input} is needed`,
    `Write ${input}: ${example}`,
  );
