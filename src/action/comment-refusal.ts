import type { Settings } from '../config/settings.ts';
import { whereabouts } from '../config/whereabouts.ts';
import type { Delivery } from '../github/delivery.ts';
import { docsPage } from '../github/links.ts';
import { noticeOf } from '../github/notice.ts';
import { correctComments, putComment } from '../github/sticky.ts';
import { notify } from '../github/workflow.ts';
import { rootOf } from '../host/fault.ts';
import { Stopped } from '../host/signals.ts';
import type { Refusal } from '../model/setup-error.ts';
import { refused } from '../reporters/markdown/refused.ts';
import { apiOf } from './api.ts';
import { footerOf, writeComments } from './comment.ts';
import { refusalOf } from './refusal.ts';
import type { Step } from './step.ts';

/**
 * A part of the check, with the settings that are in force where they are known. Where nothing comes of it the comment on
 * the pull request says so before the error goes on: it must not look as if an earlier commit were this one.
 */
export async function orComment<T>(
  step: Step,
  settings: Settings | undefined,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const error = rootOf(thrown);
    // Whoever stops a run has another one in mind, or none, and little time is left.
    if (error instanceof Stopped) throw error;
    const delivery = await commentOn(step, settings, refusalOf(error));
    const notice = noticeOf([['comment', delivery]], step.event, docsPage(step.runner.version, 'github.md'));
    if (notice !== undefined) notify(notice);
    throw error;
  }
}

/**
 * A comment is about a project. Where none is found none is made, and those that the same step has made before are brought
 * up to date, whichever project they were about.
 */
async function commentOn(step: Step, settings: Settings | undefined, refusal: Refusal): Promise<Delivery> {
  const { event, mark } = step;
  const { pull, run } = event;
  const isSilent = settings ? settings.comment === 'never' : mark.isSilent;
  return writeComments({ pull, event, api: apiOf(step), isSilent }, async (comments, head) => {
    const project = settings && (await projectOf(step, settings));
    const text = refused(refusal, project ?? mark.directory);
    const said = { written: { run, head, step: mark.id }, text, footer: footerOf(event, run, head) };
    return settings && project !== undefined
      ? putComment(comments, { ...said, id: { key: settings.commentKey, project }, resolved: text })
      : correctComments(comments, said);
  });
}

/** The directory of the project, as reports have it; undefined where that is what is wrong. */
async function projectOf({ runner }: Step, settings: Settings): Promise<string | undefined> {
  try {
    const engine = await runner.engine();
    const where = await whereabouts(settings.directory, runner.cwd);
    return (await engine.projectOf({ settings, where })).directory;
  } catch {
    // What is wrong is told already.
    return undefined;
  }
}
