import { describe, expect, test } from 'vitest';
import { relaxationsOf } from '../../src/config/base-version.ts';
import { merge } from '../../src/config/merge.ts';
import { addedComments, addedEntries, relaxedSettings } from '../../src/config/relaxed.ts';
import { parseSettings } from '../../src/config/settings-file.ts';
import type { RuleId } from '../../src/model/finding.ts';
import { commit, makeRepository } from '../support/git.ts';
import { graph, revision } from '../support/graph.ts';
import { temporary, write } from '../support/temporary.ts';

const settings = (text: string) =>
  merge([parseSettings(text, { shown: 'migrate-check.yml', base: '/' })], '/').settings;
const usual = { 'several-heads': 'error', 'header-differs': 'notice', 'index-name': 'off' };
const relaxed = (now: string, then: string): readonly string[] =>
  relaxedSettings(settings(now), settings(then), usual, 'migrate-check.yml').map(({ words }) => words);

describe('settings', () => {
  test.each([
    ['fail-on: never', '', ['fail-on: never, was error']],
    ['', 'fail-on: warning', ['fail-on: error, was warning']],
    ['fail-on: notice', '', []],
    ['rules: { several-heads: off }', '', ['rule several-heads: off, was error']],
    ['rules: { several-heads: warning }', 'rules: { several-heads: off }', []],
    ['rules: { header-differs: warning }', '', []],
    ['', 'rules: { header-differs: error }', ['rule header-differs: notice, was error']],
    ['', 'rules: { index-name: error }', ['rule index-name: off, was error']],
    ['since: HEAD', '', ['scope: changed, was all', 'since: HEAD, was not set']],
    ['start-at: [abc]', 'start-at: [ab]', ['start-at: abc, was ab']],
    ['', 'start-at: [ab]', []],
    ['postgres: 16', '', []],
    ['', 'presets: [style]', ['presets: style is left out']],
    ['presets: [style]', '', []],
    [
      'rules: { redundant-index: { prefixes: false } }',
      'rules: { redundant-index: { prefixes: true } }',
      ['options of rule redundant-index: {"prefixes":"false"}, was {"prefixes":"true"}'],
    ],
  ])('%j, where the base has %j', (now, then, words) => {
    expect(relaxed(now, then)).toEqual(words);
  });

  test('an entry of ignore that is new or changed, with its line', () => {
    const one = 'ignore:\n  - { path: a.py, rule: several-heads, reason: known, until: 2027-01-31 }\n';
    const words = 'ignore several-heads in a.py: known (until 2027-01-31)';
    expect(relaxed(one, '')).toEqual([words]);
    expect(relaxed(one, one)).toEqual([]);
    expect(relaxed(`# moved\n\n${one}`, one)).toEqual([]);
    expect(relaxed(one, one.replace('2027', '2026'))).toEqual([words]);
    expect(relaxed(`${one}${one.split('\n')[1]}\n`, one)).toEqual([words]);
    expect(relaxedSettings(settings(one), settings(''), usual, 'x')[0]?.place).toMatchObject({ line: 2 });
  });
});

describe('comments', () => {
  const place = { file: 'versions/a.py', line: 2 };
  const comment = '# migrate-check: ignore[drop-table] nobody reads it';
  const now = (source: string, line = 2) => ({
    source,
    directives: [{ keyword: 'ignore', text: '[drop-table] nobody reads it', place: { ...place, line } }],
  });
  const added = { by: 'comment', place, words: 'ignore[drop-table] nobody reads it' };

  test('that are new, or stand beside another statement', () => {
    expect(addedComments(now(`x\n${comment}\n`), undefined)).toEqual([added]);
    expect(addedComments(now(`x\n${comment}\n`), 'x\n')).toEqual([added]);
    expect(addedComments(now(`x\ny()  ${comment}\n`), `x\nz()  ${comment}\n`)).toEqual([added]);
  });

  test('not those that were there, on another line or with other ends of lines', () => {
    expect(addedComments(now(`x\n    ${comment}\n`), `a\nb\nx\n${comment}\n`)).toEqual([]);
    expect(addedComments(now(`x\n${comment}\n`), `x\r\n${comment}\r\n`)).toEqual([]);
  });

  test('one that is there twice now is new once', () => {
    const twice = {
      source: `${comment}\n${comment}`,
      directives: [...now('', 1).directives, ...now('', 2).directives],
    };
    expect(addedComments(twice, comment)).toHaveLength(1);
  });

  test('a declaration that a revision is irreversible is one too', () => {
    const directive = { keyword: 'irreversible', text: 'gone', place };
    expect(addedComments({ source: 'x', directives: [directive] }, 'y')[0]?.words).toBe('irreversible gone');
  });
});

