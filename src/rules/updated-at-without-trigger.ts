import { defineRule } from './rule.ts';
import { code } from './support/text.ts';
import { concerns, doneAt, touchedTables } from './support/touched.ts';
import { execute } from './support/undo.ts';
import { keepsUpdatedAt, usesUpdateTriggers } from './support/update-triggers.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision'],
  meta: {
    title: 'A column updated_at without the trigger that the other tables have',
    why: 'Elsewhere in this database a trigger keeps `updated_at`. In the new table nothing does: the column holds the time at which the row was made, for ever, and whoever looks for what has changed does not find it.',
    fix: 'Make the trigger in the revision that makes the table. A project that keeps the column in its application, and has no such trigger anywhere, is not reported.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      before: `CREATE FUNCTION set_updated_at() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.updated_at = now(); RETURN NEW; END'; CREATE TABLE users (id bigint PRIMARY KEY, updated_at timestamptz); CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION set_updated_at();`,
      bad: `def upgrade():\n    op.create_table("orders", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("updated_at", sa.DateTime(timezone=True)))\n\ndef downgrade():\n    op.drop_table("orders")`,
      good: `def upgrade():\n    op.create_table("orders", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("updated_at", sa.DateTime(timezone=True)))\n    op.execute("CREATE TRIGGER touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION set_updated_at()")\n\ndef downgrade():\n    op.drop_table("orders")`,
    },
  },
  messages: {
    missing: ({ table, column, by }: { table: string; column: string; by: string }) => ({
      message: `Nothing keeps ${table}.${column}: other tables have a trigger for it (${by}), and this one has none.`,
      help: `Make the trigger together with the table:${code(execute(`CREATE TRIGGER ${column} BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION ${by}()`))}`,
    }),
  },
  check(subject, { report }) {
    for (const { before, after, last } of touchedTables(subject)) {
      const column = after.columns.find(({ name }) => name === 'updated_at');
      if (before || !last || !column || last.triggers.some(keepsUpdatedAt)) continue;
      const by = usesUpdateTriggers(subject.facts);
      if (by === undefined) continue;
      report(
        'missing',
        { table: after.shown, column: column.name, by },
        { ...doneAt(subject, concerns(after)), about: after.shown, table: after },
      );
    }
  },
});
