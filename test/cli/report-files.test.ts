/** The documents that a command writes beside what people read. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Report } from '../../src/model/report.ts';
import { fileReporterNames } from '../../src/reporters/files.ts';
import { parseXml } from '../reporters/support/xml.ts';
import { temporary } from '../support/temporary.ts';
import { fakeHost } from './host.ts';
import { finding, reportOf } from './report.ts';

const failed: Report = reportOf({ findings: [finding], verdict: 'failed' });

test('two in one place stop the command with exit code 2, and the engine is not started', async () => {
  const host = fakeHost(await temporary());
  expect(await main(['--sarif', '-', '--junit', '-'], host)).toBe(2);
  expect(host.stderr.text).toContain('sarif and junit are both to be written to standard output');
});

test('no password is in any of them, nor in what people read', async () => {
  const message = 'no route to postgresql://me:s3cret@db/shop';
  const cwd = await temporary({ 'alembic.ini': '[alembic]\nscript_location = migrations\n' });
  const host = fakeHost(cwd, { check: async () => ({ ...failed, findings: [{ ...finding, message }] }) });
  const flags = fileReporterNames.flatMap((name) => [`--${name}`, `out/${name}`]);
  expect(await main(flags, host)).toBe(1);
  const texts = fileReporterNames.map((name) => readFile(join(cwd, 'out', name), 'utf8'));
  for (const text of [host.stdout.text, ...(await Promise.all(texts))]) {
    expect(text).toContain('no route to');
    expect(text).not.toContain('s3cret');
  }
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
