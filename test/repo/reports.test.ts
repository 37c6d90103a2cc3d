import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { main } from '../../src/cli/main.ts';
import { flags } from '../../src/config/flags.ts';
import { inputs } from '../../src/config/inputs.ts';
import { fileReporterNames } from '../../src/reporters/files.ts';
import { fakeHost } from '../cli/host.ts';
import { reportOf } from '../cli/report.ts';
import { temporary } from '../support/temporary.ts';

const page = readFileSync('docs/reports.md', 'utf8');
const [commands = ''] = blocks('sh');

function blocks(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(([, text = '']) => text);
}

test('every document has its row, its flag and its input, and no other setting says it is one', () => {
  const rows = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(rows).toEqual(fileReporterNames);
  const inSection = ({ words }: { readonly words: { readonly section: string } }): boolean =>
    words.section === 'Reports';
  expect(flags.filter(inSection).map(({ spelling }) => spelling)).toEqual(
    fileReporterNames.map((name) => `--${name}`),
  );
  expect(inputs.filter(({ words }) => words.path === 'output').map(({ name }) => name)).toEqual(
    fileReporterNames,
  );
});

test('the commands of the page write what they name', async () => {
  const cwd = await temporary();
  const engine = { check: async () => reportOf(), rejudge: async <T>(report: T) => report };
  const lines = commands.trim().split('\n');
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(await main(line.split(' ').slice(1), fakeHost(cwd, engine))).toBe(0);
  expect((await readdir(cwd, { recursive: true })).toSorted()).toEqual(
    ['out', 'out/junit.xml', 'out/migrations.sarif', 'report.html', 'report.json'].toSorted(),
  );
});

test('the job for GitLab gives GitLab the files that it writes, as the whole example does', () => {
  const [text = ''] = blocks('yaml');
  const shown = parse(text)['migrations'];
  const whole = parse(readFileSync('docs/examples/gitlab-ci.yml', 'utf8'))['migrations'];
  expect(shown.artifacts).toEqual(whole.artifacts);
  const { codequality, junit } = shown.artifacts.reports;
  for (const [script] of [shown.script, whole.script])
    expect(script).toContain(`--gitlab ${codequality} --junit ${junit}`);
});

test('every link leads somewhere', () => {
  const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(2);
  expect(links.filter((link) => !existsSync(join('docs', link)))).toEqual([]);
});
