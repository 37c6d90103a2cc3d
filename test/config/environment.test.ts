import { describe, expect, test } from 'vitest';
import { canRewrite, gitEnvironment, projectEnvironment, wantsColour } from '../../src/config/environment.ts';

describe("the environment of the project's code", () => {
  const env = {
    PATH: '/bin',
    HOME: '/root',
    AWS_SECRET: 'x',
    GITHUB_TOKEN: 'x',
    PYTHONPATH: 'src',
    TOKEN: 't',
  };

  test('is the whole one, without the URL of our server', () => {
    const withUrl = { ...env, MIGRATE_CHECK_DATABASE_URL: 'postgresql://u:p@h/d' };
    expect(projectEnvironment(withUrl, 'whole', [])).toEqual(env);
  });

  test('is what no secret is in, where that is asked for', () => {
    expect(projectEnvironment(env, 'harmless', [])).toEqual({
      PATH: '/bin',
      HOME: '/root',
      PYTHONPATH: 'src',
    });
  });

  test('has where managers of packages were told to keep them, and no password for an index', () => {
    const kept = {
      UV_PROJECT_ENVIRONMENT: '/e',
      POETRY_VIRTUALENVS_PATH: '/p',
      WORKON_HOME: '/w',
      PIPENV_PIPFILE: 'Pipfile',
    };
    const secret = {
      UV_INDEX_SHOP_PASSWORD: 'x',
      UV_PUBLISH_TOKEN: 'x',
      POETRY_HTTP_BASIC_SHOP_PASSWORD: 'x',
    };
    expect(projectEnvironment({ ...kept, ...secret }, 'harmless', [])).toEqual(kept);
  });

  test('has what the settings add: a value, or the value that a name has here', () => {
    const added = projectEnvironment(env, 'harmless', ['TOKEN', 'URL=a=b', 'EMPTY=', 'ABSENT']);
    expect(added).toMatchObject({ TOKEN: 't', URL: 'a=b', EMPTY: '' });
    expect(added['ABSENT']).toBeUndefined();
    expect(added).not.toHaveProperty('GITHUB_TOKEN');
  });

  test('the settings win over what is there', () => {
    expect(projectEnvironment(env, 'whole', ['HOME=/tmp'])['HOME']).toBe('/tmp');
  });
});

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  [{ TERM: 'dumb' }, true, false],
])('colours with %j, on a terminal: %j', (env, isTerminal, expected) => {
  expect(wantsColour(env, isTerminal)).toBe(expected);
});

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ CI: 'true' }, true, false],
  [{ TERM: 'dumb' }, true, false],
])('a live line with %j, on a terminal: %j', (env, isTerminal, expected) => {
  expect(canRewrite(env, isTerminal)).toBe(expected);
});

test('git keeps what configures it, and loses what a hook points it at', () => {
  const env = { GIT_DIR: '.git', GIT_INDEX_FILE: 'x', GIT_CONFIG_COUNT: '1', LC_ALL: 'de_DE' };
  expect(gitEnvironment(env)).toEqual({
    GIT_CONFIG_COUNT: '1',
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
  });
});

test('git of a job trusts the checkout, beside what it is configured with', () => {
  const env = {
    GITHUB_WORKSPACE: '/w',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'a.b',
    GIT_CONFIG_VALUE_0: 'c',
  };
  expect(gitEnvironment(env)).toMatchObject({
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: 'a.b',
    GIT_CONFIG_KEY_1: 'safe.directory',
    GIT_CONFIG_VALUE_1: '*',
  });
});
