import type { LiveCases } from '../case.ts';

export const cases: LiveCases = {
  bad: [
    {
      name: 'a table is dropped, and its enum is not',
      code: `def upgrade():
    op.create_table("moods", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("mood", sa.Enum("good", "bad", name="mood"), nullable=False))


def downgrade():
    op.drop_table("moods")
`,
      at: 'def downgrade',
      says: ['mood'],
    },
  ],
  good: [
    {
      name: 'both are dropped',
      code: `def upgrade():
    op.create_table("moods", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("mood", sa.Enum("good", "bad", name="mood"), nullable=False))


def downgrade():
    op.drop_table("moods")
    op.execute("DROP TYPE mood")
`,
    },
  ],
};
