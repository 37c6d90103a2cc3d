import { Writable } from 'node:stream';
import type { Host } from '../../src/cli/host.ts';
import type { Engine } from '../../src/host/engine.ts';
import type { Output } from '../../src/host/output.ts';

/** What is written is kept. */
export class Kept extends Writable {
  text = '';
  columns = 40;

  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

export interface FakeHost extends Host {
  readonly stdout: Output & Kept;
  readonly stderr: Output & Kept;
}

const never = (): never => {
  throw new Error('Not expected to be called');
};

/** A host whose engine is the given part of one. */
export function fakeHost(cwd: string, engine: Partial<Engine> = {}): FakeHost {
  return {
    version: '1.2.3',
    cwd,
    env: { PATH: process.env['PATH'] },
    stdout: new Kept(),
    stderr: new Kept(),
    engine: () =>
      Promise.resolve({ check: never, planOnly: never, projectOf: never, rejudge: never, ...engine }),
  };
}
