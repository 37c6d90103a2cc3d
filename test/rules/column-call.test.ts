import { expect, test } from 'vitest';
import { columnCall } from '../../src/rules/support/column-call.ts';

/** A revision that makes a table with one column, whose call is written like this. */
const made = (call: string): string =>
  `def upgrade():\n    op.create_table(\n        "users",\n        ${call},\n        sa.Column("last", sa.Text()),\n    )\n`;

test.each([
  ['Column("id", sa.Uuid(), default=uuid4)', '(, sa.Uuid, default=uuid4'],
  ["Column('id', sa.Uuid(as_uuid=True), default=f)", '(, sa.Uuid, default=f'],
  ['Column("id", sa.Numeric(sum([1, 2]), 2), default=f)', '(, sa.Numeric, default=f'],
  ['Column("id", sa.Enum(*["a", "b"]), index=True)', '(, sa.Enum, index=True'],
  ['Column("id", x[0], default=f)', '(, x, default=f'],
  ['Column("id", comment="a) default=g", default=f)', '(, comment=, default=f'],
  ['Column("id",  # a ) of a comment\n            default=f)', '(,  \n            default=f'],
  ["Column(\"id\", comment='''a\n)''', default=f)", '(, comment=, default=f'],
  ['Column("id", comment="a \\" )", default=f)', '(, comment=, default=f'],
])('the arguments of %s', (call, expected) => {
  expect(columnCall(made(`sa.${call}`), 'users', 'id')).toBe(expected);
});

test.each([
  ['of another table', made('sa.Column("id", sa.Uuid())'), 'user', 'id'],
  ['of another column', made('sa.Column("id", sa.Uuid())'), 'users', 'i'],
  ['that never ends', 'op.create_table("users", sa.Column("id", sa.Uuid(', 'users', 'id'],
  ['that is in another call', 'op.create_table("users"); sa.Column("id")', 'users', 'id'],
  ['of a name that is a pattern', made('sa.Column("id", sa.Uuid())'), 'user.', 'id'],
])('none is read %s', (_, source, table, column) => {
  expect(columnCall(source, table, column)).toBeUndefined();
});
