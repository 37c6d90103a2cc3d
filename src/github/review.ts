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
 * refuses a whole review for one other line. What is offered on a line already, also about an earlier commit, is not
 * offered again.
 */
export async function suggest(
  api: Api,
  { owner, repo }: Repository,
  { number, head }: Pick<PullRequest, 'number' | 'head'>,
  offers: readonly Offer[],
): Promise<Delivery> {
  if (offers.length === 0) return skipped('there is nothing to suggest');
  const here = { owner, repo, pull_number: number };
  const files = await api.paginate(api.rest.pulls.listFiles, { ...here, per_page: 100 });
  const hunks = new Map(files.map(({ filename, patch = '' }) => [filename, hunksOf(patch)]));
  const possible = offers
    .filter(({ edit }) => isShown(edit, hunks.get(edit.file) ?? []))
    .map((offer) => commentOf(offer));
  if (possible.length === 0) return skipped('none of it is on lines that the pull request changes');
  const made = await api.paginate(api.rest.pulls.listReviewComments, { ...here, per_page: 100 });
  // Of a comment whose lines have changed since GitHub knows no line any more.
  const standing = new Set(made.filter(({ line }) => line).map(({ path, body }) => keyOf(path, body)));
  const comments = possible.filter(({ path, body }) => !standing.has(keyOf(path, body)));
  if (comments.length === 0) return skipped('it is suggested already');
  await api.rest.pulls.createReview({
    ...here,
    commit_id: head.sha,
    event: 'COMMENT',
    body: opening(comments.length),
    comments: comments.slice(0, most),
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

/** GitHub may end lines otherwise. */
const keyOf = (path: string, body: string): string => `${path}\n${body.replaceAll('\r\n', '\n').trim()}`;

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
