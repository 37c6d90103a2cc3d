import { createHash } from 'node:crypto';
import type { Run } from './event.ts';

/** Which comment it is: a pull request has one for each project and key. */
export interface CommentId {
  /** Of the setting `comment-key`. */
  readonly key: string;
  /** Directory of the project. */
  readonly project: string;
}

/** Which run wrote a comment, about which commit. */
export interface Written {
  readonly run: Run;
  readonly head: string;
  /** Which step of a workflow it was, in letters and digits: the same one in each run of it. */
  readonly step: string;
}

/**
 * Characters that GitHub takes: "Body is too long (maximum is 65536 characters)". JavaScript counts some characters
 * twice, so never too few.
 */
const limit = 65_536;

/** Bytes that the text of a comment may have: what stands above and below it is much less than the rest. */
export const commentBudget = 64_000;

/**
 * A comment as it is sent. Its first line, which nobody sees, tells which one it is and which run wrote it; it stands
 * first so that a comment that quotes ours is none of ours. The footer is not compared when a comment is written again.
 */
export function compose(
  /** As `beginning` has it. */
  begins: string,
  { run, head, step }: Written,
  text: string,
  footer: string,
): string {
  const first = `${begins}run=${run.id}.${run.attempt} head=${head} step=${step} -->`;
  const body = (middle: string): string => `${first}\n${middle.trim()}\n${footerMark}${footer}</sub>\n`;
  const whole = body(text);
  return whole.length <= limit ? whole : body(tooLong);
}

const footerMark = '\n<sub>';
const tooLong = '**migrate-check**: what it found is too long for a comment; the summary of the run has it.';

/** What `compose` made a comment of. */
export interface Dissected {
  readonly begins: string;
  readonly written: Written;
  readonly text: string;
}

/** What is in a comment that `compose` made; undefined of any other. */
export function dissect(body: string): Dissected | undefined {
  const [first = '', ...lines] = body.replaceAll('\r\n', '\n').split('\n');
  const found = firstLine.exec(first.trimEnd());
  if (!found) return undefined;
  const [, begins = '', run, attempt, head = '', step = ''] = found;
  const below = lines.join('\n');
  const end = below.lastIndexOf(footerMark);
  return {
    begins,
    written: { run: { id: Number(run), attempt: Number(attempt) }, head, step },
    text: below.slice(0, end < 0 ? undefined : end).trim(),
  };
}

/** How the body of every comment of ours begins. */
export const anyBeginning = '<!-- migrate-check ';

/** How the body of every comment `id` begins. */
export const beginning = ({ key, project }: CommentId): string =>
  `${anyBeginning}key=${word(key)} project=${word(project)} `;

const firstLine = /^(<!-- migrate-check key=\S+ project=\S+ )run=(\d+)\.(\d+) head=(\w+) step=(\w+) -->$/;

/** The most characters of a word of the first line. */
const longest = 200;

/** Text in which nothing ends a comment of HTML, or the word. */
function word(text: string): string {
  const encoded = encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
  return encoded.length <= longest ? encoded : createHash('sha256').update(text).digest('hex');
}
