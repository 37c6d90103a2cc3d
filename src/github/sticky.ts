import {
  anyBeginning,
  beginning,
  type CommentId,
  compose,
  type Dissected,
  dissect,
  type Written,
} from './comment-body.ts';
import type { Comment, Comments } from './comments.ts';
import { type Delivery, delivered, skipped } from './delivery.ts';
import type { Run } from './event.ts';

/** The one comment of a project on a pull request, which is written again and again. */
export interface Sticky {
  readonly id: CommentId;
  readonly written: Written;
  /** Undefined where a comment would be noise. */
  readonly text: string | undefined;
  /** What a comment says that is there when there is nothing to say any more: it is not taken away unexplained. */
  readonly resolved: string;
  readonly footer: string;
}

/** What is to be said in place of what a step has said before. */
export interface Correction {
  readonly written: Written;
  readonly text: string;
  readonly footer: string;
}

interface Ours extends Comment, Dissected {}

const newerHasWritten = skipped('a newer run has written it');
const saysTheSame = skipped('it says the same already');
const otherJobHasWritten = skipped('another job of this run has written it');

/**
 * Writes the comment: makes it where there is something to say for the first time, else writes it anew, unless a newer
 * run has, or the same stands there about the same commit. Where two runs at once have made one each, the newer stays.
 * Of jobs of one run that share a comment, as those of a matrix without keys, one that has nothing to say does not
 * resolve what another says.
 */
export async function putComment(comments: Comments, sticky: Sticky): Promise<Delivery> {
  const { id, footer, written, resolved } = sticky;
  const [newest, ...others] = await ours(comments, beginning(id));
  if (newest && isNewer(newest.written.run, written.run)) return newerHasWritten;
  await removeAll(comments, others);
  if (!newest) return create(comments, sticky);
  const change = changeOf(newest, { written, text: sticky.text ?? resolved, footer });
  if (change === undefined) return saysTheSame;
  if (sticky.text === undefined && isSame(newest.written.run, written.run)) return otherJobHasWritten;
  return (await comments.update(newest.id, change)) ? delivered : create(comments, sticky);
}

/**
 * Writes anew what a step has written before, about whichever project: where it cannot say which one it is about, and
 * what stands there must not be taken for the newest. Makes none.
 */
export async function correctComments(comments: Comments, correction: Correction): Promise<Delivery> {
  const { step, run } = correction.written;
  const standing = (await ours(comments, anyBeginning)).filter(({ written }) => written.step === step);
  if (standing.length === 0) return skipped('there is none to bring up to date');
  const older = standing.filter(({ written }) => !isNewer(written.run, run));
  if (older.length === 0) return newerHasWritten;
  const changed = older.flatMap((one) => {
    const body = changeOf(one, correction);
    return body === undefined ? [] : [{ id: one.id, body }];
  });
  for (const { id, body } of changed) await comments.update(id, body);
  return changed.length === 0 ? saysTheSame : delivered;
}

/** The new body of a comment; undefined where it says the same about the same commit. */
function changeOf(standing: Ours, { written, text, footer }: Correction): string | undefined {
  const body = compose(standing.begins, written, text, footer);
  const isThere = standing.written.head === written.head && dissect(body)?.text === standing.text;
  return isThere ? undefined : body;
}

async function create(comments: Comments, { id, written, text, footer }: Sticky): Promise<Delivery> {
  if (text === undefined) return skipped('there is nothing to say');
  await comments.create(compose(beginning(id), written, text, footer));
  // Another run may have done the same meanwhile; it looks for ours, too, and takes away the same ones.
  const [, ...others] = await ours(comments, beginning(id));
  await removeAll(comments, others);
  return delivered;
}

/** Those that begin so, newest run first; of one run the newest comment. */
async function ours(comments: Comments, begins: string): Promise<readonly Ours[]> {
  const own = await comments.own(begins);
  const read = own.flatMap((comment) => {
    const found = dissect(comment.body);
    return found ? [{ ...comment, ...found }] : [];
  });
  return read.sort((a, b) => {
    if (isNewer(a.written.run, b.written.run)) return -1;
    return isNewer(b.written.run, a.written.run) ? 1 : b.id - a.id;
  });
}

async function removeAll(comments: Comments, those: readonly Comment[]): Promise<void> {
  for (const { id } of those) await comments.remove(id);
}

/** Whether a run began after another one. */
const isNewer = (run: Run, than: Run): boolean =>
  run.id === than.id ? run.attempt > than.attempt : run.id > than.id;

const isSame = (run: Run, other: Run): boolean => run.id === other.id && run.attempt === other.attempt;
