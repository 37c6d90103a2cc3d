import type { LiveCases } from '../case.ts';

const orders = 'CREATE TABLE orders (id uuid PRIMARY KEY); INSERT INTO orders VALUES (gen_random_uuid())';

export const cases: LiveCases = {
  bad: [
    {
      name: 'an identity',
      before: orders,
      code: 'def upgrade():\n    op.add_column("orders", sa.Column("number", sa.BigInteger(), sa.Identity()))',
      at: 'op.add_column',
      says: [
        'Adding orders.number, which numbers the rows that are there, stores orders and its indexes anew',
        'op.execute("CREATE SEQUENCE orders_number_seq")',
        'op.add_column("orders", sa.Column("number", sa.BigInteger()))',
        'server_default=sa.text("nextval(\'orders_number_seq\')")',
        'op.execute("ALTER SEQUENCE orders_number_seq OWNED BY orders.number")',
        '"UPDATE orders SET number = nextval(\'orders_number_seq\') "',
      ],
      takes: { orders: 'ACCESS EXCLUSIVE + rewrite' },
    },
    {
      name: 'a serial, NOT NULL as it is, beside a column of an enum type',
      before: `${orders}; CREATE TYPE mood AS ENUM ('good', 'bad')`,
      sql: 'ALTER TABLE orders ADD COLUMN mood mood, ADD COLUMN number bigserial',
      at: 'bigserial',
      says: ['orders.number', 'sa.Column("number", sa.BigInteger())'],
      takes: { orders: 'ACCESS EXCLUSIVE + rewrite' },
    },
    {
      name: 'a sequence of its own',
      before: `${orders}; CREATE SEQUENCE numbers`,
      sql: "ALTER TABLE orders ADD COLUMN number integer DEFAULT nextval('numbers')",
      at: 'nextval',
      says: ['orders.number'],
      takes: { orders: 'ACCESS EXCLUSIVE + rewrite' },
    },
  ],
  good: [
    {
      name: 'a sequence for rows to come',
      shows: 'the advice',
      before: orders,
      code: `def upgrade():
    op.execute("CREATE SEQUENCE orders_number_seq")
    op.add_column("orders", sa.Column("number", sa.BigInteger()))
    op.alter_column("orders", "number", server_default=sa.text("nextval('orders_number_seq')"))
    op.execute("ALTER SEQUENCE orders_number_seq OWNED BY orders.number")
`,
      takes: { orders: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'and numbers for those that are there',
      shows: 'the second half of the advice',
      before: `${orders}; CREATE SEQUENCE orders_number_seq; ALTER TABLE orders ADD COLUMN number bigint`,
      code: `def upgrade():
    with op.get_context().autocommit_block():
        filled = 1
        while filled:
            filled = op.get_bind().execute(sa.text(
                "UPDATE orders SET number = nextval('orders_number_seq') "
                "WHERE ctid = ANY (ARRAY(SELECT ctid FROM orders WHERE number IS NULL LIMIT 5000))"
            )).rowcount
`,
    },
    {
      name: 'of a table that the same revision makes',
      sql: ['CREATE TABLE orders (id uuid PRIMARY KEY)', 'ALTER TABLE orders ADD COLUMN number bigserial'],
    },
  ],
};
