import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Output } from '../../model/observation.ts';
import { SetupError } from '../../model/setup-error.ts';

/** Bytes that are kept of the end. */
const limit = 32 * 1024;

/** Throws SetupError `bad-setting` where temporary files cannot be made. */
function openUnnamed(): number {
  const path = join(tmpdir(), `migrate-check-${randomBytes(8).toString('hex')}.out`);
  try {
    const descriptor = openSync(path, 'ax+', 0o600);
    unlinkSync(path);
    return descriptor;
  } catch (cause) {
    throw new SetupError(
      'bad-setting',
      `No temporary file can be made: ${cause instanceof Error ? cause.message : String(cause)}`,
      'Set TMPDIR to a directory that is there and can be written',
      { cause },
    );
  }
}

/**
 * Takes in what the driver's process prints. A file and not a pipe, so that nobody ever waits for a reader, and one
 * without a name, so that nothing of it is left however we end.
 */
export class OutputFile {
  readonly descriptor: number;
  #open = true;

  constructor() {
    this.descriptor = openUnnamed();
  }

  /** The end of what is there; the driver itself empties the file after each move. */
  read(): Output {
    const { size } = fstatSync(this.descriptor);
    const omitted = Math.max(0, size - limit);
    const bytes = Buffer.alloc(size - omitted);
    readSync(this.descriptor, bytes, 0, bytes.length, omitted);
    return { text: bytes.toString('utf8'), omitted };
  }

  close(): void {
    if (this.#open) closeSync(this.descriptor);
    this.#open = false;
  }
}
