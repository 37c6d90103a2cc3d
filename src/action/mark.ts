import { createHash } from 'node:crypto';
import { relative, resolve } from 'node:path';

/** What is known of a step also where no settings can be read and no project is found: what its inputs say. */
export interface StepMark {
  /** Tells it from other steps that comment on the same pull request, in letters and digits. */
  readonly id: string;
  /** Relative to the top of the checkout. */
  readonly directory: string;
  /** It says itself that nobody wants a comment. */
  readonly isSilent: boolean;
}

/** The inputs, beside the directory, that tell which project and which comment is meant. */
const telling = ['config', 'name', 'comment-key', 'report'];

/** Reads it from the inputs; paths are relative to `base`. */
export function markOf(read: (name: string) => string, base: string): StepMark {
  const directory = relative(base, resolve(base, read('directory'))) || '.';
  const words = JSON.stringify([directory, ...telling.map(read)]);
  return {
    id: createHash('sha256').update(words).digest('hex').slice(0, 16),
    directory,
    isSilent: read('comment') === 'never',
  };
}
