import { expect, test } from 'vitest';
import { flagLayer } from '../../src/config/flags.ts';
import { merge } from '../../src/config/merge.ts';
import type { SettingName } from '../../src/config/settings.ts';
import { parseSettings } from '../../src/config/settings-file.ts';
import { SetupError } from '../../src/model/setup-error.ts';

const rules = { 'several-heads': {}, 'upgrade-fails': {} };

function refusal(work: () => unknown): SetupError {
  try {
    work();
  } catch (error) {
    if (error instanceof SetupError) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}

const ofFile = (text: string): SetupError =>
  refusal(() => merge([parseSettings(text, { shown: 'migrate-check.yml', base: '/' })], '/', rules));
const ofFlags = (values: Partial<Record<SettingName, unknown>>, directory?: string): SetupError =>
  refusal(() =>
    merge(
      [flagLayer(directory, new Map(Object.entries(values) as [SettingName, unknown][]), '/')],
      '/',
      rules,
    ),
  );

test.each([
  ['\npostgress: 17', 'migrate-check.yml:2: there is no setting "postgress"', 'Did you mean postgres?'],
  ['failOn: error', 'migrate-check.yml:1: there is no setting "failOn"', 'Did you mean fail-on?'],
  [
    'postgres: 13',
    'migrate-check.yml:1: postgres is "13"; it must be a whole number from 14 to 18',
    'Write for example: postgres: 17',
  ],
  [
    'postgres: 17.4',
    'migrate-check.yml:1: postgres is "17.4"; it must be a whole number from 14 to 18',
    'Write for example: postgres: 17',
  ],
  [
    'postgres: [17, 18]',
    'migrate-check.yml:1: postgres is a list; it must be a whole number from 14 to 18',
    'Write for example: postgres: 17',
  ],
  [
    'database: contaner',
    'migrate-check.yml:1: database is "contaner"; it must be auto, container, local or server',
    'Did you mean database: container?',
  ],
  [
    'database: mysql',
    'migrate-check.yml:1: database is "mysql"; it must be auto, container, local or server',
    'Write for example: database: local',
  ],
  [
    'fail-on: warn',
    'migrate-check.yml:1: fail-on is "warn"; it must be error, warning, notice or never',
    'Did you mean fail-on: warning?',
  ],
  [
    'scope: every',
    'migrate-check.yml:1: scope is "every"; it must be changed or all',
    'Write for example: scope: changed',
  ],
  [
    'timeout: 2 weeks',
    'migrate-check.yml:1: timeout is "2 weeks"; it must be a duration of at most a day, such as 30, 30s, 2m or 500ms',
    'Write for example: timeout: 2m',
  ],
  [
    'x: [=a]',
    'migrate-check.yml:1: x is "=a"; it must be KEY=VALUE, or a list of them',
    'Write for example: x: tenant=acme',
  ],
  [
    'env: [A, 1B=2]',
    'migrate-check.yml:1: env is a list; it must be NAME or NAME=VALUE, or a list of them',
    'Write for example: env: APP_ENV=test',
  ],
  [
    'start-at: {a: b}',
    'migrate-check.yml:1: start-at is a mapping; it must be a revision, or a list of them',
    'Write for example: start-at: 3f2a91c0d7e4',
  ],
  [
    'verbose: yes',
    'migrate-check.yml:1: verbose is "yes"; it must be true or false',
    'Write for example: verbose: true',
  ],
  [
    'config: ""',
    'migrate-check.yml:1: config is ""; it must be a file',
    'Write for example: config: alembic.ini',
  ],
  [
    'rules: off',
    'migrate-check.yml:1: rules is "off"; it must be a mapping of rules to error, warning, notice or off',
    'Write for example: rules: several-heads=warning',
  ],
  [
    'rules:\n  several-head: off',
    'migrate-check.yml:2: there is no rule "several-head"',
    'Did you mean several-heads?',
  ],
  [
    'rules:\n  x: off',
    'migrate-check.yml:2: there is no rule "x"',
    'The rules are several-heads, upgrade-fails',
  ],
  [
    'rules:\n  upgrade-fails: of',
    'migrate-check.yml:2: upgrade-fails is "of"; it must be error, warning, notice or off',
    'Did you mean upgrade-fails: off?',
  ],
  [
    '- postgres',
    'migrate-check.yml:1: this is no settings file: it is no mapping of settings to values',
    'Write one setting a line, such as: fail-on: warning',
  ],
  [
    'name: a\nname: b',
    'migrate-check.yml:2: this is no settings file: Map keys must be unique',
    'Write one setting a line, such as: fail-on: warning',
  ],
])('%j in the file', (text, message, hint) => {
  const error = ofFile(text);
  expect(error.code).toBe('bad-setting');
  expect([error.message, error.hint]).toEqual([message, hint]);
  const [, line] = /^migrate-check\.yml:(\d+): /.exec(message) ?? [];
  expect(error.place).toEqual({ file: 'migrate-check.yml', line: Number(line) });
});

test.each([
  [
    { postgres: 'seventeen' },
    '--postgres is "seventeen"; it must be a whole number from 14 to 18',
    'Write for example: --postgres 17',
  ],
  [
    { postgres: '' },
    '--postgres is ""; it must be a whole number from 14 to 18',
    'Write for example: --postgres 17',
  ],
  [
    { timeout: '0' },
    '--timeout is "0"; it must be a duration of at most a day, such as 30, 30s, 2m or 500ms',
    'Write for example: --timeout 2m',
  ],
  [
    { database: 'Local' },
    '--database is "Local"; it must be auto, container, local or server',
    'Did you mean --database local?',
  ],
  [{ x: ['=1'] }, '-x is "=1"; it must be KEY=VALUE, or a list of them', 'Write for example: -x tenant=acme'],
  [
    { rules: ['several-heads'] },
    '--rule several-heads is ""; it must be error, warning, notice or off',
    'Write for example: --rule several-heads=off',
  ],
  [
    { rules: ['several-heads=of'] },
    '--rule several-heads is "of"; it must be error, warning, notice or off',
    'Did you mean --rule several-heads=off?',
  ],
  [{ rules: ['severalheads=off'] }, '--rule: there is no rule "severalheads"', 'Did you mean several-heads?'],
])('%j as flags', (values, message, hint) => {
  const error = ofFlags(values);
  expect([error.message, error.hint]).toEqual([message, hint]);
});

test('an empty directory is no directory', () => {
  expect(ofFlags({}, '').message).toBe('The directory is ""; it must be a directory');
});

test.each(['mysql://me:s3cret@db/app', 's3cret', 'postgresql:s3cret'])(
  'a bad URL such as %s is not printed',
  (databaseUrl) => {
    const error = ofFlags({ databaseUrl });
    expect(error.message).toBe('--database-url cannot be read; it must be a URL of a PostgreSQL server');
    expect(`${error.message}${error.hint}${error.details}`).not.toContain('s3cret');
  },
);

test('everything that is wrong is said at once', () => {
  const error = ofFile('postgress: 17\ntimeout: x\nrules:\n  x: off');
  expect(error.message).toBe('migrate-check.yml:1: there is no setting "postgress"');
  expect(error.details.map((line) => line.split(':').slice(0, 2).join(':'))).toEqual([
    'migrate-check.yml:2',
    'migrate-check.yml:4',
  ]);
});

test('a value is looked at even where another wins over it', () => {
  const layers = [
    flagLayer(undefined, new Map([['postgres', '17']] as [SettingName, string][]), '/'),
    parseSettings('postgres: 1', { shown: 'migrate-check.yml', base: '/' }),
  ];
  expect(refusal(() => merge(layers, '/')).message).toMatch(/^migrate-check.yml:1: postgres is "1"/);
});
