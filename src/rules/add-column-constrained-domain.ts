import type { Relation } from '../model/trace.ts';
import { actionsOf } from '../sql/action.ts';
import { quoteIdent, quoteName } from '../sql/quote.ts';
import { defineRule } from './rule.ts';
import { shownColumn } from './support/altered.ts';
import { columnsStoredAnew, isOnlyDomains } from './support/new-column.ts';
import { alterTable } from './support/op.ts';
import { code } from './support/text.ts';
import { shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A new column is of a domain that has constraints',
    why: 'PostgreSQL checks the constraints of the domain by storing the table and all its indexes anew, even where the column is NULL in every row. Nobody reads or writes it until that is done. A domain without constraints, and an enum, are not reported.',
    fix: 'Add a column of the plain type, and a CHECK of the table that is NOT VALID at first and validated in a later revision.',
    severity: 'error',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before:
        "CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%'); CREATE TABLE users (id bigint PRIMARY KEY)",
      bad: `def upgrade():\n    op.execute("ALTER TABLE users ADD COLUMN address email")\n\ndef downgrade():\n    op.drop_column("users", "address")`,
      good: `def upgrade():\n    op.add_column("users", sa.Column("address", sa.Text()))\n    op.create_check_constraint("users_address_check", "users", "address LIKE '%@%'", postgresql_not_valid=True)\n\ndef downgrade():\n    op.drop_column("users", "address")`,
    },
  },
  messages: {
    rewrites: ({ table, column, domain }: Data) => ({
      message: `Adding ${shownColumn(table, column)} of the domain ${domain} stores ${shownRelation(table)} and its indexes anew to check the constraints of the domain, and nobody can read or write it until that is done.`,
      help: `Take the type that the domain is made of, and say its condition of the table:${code(
        alterTable(table, `ADD COLUMN ${quoteIdent(column)} <type of ${domain}>`),
        alterTable(table, `ADD CONSTRAINT ${check(table, column)} CHECK (<condition>) NOT VALID`),
      )}\nValidate it in a later revision:${code(alterTable(table, `VALIDATE CONSTRAINT ${check(table, column)}`))}`,
    }),
  },
  check(subject, tell) {
    if (!isOnlyDomains(actionsOf(subject.command))) return;
    for (const { change, table } of columnsStoredAnew(subject, tell, 'domain')) {
      const { name, type } = change.column;
      tell.report(
        'rewrites',
        { table, column: name, domain: quoteName(type ?? { name: '' }) },
        whereOf(subject, { about: shownColumn(table, name), table }),
      );
    }
  },
});

interface Data {
  readonly table: Relation;
  readonly column: string;
  readonly domain: string;
}

const check = (table: Relation, column: string): string => quoteIdent(`${table.name}_${column}_check`);
