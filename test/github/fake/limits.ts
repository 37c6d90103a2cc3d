/** What GitHub refuses that its description does not say, or says in other units. Each in the words of its answers. */
import { hunksOf } from './hunks.ts';
import type { ChangedFile, CheckAnnotation, CheckOutput, ReviewComment } from './state.ts';

/** Characters: "Body is too long (maximum is 65536 characters)". */
export const bodyFault = (body: string): string | undefined =>
  [...body].length > 65_536 ? 'Body is too long (maximum is 65536 characters)' : undefined;

const bytes = (text: string): number => Buffer.byteLength(text);

/** Bytes, whatever the description says: "summary exceeds a maximum bytesize of 65535". */
export function checkFault(
  { title, summary }: CheckOutput,
  annotations: readonly CheckAnnotation[],
): string | undefined {
  if (bytes(summary) > 65_535) return 'summary exceeds a maximum bytesize of 65535';
  if (title.length > 255) return 'title is too long (maximum is 255 characters)';
  if (annotations.length > 50) return 'annotations exceed a maximum quantity of 50';
  if (annotations.some((one) => one.title.length > 255)) return 'annotation title is too long';
  if (annotations.some(({ message }) => bytes(message) > 65_536))
    return 'message exceeds a maximum bytesize of 65536';
  if (annotations.some((one) => one.end_line < one.start_line)) return 'end_line must be after start_line';
  return undefined;
}

/** One comment off the diff, and the whole review is refused. */
export function reviewFault(
  comments: readonly ReviewComment[],
  files: readonly ChangedFile[],
): string | undefined {
  for (const { path, line = 0, start_line = line } of comments) {
    const hunks = hunksOf(files.find(({ filename }) => filename === path)?.patch ?? '');
    const hunk = hunks.find(({ from, to }) => from <= line && line <= to);
    if (!hunk) return 'Pull request review thread line must be part of the diff';
    if (start_line < hunk.from) return 'start line must be part of the same hunk as the line';
    if (start_line > line) return 'start_line must precede the end line';
  }
  return undefined;
}