test('entries of a baseline are counted, by their rules', () => {
  const entry = (rule: string, fingerprint: string) => ({
    rule: rule as RuleId,
    file: 'a.py',
    fingerprint,
    about: '',
  });
  const now = [entry('a', '1'), entry('a', '2'), entry('b', '3'), entry('b', '3')];
  expect(addedEntries('base.json', now, [entry('b', '3'), entry('c', '9')])).toEqual([
    { by: 'baseline', place: { file: 'base.json' }, words: '3 more findings recorded: a (2), b (1)' },
  ]);
  expect(addedEntries('base.json', now, now)).toEqual([]);
});

describe('of a repository', () => {
  const comment = '# migrate-check: ignore[drop-table] nobody reads it\n';
  const of = (root: string, more: { directory?: string; settingsFile?: string } = {}) => {
    const file = 'backend/a.py';
    const directive = { keyword: 'ignore', text: '[drop-table] nobody reads it', place: { file, line: 1 } };
    const one = revision('a', [], { place: { file, line: 2 }, source: comment, directives: [directive] });
    const request = {
      root,
      directory: `${root}/backend`,
      since: 'main',
      graph: graph(one),
      severities: usual,
    };
    return relaxationsOf({ ...request, ...more });
  };

  test('nothing, where nothing of it was changed', async () => {
    const root = await temporary({
      'backend/a.py': comment,
      'backend/migrate-check.yml': 'fail-on: never\nrules: { several-heads: off }',
    });
    makeRepository(root);
    await write(root, { 'backend/b.py': 'new' });
    expect(await of(root)).toEqual([]);
  });

  test('all of it, committed or not, with its places', async () => {
    const root = await temporary({ 'backend/a.py': '', 'migrate-check.yml': 'fail-on: warning' });
    makeRepository(root);
    await write(root, { 'backend/a.py': comment });
    commit(root);
    await write(root, {
      'backend/migrate-check.yml':
        'rules: { several-heads: off }\nignore: [{ path: a.py, rule: x, reason: y }]',
    });
    expect(await of(root)).toEqual([
      { by: 'settings', place: { file: 'backend/migrate-check.yml' }, words: 'fail-on: error, was warning' },
      {
        by: 'settings',
        place: { file: 'backend/migrate-check.yml' },
        words: 'rule several-heads: off, was error',
      },
      { by: 'settings', place: { file: 'backend/migrate-check.yml', line: 2 }, words: 'ignore x in a.py: y' },
      {
        by: 'comment',
        place: { file: 'backend/a.py', line: 1 },
        words: 'ignore[drop-table] nobody reads it',
      },
    ]);
  });

  test('a stricter file that is taken away is noticed, and a named one is not looked for', async () => {
    const root = await temporary({ 'backend/migrate-check.yml': 'fail-on: warning', 'ci.yml': '' });
    makeRepository(root);
    await write(root, { 'backend/migrate-check.yml': 'fail-on: never', 'ci.yml': 'fail-on: never' });
    expect((await of(root)).map(({ words }) => words)).toEqual(['fail-on: never, was warning']);
    expect((await of(root, { settingsFile: `${root}/ci.yml` })).map(({ words }) => words)).toEqual([
      'fail-on: never, was error',
    ]);
  });

  test('another baseline is named as the repository has it', async () => {
    const root = await temporary({ 'backend/migrate-check.yml': '' });
    makeRepository(root);
    await write(root, { 'backend/migrate-check.yml': 'baseline: ours.json' });
    expect((await of(root)).map(({ words }) => words)).toEqual(['baseline: backend/ours.json, was not set']);
  });

  test('settings of the base that cannot be read count as none', async () => {
    const root = await temporary({ 'migrate-check.yml': 'fail-on: [' });
    makeRepository(root);
    await write(root, { 'migrate-check.yml': 'fail-on: never' });
    expect((await of(root)).map(({ words }) => words)).toEqual(['fail-on: never, was error']);
  });
});
