import { expect, test } from 'vitest';
import type { Directive } from '../../../src/model/revision.ts';
import { openAlembic, revisionPy, writeProject } from '../../support/alembic.ts';

/** What the only comment of a revision with this text is about: `statement 9-11`, and which line it stands on. */
async function coveredBy(source: string): Promise<readonly string[]> {
  const directory = await writeProject({ 'migrations/versions/a.py': source });
  const { graph } = await openAlembic(directory);
  return (graph.revisions[0]?.directives ?? []).map(shown);
}

function shown({ covers, place }: Directive): string {
  if (!covers) return `${place.line}: nothing`;
  const { what, place: of } = covers;
  return `${place.line}: ${what}${of.line === undefined ? '' : ` ${of.line}-${of.endLine}`}`;
}

const comment = '# migrate-check: ignore[drop-table] nobody reads it';
/** Its upgrade begins on line 10. */
const upgrade = (...lines: readonly string[]): string => revisionPy('a', null, lines.join('\n'));

test('a comment beside a statement, or alone above it, is about that statement', async () => {
  expect(await coveredBy(upgrade(`op.execute("SELECT 1")  ${comment}`))).toEqual(['10: statement 10-10']);
  expect(await coveredBy(upgrade(comment, '# and so on', 'op.execute("SELECT 1")'))).toEqual([
    '10: statement 12-12',
  ]);
});

test('a statement of several lines is one, wherever in it the comment stands', async () => {
  const parts = ['op.execute(', '    "SELECT 1"', ')'];
  const beside = (at: number) => parts.map((part, line) => (line === at ? `${part}  ${comment}` : part));
  for (const at of [0, 1, 2])
    expect(await coveredBy(upgrade(...beside(at)))).toEqual([`${10 + at}: statement 10-12`]);
  expect(await coveredBy(upgrade('op.execute(', `    ${comment}`, '', '    "SELECT 1"', ')'))).toEqual([
    '11: statement 10-14',
  ]);
  expect(await coveredBy(upgrade(comment, ...parts))).toEqual(['10: statement 11-13']);
});

test('a comment at the head of a block is about all that is in it, one inside is not', async () => {
  const block = ['with op.get_context().autocommit_block():', '    op.execute("SELECT 1")'];
  expect(await coveredBy(upgrade(`${block[0]}  ${comment}`, `${block[1]}`))).toEqual(['10: statement 10-11']);
  expect(await coveredBy(upgrade(`${block[0]}`, `    ${comment}`, `${block[1]}`))).toEqual([
    '11: statement 12-12',
  ]);
});

test('a comment at a def line, or above it and its decorators, is about the function', async () => {
  const source = upgrade('pass');
  const decorated = 'def quiet(f):\n    return f\n\n@quiet\ndef upgrade():';
  expect(await coveredBy(source.replace('def upgrade():', `def upgrade():  ${comment}`))).toEqual([
    '9: function 9-10',
  ]);
  expect(await coveredBy(source.replace('def upgrade():', `${comment}\ndef upgrade():`))).toEqual([
    '9: function 10-11',
  ]);
  expect(await coveredBy(source.replace('def upgrade():', decorated.replace('@', `${comment}\n@`)))).toEqual([
    '12: function 13-15',
  ]);
  expect(
    await coveredBy(source.replace('def upgrade():', decorated.replace('quiet\nd', `quiet  ${comment}\nd`))),
  ).toEqual(['12: function 12-14']);
});

test('a comment before the first statement is about the file; the docstring is none', async () => {
  const source = upgrade('pass');
  expect(await coveredBy(`${comment}\n${source}`)).toEqual(['1: file']);
  expect(await coveredBy(source.replace('import sqlalchemy', `${comment}\n\nimport sqlalchemy`))).toEqual([
    '2: file',
  ]);
  expect(await coveredBy(source.replace('from alembic', `${comment}\nfrom alembic`))).toEqual([
    '3: statement 4-4',
  ]);
});

test('a comment with nothing below it is about nothing, and one in a string is none', async () => {
  expect(await coveredBy(upgrade(comment, '', 'op.execute("SELECT 1")'))).toEqual(['10: nothing']);
  expect(await coveredBy(`${upgrade('pass')}\n${comment}\n`)).toEqual(['16: nothing']);
  expect(await coveredBy(upgrade(`op.execute("""\n${comment}\n""")`))).toEqual([]);
});
