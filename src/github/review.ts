import type { Edit } from '../model/suggestion.ts';
import type { Api } from './api.ts';
import { type Delivery, delivered, skipped } from './delivery.ts';
import { type Hunk, hunksOf, hunkWith } from './diff.ts';
import type { PullRequest, Repository } from './event.ts';

/** An edit, and why: Markdown. */
export interface Offer {
  readonly edit: Edit;
  readonly because: string;
}

/** Comments in one review: more of them and GitHub takes it for abuse. */
const most = 30;

/**
 * Offers edits on a pull request, those of lines that its diff shows, and that say there what they said to us: GitHub
 * refuses a whole review for one other line. One review for each commit.
 */
export async function suggest(
  api: Api,
  { owner, repo }: Repository,
  { number, head }: Pick<PullRequest, 'number' | 'head'>,
  offers: readonly Offer[],
): Promise<Delivery> {
  if (offers.length === 0) return skipped('there is nothing to suggest');
  const here = { owner, repo, pull_number: number };
  const mark = `<!-- migrate-check suggestions ${head.sha} -->`;
  const reviews = await api.paginate(api.rest.pulls.listReviews, { ...here, per_page: 100 });
  if (reviews.some(({ body }) => body.startsWith(mark))) return skipped('it is suggested already');
  const files = await api.paginate(api.rest.pulls.listFiles, { ...here, per_page: 100 });
  const hunks = new Map(files.map(({ filename, patch = '' }) => [filename, hunksOf(patch)]));
  const possible = offers.filter(({ edit }) => isShown(edit, hunks.get(edit.file) ?? []));
  if (possible.length === 0) return skipped('none of it is on lines that the pull request changes');
  await api.rest.pulls.createReview({
    ...here,
    commit_id: head.sha,
    event: 'COMMENT',
    body: `${mark}\n${opening(possible.length)}`,
    comments: possible.slice(0, most).map(commentOf),
  });
  return delivered;
}

function isShown({ startLine, endLine, before }: Edit, hunks: readonly Hunk[]): boolean {
  const hunk = hunkWith(hunks, { from: startLine, to: endLine });
  if (!hunk) return false;
  return sameLines(hunk.lines.slice(startLine - hunk.from, endLine - hunk.from + 1), before);
}

/** Whatever ends them. */
const sameLines = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length &&
  some.every((line, at) => line.replace(/\r$/, '') === others[at]?.replace(/\r$/, ''));

const opening = (count: number): string =>
  `migrate-check has run ${count === 1 ? 'this edit' : 'each of these edits'} on a disposable PostgreSQL.` +
  (count > most ? ` ${count - most} more are in the summary of the job.` : '');

function commentOf({ edit: { file, startLine, endLine, after }, because }: Offer) {
  const runs = after.join('\n').match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  return {
    path: file,
    side: 'RIGHT',
    line: endLine,
    ...(startLine < endLine ? { start_line: startLine, start_side: 'RIGHT' } : {}),
    body: [because, '', `${fence}suggestion`, ...after, fence].join('\n'),
  };
}
