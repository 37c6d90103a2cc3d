import type { LiveCases } from '../case.ts';

const orders = 'CREATE TABLE orders (id bigint PRIMARY KEY); INSERT INTO orders VALUES (1)';
const batch = (how: string): string => `def upgrade():
    with op.batch_alter_table("orders"${how}) as batch:
        batch.add_column(sa.Column("note", sa.Text()))`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'recreate="always"',
      before: orders,
      code: batch(', recreate="always"'),
      at: 'batch_alter_table',
      says: ['copies all rows of orders into a new table', 'with op.batch_alter_table("orders") as batch:'],
    },
  ],
  good: [
    {
      name: 'without',
      shows: 'what the help says: no row is copied',
      before: orders,
      code: batch(''),
      takes: { orders: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'a table with a name that is like it',
      sql: 'CREATE TABLE alembic_tmp_orders (id bigint PRIMARY KEY)',
    },
  ],
};
