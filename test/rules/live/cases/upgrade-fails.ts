import type { LiveCases } from '../case.ts';

const orders = 'CREATE TABLE orders (id bigint PRIMARY KEY); INSERT INTO orders VALUES (1)';

export const cases: LiveCases = {
  bad: [
    {
      name: 'a column that rows would have to hold NULL in, and there are rows',
      before: orders,
      code: 'def upgrade():\n    op.add_column("orders", sa.Column("state", sa.Text(), nullable=False))',
      at: 'op.add_column',
      says: ['contains null values', 'ALTER TABLE orders ADD COLUMN state TEXT NOT NULL'],
    },
    {
      name: 'NULL where it is to be refused',
      before: `${orders}; ALTER TABLE orders ADD COLUMN state text`,
      code: 'def upgrade():\n    op.alter_column("orders", "state", nullable=False)',
      at: 'op.alter_column',
      says: ['contains null values'],
    },
    {
      name: 'a value that is too long for the new type',
      before: "CREATE TABLE users (id bigint PRIMARY KEY, name text); INSERT INTO users VALUES (1, 'Ada')",
      code: 'def upgrade():\n    op.alter_column("users", "name", type_=sa.String(2))',
      at: 'op.alter_column',
      says: ['value too long'],
    },
  ],
  good: [
    {
      name: 'the same with a default',
      before: orders,
      code: 'def upgrade():\n    op.add_column("orders", sa.Column("state", sa.Text(), nullable=False, server_default=""))',
    },
  ],
};
