import { defineRule } from './rule.ts';
import { newParts, type Table } from './support/tables.ts';
import { code, list } from './support/text.ts';
import { doing, doneAt, isNamed, touchedTables } from './support/touched.ts';
import { execute } from './support/undo.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision'],
  meta: {
    title: 'Row level security without a policy, or a policy without row level security',
    why: 'With row level security and no policy nobody but the owner sees or writes a single row: no error, just nothing. The other way round a policy protects nothing as long as row level security is not switched on.',
    fix: 'Make the policies and switch row level security on in the same change.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    op.create_table("notes", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("owner", sa.Text(), nullable=False))\n    op.execute("ALTER TABLE notes ENABLE ROW LEVEL SECURITY")\n\ndef downgrade():\n    op.drop_table("notes")`,
      good: `def upgrade():\n    op.create_table("notes", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("owner", sa.Text(), nullable=False))\n    op.execute("CREATE POLICY own ON notes USING (owner = current_user)")\n    op.execute("ALTER TABLE notes ENABLE ROW LEVEL SECURITY")\n\ndef downgrade():\n    op.drop_table("notes")`,
    },
  },
  messages: {
    'locks-out': ({ table }: { table: string }) => ({
      message: `Row level security is on for ${table} and there is no policy: everybody but the owner of the table finds it empty, without an error.`,
      help: `Make the policies in the same change:${code(execute(`CREATE POLICY own_rows ON ${table} USING (<condition>)`))}`,
    }),
    'protects-nothing': ({ table, policies }: { table: string; policies: readonly string[] }) => ({
      message: `${list(policies)} on ${table} ${policies.length > 1 ? 'are policies' : 'is a policy'} that nobody asks: row level security is not switched on.`,
      help: `Switch it on:${code(execute(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`))}`,
    }),
  },
  check(subject, { report }) {
    for (const { before, after, last } of touchedTables(subject)) {
      const where = { about: after.shown, table: after };
      if (isClosed(after) && isClosed(last) && !isClosed(before))
        report(
          'locks-out',
          { table: after.shown },
          {
            ...where,
            ...doneAt(
              subject,
              doing(
                (action) =>
                  action.does === 'alter' &&
                  action.subtype === 'AT_EnableRowSecurity' &&
                  isNamed(after, action.table),
              ),
              doing(
                (action) =>
                  action.does === 'drop' && action.kind === 'policy' && isNamed(after, action.table),
              ),
            ),
          },
        );
      const made = newParts(before?.policies, after.policies).map(({ name }) => name);
      if (made.length > 0 && isOpen(after) && isOpen(last))
        report(
          'protects-nothing',
          { table: after.shown, policies: made },
          {
            ...where,
            ...doneAt(
              subject,
              ({ kind, node }) => kind === 'CreatePolicyStmt' && made.includes(node.policy_name ?? ''),
            ),
          },
        );
    }
  },
});

const isSecured = ({ facts }: Table): boolean => facts['row security'] === 'yes';

const isClosed = (table: Table | undefined): boolean =>
  table !== undefined && isSecured(table) && table.policies.length === 0;

const isOpen = (table: Table | undefined): boolean =>
  table !== undefined && !isSecured(table) && table.policies.length > 0;
