import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { write } from '../../src/host/output.ts';
import { SetupError } from '../../src/model/setup-error.ts';

function failing(code: string): Writable {
  const output = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error(`${code}: no luck`), { code })),
  });
  return output.on('error', () => undefined);
}

test('a reader that has gone away has read enough', async () => {
  await expect(write(failing('EPIPE'), 'text')).resolves.toBeUndefined();
});

test('a full disk is a matter of the set-up', async () => {
  const written = write(failing('ENOSPC'), 'text');
  await expect(written).rejects.toThrow(SetupError);
  await expect(written).rejects.toMatchObject({
    code: 'bad-usage',
    message: 'The output cannot be written: ENOSPC: no luck',
  });
});
