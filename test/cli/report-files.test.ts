import { chmod, link, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { checkReportFiles, type ReportFiles, writeReportFiles } from '../../src/cli/report-files.ts';
import { ruleTexts } from '../../src/cli/rule-texts.ts';
import { mustBeWritable, writeWhole } from '../../src/cli/whole-file.ts';
import type { Report } from '../../src/model/report.ts';
import { fileReporterNames } from '../../src/reporters/files.ts';
import { rules } from '../../src/rules/index.ts';
import { temporary } from '../config/temporary.ts';
import { parseXml } from '../reporters/support/xml.ts';
import { fakeHost } from './host.ts';
import { finding, reportOf } from './report.ts';

const none: ReportFiles = {
  json: undefined,
  sarif: undefined,
  junit: undefined,
  gitlab: undefined,
  markdown: undefined,
  html: undefined,
};
const how = { colour: true, width: 80, verbose: false, rule: ruleTexts('1.2.3') };
const failed: Report = reportOf({ findings: [finding], verdict: 'failed' });

describe('the report that is judged', () => {
  const judged = join(import.meta.dirname, 'report.json');

  test('is not replaced by a document that has less', async () => {
    await expect(checkReportFiles({ ...none, markdown: judged }, judged)).rejects.toMatchObject({
      code: 'bad-usage',
      message: `markdown is to be written to ${judged}, and that is the report to judge`,
      hint: 'Name another file: --markdown FILE',
    });
  });

  test('may be replaced by itself, judged again', async () => {
    await expect(checkReportFiles({ ...none, json: judged }, judged)).resolves.toBeUndefined();
  });
});

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

describe('documents', () => {
  test('are written each to its file, without colours, and all are named', async () => {
    const cwd = await temporary();
    const files = Object.fromEntries(fileReporterNames.map((name) => [name, join(cwd, `out/${name}`)]));
    const written = await writeReportFiles(failed, files as unknown as ReportFiles, how, () =>
      Promise.reject(),
    );
    expect(written.map(({ name, file }) => [name, file])).toEqual(Object.entries(files));
    const texts = await Promise.all(written.map(({ file }) => readFile(file, 'utf8')));
    for (const text of texts) {
      expect(text).toContain('The upgrade of a fails.');
      expect(text).not.toContain('\u001b');
    }
  });

  test('hold no password', async () => {
    const message = 'no route to postgresql://me:s3cret@db/shop';
    const report = { ...failed, findings: [{ ...finding, message }] };
    const cwd = await temporary();
    for (const name of fileReporterNames) {
      const file = join(cwd, name);
      await writeReportFiles(report, { ...none, [name]: file }, how, () => Promise.reject());
      expect(await readFile(file, 'utf8')).not.toContain('s3cret');
    }
  });

  test('for standard output is printed', async () => {
    const printed: string[] = [];
    await writeReportFiles(failed, { ...none, junit: '-' }, how, async (text) => void printed.push(text));
    expect(printed.map((text) => parseXml(text).tagName)).toEqual(['testsuites']);
  });
});

describe('before the work begins', () => {
  test.each([
    [{ json: '-', sarif: '-' }, /json and sarif are both to be written to standard output/],
    [{ junit: '/tmp/x', html: '/tmp/x' }, /junit and html are both to be written to \/tmp\/x/],
  ])('%j are refused', async (files, message) => {
    await expect(checkReportFiles({ ...none, ...files })).rejects.toMatchObject({
      code: 'bad-usage',
      message: expect.stringMatching(message),
    });
  });

  test('a document that cannot be written is refused by its name', async () => {
    const cwd = await temporary();
    await expect(checkReportFiles({ ...none, json: '-', sarif: cwd })).rejects.toMatchObject({
      code: 'bad-setting',
      message: `The report cannot be written to ${cwd}: it is a directory`,
      hint: 'Name another file: --sarif FILE',
    });
  });

  test('the command stops with exit code 2, and the engine is not started', async () => {
    const host = fakeHost(await temporary());
    expect(await main(['--sarif', '-', '--junit', '-'], host)).toBe(2);
    expect(host.stderr.text).toContain('sarif and junit are both to be written to standard output');
  });
});

test('judge writes them, too, and the gate stays shut', async () => {
  const cwd = await temporary({ 'report.json': JSON.stringify(failed) });
  const host = fakeHost(cwd, { rejudge: (given) => Promise.resolve(given) });
  const flags = ['--sarif', 'out/a.sarif', '--junit', 'out/a.xml', '--gitlab', '-'];
  expect(await main(['judge', 'report.json', ...flags], host)).toBe(1);
  expect(await readdir(join(cwd, 'out'))).toEqual(['a.sarif', 'a.xml']);
  expect(JSON.parse(host.stdout.text)).toMatchObject([{ check_name: 'upgrade-fails' }]);
  expect(host.stderr.text).toContain('The upgrade of a fails.');
});

test('a settings file can name them, relative to itself', async () => {
  const cwd = await temporary({ 'shop/migrate-check.yml': 'junit: out/junit.xml\n' });
  await mkdir(join(cwd, 'shop/migrations'));
  await writeFile(join(cwd, 'shop/alembic.ini'), '[alembic]\nscript_location = migrations\n');
  const host = fakeHost(cwd, { check: () => Promise.resolve(failed) });
  expect(await main(['shop'], host)).toBe(1);
  expect(parseXml(await readFile(join(cwd, 'shop/out/junit.xml'), 'utf8')).getAttribute('failures')).toBe(
    '1',
  );
});

describe('what documents say of rules', () => {
  const texts = ruleTexts('1.2.3');

  test('is there for every rule, and of no other', () => {
    for (const [id, { meta }] of rules)
      expect(texts(id as never)).toMatchObject({ why: meta.why, fix: meta.fix });
    expect(texts('no-such-rule' as never)).toBeUndefined();
  });

  test.each([
    ['upgrade-fails', 'upgrade'],
    ['downgrade-fails', 'downgrade'],
    ['downgrade-leaves-trace', 'downgrade'],
    ['reupgrade-fails', 'reupgrade'],
    ['reupgrade-differs', 'reupgrade'],
    ['chain-fails', 'chain'],
    ['upgrade-in-one-go-fails', 'rehearsal'],
    ['model-ddl-mismatch', 'models'],
    ['drop-table', 'rest'],
    ['several-heads', 'rest'],
  ])('%s is about the part %s', (id, part) => {
    expect(texts(id as never)?.part).toBe(part);
  });
});
