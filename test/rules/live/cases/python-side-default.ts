import type { LiveCases } from '../case.ts';

const makes = (column: string, before = ''): string => `def upgrade():
    ${before}op.create_table(
        "users",
        sa.Column("id", sa.BigInteger(), primary_key=True),  # default=1
        ${column},
    )
`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'a value',
      code: makes('sa.Column("active", sa.Boolean(), nullable=False, default=True)'),
      at: 'op.create_table',
      says: ['users.active', 'server_default='],
    },
    {
      name: 'a function, in other quotes',
      code: makes("sa.Column('name', sa.String(20), default=lambda: str(1), nullable=False)"),
      at: 'op.create_table',
      says: ['users.name'],
    },
    {
      name: 'a key that the application makes',
      code: 'def upgrade():\n    import uuid\n    op.create_table("users", sa.Column("id", postgresql.UUID(), primary_key=True, default=uuid.uuid4))\n',
      at: 'op.create_table',
      says: ['users.id'],
    },
  ],
  good: [
    {
      name: 'the server knows it too',
      code: makes(
        'sa.Column("active", sa.Boolean(), nullable=False, default=True, server_default=sa.true())',
      ),
      shows: 'the advice',
    },
    {
      name: 'only the server',
      code: makes('sa.Column("active", sa.Boolean(), nullable=False, server_default=sa.true())'),
    },
    { name: 'NULL is welcome', code: makes('sa.Column("active", sa.Boolean(), default=True)') },
    {
      name: 'an identity',
      code: makes('sa.Column("number", sa.BigInteger(), sa.Identity(), nullable=False, default=1)'),
    },
    {
      name: 'a generated column',
      code: makes('sa.Column("number", sa.BigInteger(), sa.Computed("id + 1"), nullable=False, default=1)'),
    },
    { name: 'none at all', code: makes('sa.Column("active", sa.Boolean(), nullable=False)') },
    {
      name: 'only a text says so',
      code: makes('sa.Column("active", sa.Boolean(), nullable=False, comment="x, default=True")'),
    },
    {
      name: 'the default of something else',
      code: `${makes('sa.Column("active", sa.Enum(*dict(default=1), name="kind"), nullable=False)')}\n\ndef downgrade():\n    op.drop_table("users")\n    op.execute("DROP TYPE kind")\n`,
    },
    {
      name: 'another table has it',
      code: `${makes('sa.Column("active", sa.Boolean(), nullable=False)')}    op.create_table("others", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("active", sa.Boolean(), default=True))\n`,
    },
  ],
};
