import { defineRule } from './rule.ts';
import { copiedBy } from './support/batch-copy.ts';
import { ofSql } from './support/evidence.ts';
import { code, py } from './support/text.ts';
import { placeOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A table is copied instead of altered',
    why: '`batch_alter_table(recreate="always")` is how SQLite is migrated: Alembic makes a new table, copies all rows, drops the old one and renames the copy. On PostgreSQL that takes as long as the table is large, under a lock that lets nobody read or write, and what Alembic does not reflect is lost with the old table: triggers, policies, grants, comments, constraints without a name.',
    fix: 'Leave `recreate` out: PostgreSQL can alter a table in place, and `"auto"`, the default, does so.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    with op.batch_alter_table("orders", recreate="always") as batch:\n        batch.add_column(sa.Column("note", sa.Text()))\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    with op.batch_alter_table("orders") as batch:\n        batch.add_column(sa.Column("note", sa.Text()))\n\ndef downgrade():\n    with op.batch_alter_table("orders") as batch:\n        batch.drop_column("note")`,
    },
  },
  messages: {
    copies: ({ table }: { table: string }) => ({
      message: `This copies all rows of ${table} into a new table and drops the old one, where PostgreSQL could alter it in place; triggers, policies, grants and comments of ${table} go with it.`,
      help: `Leave recreate out:${code(`with op.batch_alter_table(${py(table)}) as batch:`)}`,
    }),
  },
  check(subject, { report }) {
    const { command } = subject;
    const table = copiedBy(command);
    if (table === undefined) return;
    report('copies', { table }, { place: placeOf(subject), evidence: [ofSql(command.text)], about: table });
  },
});
