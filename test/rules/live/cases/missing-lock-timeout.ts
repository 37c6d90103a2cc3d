import { envPy } from '../../../support/alembic.ts';
import type { LiveCases } from '../case.ts';

const on = ['missing-lock-timeout'];
const orders =
  "CREATE TABLE orders (id bigint PRIMARY KEY, state text); INSERT INTO orders VALUES (1, 'new')";
const add = 'ALTER TABLE orders ADD COLUMN note text';
const index = 'CREATE INDEX ix_orders_state ON orders (state)';
const url = 'postgresql+psycopg2://nobody:secret@127.0.0.1:1/production';

export const cases: LiveCases = {
  bad: [
    {
      name: 'nobody has set one',
      on,
      before: orders,
      code: 'def upgrade():\n    op.add_column("orders", sa.Column("note", sa.Text()))',
      at: 'op.add_column',
      says: [
        'waits for orders as long as anybody uses it',
        'whoever wants to read or write orders',
        'connect_args={"options": "-c lock_timeout=5s"}',
        `op.execute("SET LOCAL lock_timeout = '5s'")`,
        'ACCESS EXCLUSIVE on orders',
      ],
      takes: { orders: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'the strongest lock of several, and of equals the first',
      on,
      before: `${orders}; CREATE TABLE users (id bigint PRIMARY KEY)`,
      sql: [
        'COMMENT ON TABLE orders IS $$all$$',
        'CREATE TRIGGER none BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
        add,
        'ALTER TABLE users ADD COLUMN note text',
      ],
      at: 'ALTER TABLE orders',
      says: ['waits for orders'],
    },
    {
      name: 'writers are kept out',
      on,
      before: orders,
      sql: 'CREATE TRIGGER none BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
      at: 'CREATE TRIGGER',
      says: ['whoever wants to write to orders'],
      takes: { orders: 'SHARE ROW EXCLUSIVE' },
    },
    {
      name: 'the limit comes too late',
      on,
      before: orders,
      sql: [add, "SET LOCAL lock_timeout = '5s'"],
      at: 'ALTER TABLE orders',
      says: ['lock_timeout is 0'],
    },
    {
      name: 'several commands in one statement',
      on,
      before: orders,
      sql: `${add}; COMMENT ON TABLE orders IS 'all'`,
      at: 'ALTER TABLE orders',
      says: ['waits for orders'],
    },
    {
      name: 'a view is locked as a table is',
      on,
      before: `${orders}; CREATE VIEW open AS SELECT id FROM orders`,
      sql: 'ALTER VIEW open SET (security_barrier = true)',
      at: 'ALTER VIEW',
      says: ['waits for open'],
    },
    {
      name: 'a table in parts',
      on,
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY) PARTITION BY RANGE (id)',
      sql: add,
      at: 'ALTER TABLE orders',
      says: ['waits for orders'],
    },
    {
      name: 'a stronger lock of a table that the same revision has made and committed counts for nothing',
      on,
      before: orders,
      code: `def upgrade():
    op.create_table("parts", sa.Column("id", sa.BigInteger(), primary_key=True))
    op.execute("CREATE TRIGGER none BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()")
    with op.get_context().autocommit_block():
        op.execute("SET lock_timeout = 0")
    op.execute("ALTER TABLE parts ADD COLUMN note text")`,
      at: 'CREATE TRIGGER',
      says: ['whoever wants to write to orders'],
    },
  ],
  good: [
    {
      name: 'a sequence is no table',
      on,
      before: 'CREATE SEQUENCE numbers',
      sql: 'ALTER SEQUENCE numbers INCREMENT 2',
    },
    {
      name: 'set in the revision',
      on,
      shows: 'what the help says',
      before: orders,
      sql: ["SET LOCAL lock_timeout = '5s'", add],
      takes: { orders: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'set where env.py makes its engine',
      on,
      shows: 'what the help says',
      before: orders,
      sql: add,
      files: {
        'migrations/env.py': envPy(url).replace(
          'poolclass=pool.NullPool',
          'poolclass=pool.NullPool, connect_args={"options": "-c lock_timeout=5s"}',
        ),
      },
    },
    {
      name: 'set by env.py for the session',
      on,
      before: orders,
      sql: add,
      files: {
        'migrations/env.py': envPy(
          url,
          `connection.execute(text("SET lock_timeout = '5s'")); connection.commit()`,
        ),
      },
    },
    {
      name: 'everybody goes on reading and writing',
      on,
      before: orders,
      sql: 'ALTER TABLE orders SET (fillfactor = 90)',
      takes: { orders: 'SHARE UPDATE EXCLUSIVE' },
    },
    {
      name: 'a table that the same revision makes, and uses in its next transaction',
      on,
      before: orders,
      code: `def upgrade():
    op.create_table("parts", sa.Column("id", sa.BigInteger(), primary_key=True))
    with op.get_context().autocommit_block():
        op.execute("SET lock_timeout = 0")
    op.execute("ALTER TABLE parts ADD COLUMN note text")

def downgrade():
    op.drop_table("parts")`,
    },
    {
      name: 'an index of a table that is new',
      on,
      sql: ['CREATE TABLE orders (id bigint PRIMARY KEY, state text)', index],
    },
  ],
};
