import { describe, expect, test } from 'vitest';
import type { Failure } from '../../src/model/observation.ts';
import { hintFor, isMissingObject } from '../../src/rules/support/hints.ts';
import { facts, failure, sqlFailure } from '../support/facts.ts';
import { revision } from '../support/graph.ts';

const history = facts([revision('a')]);
const hint = (why: Failure, direction: 'upgrade' | 'downgrade' = 'upgrade'): string =>
  hintFor(why, direction, history);

describe('what usually helps', () => {
  test.each([
    ['0A000', 'PostgreSQL cannot do this here'],
    ['22P02', 'A value cannot be read as the new type'],
    ['23502', 'Rows hold NULL there'],
    ['23503', 'Rows point at something that is not there'],
    ['23505', 'Rows have the same key'],
    ['23514', 'Rows violate the check'],
    ['25001', 'with op.get_context().autocommit_block():\n        op.execute("...")'],
    ['2BP01', 'Something still depends on it'],
    ['40P01', 'Two sessions waited for each other'],
    ['42501', 'The role of the disposable database may not do this'],
    ['42601', 'PostgreSQL cannot parse the statement'],
    [
      '42804',
      'op.alter_column("table", "column", type_=sa.Integer(), postgresql_using="column::integer")\nA default',
    ],
    ['53100', 'Set TMPDIR to a directory with more room'],
    ['53200', 'has no memory left'],
    ['55006', 'Somebody else uses it'],
    ['55P03', 'A lock could not be had in time'],
    ['55P04', 'A new enum label can be used only after'],
    ['57014', 'A statement_timeout that the project sets'],
  ])('against SQLSTATE %s', (sqlstate, words) => {
    expect(hint(sqlFailure(sqlstate, 'refused'))).toContain(words);
  });

  test.each(['3F000', '42703', '42704', '42883', '42P01'])('where something is missing: %s', (sqlstate) => {
    const why = sqlFailure(sqlstate, 'not there');
    expect(hint(why)).toMatch(/^It is not there at this point of the history\. Look at which revision/);
    expect(hint(why, 'downgrade')).toMatch(/^It is not there at this point\. Look whether upgrade\(\)/);
    expect(isMissingObject(why)).toBe(true);
  });

  test.each([
    'ALTER TABLE t ADD COLUMN k kind',
    'ALTER TABLE "my t" ALTER COLUMN k TYPE kind USING k::kind',
    'ALTER TABLE t\nADD k kind',
  ])('where a column is to have an enum that nobody has made: %s', (sql) => {
    const why = sqlFailure('42704', 'type "kind" does not exist', { sql });
    expect(hint(why)).toContain(
      `before this line:
    op.execute("CREATE TYPE kind AS ENUM ('...')")
and take it away at the end of downgrade():
    op.execute("DROP TYPE kind")`,
    );
    expect(hint(why, 'downgrade')).toMatch(/^It is not there at this point\./);
  });

  test.each([
    ['type "kind" does not exist', 'CREATE TABLE t (k kind)'],
    ['type "kind" does not exist', "ALTER TYPE kind ADD VALUE 'x'"],
    ['role "kind" does not exist', 'ALTER TABLE t ADD k kind'],
  ])('where it is not the type of a column: %s, %s', (message, sql) => {
    expect(hint(sqlFailure('42704', message, { sql }))).toMatch(
      /^It is not there at this point of the history\./,
    );
  });

  test.each(['42701', '42710', '42723', '42P06', '42P07'])('where something is there: %s', (sqlstate) => {
    const why = sqlFailure(sqlstate, 'there already');
    expect(hint(why)).toMatch(/^It is there already at this point of the history\./);
    expect(hint(why, 'downgrade')).toBe(
      'It is there already, so upgrade() did not take it away. Take the line out of downgrade().',
    );
    expect(isMissingObject(why)).toBe(false);
  });

  test.each([
    ['timed-out', '--timeout 10m'],
    ['exited', 'Raise an exception instead'],
    ['disconnected', 'Leave it open; Alembic closes it.'],
    [
      'not-applied',
      `Nothing of the downgrade was committed. In env.py run the migrations inside Alembic's own transaction:
    with connectable.connect() as connection:
        context.configure(connection=connection, target_metadata=target_metadata)
        with context.begin_transaction():
            context.run_migrations()`,
    ],
  ] as const)('where a move ended otherwise: %s', (reason, words) => {
    expect(hint(failure(reason, 'Error', 'so'), 'downgrade')).toContain(words);
  });

  test('is to look at the line, where nothing else is known', () => {
    expect(hint(sqlFailure('99999', 'new'))).toBe('Correct upgrade() at this line.');
    expect(hint(failure('python', 'KeyError', "'a'"), 'downgrade')).toBe('Correct downgrade() at this line.');
    expect(isMissingObject(failure('python', 'KeyError', ''))).toBe(false);
  });
});

describe('what old versions do not know', () => {
  const ran = 'Ran with Alembic 1.20.1 and SQLAlchemy 2.1.9. Look whether they know it';

  test.each([
    ['TypeError', "f() got an unexpected keyword argument 'if_exists'"],
    ['TypeError', 'f() takes 2 positional arguments but 3 were given'],
    ['AttributeError', "module 'sqlalchemy' has no attribute 'Uuid'"],
    ['AttributeError', "module 'alembic.op' has no attribute 'f'"],
  ])('%s: %s', (error, message) => {
    expect(hint(failure('python', error, message))).toContain(ran);
  });

  test.each([
    ['TypeError', 'unsupported operand'],
    ['AttributeError', "module 'shop' has no attribute 'Uuid'"],
    ['KeyError', 'unexpected keyword argument'],
  ])('but not %s: %s', (error, message) => {
    expect(hint(failure('python', error, message))).toBe('Correct upgrade() at this line.');
  });

  test('is told of whatever versions are known', () => {
    const bare = { ...history, toolchain: { ...history.toolchain, versions: {} } };
    expect(hintFor(failure('python', 'TypeError', 'positional argument'), 'upgrade', bare)).toContain(
      'Alembic of unknown version and SQLAlchemy of unknown version',
    );
  });
});
