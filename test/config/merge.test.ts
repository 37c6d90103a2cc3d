import { describe, expect, test } from 'vitest';
import { environmentLayer } from '../../src/config/environment.ts';
import { flagLayer } from '../../src/config/flags.ts';
import type { Layer } from '../../src/config/layer.ts';
import { merge } from '../../src/config/merge.ts';
import { type SettingName, settingNames } from '../../src/config/settings.ts';
import { parseSettings } from '../../src/config/settings-file.ts';

const cwd = '/srv/here';
const flags = (values: Partial<Record<SettingName, unknown>>, directory?: string): Layer =>
  flagLayer(directory, new Map(Object.entries(values) as [SettingName, unknown][]), cwd);
const file = (text: string): Layer => parseSettings(text, { shown: 'migrate-check.yml', base: '/srv' });
const variable = (url: string): Layer => environmentLayer({ MIGRATE_CHECK_DATABASE_URL: url }, cwd);

test('with nothing said, everything is a default', () => {
  const { settings, origins } = merge([], cwd);
  expect(settings).toEqual({
    directory: cwd,
    x: [],
    env: [],
    scope: 'all',
    startAt: [],
    timeout: 60_000,
    database: 'auto',
    failOn: 'error',
    presets: [],
    rules: {},
    ruleOptions: {},
    ignore: [],
    verbose: false,
    comment: 'on-failure',
    commentKey: 'default',
    annotations: 'commands',
    filter: 'file',
    suggestions: false,
  });
  expect([...origins]).toEqual([]);
});

test('flags win over the file, the file over the environment, and each value knows where it is from', () => {
  const { settings, origins } = merge(
    [
      flags({ postgres: '16' }),
      file('postgres: 15\nfail-on: warning\ndatabase-url: postgresql://file/postgres'),
      variable('postgresql://variable/postgres'),
    ],
    cwd,
  );
  expect(settings).toMatchObject({
    postgres: 16,
    failOn: 'warning',
    databaseUrl: 'postgresql://file/postgres',
  });
  expect(Object.fromEntries(origins)).toEqual({
    postgres: 'flag --postgres',
    failOn: 'migrate-check.yml:2',
    databaseUrl: 'migrate-check.yml:3',
  });
});

test('the URL of the server may come from the environment, and nothing else', () => {
  const { settings, origins } = merge([variable('postgresql://u:p@h/postgres')], cwd);
  expect(settings.databaseUrl).toBe('postgresql://u:p@h/postgres');
  expect([...origins]).toEqual([['databaseUrl', 'variable MIGRATE_CHECK_DATABASE_URL']]);
});

test('rules are taken one by one', () => {
  const { settings, origins } = merge(
    [
      flags({ rules: ['several-heads=off'] }),
      file('rules:\n  several-heads: warning\n  upgrade-fails: notice'),
    ],
    cwd,
  );
  expect(settings.rules).toEqual({ 'several-heads': 'off', 'upgrade-fails': 'notice' });
  expect(Object.fromEntries(origins)).toEqual({
    'rules.several-heads': 'flag --rule',
    'rules.upgrade-fails': 'migrate-check.yml:3',
  });
});

test('a list of the file is replaced as a whole', () => {
  const { settings } = merge([flags({ x: ['a=1', 'b=2'] }), file('x: [c=3]\nstart-at: 0012')], cwd);
  expect(settings.x).toEqual(['a=1', 'b=2']);
  expect(settings.startAt).toEqual(['0012']);
});

describe('the scope', () => {
  test('is what changed, when since is said alone', () => {
    const { settings, origins } = merge([flags({ since: 'origin/main' })], cwd);
    expect(settings.scope).toBe('changed');
    expect(origins.get('scope')).toBe('follows from flag --since');
  });

  test('is what changed, when a flag says since and the file says all', () => {
    expect(merge([flags({ since: 'main' }), file('scope: all')], cwd).settings.scope).toBe('changed');
  });

  test('is all, when that is said', () => {
    expect(merge([flags({ scope: 'all' }), file('since: main')], cwd).settings.scope).toBe('all');
    expect(merge([file('since: main\nscope: all')], cwd).settings.scope).toBe('all');
  });

  test('cannot be what changed since nobody knows when', () => {
    expect(() => merge([file('# here\nscope: changed')], cwd)).toThrow(
      expect.objectContaining({
        code: 'bad-setting',
        message: 'migrate-check.yml:2: scope is "changed", and nothing says since when',
        hint: 'Add since: origin/main',
      }),
    );
    expect(() => merge([flags({ scope: 'changed' })], cwd)).toThrow(
      expect.objectContaining({ hint: 'Add --since origin/main' }),
    );
  });
});

describe('paths', () => {
  test('in flags begin at the working directory, those in the file at the file', () => {
    const { settings } = merge(
      [flags({ config: 'a/alembic.ini' }, 'a'), file('base-sql: base.sql\njson: out/r.json')],
      cwd,
    );
    expect(settings).toMatchObject({
      directory: '/srv/here/a',
      config: '/srv/here/a/alembic.ini',
      baseSql: '/srv/base.sql',
      json: '/srv/out/r.json',
    });
  });

  test('a program without a slash is looked for by its name; - is no file', () => {
    expect(merge([flags({ python: 'python3.12', json: '-' })], cwd).settings).toMatchObject({
      python: 'python3.12',
      json: '-',
    });
    expect(merge([flags({ python: '.venv/bin/python' })], cwd).settings.python).toBe(
      '/srv/here/.venv/bin/python',
    );
  });
});

test('every setting can be set by the file, and each that has a flag by it', () => {
  const values: Record<SettingName, string> = {
    directory: 'd',
    config: 'c',
    name: 'n',
    x: 'a=b',
    python: 'p',
    env: 'A=b',
    since: 's',
    scope: 'changed',
    from: 'f',
    to: 't',
    baseSql: 'b',
    startAt: 'r',
    timeout: '3s',
    database: 'local',
    databaseUrl: 'postgres://h/d',
    postgres: '14',
    image: 'i',
    failOn: 'never',
    presets: 'style',
    rules: 'r=off',
    tableStats: 's.json',
    ignore: '[]',
    baseline: 'l.json',
    verbose: 'true',
    json: 'j',
    sarif: 's',
    junit: 'u',
    gitlab: 'g',
    markdown: 'm',
    html: 'h',
    comment: 'always',
    commentKey: 'k',
    annotations: 'checks',
    filter: 'added',
    suggestions: 'false',
  };
  const lines = Object.entries(values).map(([name, value]) =>
    name === 'rules'
      ? 'rules: { r: off }'
      : `${name.replace(/[A-Z]/g, (l) => `-${l.toLowerCase()}`)}: ${value}`,
  );
  const listed = Object.entries(values).map(([name, value]) => [name, name === 'rules' ? [value] : value]);
  const byFile = merge([file(lines.join('\n'))], '/srv').settings;
  const byFlags = merge(
    [flagLayer('d', new Map(listed as [SettingName, unknown][]), '/srv')],
    '/srv',
  ).settings;
  expect(Object.keys(byFile).sort()).toEqual([...settingNames, 'ruleOptions'].sort());
  const withoutFlag = {
    comment: 'always',
    commentKey: 'k',
    annotations: 'checks',
    filter: 'added',
    suggestions: false,
  };
  expect({ ...byFlags, ...withoutFlag }).toEqual(byFile);
  expect(byFile).toMatchObject({
    timeout: 3000,
    postgres: 14,
    verbose: true,
    rules: { r: 'off' },
    env: ['A=b'],
  });
});
