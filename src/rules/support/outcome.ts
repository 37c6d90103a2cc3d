import type { Failure } from '../../model/observation.ts';

/** How a move ended, in words that follow its name. */
export function ends({ reason, message }: Failure): string {
  switch (reason) {
    case 'timed-out':
      return 'did not end in time and was cut off';
    case 'exited':
      return `ended the whole process: ${message.split('\n')[0]}`;
    case 'disconnected':
      return 'lost its connection to the database';
    case 'not-applied':
      return 'left nothing behind: it ended without an error, and nothing was committed';
    default:
      return `fails: ${message.split('\n')[0]}`;
  }
}
