import type { LiveCases } from '../case.ts';

const orders =
  'CREATE TABLE orders (id bigint PRIMARY KEY, price integer, amount integer); INSERT INTO orders VALUES (1, 2, 3)';
const stored = 'ALTER TABLE orders ADD COLUMN total integer GENERATED ALWAYS AS (price * amount) STORED';

export const cases: LiveCases = {
  bad: [
    {
      name: 'a product, before there were virtual columns',
      postgres: { until: 17 },
      before: orders,
      sql: stored,
      at: 'GENERATED',
      says: [
        'Adding orders.total as a stored computed column stores orders and its indexes anew',
        'op.add_column("orders", sa.Column("total", sa.Integer()))',
        'BEGIN SELECT (price * amount) INTO NEW.total FROM (SELECT NEW.*) AS r; RETURN NEW; END',
        'CREATE TRIGGER orders_total BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION orders_total()',
        '"UPDATE orders SET total = (price * amount) "',
      ],
      takes: { orders: 'ACCESS EXCLUSIVE + rewrite' },
    },
    {
      name: 'a product, since there are',
      postgres: { from: 18 },
      before: orders,
      sql: stored,
      at: 'GENERATED',
      says: [
        'op.execute("ALTER TABLE orders ADD COLUMN total integer GENERATED ALWAYS AS (price * amount) VIRTUAL")',
      ],
      takes: { orders: 'ACCESS EXCLUSIVE + rewrite' },
    },
    {
      name: 'NOT NULL, of an empty table, by a call',
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, email text)',
      sql: 'ALTER TABLE users ADD COLUMN lowered text NOT NULL GENERATED ALWAYS AS (lower(email)) STORED',
      at: 'GENERATED',
      says: ['users.lowered', 'lower(email)'],
    },
  ],
  good: [
    {
      name: 'a trigger that computes it',
      shows: 'the advice',
      before: orders,
      code: `def upgrade():
    op.add_column("orders", sa.Column("total", sa.Integer()))
    op.execute("CREATE FUNCTION orders_total() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN SELECT (price * amount) INTO NEW.total FROM (SELECT NEW.*) AS r; RETURN NEW; END $$")
    op.execute("CREATE TRIGGER orders_total BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION orders_total()")
`,
      takes: { orders: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'and the rows that are there in batches, by that trigger',
      shows: 'the second half of the advice',
      before: `${orders}; ALTER TABLE orders ADD COLUMN total integer; CREATE FUNCTION orders_total() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN SELECT (price * amount) INTO NEW.total FROM (SELECT NEW.*) AS r; RETURN NEW; END $$; CREATE TRIGGER orders_total BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION orders_total()`,
      code: `def upgrade():
    with op.get_context().autocommit_block():
        filled = 1
        while filled:
            filled = op.get_bind().execute(sa.text(
                "UPDATE orders SET total = (price * amount) "
                "WHERE ctid = ANY (ARRAY(SELECT ctid FROM orders WHERE total IS DISTINCT FROM (price * amount) LIMIT 5000))"
            )).rowcount
`,
    },
    {
      name: 'computed when it is read',
      shows: 'the advice since 18',
      postgres: { from: 18 },
      before: orders,
      sql: 'ALTER TABLE orders ADD COLUMN total integer GENERATED ALWAYS AS (price * amount) VIRTUAL',
      takes: { orders: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'of a table that the same revision makes',
      sql: ['CREATE TABLE orders (id bigint PRIMARY KEY, price integer, amount integer)', stored],
    },
  ],
};
