import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkReportFiles, type ReportFiles, writeReportFiles } from '../../src/host/report-files.ts';
import { ruleTexts } from '../../src/host/rule-texts.ts';
import type { Report } from '../../src/model/report.ts';
import { fileReporterNames } from '../../src/reporters/files.ts';
import { finding, reportOf } from '../cli/report.ts';
import { parseXml } from '../reporters/support/xml.ts';
import { temporary } from '../support/temporary.ts';

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
});
