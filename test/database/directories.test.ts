import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { cacheDirectory, firstUsable, scratchDirectory } from '../../src/database/local/directories.ts';

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'migrate-check-test-directories-'));
  await chmod(base, 0o755);
  onTestFinished(() => rm(base, { recursive: true, force: true }));
});

/** Where nobody, not even root, can make a directory. */
const impossible = (): Promise<string> =>
  writeFile(join(base, 'file'), '').then(() => join(base, 'file', 'below'));

test('the first that can be written is taken, and made when it is not there', async () => {
  const wanted = join(base, 'a', 'b');
  expect(await firstUsable([await impossible(), wanted, base], 'None')).toBe(wanted);
});

test('none is an error that says why for each', async () => {
  const file = await impossible();
  await expect(firstUsable([file], 'No directory')).rejects.toMatchObject({
    code: 'no-database',
    message: expect.stringMatching(/^No directory: .*below: E[A-Z]+/),
    hint: expect.stringContaining('TMPDIR'),
  });
});

test('what somebody else can write to is not trusted', async () => {
  const open = join(base, 'open');
  await mkdir(open);
  await chmod(open, 0o777);
  expect(await firstUsable([open, base], 'None')).toBe(base);
  const theirs = join(base, 'theirs');
  await symlink(open, theirs);
  expect(await firstUsable([theirs, base], 'None')).toBe(base);
});

test('the cache is where it is asked for, and beside the temporary files when there is no other', async () => {
  expect(await cacheDirectory(join(base, 'named'))).toBe(join(base, 'named'));
  expect(await cacheDirectory(await impossible())).toMatch(/migrate-check/);
});

test('data is kept in a directory that can be written, whatever TMPDIR says', async () => {
  vi.stubEnv('TMPDIR', await impossible());
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(['/dev/shm', '/tmp']).toContain(await scratchDirectory());
});

test.runIf(process.getuid?.() === 0)('root does not choose what its server cannot enter', async () => {
  const closed = join(base, 'closed', 'inner');
  await mkdir(closed, { recursive: true });
  await chmod(join(base, 'closed'), 0o700);
  expect(await firstUsable([closed, base], 'None')).toBe(base);
});
