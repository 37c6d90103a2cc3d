import { describe, expect, test } from 'vitest';
import { parseSettings } from '../../src/config/settings-file.ts';
import { readWorkflowInputs, workflowInputs } from '../../src/config/workflow-inputs.ts';

const read = (given: Readonly<Record<string, string>>) =>
  readWorkflowInputs((name) => given[name] ?? '', '/srv/checkout');

test('nothing said is the check, without a token, and not on pull_request_target', () => {
  expect(read({})).toEqual({ mode: 'check', allowPullRequestTarget: false });
});

test('what is said counts; a path begins at the checkout', () => {
  const given = {
    mode: ' comment ',
    report: 'out/report.json',
    'github-token': 'hunter2',
    'allow-pull-request-target': 'true',
  };
  expect(read(given)).toEqual({
    mode: 'comment',
    report: '/srv/checkout/out/report.json',
    githubToken: 'hunter2',
    allowPullRequestTarget: true,
  });
});

test('everything that is wrong is named', () => {
  expect(() => read({ mode: 'coment', 'allow-pull-request-target': 'yes' })).toThrow(
    expect.objectContaining({
      code: 'bad-setting',
      message: 'mode is "coment"; it must be check or comment',
      hint: 'Did you mean mode: comment?',
      details: [expect.stringContaining('allow-pull-request-target is "yes"; it must be true or false')],
    }),
  );
});

describe('none of it can stand in the settings file, which is part of the pull request', () => {
  test.each(workflowInputs.map(({ name }) => name))('%s', (name) => {
    const { given, unknown } = parseSettings(`${name}: true`, { shown: 'migrate-check.yml', base: '/srv' });
    expect([given.size, unknown?.map((source) => source.name)]).toEqual([0, [name]]);
  });
});
