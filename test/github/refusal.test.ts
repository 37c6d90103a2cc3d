import { expect, test } from 'vitest';
import { refusal } from '../../src/action/refusal.ts';
import { SetupError } from '../../src/model/setup-error.ts';

const refused = (hint: string): string =>
  refusal(new SetupError('no-python', 'No', hint, { details: ['why'] }));

const inputs = 'In a workflow a flag is the input of that name, and the directory is the input directory.';

test('a hint with a flag or a command says that a workflow has inputs', () => {
  expect(refused('name it: --python PATH')).toBe(`No\nname it: --python PATH\n${inputs}\nwhy`);
  expect(refused('start it (--database local)')).toContain(inputs);
  expect(refused('Check one at a time: migrate-check backend')).toContain(inputs);
});

test('one without does not', () => {
  expect(refused('python -m pip install alembic -- x--y')).toBe(
    'No\npython -m pip install alembic -- x--y\nwhy',
  );
});
