import type { WriteStream } from 'node:tty';
import { SetupError } from '../model/setup-error.ts';

/** A terminal, a pipe or a file. */
export type Output = NodeJS.WritableStream & Partial<Pick<WriteStream, 'isTTY' | 'columns'>>;

/** Columns where nobody says how many there are; a terminal without a size says 0. */
const usualWidth = 100;

export const widthOf = (output: Output): number => output.columns || usualWidth;

/**
 * Writes, and waits until it is written. A reader that has gone away, such as `head`, has read enough. Throws SetupError
 * `bad-usage` where it cannot be written: a file on a full disk.
 */
export function write(output: Output, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text.endsWith('\n') ? text : `${text}\n`, (error) => {
      if (!error || (error as NodeJS.ErrnoException).code === 'EPIPE') resolve();
      else reject(cannotWrite(error));
    });
  });
}

const cannotWrite = (cause: Error): SetupError =>
  new SetupError(
    'bad-usage',
    `The output cannot be written: ${cause.message}`,
    'Send it to a place with room for it',
    { cause },
  );
