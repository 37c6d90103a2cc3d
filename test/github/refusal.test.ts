/** Why nothing was checked, in the words of a workflow. */
import { describe, expect, test } from 'vitest';
import { refusalOf, refusalText } from '../../src/action/refusal.ts';
import { SetupError } from '../../src/model/setup-error.ts';

const refused = (hint: string): string =>
  refusalText(refusalOf(new SetupError('no-python', 'No', hint, { details: ['why'] })));

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

test('no password is in any of it', () => {
  const url = 'postgresql://me:hunter2@db/shop';
  const error = new SetupError('no-database', `${url} is not there`, `Try ${url}`, { details: [url] });
  const shown = JSON.stringify(refusalOf(error));
  expect(shown).not.toContain('hunter2');
  expect(shown.match(/me:\*\*\*@db/g)).toHaveLength(3);
});

describe('a place', () => {
  const at = (file: string) =>
    refusalOf(new SetupError('bad-setting', 'No', 'Mend it', { place: { file, line: 3 } })).place;

  test('is kept where it is in the repository', () => {
    expect(at('db/migrate-check.yml')).toEqual({ file: 'db/migrate-check.yml', line: 3 });
  });

  test.each(['../other.yml', '/etc/passwd', 'C:\\x', 'a\nb'])('and %j is none', (file) => {
    expect(at(file)).toBe(undefined);
  });
});

test('a fault of ours is no fault of the migrations, and what was thrown is told', () => {
  expect(refusalText(refusalOf(new TypeError('x is not a function')))).toMatch(
    /^migrate-check itself has failed: x is not a function\nThis is no fault of the migrations/,
  );
  expect(refusalOf('just words').message).toContain('just words');
});
