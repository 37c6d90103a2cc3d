import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { flagLayer } from '../../src/config/flags.ts';
import { settingsFor } from '../../src/config/library.ts';
import type { Resolved } from '../../src/config/merge.ts';
import { resolveSettings } from '../../src/config/resolve.ts';
import { temporary } from '../support/temporary.ts';

const resolve = (cwd: string, directory?: string, settingsFile?: string): Promise<Resolved> =>
  resolveSettings({ cwd, given: flagLayer(directory, new Map(), cwd), environment: {}, settingsFile });

async function repository(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await temporary(files);
  execFileSync('git', ['init', '--quiet'], { cwd: root });
  return root;
}

describe('the settings file', () => {
  test('is that of the directory, not the one above', async () => {
    const root = await repository({
      'migrate-check.yml': 'postgres: 14',
      'a/migrate-check.yml': 'postgres: 15',
    });
    const { settings, origins } = await resolve(root, 'a');
    expect(settings.postgres).toBe(15);
    expect(origins.get('postgres')).toBe('a/migrate-check.yml:1');
  });

  test('is looked for up to the top level of the repository', async () => {
    const root = await repository({ 'migrate-check.yaml': 'postgres: 14', 'a/b/alembic.ini': '' });
    expect((await resolve(join(root, 'a'), 'b')).settings.postgres).toBe(14);
  });

  test('is not looked for above the repository, nor above a directory without one', async () => {
    const outer = await temporary({
      'migrate-check.yml': 'postgres: 14',
      'in/alembic.ini': '',
      'plain/alembic.ini': '',
    });
    execFileSync('git', ['init', '--quiet'], { cwd: join(outer, 'in') });
    expect((await resolve(outer, 'in')).settings.postgres).toBeUndefined();
    expect((await resolve(outer, 'plain')).settings.postgres).toBeUndefined();
  });

  test('may be named', async () => {
    const root = await temporary({
      'ci/other.yml': 'postgres: 16\nbase-sql: base.sql',
      'migrate-check.yml': 'postgres: 14',
    });
    const { settings } = await resolve(root, undefined, 'ci/other.yml');
    expect(settings).toMatchObject({ postgres: 16, baseSql: join(root, 'ci/base.sql') });
  });

  test('may say which directory is meant', async () => {
    const root = await repository({ 'migrate-check.yml': 'directory: backend' });
    expect((await resolve(root)).settings.directory).toBe(join(root, 'backend'));
    expect((await resolve(root, 'other')).settings.directory).toBe(join(root, 'other'));
  });

  test('that is named has to be there', async () => {
    const root = await temporary();
    await expect(resolve(root, undefined, 'no.yml')).rejects.toMatchObject({
      code: 'bad-setting',
      message: expect.stringMatching(/^The settings file no\.yml cannot be read: ENOENT/),
    });
  });

  test.each(['', '# nothing yet\n', 'rules:\n  # several-heads: off\n', 'name:\n'])(
    'may say nothing: %j',
    async (text) => {
      const root = await temporary({ 'migrate-check.yml': text });
      expect([...(await resolve(root)).origins]).toEqual([]);
    },
  );

  test.each(['postgres: [', 'a: &x\nb: *y', 'a: 1\n---\nb: 2'])('is YAML, and %j is not', async (text) => {
    const root = await temporary({ 'migrate-check.yml': text });
    await expect(resolve(root)).rejects.toMatchObject({
      code: 'bad-setting',
      message: expect.stringMatching(/^migrate-check\.yml:\d: this is no settings file: ./),
    });
  });
});

test('a program gives values as they are, or as text', async () => {
  const cwd = await temporary({ 'migrate-check.yml': 'postgres: 14\nrules: { a: off, b: off }' });
  const { settings, origins } = await settingsFor(
    { postgres: 17, timeout: 2, startAt: '001', rules: { a: 'error' } },
    { cwd },
  );
  expect(settings).toMatchObject({
    postgres: 17,
    timeout: 2000,
    startAt: ['001'],
    rules: { a: 'error', b: 'off' },
  });
  expect(origins.get('postgres')).toBe('call');
  await expect(settingsFor({ postgres: 12 }, { cwd })).rejects.toMatchObject({
    message: 'postgres is 12; it must be a whole number from 14 to 18',
  });
});
