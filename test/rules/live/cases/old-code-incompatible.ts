import type { LiveCases } from '../case.ts';

const orders = 'CREATE TABLE orders (id bigint PRIMARY KEY)';
const add = "ALTER TABLE orders ADD COLUMN state text NOT NULL DEFAULT 'new'";
const dropDefault = 'ALTER TABLE orders ALTER COLUMN state DROP DEFAULT';
const one = (sql: string): string => `def upgrade():\n    op.execute(${JSON.stringify(sql)})`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'the default goes in the same revision',
      before: orders,
      code: `def upgrade():
    op.add_column("orders", sa.Column("state", sa.Text(), nullable=False, server_default="new"))
    op.alter_column("orders", "state", server_default=None)
`,
      at: 'server_default=None',
      says: [
        'Inserts of the running release into orders fail once this is done: they do not know state',
        'op.alter_column("orders", "state", server_default=sa.text("<value>"))',
      ],
    },
    {
      name: 'NOT NULL in a later revision of the change, another column being old',
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY, kind text NOT NULL)',
      code: [
        one('ALTER TABLE orders ADD COLUMN state text'),
        one('ALTER TABLE orders ADD CONSTRAINT there CHECK (state IS NOT NULL) NOT VALID'),
        one('ALTER TABLE orders VALIDATE CONSTRAINT there'),
        one('ALTER TABLE orders ALTER COLUMN state SET NOT NULL'),
      ],
      at: 'SET NOT NULL',
      says: ['do not know state'],
    },
    {
      name: 'a trigger that comes too late to fill it, and one for updates',
      before: `${orders}; CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER late AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION fill(); CREATE TRIGGER other BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION fill(); CREATE TRIGGER all_of_them BEFORE INSERT ON orders FOR EACH STATEMENT EXECUTE FUNCTION fill()`,
      sql: [add, dropDefault],
      at: 'DROP DEFAULT',
      says: ['do not know state'],
    },
    {
      name: 'a column that is made, filled, and given its name',
      before: orders,
      sql: [
        add.replace('state', 'state_new'),
        dropDefault.replace('state', 'state_new'),
        'ALTER TABLE orders RENAME state_new TO state',
      ],
      at: 'op.execute',
      says: ['do not know state,'],
    },
    {
      name: 'once, although a later revision changes the table as well',
      before: orders,
      code: [`${one(add)}\n    op.execute("${dropDefault}")`, one('ALTER TABLE orders ADD COLUMN note text')],
      at: 'DROP DEFAULT',
      says: ['do not know state,'],
    },
    {
      name: 'NULL is refused in the same revision',
      before: orders,
      sql: ['ALTER TABLE orders ADD COLUMN state text', 'ALTER TABLE orders ALTER COLUMN state SET NOT NULL'],
      at: 'SET NOT NULL',
      says: ['do not know state,'],
      also: ['set-not-null-scan'],
    },
    {
      name: 'beside another column that has no default from the start',
      before: orders,
      sql: ['ALTER TABLE orders ADD COLUMN kind text NOT NULL', add, dropDefault],
      at: 'DROP DEFAULT',
      says: ['do not know state,'],
      also: ['add-not-null-column-without-default'],
    },
    {
      name: 'after the same of other columns and tables',
      before: `${orders}; CREATE TABLE others (id bigint PRIMARY KEY, state text DEFAULT 'x', kind text); ALTER TABLE orders ADD COLUMN kind text DEFAULT 'y'`,
      sql: [
        add,
        'ALTER TABLE others RENAME COLUMN kind TO state_2',
        'ALTER TABLE orders RENAME CONSTRAINT orders_pkey TO state',
        'ALTER TABLE others ALTER COLUMN state DROP DEFAULT',
        'ALTER TABLE orders ALTER COLUMN kind DROP DEFAULT',
        "ALTER TABLE orders ALTER COLUMN state SET DEFAULT 'old'",
        dropDefault,
      ],
      at: 'orders ALTER COLUMN state DROP DEFAULT',
      says: ['do not know state'],
      also: ['rename-column'],
    },
  ],
  good: [
    {
      name: 'the default stays',
      shows: 'the advice',
      before: orders,
      sql: add,
    },
    {
      name: 'a later revision gives it a default again',
      before: orders,
      code: [
        `${one(add)}\n    op.execute("${dropDefault}")`,
        one("ALTER TABLE orders ALTER COLUMN state SET DEFAULT 'old'"),
      ],
    },
    {
      name: 'a column that releases know: its default goes',
      before: `${orders}; ${add}`,
      sql: dropDefault,
    },
    {
      name: 'a trigger fills it',
      before: `${orders}; CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.state := ''new''; RETURN NEW; END'; CREATE TRIGGER fill BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION fill()`,
      sql: [add, dropDefault],
    },
    {
      name: 'it may be NULL',
      before: orders,
      sql: ["ALTER TABLE orders ADD COLUMN state text DEFAULT 'new'", dropDefault],
    },
    {
      name: 'of a table that the same revision makes',
      sql: [orders, add, dropDefault],
    },
    {
      name: 'of a table that an earlier revision of the change makes',
      code: [one(orders), `${one(add)}\n    op.execute("${dropDefault}")`],
    },
  ],
};
