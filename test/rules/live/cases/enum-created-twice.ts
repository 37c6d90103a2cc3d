import type { LiveCases } from '../case.ts';

const before = `CREATE TYPE mood AS ENUM ('good', 'bad')`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'by a table that brings it along',
      before,
      code: 'def upgrade():\n    op.create_table("days", sa.Column("day", sa.Date(), primary_key=True), sa.Column("mood", sa.Enum("good", "bad", name="mood")))\n',
      at: 'op.create_table',
      says: ['the enum type mood is there already', 'postgresql.ENUM(name="mood", create_type=False)'],
    },
  ],
  good: [
    {
      name: 'the type that is there',
      before,
      code: 'def upgrade():\n    op.create_table("days", sa.Column("day", sa.Date(), primary_key=True), sa.Column("mood", postgresql.ENUM(name="mood", create_type=False)))\n',
    },
  ],
};
