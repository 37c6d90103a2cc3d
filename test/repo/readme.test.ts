/** What the README promises is there, and what it shows is what is seen. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { pythonEnv } from '../../scripts/python-env.ts';
import { flags } from '../../src/config/flags.ts';
import { settingsFor } from '../../src/config/library.ts';
import { rules } from '../../src/rules/index.ts';

const root = join(import.meta.dirname, '..', '..');
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/architecture.md'];
const read = (page: string): string => readFileSync(join(root, page), 'utf8');
const readme = read('README.md');

const blocks = (language: string): readonly string[] =>
  [...readme.matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, name, text = '']) =>
    name === language ? [text] : [],
  );

test.each(pages)('every link of %s leads somewhere', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link);
  const broken = links.filter((link) => !existsSync(join(root, page, '..', link)));
  expect(broken).toEqual([]);
});

test('every flag is one', () => {
  const known = new Set([
    ...flags.map(({ spelling }) => spelling),
    '--help',
    '--version',
    '--dry-run',
    '--settings',
  ]);
  const said = new Set([...readme.matchAll(/(?<![\w-])--[a-z][a-z-]+/g)].map(([flag]) => flag));
  const ofOthers = ['--schema-only', '--no-owner', '--no-privileges', '--global'];
  expect([...said].filter((flag) => !known.has(flag) && !ofOthers.includes(flag))).toEqual([]);
  expect(said.size).toBeGreaterThan(5);
});

test.each(pages)('every npm script of %s is one', (page) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const said = [...read(page).matchAll(/npm (?:run )?(start|test|run [\w-]+|[\w-]+)/g)].map(([, name = '']) =>
    name.replace('run ', ''),
  );
  expect(
    said.filter((name) => !(name in scripts) && !['ci', 'install', 'registry', 'scripts'].includes(name)),
  ).toEqual([]);
});

test('the settings that are shown are settings', async () => {
  const shown = blocks('yaml')
    .map((text) => parse(text) as Record<string, unknown>)
    .filter((block) => 'rules' in block);
  expect(shown).toHaveLength(1);
  const { settings } = await settingsFor(shown[0] as object, {
    cwd: root,
    knownRules: Object.fromEntries(rules.map(([id, { options = {} }]) => [id, options])),
  });
  expect(settings).toMatchObject({ postgres: 16, timeout: 120_000 });
});

test('the finding that is shown is what a newcomer sees', () => {
  const [shown = ''] = blocks('text');
  const [, project = ''] = /npm start -- (\S+)/.exec(readme) ?? [];
  const seen = spawnSync(
    process.execPath,
    [join(root, 'dist', 'cli.js'), project, '--python', pythonEnv('current'), '--database', 'local'],
    { cwd: root, encoding: 'utf8' },
  );
  expect(seen.stdout).toContain(shown.trim());
  expect(seen.status).toBe(1);
});
