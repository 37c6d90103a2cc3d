import type { Finding, RuleId } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { Api } from './api.ts';
import { type Delivery, delivered, skipped } from './delivery.ts';
import { type Hunk, hunksOf, hunkWith } from './diff.ts';
import type { PullRequest, Repository } from './event.ts';

/** A fix as a finding carries it, after it was tried on the disposable database. */
export interface Fix {
  readonly edits: readonly Edit[];
}

export interface Edit {
  /** Relative to the root of the repository; lines start at 1, and the last one is replaced, too. */
  readonly file: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly replacement: string;
}

/** The fixes that are one edit in the file of a revision, whose text the report has. */
export function suggestionsOf({ findings, graph }: Fixable): readonly Suggestion[] {
  return findings.flatMap(({ suggestion, suppressed, rule, message }) => {
    const [edit, ...others] = suggestion?.edits ?? [];
    if (!edit || others.length > 0 || suppressed) return [];
    const source = graph.revisions.find(({ place }) => place.file === edit.file)?.source;
    if (source === undefined) return [];
    const now = source.split(/\r?\n/).slice(edit.startLine - 1, edit.endLine);
    return [{ ...edit, now, rule, message }];
  });
}

interface Fixable extends Pick<Report, 'graph'> {
  readonly findings: readonly (Finding & { readonly suggestion?: Fix })[];
}

/** A fix of one edit, and why. */
export interface Suggestion extends Edit {
  /** What the lines say now. */
  readonly now: readonly string[];
  readonly rule: RuleId;
  readonly message: string;
}

/** How a suggestion is explained, in Markdown. */
export type Explain = (suggestion: Suggestion) => string;

/** Comments in one review: more of them and GitHub takes it for abuse. */
const most = 30;

/**
 * Offers suggestions on a pull request, those on lines that its diff shows, and that say there what they said to us:
 * GitHub refuses a whole review for one other line. One review for each commit.
 */
export async function suggest(
  api: Api,
  { owner, repo }: Repository,
  { number, head }: PullRequest,
  suggestions: readonly Suggestion[],
  explain: Explain,
): Promise<Delivery> {
  if (suggestions.length === 0) return skipped('there is nothing to suggest');
  const here = { owner, repo, pull_number: number };
  const mark = `<!-- migrate-check suggestions ${head.sha} -->`;
  const reviews = await api.paginate(api.rest.pulls.listReviews, { ...here, per_page: 100 });
  if (reviews.some(({ body }) => body.startsWith(mark))) return skipped('it is suggested already');
  const files = await api.paginate(api.rest.pulls.listFiles, { ...here, per_page: 100 });
  const hunks = new Map(files.map(({ filename, patch = '' }) => [filename, hunksOf(patch)]));
  const possible = suggestions.filter((suggestion) => isShown(suggestion, hunks.get(suggestion.file) ?? []));
  if (possible.length === 0) return skipped('none of it is on lines that the pull request changes');
  await api.rest.pulls.createReview({
    ...here,
    commit_id: head.sha,
    event: 'COMMENT',
    body: `${mark}\n${opening(possible.length)}`,
    comments: possible.slice(0, most).map((one) => commentOf(one, explain)),
  });
  return delivered;
}

function isShown({ startLine, endLine, now }: Suggestion, hunks: readonly Hunk[]): boolean {
  const hunk = hunkWith(hunks, { from: startLine, to: endLine });
  if (!hunk) return false;
  const there = hunk.lines.slice(startLine - hunk.from, endLine - hunk.from + 1);
  return there.join('\n') === now.join('\n');
}

const opening = (count: number): string =>
  `migrate-check has run ${count === 1 ? 'this fix' : 'these fixes'} on a disposable PostgreSQL.` +
  (count > most ? ` ${count - most} more are in the summary of the job.` : '');

function commentOf(suggestion: Suggestion, explain: Explain) {
  const { file, startLine, endLine, replacement } = suggestion;
  const runs = replacement.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  const lines = replacement === '' ? '' : `${replacement}\n`;
  return {
    path: file,
    side: 'RIGHT',
    line: endLine,
    ...(startLine < endLine ? { start_line: startLine, start_side: 'RIGHT' } : {}),
    body: `${explain(suggestion)}\n\n${fence}suggestion\n${lines}${fence}`,
  };
}
