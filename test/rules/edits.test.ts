import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { Revision } from '../../src/model/revision.ts';
import type { Edit } from '../../src/model/suggestion.ts';
import type { StatementSubject } from '../../src/rules/rule.ts';
import { inBlock, madeConcurrent } from '../../src/rules/support/concurrent-edit.ts';
import { addedAtEnd, addedBefore } from '../../src/rules/support/edits.ts';
import { headerField, onTopOf, renumbered } from '../../src/rules/support/header-edit.ts';
import { named } from '../../src/rules/support/named-edit.ts';
import { commandsOf } from '../../src/sql/commands.ts';
import { revision } from '../support/graph.ts';

/** A revision of these lines, `upgrade` at the first `def` and `downgrade` at the second, each to the line before the next. */
function written(...lines: readonly string[]): Revision {
  const file = 'versions/a.py';
  const heads = lines.flatMap((line, at) => (/^\s*def /.test(line) ? [at + 1] : []));
  const outline = (at: number) => {
    const [line, next = lines.length + 1] = heads.slice(at);
    if (line === undefined) return { shape: 'absent' } as const;
    return { shape: 'acts', place: { file, line, endLine: next - 1 } } as const;
  };
  const source = lines.join('\n');
  return revision('a', [], { source, place: { file, line: 1 }, upgrade: outline(0), downgrade: outline(1) });
}

/** The lines of the file once the edit is made. */
function made(one: Revision, edit: Edit | undefined): readonly string[] | undefined {
  const lines = one.source.split('\n');
  if (!edit) return undefined;
  expect(lines.slice(edit.startLine - 1, edit.endLine)).toEqual(edit.before);
  return lines.toSpliced(edit.startLine - 1, edit.endLine - edit.startLine + 1, ...edit.after);
}

const at = (line: number) => ({ file: 'versions/a.py', line });
const inUpgrade = (...body: readonly string[]): Revision => written('def upgrade():', ...body);

test.each([
  [['  a()'], ['  a()', '  new()']],
  [
    ['\ta()', '\tif b:', '\t\tc()'],
    ['\ta()', '\tif b:', '\t\tc()', '\tnew()'],
  ],
  [
    ['  a(', '  )  # end'],
    ['  a(', '  )  # end', '  new()'],
  ],
  [['  pass  # nothing'], ['  new()']],
  [['  ...'], ['  new()']],
  [
    ['  """Says"""', '  pass'],
    ['  """Says"""', '  pass', '  new()'],
  ],
])('lines come after all that a function does: %j', (body, expected) => {
  const one = inUpgrade(...body);
  expect(made(one, addedAtEnd(one, 'upgrade', ['new()']))).toEqual(['def upgrade():', ...expected]);
});

test('nothing is added to a function on one line, to one that is not there, or without lines', () => {
  const short = written('def upgrade(): a()');
  expect(addedAtEnd(short, 'upgrade', ['new()'])).toBeUndefined();
  expect(addedAtEnd(short, 'downgrade', ['new()'])).toBeUndefined();
  expect(addedAtEnd(inUpgrade('  a()'), 'upgrade', [])).toBeUndefined();
});

test('the head of a function may go over lines', () => {
  const one = written('def upgrade(', '    engine=None,', '):', '    a()');
  expect(made(one, addedAtEnd(one, 'upgrade', ['new()']))?.slice(3)).toEqual(['    a()', '    new()']);
});

test('lines come before the statement that stands alone on a line', () => {
  const one = inUpgrade('  a()', '  b(', '  )');
  expect(made(one, addedBefore(one, 'upgrade', at(4), ['new()']))?.slice(1)).toEqual([
    '  a()',
    '  new()',
    '  b(',
    '  )',
  ]);
});

test.each([
  ['in a block', ['  if x:', '    op.create_index("i", "t", ["c"])'], 3],
  ['with another on its line', ['  op.create_index("i", "t", ["c"]); b()'], 2],
  ['of another function', ['  create_index("i", "t", ["c"])'], 2],
  ['of an operation that makes more', ['  op.create_table("t", sa.Column("c", index=True))'], 2],
  ['whose value is used', ['  a = op.create_index("i", "t", ["c"])'], 2],
  ['that goes on behind its bracket', ['  op.create_index("i", "t", ["c"]).b'], 2],
  ['with a literal over lines', ['  op.create_index("i", "t", [sa.text("""', '  c""")])'], 2],
])('a call %s is not put into a block', (_, body, line) => {
  expect(inBlock(inUpgrade(...body), at(line), ['drop()', 'make()'])).toBeUndefined();
});

test('nor is one in another file', () => {
  const one = inUpgrade('  op.create_index("i", "t", ["c"])');
  expect(inBlock(one, { file: 'helpers.py', line: 2 }, ['drop()', 'make()'])).toBeUndefined();
  expect(inBlock(one, { file: 'versions/a.py' }, ['drop()', 'make()'])).toBeUndefined();
  expect(inBlock(one, at(2), ['drop()', 'make()'])).toBeDefined();
});

