import type { LiveCases } from '../case.ts';

const orders = 'CREATE TABLE orders (id bigint PRIMARY KEY); INSERT INTO orders VALUES (1), (2)';

export const cases: LiveCases = {
  bad: [
    {
      name: 'a random number for each row',
      before: orders,
      code: 'def upgrade():\n    op.add_column("orders", sa.Column("token", postgresql.UUID(), server_default=sa.text("gen_random_uuid()")))',
      at: 'op.add_column',
      says: [
        'Adding orders.token with a default of gen_random_uuid() stores orders and its indexes anew',
        'op.add_column("orders", sa.Column("token", postgresql.UUID()))',
        'op.alter_column("orders", "token", server_default=sa.text("gen_random_uuid()"))',
        '"UPDATE orders SET token = gen_random_uuid() "',
        'rewritten: orders and orders_pkey',
      ],
      takes: { orders: 'ACCESS EXCLUSIVE + rewrite' },
    },
    {
      name: 'the time by the clock, NOT NULL and of an empty table',
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY)',
      sql: 'ALTER TABLE orders ADD COLUMN seen timestamptz NOT NULL DEFAULT clock_timestamp()',
      at: 'ADD COLUMN seen',
      says: ['clock_timestamp()'],
      takes: { orders: 'ACCESS EXCLUSIVE + rewrite' },
    },
    {
      name: 'one of two columns; the other has the time of the transaction',
      before: orders,
      sql: 'ALTER TABLE orders ADD COLUMN made timestamptz DEFAULT now(), ADD COLUMN token uuid DEFAULT gen_random_uuid()',
      at: 'ADD COLUMN made',
      says: ['Adding orders.token'],
    },
    {
      name: 'a table in parts',
      before:
        'CREATE TABLE orders (id bigint PRIMARY KEY) PARTITION BY RANGE (id); CREATE TABLE orders_1 PARTITION OF orders FOR VALUES FROM (0) TO (9)',
      sql: 'ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid()',
      at: 'ADD COLUMN token',
      says: ['Adding orders.token', 'rewritten: orders_1'],
      takes: { orders_1: 'ACCESS EXCLUSIVE + rewrite' },
    },
    {
      name: 'with a CHECK, for which the table is read while it is stored anew',
      before: orders,
      sql: 'ALTER TABLE orders ADD COLUMN part double precision DEFAULT random() CHECK (part < 1)',
      at: 'random()',
      says: ['Adding orders.part with a default of random()'],
    },
  ],
  good: [
    {
      name: 'the default after the column, and the rows in batches',
      shows: 'the advice',
      before: orders,
      code: [
        `def upgrade():
    op.add_column("orders", sa.Column("token", postgresql.UUID()))
    op.alter_column("orders", "token", server_default=sa.text("gen_random_uuid()"))
`,
        `def upgrade():
    with op.get_context().autocommit_block():
        filled = 1
        while filled:
            filled = op.get_bind().execute(sa.text(
                "UPDATE orders SET token = gen_random_uuid() "
                "WHERE ctid = ANY (ARRAY(SELECT ctid FROM orders WHERE token IS NULL LIMIT 5000))"
            )).rowcount
`,
      ],
    },
    {
      name: 'the default after the column',
      shows: 'what the advice takes: nothing is stored anew',
      before: orders,
      code: `def upgrade():
    op.add_column("orders", sa.Column("token", postgresql.UUID()))
    op.alter_column("orders", "token", server_default=sa.text("gen_random_uuid()"))
`,
      takes: { orders: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'the time of the transaction',
      shows: 'a hypothesis refuted: now() is the same for all rows',
      before: orders,
      code: 'def upgrade():\n    op.add_column("orders", sa.Column("made", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()))',
      takes: { orders: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'a function that is the same for all rows',
      shows: 'a hypothesis refuted by the trace alone',
      before: orders,
      sql: "ALTER TABLE orders ADD COLUMN state text DEFAULT lower('NEW')",
      takes: { orders: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'of a table that the same revision makes',
      sql: [
        'CREATE TABLE orders (id bigint PRIMARY KEY)',
        'ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid()',
      ],
    },
  ],
};
