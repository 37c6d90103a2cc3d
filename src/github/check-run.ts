import type { Severity } from '../model/finding.ts';
import type { Annotation } from './annotations.ts';
import type { Api } from './api.ts';
import { cut } from './cut.ts';
import { type Delivery, delivered } from './delivery.ts';
import type { Repository } from './event.ts';

/** A check of its own on a commit, with any number of annotations. */
export interface CheckRun {
  readonly name: string;
  /** The commit. */
  readonly head: string;
  readonly conclusion: 'success' | 'failure' | 'neutral';
  readonly title: string;
  /** Markdown, of at most `checkBudget` bytes. */
  readonly summary: string;
  /** Worst first; those without a place are not shown. */
  readonly annotations: readonly Annotation[];
}

/**
 * Limits of a request, as GitHub's description of its API has them. The server counts bytes where that says characters:
 * "summary exceeds a maximum bytesize of 65535".
 */
const perRequest = 50;
const summaryLimit = 65_535;
const titleLimit = 255;
/** Characters of a message, each of at most three bytes; GitHub takes 64 KB. */
export const messageLimit = 20_000;

/** Annotations in all: more requests than ten at once and GitHub asks for patience. */
const most = 500;

/** Bytes that a summary may have: below it stands how many annotations are left out. */
export const checkBudget = summaryLimit - 200;

const levels: Readonly<Record<Severity, 'failure' | 'warning' | 'notice'>> = {
  error: 'failure',
  warning: 'warning',
  notice: 'notice',
};

/** Makes the check run with its first annotations, then adds the others. */
export async function putCheckRun(api: Api, repository: Repository, run: CheckRun): Promise<Delivery> {
  const placed = run.annotations.flatMap(asGitHubHasThem);
  const output = { title: cut(run.title, titleLimit), summary: summaryOf(run, placed.length) };
  const [first = [], ...others] = inBatches(placed.slice(0, most));
  const { data } = await api.rest.checks.create({
    ...repository,
    name: run.name,
    head_sha: run.head,
    status: 'completed',
    conclusion: run.conclusion,
    output: { ...output, annotations: [...first] },
  });
  for (const annotations of others)
    await api.rest.checks.update({
      ...repository,
      check_run_id: data.id,
      output: { ...output, annotations: [...annotations] },
    });
  return delivered;
}

function summaryOf({ summary }: CheckRun, placed: number): string {
  const left = placed - most;
  const more = left > 0 ? `\n\n${left} more findings are not shown on their lines.` : '';
  const whole = `${summary.trimEnd()}${more}`;
  return Buffer.byteLength(whole) <= summaryLimit
    ? whole
    : `What was found is too long for this page.${more}`;
}

function asGitHubHasThem({ level, title, message, place }: Annotation) {
  if (!place) return [];
  const line = place.line ?? 1;
  return [
    {
      path: place.file,
      start_line: line,
      end_line: Math.max(line, place.endLine ?? line),
      annotation_level: levels[level],
      title: cut(title, titleLimit),
      message,
    },
  ];
}

function inBatches<T>(all: readonly T[]): readonly (readonly T[])[] {
  return all.length === 0 ? [] : [all.slice(0, perRequest), ...inBatches(all.slice(perRequest))];
}
