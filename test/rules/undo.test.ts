import { describe, expect, test } from 'vitest';
import { identifiers, restoreLines, undoLines } from '../../src/rules/support/undo.ts';
import { changed, isGone, isNew } from '../support/facts.ts';

describe('what takes away', () => {
  test.each([
    [isNew('table', 'a'), 'op.drop_table("a")'],
    [isNew('table', 's.a'), 'op.drop_table("a", schema="s")'],
    [isNew('index', 's.i'), 'op.drop_index("i", schema="s")'],
    [isNew('column', 'a.b', 'ALTER TABLE a DROP COLUMN b'), 'op.drop_column("a", "b")'],
    [isNew('column', 's.a.b', 'ALTER TABLE s.a DROP COLUMN b'), 'op.drop_column("a", "b", schema="s")'],
    [isNew('constraint', 'a.c', 'ALTER TABLE a DROP CONSTRAINT c'), 'op.drop_constraint("c", "a")'],
    [
      isNew('constraint', 's.a.c', 'ALTER TABLE s.a DROP CONSTRAINT c'),
      'op.drop_constraint("c", "a", schema="s")',
    ],
    [
      isNew('constraint', 'email.c', 'ALTER DOMAIN email DROP CONSTRAINT c'),
      'op.execute("ALTER DOMAIN email DROP CONSTRAINT c")',
    ],
    [isNew('column', 'v.b', 'DROP VIEW v'), 'op.execute("DROP VIEW v")'],
    [isNew('rule', 'a.r', 'ALTER TABLE a DROP r'), 'op.execute("ALTER TABLE a DROP r")'],
    [isNew('column', 'b', 'ALTER TABLE b'), 'op.execute("ALTER TABLE b")'],
    [isNew('table', 'd.c.s.a', 'DROP TABLE d.c.s.a'), 'op.execute("DROP TABLE d.c.s.a")'],
  ])('%o', (difference, line) => {
    expect(undoLines([difference])).toEqual([line]);
  });

  test('what nobody can write, and what is not new, is left out', () => {
    const others = [isNew('view', 'v'), isNew('column', 'a.b'), isGone('table', 'a')];
    expect(undoLines([...others, changed('table', 'a', 'owner', 'x', 'y')])).toEqual([]);
  });

  test('stands in an order that works; what is not known goes in between', () => {
    const made = ['role', 'schema', 'enum type', 'table', 'wonder', 'index', 'view', 'trigger'];
    const lines = undoLines(made.map((kind) => isNew(kind, 'a', `DROP ${kind}`)));
    expect(
      lines.map((line) => line.replace(/^op\.(?:execute\("DROP (.*)"\)|drop_(\w+)\(.*)$/, '$1$2')),
    ).toEqual(['trigger', 'view', 'index', 'table', 'wonder', 'enum type', 'schema', 'role']);
  });
});

describe('what gives back', () => {
  test.each([
    [changed('column', 'a.b', 'nullable', 'yes', 'no'), 'op.alter_column("a", "b", nullable=True)'],
    [changed('column', 'a.b', 'nullable', 'no', 'yes'), 'op.alter_column("a", "b", nullable=False)'],
    [
      changed('column', 's.a.b', 'default', null, '1'),
      'op.alter_column("a", "b", server_default=None, schema="s")',
    ],
    [
      changed('column', 'a.b', 'default', '1', null),
      'op.alter_column("a", "b", server_default=sa.text("1"))',
    ],
    [
      changed('column', 's."A.x".b', 'type', 'int', 'text'),
      'op.execute("ALTER TABLE s.\\"A.x\\" ALTER COLUMN b TYPE int")',
    ],
  ])('%o', (difference, line) => {
    expect(restoreLines([difference])).toEqual([line]);
  });

  test.each([
    [changed('column', 'a.b', 'comment', 'x', 'y')],
    [changed('column', 'a.b', 'type', null, 'y')],
    [changed('column', 'b', 'nullable', 'yes', 'no')],
    [changed('view', 'a.b', 'nullable', 'yes', 'no')],
    [{ ...changed('column', 'a.b', 'nullable', 'yes', 'no'), change: 'new' as const }],
  ])('none for %o', (difference) => {
    expect(restoreLines([difference])).toEqual([]);
  });
});

test.each([
  ['a.b', ['a', 'b']],
  ['"a.b"."c""d".e', ['a.b', 'c"d', 'e']],
  ['a"', ['a"']],
  ['', []],
])('the parts of %s', (name, parts) => {
  expect(identifiers(name)).toEqual(parts);
});
