import { describe, expect, test } from 'vitest';
import { candidates, furtherLines, isUnnamed, readDrop } from '../../src/rules/support/unnamed.ts';
import { changed, failure, isNew, roundTrip, sqlFailure } from '../support/facts.ts';
import { revision } from '../support/graph.ts';

const written = (...lines: readonly string[]) =>
  revision('a', [], {
    source: lines.join('\n'),
    place: { file: 'versions/a.py', line: 1 },
    downgrade: { shape: 'acts', place: { file: 'versions/a.py', line: 1, endLine: lines.length - 1 } },
  });
const at = (line: number, file = 'versions/a.py') => ({ place: { file, line } });
const python = (line: number, message = 'list index out of range') =>
  failure('python', 'IndexError', message, at(line));

describe('a constraint was to be dropped without its name', () => {
  const one = written('def downgrade():', '    op.drop_constraint( None, "items")', '    op.f()', '');

  test.each([
    [
      'SQLAlchemy says so',
      failure('sql', 'E', "Can't emit DROP CONSTRAINT for constraint U();\nit has no name"),
      true,
    ],
    ['an error of Python', python(2), true],
    ['a name that is not there', sqlFailure('42704', 'none', at(2)), true],
    ['another refusal', sqlFailure('42P01', 'none', at(2)), false],
    ['another line', python(3), false],
    ['a line of another file', failure('python', 'E', 'x', at(2, 'versions/b.py')), false],
    ['no line', failure('python', 'E', 'x'), false],
  ])('%s', (_, why, expected) => {
    expect(isUnnamed(why, one)).toBe(expected);
  });
});

describe('the call', () => {
  test.each([
    ['op.drop_constraint(None, "items", type_="unique")', { table: 'items', type: 'unique' }],
    [
      "op.drop_constraint(\n    None,\n    'items',\n    type_ = 'check',\n)",
      { table: 'items', type: 'check' },
    ],
    ['op.drop_constraint( constraint_name = None , table_name = "items" )', { table: 'items' }],
    ['op.drop_constraint(None, type_="unique")', { type: 'unique' }],
    ['op.drop_constraint(NAME, "items")', {}],
  ])('%s', (call, expected) => {
    expect(
      readDrop(written('def downgrade():', ...call.split('\n').map((line) => `    ${line}`), ''), python(2)),
    ).toEqual(expected);
  });

  test('of a batch, or of a table that only the message names', () => {
    const batch = written(
      '    with op.batch_alter_table( "users") as batch_op:',
      '        batch_op.drop_constraint(None)',
      '    with op.batch_alter_table("orders") as batch_op:',
      '        batch_op.f()',
      '',
    );
    expect(readDrop(batch, python(2))).toEqual({ table: 'users' });
    expect(readDrop(written('    op.f()', ''), python(1, "of Table('items', MetaData())"))).toEqual({
      table: 'items',
    });
    expect(readDrop(batch, failure('python', 'E', 'x'))).toEqual({});
  });
});

test('lines below it that do the same', () => {
  const one = written(
    'def downgrade():',
    '    op.drop_constraint(None, "a")',
    '    op.drop_constraint(None, "b")',
    '    # op.drop_constraint(None, "c")',
    '    op.drop_constraint("d", "d")',
    '    op.drop_constraint(',
    '        None, "e")',
    '    op.drop_constraint(None, "f")',
    '    op.drop_constraint(None, "g")',
  );
  expect(furtherLines(one, 'downgrade', python(2))).toEqual([3, 6, 8]);
  expect(furtherLines(one, 'downgrade', failure('python', 'E', 'x'))).toEqual([]);
  expect(
    furtherLines(
      revision('a', [], { source: one.source, downgrade: { shape: 'acts' } }),
      'downgrade',
      python(2),
    ),
  ).toEqual([]);
});

describe('the names that can be meant', () => {
  const effect = [
    isNew('constraint', 'items.items_name_key'),
    isNew('constraint', 'app.items."Items_pkey"'),
    isNew('constraint', 'users.users_email_key'),
    isNew('index', 'items.ix'),
    changed('constraint', 'items.old', 'definition', 'a', 'b'),
  ];
  const names = (drop: Parameters<typeof candidates>[1]) => candidates(roundTrip('a', { effect }), drop);

  test.each([
    [{}, ['items_name_key', 'Items_pkey', 'users_email_key']],
    [{ table: 'items' }, ['items_name_key', 'Items_pkey']],
    [{ table: 'items', type: 'primary' }, ['Items_pkey']],
    [{ type: 'unique' }, ['items_name_key', 'users_email_key']],
    [{ table: 'items', type: 'check' }, ['items_name_key', 'Items_pkey']],
    [{ table: 'items', type: 'other' }, ['items_name_key', 'Items_pkey']],
    [{ table: 'none' }, []],
  ])('%j', (drop, expected) => {
    expect(names(drop)).toEqual(expected);
  });

  test('are none where nobody has seen what was made', () => {
    const { effect: _, ...unseen } = roundTrip('a');
    expect(candidates(unseen, {})).toEqual([]);
  });
});
