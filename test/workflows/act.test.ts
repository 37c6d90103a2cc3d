/** Workflows by a real runner: the examples as users have them, and the one that tries the action on our projects. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fakeGitHub } from '../github/fake/github.ts';
import { bundled } from '../packaging/support/bundled.ts';
import { temporary } from '../support/temporary.ts';
import { act, actRequired, type Command, type Run, runWorkflow, type Trial } from './support/act.ts';

const green = 'zyeta';
const red = 'defect-enum-left-by-drop-table';
const line = { file: 'migrations/versions/0001_create_orders.py', line: '23', title: 'enum-left-behind' };

test('there is a runner, where one is required', () => {
  expect(act !== undefined || !actRequired).toBe(true);
});

// Without Go there is none: .ci/act builds it.
describe.skipIf(!act)('by act', async () => {
  const bundle = bundled();
  const run = (trial: Omit<Trial, 'bundle'>): Promise<Run> => runWorkflow({ bundle, ...trial });
  const errors = (commands: readonly Command[]): readonly Command[] =>
    commands.filter(({ command }) => command === 'error');
  /** Those on a line. */
  const placed = (commands: readonly Command[]): readonly Command[] =>
    errors(commands).filter(({ kvPairs }) => kvPairs?.['file'] !== undefined);
  const verdicts = (commands: readonly Command[]): readonly string[] =>
    commands
      .filter(({ command, name }) => command === 'set-output' && name === 'verdict')
      .map(({ arg }) => arg);

  describe('the first example', () => {
    const workflow = 'docs/examples/alembic.yml';

    test('is green on a history without a fault', async () => {
      const { status, commands, log } = await run({ workflow, adds: { '.': green }, event: 'pull_request' });
      expect(
        commands.filter(({ command }) => ['error', 'warning'].includes(command)),
        log,
      ).toEqual([]);
      expect(verdicts(commands)).toEqual(['passed']);
      expect(status).toBe(0);
    });

    test('is red on a defect, on its line and in a comment', async () => {
      const github = await fakeGitHub({ rights: { 'pull-requests': 'write' } });
      const { status, commands, log } = await run({
        workflow,
        adds: { '.': red },
        event: 'pull_request',
        api: github.url,
      });
      expect(placed(commands), log).toMatchObject([
        { kvPairs: line, arg: expect.stringContaining('op.execute("DROP TYPE order_status")') },
      ]);
      expect(errors(commands).map(({ arg }) => arg)).toContain('failed: 1 error');
      expect(github.state.comments, log).toMatchObject([
        { issue: 1, body: expect.stringContaining(line.title) },
      ]);
      expect(verdicts(commands)).toEqual(['failed']);
      expect(status).toBe(1);
    });
  });

  test('an application of Flask is made by what the example says', async () => {
    const { status, commands, log } = await run({
      workflow: 'docs/examples/flask-migrate.yml',
      adds: { '.': 'clean-flask-migrate' },
      event: 'pull_request',
      python: 'flask',
    });
    expect(errors(commands), log).toEqual([]);
    expect(verdicts(commands)).toEqual(['passed']);
    expect(status).toBe(0);
  });

  test('of several projects one is red: so is the check that gates, and the place is that in the repository', async () => {
    const { status, commands, log } = await run({
      workflow: 'docs/examples/matrix.yml',
      adds: { 'services/billing': green, 'services/shop': red },
      event: 'pull_request',
    });
    expect(placed(commands)[0]?.kvPairs, log).toEqual({ ...line, file: `services/shop/${line.file}` });
    expect(verdicts(commands).toSorted()).toEqual(['failed', 'passed']);
    expect(log).toMatch(/"job":"migrations\/migrations".*exit status 1/i);
    expect(status).toBe(1);
  });

  test('in a merge queue what the group adds is looked at', async () => {
    const { status, commands, log } = await run({
      workflow: 'docs/examples/merge-queue.yml',
      adds: { '.': red },
      event: 'merge_group',
    });
    expect(placed(commands)[0]?.kvPairs, log).toEqual(line);
    expect(status).toBe(1);
  });

  test('a fork has its comment by the second workflow, from the report of the first or for want of one', async () => {
    const artifacts = await temporary();
    const first = await run({
      workflow: 'docs/examples/fork-check.yml',
      adds: { '.': red },
      event: 'pull_request',
      artifacts,
    });
    expect(first.status, first.log).toBe(1);
    const [sha, repository] = ['a'.repeat(40), 'stranger/shop'];
    const github = await fakeGitHub({
      rights: { 'pull-requests': 'write' },
      pulls: [{ number: 7, label: 'stranger:work', sha, repository }],
    });
    const followed = {
      ...{ id: 41, run_attempt: 1, event: 'pull_request', head_sha: sha, head_branch: 'work' },
      head_repository: { full_name: repository, owner: { login: 'stranger' } },
    };
    const { status, log } = await run({
      workflow: 'docs/examples/fork-comment.yml',
      adds: {},
      event: 'workflow_run',
      payload: { workflow_run: followed },
      api: github.url,
      artifacts,
    });
    expect(github.state.comments, log).toMatchObject([
      { issue: 7, body: expect.stringContaining(line.title) },
    ]);
    expect(status).toBe(0);

    // The next commit takes the project away, so that there is no report of it.
    const nothing = await temporary();
    const third = await run({
      workflow: 'docs/examples/fork-check.yml',
      adds: {},
      event: 'pull_request',
      artifacts: nothing,
    });
    expect([third.status, readdirSync(nothing)], third.log).toEqual([1, []]);
    const fourth = await run({
      workflow: 'docs/examples/fork-comment.yml',
      adds: {},
      event: 'workflow_run',
      payload: { workflow_run: { ...followed, id: 42, conclusion: 'failure' } },
      api: github.url,
      artifacts: nothing,
    });
    expect(github.state.comments, fourth.log).toMatchObject([
      {
        issue: 7,
        body: expect.stringMatching(/not checked[\s\S]*ended as failure[\s\S]*actions\/runs\/42\)/),
      },
    ]);
    expect(fourth.status).toBe(0);
  });

  test('our own workflow passes, since it finds what it has to', async () => {
    const [passes, finds] = [`fixtures/projects/alembic/${green}`, `fixtures/projects/alembic/${red}`];
    const { status, commands, log } = await run({
      workflow: '.github/workflows/self.yml',
      adds: { [passes]: green, [finds]: red },
      event: 'push',
      args: ['--matrix', 'database:local'],
    });
    expect(verdicts(commands).toSorted(), log).toEqual(['failed', 'passed']);
    expect(placed(commands)[0]?.kvPairs).toEqual({ ...line, file: `${finds}/${line.file}` });
    expect(status).toBe(0);
  });
});
