import type { LiveCases } from '../case.ts';
import { scansOfConcurrently } from '../concurrently.ts';

const orders =
  'CREATE TABLE customers (id bigint PRIMARY KEY); CREATE TABLE orders (id bigint PRIMARY KEY); INSERT INTO customers VALUES (1); INSERT INTO orders VALUES (1)';

export const cases: LiveCases = {
  bad: [
    {
      name: 'a CHECK',
      before: orders,
      sql: 'ALTER TABLE orders ADD COLUMN amount integer NOT NULL DEFAULT 1 CHECK (amount > 0)',
      at: 'CHECK',
      says: [
        'Adding orders.amount together with its check constraint reads orders from end to end',
        'op.add_column("orders", sa.Column("amount", sa.Integer()))',
        'op.execute("ALTER TABLE orders ADD CONSTRAINT orders_amount_check CHECK (<condition>) NOT VALID")',
        'op.execute("ALTER TABLE orders VALIDATE CONSTRAINT orders_amount_check")',
      ],
      takes: { orders: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'UNIQUE',
      before: orders,
      sql: 'ALTER TABLE orders ADD COLUMN number integer UNIQUE',
      at: 'UNIQUE',
      says: [
        'together with its unique constraint',
        'op.execute("DROP INDEX CONCURRENTLY IF EXISTS orders_number_key")',
        'op.create_index("orders_number_key", "orders", ["number"], unique=True, postgresql_concurrently=True)',
        'op.execute("ALTER TABLE orders ADD CONSTRAINT orders_number_key UNIQUE USING INDEX orders_number_key")',
      ],
      takes: { orders: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'REFERENCES with a default, and a CHECK',
      before: orders,
      sql: 'ALTER TABLE orders ADD COLUMN customer bigint DEFAULT 1 REFERENCES customers (id) CHECK (customer > 0)',
      at: 'REFERENCES',
      says: [
        'its foreign key and check constraints',
        'ADD CONSTRAINT orders_customer_fkey FOREIGN KEY (customer) REFERENCES customers (id) NOT VALID',
      ],
      also: ['fk-missing-index'],
    },
  ],
  good: [
    {
      name: 'a CHECK, not valid yet',
      shows: 'the advice',
      before: orders,
      code: `def upgrade():
    op.add_column("orders", sa.Column("amount", sa.Integer()))
    op.execute("ALTER TABLE orders ADD CONSTRAINT orders_amount_check CHECK (amount > 0) NOT VALID")
`,
      takes: { orders: 'ACCESS EXCLUSIVE' },
    },
    ...scansOfConcurrently.map(({ postgres, scan }) => ({
      name: 'a unique index while everybody reads and writes, and a constraint of it',
      shows: 'the advice',
      postgres,
      before: orders,
      code: [
        'def upgrade():\n    op.add_column("orders", sa.Column("number", sa.Integer()))',
        'def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("DROP INDEX CONCURRENTLY IF EXISTS orders_number_key")\n        op.create_index("orders_number_key", "orders", ["number"], unique=True, postgresql_concurrently=True)',
        'def upgrade():\n    op.execute("ALTER TABLE orders ADD CONSTRAINT orders_number_key UNIQUE USING INDEX orders_number_key")',
      ],
      takes: { orders: `ACCESS EXCLUSIVE | SHARE UPDATE EXCLUSIVE${scan} | ACCESS EXCLUSIVE` },
    })),
    ...scansOfConcurrently.map(({ postgres, scan }) => ({
      name: 'REFERENCES without a default, and its index',
      shows: 'a hypothesis refuted by the trace',
      postgres,
      before: orders,
      code: [
        'def upgrade():\n    op.execute("ALTER TABLE orders ADD COLUMN customer bigint REFERENCES customers (id)")',
        'def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_customer ON orders (customer)")',
      ],
      takes: { orders: `ACCESS EXCLUSIVE | SHARE UPDATE EXCLUSIVE${scan}` },
    })),
    {
      name: 'of a table that the same revision makes',
      sql: [
        'CREATE TABLE orders (id bigint PRIMARY KEY)',
        'ALTER TABLE orders ADD COLUMN amount integer CHECK (amount > 0)',
      ],
    },
  ],
};