const block = '  with op.get_context().autocommit_block():';
test.each([
  [['  op.drop_index("i")'], ['    op.drop_index("i", postgresql_concurrently=True)']],
  [['  op.drop_index("i",)  # x'], ['    op.drop_index("i", postgresql_concurrently=True,)  # x']],
  [
    ['  op.create_index(', '      "i", "t",', '      ["c"]  # last', '  )'],
    [
      '    op.create_index(',
      '        "i", "t",',
      '        ["c"],  # last',
      '        postgresql_concurrently=True,',
      '    )',
    ],
  ],
  [
    ['  op.create_index("i", "t",', '', '                  ["c"])'],
    ['    op.create_index("i", "t",', '', '                    ["c"], postgresql_concurrently=True)'],
  ],
  [
    ['  op.create_index("i", postgresql_concurrently=True)'],
    ['    op.create_index("i", postgresql_concurrently=True)'],
  ],
  [['  op.execute(', '    "CREATE ..."', '  )'], ['    make()']],
])('a call gets an argument and a block of its own, and stays as it is written: %j', (body, expected) => {
  const one = inUpgrade(...body);
  expect(made(one, inBlock(one, at(2), ['drop()', 'make()']))?.slice(1)).toEqual([
    block,
    '    drop()',
    ...expected,
  ]);
});

/** The edit for the index that a text makes, which line 2 sends. */
function concurrent(one: Revision, sql: string): Edit | undefined {
  const command = commandsOf(sql).find(({ kind }) => kind === 'IndexStmt');
  const subject = { revision: one, statement: { sql, place: at(2) }, command };
  return madeConcurrent(subject as unknown as StatementSubject, ['drop()', 'make()']);
}
const index = ['  op.execute("CREATE INDEX i ON t (c)")'];
test.each([
  ['as it is', 'CREATE INDEX i ON t (c)'],
  ['with what does not count', '\n CREATE INDEX i ON t (c) ;\n'],
])('a command that is all that a call sends goes into a block: %s', (_, sql) => {
  const one = inUpgrade(...index);
  expect(made(one, concurrent(one, sql))?.slice(1)).toEqual([block, '    drop()', '    make()']);
});

test.each(['CREATE INDEX i ON t (c); SELECT 1', 'SELECT 1; CREATE INDEX i ON t (c)'])(
  'one of several is not put there: %s',
  (sql) => {
    expect(concurrent(inUpgrade(...index), sql)).toBeUndefined();
  },
);

test('a call whose comment has the last bracket is still read by its code', () => {
  const one = inUpgrade('  op.drop_index(', '    "i"', '  )  # (x)');
  expect(made(one, inBlock(one, at(2), ['make()']))?.slice(1)).toEqual([
    block,
    '    op.drop_index(',
    '      "i",',
    '      postgresql_concurrently=True,',
    '    )  # (x)',
  ]);
  const short = inUpgrade('  op.drop_index("i")  # (', '  b()');
  expect(made(short, inBlock(short, at(2), ['make()']))?.slice(1)).toEqual([
    block,
    '    op.drop_index("i", postgresql_concurrently=True)  # (',
    '  b()',
  ]);
});

const header = (variable: string, revises = 'Revises: aa'): Revision =>
  written('"""Title', '', revises, '"""', 'revision = "bb"', variable);

test.each([
  ['down_revision = "aa"', 'down_revision = "cc"'],
  ["down_revision: str = 'aa'  # why", "down_revision: str = 'cc'  # why"],
  ['down_revision = ("aa", "dd")', 'down_revision = ("cc", "dd")'],
])('a revision goes on top of another: %s', (before, after) => {
  const one = header(before);
  expect(made(one, onTopOf(one, 'aa', 'cc'))).toEqual([
    '"""Title',
    '',
    'Revises: cc',
    '"""',
    'revision = "bb"',
    after,
  ]);
});

test('without a header the variable alone is edited', () => {
  const one = written('revision = "bb"', 'down_revision = "aa"');
  expect(onTopOf(one, 'aa', 'cc')).toMatchObject({
    startLine: 2,
    endLine: 2,
    after: ['down_revision = "cc"'],
  });
});

test.each(['down_revision = parent', 'down_revision = (', 'down_revision = "aa" or "aa"', 'down = "aa"'])(
  'a variable that is no literal on one line is left alone: %s',
  (line) => {
    expect(onTopOf(header(line), 'aa', 'cc')).toBeUndefined();
  },
);

