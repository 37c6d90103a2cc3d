/** What the pages show and list is what is there. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventKinds } from '../../src/github/event.ts';
import { actionInputs, exampleWorkflows, root, stepsOf } from './support/workflow.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const [readme, page] = [read('README.md'), read('docs/github.md')];
const examples = globSync('docs/examples/*', { cwd: root });

test('the workflow of the README is the first example, all but its headline', () => {
  const [shown = ''] = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  expect(shown).toContain('uses: org/migrate-check@v1');
  expect(read('docs/examples/alembic.yml')).toBe(`# Alembic with a requirements.txt.\n${shown}`);
});

test.each([
  ['README.md', readme, 'docs/examples/', ['docs/examples/alembic.yml', 'docs/examples/fork-comment.yml']],
  ['docs/github.md', page, 'examples/', []],
])('%s links every example', (_, text, prefix, shownOtherwise) => {
  const linked = [...text.matchAll(/\(([^()\s]*examples\/[^()\s]+)\)/g)].map(([, link = '']) =>
    link.replace(prefix, 'docs/examples/'),
  );
  expect(examples.filter((file) => !linked.includes(file) && !shownOtherwise.includes(file))).toEqual([]);
  expect(linked.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  expect(examples.length).toBeGreaterThan(10);
});

test('every link of docs/github.md leads somewhere', () => {
  const links = [...page.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, link = '']) => link.split('#'));
  const anchors = (text: string): readonly string[] =>
    [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replaceAll(/[^\w\s-]/g, '')
        .replaceAll(' ', '-'),
    );
  const broken = links.filter(([file = '', anchor]) => {
    const target = join('docs', file);
    if (file !== '' && !existsSync(join(root, target))) return true;
    return anchor !== undefined && !anchors(file === '' ? page : read(target)).includes(anchor);
  });
  expect(broken).toEqual([]);
  expect(links.length).toBeGreaterThan(15);
});

test('every event that is told apart is in the table of events', () => {
  const [, table = ''] = /## Events\n([\s\S]*?)\n## /.exec(page) ?? [];
  const known = eventKinds.filter((kind) => kind !== 'other');
  expect(known.filter((kind) => !table.includes(`\`${kind}\``))).toEqual([]);
});

test('every permission that an example asks for is in the table', () => {
  const [, table = ''] = /## What is seen[^\n]*\n([\s\S]*?)\n## /.exec(page) ?? [];
  const asked = exampleWorkflows.flatMap(({ jobs }) =>
    Object.values(jobs).flatMap(({ permissions = {} }) =>
      Object.entries(permissions).map((one) => one.join(': ')),
    ),
  );
  expect([...new Set(asked)].filter((one) => !table.includes(`\`${one}\``))).toEqual([]);
  expect(asked).toContain('pull-requests: write');
});

test('every input that is spoken of is one', () => {
  const words = [
    'scope',
    'comment',
    'annotations',
    'directory',
    'comment-key',
    'image',
    'database-url',
    'env',
  ];
  expect(words.filter((name) => !page.includes(`\`${name}`))).toEqual([]);
  expect(words.filter((name) => !actionInputs.includes(name))).toEqual([]);
  expect(exampleWorkflows.flatMap(stepsOf).length).toBeGreaterThan(20);
});
