import { beginning, type CommentId, compose, dissect, type Written } from './comment-body.ts';
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

interface Ours extends Comment {
  readonly written: Written;
  readonly text: string;
}

/**
 * Writes the comment: makes it where there is something to say for the first time, else writes it anew, unless a newer
 * run has, or the same stands there about the same commit. Where two runs at once have made one each, the newer stays.
 */
export async function putComment(comments: Comments, sticky: Sticky): Promise<Delivery> {
  const [newest, ...others] = await ours(comments, sticky.id);
  if (newest && isNewer(newest.written.run, sticky.written.run)) return skipped('a newer run has written it');
  await removeAll(comments, others);
  if (!newest) return create(comments, sticky);
  const { id, footer, written, resolved } = sticky;
  const text = sticky.text ?? resolved;
  const body = compose(id, written, text, footer);
  if (newest.written.head === written.head && dissect(body, id)?.text === newest.text)
    return skipped('it says the same already');
  return (await comments.update(newest.id, body)) ? delivered : create(comments, sticky);
}

async function create(comments: Comments, { id, written, text, footer }: Sticky): Promise<Delivery> {
  if (text === undefined) return skipped('there is nothing to say');
  await comments.create(compose(id, written, text, footer));
  // Another run may have done the same meanwhile; it looks for ours, too, and takes away the same ones.
  const [, ...others] = await ours(comments, id);
  await removeAll(comments, others);
  return delivered;
}

/** Newest run first; of one run the newest comment. */
async function ours(comments: Comments, id: CommentId): Promise<readonly Ours[]> {
  const own = await comments.own(beginning(id));
  const read = own.flatMap((comment) => {
    const found = dissect(comment.body, id);
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