test('only the variable and the header are edited, whatever else looks like them', () => {
  const one = written(
    '"""After aa, not Revises: aa.',
    'The down_revision is aa.',
    '',
    '  Revises: aa',
    'Why: aa',
    '"""',
    'down_revision = "aa"',
    '  Revises: aa',
  );
  expect(onTopOf(one, 'aa', 'cc')).toMatchObject({
    startLine: 4,
    endLine: 7,
    after: ['  Revises: cc', 'Why: aa', '"""', 'down_revision = "cc"'],
  });
  const later = written('down_revision = "aa"', 'Revises: aa');
  expect(onTopOf(later, 'aa', 'cc')).toMatchObject({ startLine: 1, endLine: 1 });
});

test('a line that is no field of a header is left alone', () => {
  expect(headerField(header('', 'x = {a: 1}'), 3, ['cc'])).toBeUndefined();
  expect(headerField(header(''), 99, ['cc'])).toBeUndefined();
});

test('an id that is more than letters and digits is not written', () => {
  expect(onTopOf(header('down_revision = "aa"'), 'aa', 'c"\n')).toBeUndefined();
  expect(onTopOf(header('down_revision = ".a"'), '.a', 'cc')).toBeUndefined();
  expect(headerField(header(''), 3, ['a b'])).toBeUndefined();
});

test.each([
  ['Revises: aa', ['cc'], 'Revises: cc'],
  ['  Revises:   aa, bb', ['cc', 'dd'], '  Revises: cc, dd'],
  ['Revises: aa', [], 'Revises:'],
  ['Revision ID: aa', ['cc'], 'Revision ID: cc'],
])('a field of the header says what the file does: %s', (line, values, expected) => {
  const one = header('', line);
  expect(made(one, headerField(one, 3, values))?.[2]).toBe(expected);
});

test('one name goes into both calls; where it is not certain which one made it, into the one that drops', () => {
  const lines = (...make: readonly string[]): Revision =>
    written('def upgrade():', ...make, 'def downgrade():', '  op.drop_constraint(None, "t")');
  const one = lines('  op.create_foreign_key(None, "t", "u", ["a"], ["b"])', '  x()');
  expect(made(one, named(one, at(5), ['fk']))?.filter((line) => line.includes('fk'))).toEqual([
    '  op.create_foreign_key("fk", "t", "u", ["a"], ["b"])',
    '  op.drop_constraint("fk", "t")',
  ]);
  const two = lines('  op.create_foreign_key(None, "t")', '  op.create_unique_constraint(None, "t")');
  expect(named(two, at(5), ['fk'])).toMatchObject({ startLine: 5, endLine: 5 });
  expect(named(two, at(5), ['fk', 'uq'])).toBeUndefined();
  expect(named(two, at(5), [])).toBeUndefined();
  expect(named(two, at(3), ['fk'])).toBeUndefined();
});

const numbered = (id: string, parent: string): string =>
  `"""Title\n\nRevision ID: ${id}\nRevises: ${parent}\n"""\nrevision = "${id}"\ndown_revision = "${parent}"\nx = 1`;
const asFile = (source: string) => ({ place: { file: 'versions/a.py', line: 6 }, source });

test('the next number, on top of the one that has the number already', () => {
  const edit = renumbered(asFile(numbered('0009', '0008')), asFile(numbered('0009', '0008')), 10);
  expect(edit).toMatchObject({ startLine: 3, endLine: 7 });
  expect(edit?.after.join('\n')).toBe(
    'Revision ID: 0010\nRevises: 0009\n"""\nrevision = "0010"\ndown_revision = "0009"',
  );
});

test('the rest of a file that is numbered anew stays as it is', () => {
  const source = [
    '"""Not Revision ID: 0009, not Revises: 0008',
    '',
    '  Revision ID: 0009',
    '  Revises: 0008',
    '"""',
    'revision = "0009"',
    'old_down_revision = "0008"',
    'down_revision = "0008"',
  ].join('\n');
  expect(renumbered(asFile(source), asFile(numbered('0009', '0008')), 10)?.after).toEqual([
    '  Revision ID: 0010',
    '  Revises: 0009',
    '"""',
    'revision = "0010"',
    'old_down_revision = "0008"',
    'down_revision = "0009"',
  ]);
});

const onTwo = 'revision = "0009"\ndown_revision = ("0008", "0007")';
test.each([
  ['the other is on top of another', numbered('0009', '0008'), numbered('0009', '0007')],
  ['it joins two', onTwo, numbered('0009', '0008')],
  ['both join two', onTwo, onTwo],
  ['the other is no literal', numbered('0009', '0008'), 'revision = next()'],
  ['it is no literal itself', 'revision = next()', numbered('0009', '0008')],
  ['ids are no numbers', numbered('ab', '0008'), numbered('ab', '0008')],
  ['ids begin with no number', numbered('a9', '0008'), numbered('a9', '0008')],
  ['ids end with no number', numbered('9a', '0008'), numbered('9a', '0008')],
  [
    'there is no parent',
    'revision = "0009"\ndown_revision = None',
    'revision = "0009"\ndown_revision = None',
  ],
])('no number where %s', (_, own, other) => {
  expect(renumbered(asFile(own), asFile(other), 10)).toBeUndefined();
});
