import { mkdir, realpath, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { whereabouts } from '../../src/config/whereabouts.ts';
import { makeRepository } from '../support/git.ts';
import { temporary } from '../support/temporary.ts';

afterEach(() => vi.unstubAllEnvs());

test('the root is the top of the repository, whatever leads there', async () => {
  const root = await temporary({ 'a/b/c.py': '' });
  makeRepository(root);
  const link = join(await temporary(), 'link');
  await symlink(root, link);
  const found = await whereabouts(join(link, 'a/b'), '/');
  expect(found).toEqual({ directory: join(root, 'a/b'), root });
});

test('outside a repository it is the directory itself', async () => {
  const root = await temporary({ 'a/b.py': '' });
  expect(await whereabouts(join(root, 'a'), '/')).toEqual({
    directory: join(root, 'a'),
    root: join(root, 'a'),
  });
});

test('of a job whose git knows no repository it is what was checked out', async () => {
  const root = await temporary({ 'a/b.py': '' });
  vi.stubEnv('GITHUB_WORKSPACE', root);
  expect(await whereabouts(join(root, 'a'), '/')).toEqual({ directory: join(root, 'a'), root });
  const other = await realpath(await temporary());
  expect(await whereabouts(other, '/')).toEqual({ directory: other, root: other });
});

test('of a job whose checkout belongs to another user it is the top of the repository', async () => {
  const root = await temporary({ 'shop/a/b.py': '' });
  makeRepository(join(root, 'shop'));
  await mkdir(join(root, 'shop/c'));
  // What git has for its own tests: every directory is somebody else's.
  vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
  expect((await whereabouts(join(root, 'shop/a'), '/')).root).toBe(join(root, 'shop/a'));
  vi.stubEnv('GITHUB_WORKSPACE', root);
  expect((await whereabouts(join(root, 'shop/a'), '/')).root).toBe(join(root, 'shop'));
});

test.each([
  ['nowhere', 'There is no directory'],
  ['b.py', 'is no directory'],
])('%s is refused', async (name, message) => {
  const root = await temporary({ 'b.py': '' });
  await expect(whereabouts(join(root, name), root)).rejects.toMatchObject({
    code: 'no-project',
    message: expect.stringContaining(message),
  });
});
