/** The example workflow by a real runner, as GitHub would run it on a pull request. */
import { describe, expect, test } from 'vitest';
import { bundled } from '../packaging/support/bundled.ts';
import { act, actRequired, type Command, runExample } from './support/act.ts';

test('there is a runner, where one is required', () => {
  expect(act !== undefined || !actRequired).toBe(true);
});

// Without Go there is none: .ci/act builds it.
describe.skipIf(!act)('by act', async () => {
  const bundle = act ? await bundled() : '';
  const annotations = (commands: readonly Command[]): readonly Command[] =>
    commands.filter(({ command }) => ['error', 'warning', 'notice'].includes(command));
  const verdict = (commands: readonly Command[]): readonly string[] =>
    commands
      .filter(({ command, name }) => command === 'set-output' && name === 'verdict')
      .map(({ arg }) => arg);

  test('a history without a fault is green', async () => {
    const { status, commands, log } = await runExample('alembic.yml', 'zyeta', bundle);
    expect(annotations(commands), log).toEqual([]);
    expect(verdict(commands)).toEqual(['passed']);
    expect(status).toBe(0);
  });

  test('a defect is red, on its line', async () => {
    const { status, commands, log } = await runExample(
      'alembic.yml',
      'defect-enum-left-by-drop-table',
      bundle,
    );
    const errors = commands.filter(({ command }) => command === 'error');
    expect(errors, log).toMatchObject([
      {
        kvPairs: {
          title: 'enum-left-behind',
          file: 'migrations/versions/0001_create_orders.py',
          line: '23',
        },
        arg: expect.stringContaining('op.execute("DROP TYPE order_status")'),
      },
      { arg: 'failed: 1 error' },
    ]);
    expect(verdict(commands)).toEqual(['failed']);
    expect(status).toBe(1);
  });
});
