import { expect, test } from 'vitest';
import { refusal } from '../../src/action/refusal.ts';
import { SetupError } from '../../src/model/setup-error.ts';

const refused = (hint: string): string =>
  refusal(new SetupError('no-python', 'No', hint, { details: ['why'] }));

test('a hint with a flag says that a workflow has inputs', () => {
  expect(refused('name it: --python PATH')).toBe(
    'No\nname it: --python PATH\nIn a workflow a flag is the input of that name.\nwhy',
  );
  expect(refused('start it (--database local)')).toContain('input of that name');
});

test('one without does not', () => {
  expect(refused('python -m pip install alembic -- x--y')).toBe(
    'No\npython -m pip install alembic -- x--y\nwhy',
  );
});
