import { chmod, link, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mustBeWritable, writeWhole } from '../../src/host/whole-file.ts';
import { temporary } from '../support/temporary.ts';

describe('a file', () => {
  test('is written whole, with the directories that it needs, and nothing stays beside it', async () => {
    const cwd = await temporary();
    const file = join(cwd, 'reports/deep/junit.xml');
    await mustBeWritable(file);
    expect(await readdir(cwd)).toEqual([]);
    await writeWhole(file, 'one');
    await writeWhole(file, 'two');
    expect(await readFile(file, 'utf8')).toBe('two');
    expect(await readdir(join(cwd, 'reports/deep'))).toEqual(['junit.xml']);
  });

  test('that is there is replaced, not written over: who has it open reads on', async () => {
    const cwd = await temporary({ 'report.json': 'old' });
    const [file, other] = [join(cwd, 'report.json'), join(cwd, 'other')];
    await link(file, other);
    await chmod(file, 0o640);
    await writeWhole(file, 'new');
    expect([await readFile(file, 'utf8'), await readFile(other, 'utf8')]).toEqual(['new', 'old']);
    expect((await stat(file)).mode & 0o777).toBe(0o640);
  });

  test('behind a link is written where it is', async () => {
    const cwd = await temporary({ 'real/report.json': 'old' });
    await symlink('real/report.json', join(cwd, 'link.json'));
    await writeWhole(join(cwd, 'link.json'), 'new');
    expect(await readFile(join(cwd, 'real/report.json'), 'utf8')).toBe('new');
    expect((await stat(join(cwd, 'link.json'))).isFile()).toBe(true);
  });

  test('in a place where no directory can be made is refused, and not tried for ever', async () => {
    await expect(writeWhole('/proc/none/report.json', 'text')).rejects.toThrow(/ENOENT|EACCES|EPERM/);
  });

  test('that is no ordinary one is written into', async () => {
    await mustBeWritable('/dev/null');
    await writeWhole('/dev/null', 'text');
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });

  test.each([
    ['.', /it is a directory/],
    ['file/report.json', /not a directory/i],
    ['file/deep/report.json', /not a directory/i],
  ])('%s is refused', async (name, message) => {
    const cwd = await temporary({ file: '' });
    await expect(mustBeWritable(join(cwd, name))).rejects.toThrow(message);
  });
});
