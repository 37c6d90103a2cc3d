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
export function compose(id: CommentId, { run, head }: Written, text: string, footer: string): string {
  const first = `${beginning(id)}run=${run.id}.${run.attempt} head=${head} -->`;
  const body = (middle: string): string => `${first}\n${middle.trim()}\n${footerMark}${footer}</sub>\n`;
  const whole = body(text);
  return whole.length <= limit ? whole : body(tooLong);
}

const footerMark = '\n<sub>';
const tooLong = '**migrate-check**: what it found is too long for a comment; the summary of the run has it.';

/** What is in a comment that `compose` made for `id`; undefined of any other. */
export function dissect(
  body: string,
  id: CommentId,
): { readonly written: Written; readonly text: string } | undefined {
  const [first = '', ...lines] = body.replaceAll('\r\n', '\n').split('\n');
  if (!first.startsWith(beginning(id))) return undefined;
  const found = /^run=(\d+)\.(\d+) head=(\w+) -->$/.exec(first.slice(beginning(id).length).trimEnd());
  if (!found) return undefined;
  const [, run, attempt, head = ''] = found;
  const below = lines.join('\n');
  const end = below.lastIndexOf(footerMark);
  return {
    written: { run: { id: Number(run), attempt: Number(attempt) }, head },
    text: below.slice(0, end < 0 ? undefined : end).trim(),
  };
}

/** How the body of every comment `id` begins. */
export const beginning = ({ key, project }: CommentId): string =>
  `<!-- migrate-check key=${word(key)} project=${word(project)} `;

/** The most characters of a word of the first line. */
const longest = 200;

/** Text in which nothing ends a comment of HTML, or the word. */
function word(text: string): string {
  const encoded = encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
  return encoded.length <= longest ? encoded : createHash('sha256').update(text).digest('hex');
}
