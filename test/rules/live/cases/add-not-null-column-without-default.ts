import type { LiveCases } from '../case.ts';

const orders = 'CREATE TABLE orders (id bigint PRIMARY KEY)';

export const cases: LiveCases = {
  bad: [
    {
      name: 'a text of an empty table',
      before: orders,
      code: 'def upgrade():\n    op.add_column("orders", sa.Column("state", sa.Text(), nullable=False))',
      at: 'op.add_column',
      says: [
        'Adding orders.state as NOT NULL without a default fails as soon as orders has rows',
        'op.add_column("orders", sa.Column("state", sa.Text(), nullable=False, server_default=sa.text("\'\'")))',
        'op.add_column("orders", sa.Column("state", sa.Text()))',
        'ACCESS EXCLUSIVE on orders',
      ],
      takes: { orders: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'a default of SQLAlchemy, which the database does not know',
      before: orders,
      code: 'def upgrade():\n    op.add_column("orders", sa.Column("amount", sa.Integer(), nullable=False, default=1))',
      at: 'op.add_column',
      says: ['orders.amount', 'server_default=sa.text("0")'],
    },
    {
      name: 'a type that has no value for everybody, in another schema',
      before: 'CREATE SCHEMA sales; CREATE TABLE sales.orders (id bigint PRIMARY KEY)',
      sql: 'ALTER TABLE sales.orders ADD COLUMN token uuid NOT NULL',
      at: 'ADD COLUMN token',
      says: [
        'sales.orders.token',
        'Leave it nullable, fill it, and set NOT NULL when every release writes it:',
        'op.add_column("orders", sa.Column("token", postgresql.UUID()), schema="sales")',
      ],
    },
    {
      name: 'a column of two, the other one having a default',
      before: orders,
      sql: "ALTER TABLE orders ADD COLUMN state text NOT NULL DEFAULT 'new', ADD COLUMN kind varchar(20)[] NOT NULL",
      at: 'ALTER TABLE',
      says: [
        'orders.kind',
        'postgresql.ARRAY(sa.String(20)), nullable=False, server_default=sa.text("\'{}\'")',
      ],
    },
    {
      name: 'in the same transaction as another change of the table',
      before: orders,
      sql: ['ALTER TABLE orders ADD COLUMN note text', 'ALTER TABLE orders ADD COLUMN state text NOT NULL'],
      at: 'ADD COLUMN state',
      says: ['orders.state'],
    },
    {
      name: 'while another table is locked: there is nothing to read',
      before: `${orders}; CREATE TABLE users (id bigint PRIMARY KEY)`,
      sql: ['ALTER TABLE users ADD COLUMN note text', 'ALTER TABLE orders ADD COLUMN state text NOT NULL'],
      at: 'ADD COLUMN state',
      says: ['orders.state'],
    },
    {
      name: 'two of them: there is nothing to go through twice',
      before: orders,
      sql: [
        'ALTER TABLE orders ADD COLUMN kind text NOT NULL',
        'ALTER TABLE orders ADD COLUMN state text NOT NULL',
      ],
      at: 'ADD COLUMN kind',
      says: ['orders.kind', 'orders.state'],
      times: 2,
    },
  ],
  good: [
    {
      name: 'a default of the database',
      shows: 'the first advice',
      before: `${orders}; INSERT INTO orders VALUES (1)`,
      code: 'def upgrade():\n    op.add_column("orders", sa.Column("state", sa.Text(), nullable=False, server_default=sa.text("\'\'")))',
      takes: { orders: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'it may be NULL',
      shows: 'the second advice',
      before: `${orders}; INSERT INTO orders VALUES (1)`,
      code: 'def upgrade():\n    op.add_column("orders", sa.Column("state", sa.Text()))',
      takes: { orders: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'of a table that the same revision makes',
      sql: [orders, 'ALTER TABLE orders ADD COLUMN state text NOT NULL'],
    },
    {
      name: 'of a table that an earlier revision of the change makes',
      code: [
        `def upgrade():\n    op.execute("${orders}")`,
        'def upgrade():\n    op.execute("ALTER TABLE orders ADD COLUMN state text NOT NULL")',
      ],
    },
    {
      name: 'computed when it is read',
      postgres: { from: 18 },
      before: `${orders}; INSERT INTO orders VALUES (1)`,
      sql: 'ALTER TABLE orders ADD COLUMN next bigint NOT NULL GENERATED ALWAYS AS (id + 1) VIRTUAL',
    },
  ],
};
