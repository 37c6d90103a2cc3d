import '../support/sql.ts';
import { expect, test } from 'vitest';
import { ofFailure } from '../../src/rules/support/evidence.ts';
import { sqlFailure } from '../support/facts.ts';

const printed = (text: string): readonly string[] =>
  ofFailure(sqlFailure('42P01', 'not there'), { text, omitted: 0 }).flatMap((one) =>
    one.kind === 'output' ? [one.text] : [],
  );

test('what Alembic logs of each move is no evidence, what the migration prints is', () => {
  const log = 'INFO  [alembic.runtime.migration] Running downgrade b2 -> a1, Add moods';
  expect(printed(`${log}\n`)).toEqual([]);
  expect(printed('INFO  [alembic.runtime.migration] Context impl PostgresqlImpl.\n')).toEqual([]);
  expect(printed(`${log}\nRunning late\n`)).toEqual(['Running late']);
});
