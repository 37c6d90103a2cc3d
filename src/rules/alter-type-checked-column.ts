import type { Relation } from '../model/trace.ts';
import { quoteIdent } from '../sql/quote.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { alteredTables, rebuilt, shownColumn, storedAnew, wasRead } from './support/altered.ts';
import { tableAt } from './support/columns.ts';
import { constraintColumns, constraintOf } from './support/definitions.ts';
import { alterTable } from './support/op.ts';
import { type Part, textOf } from './support/tables.ts';
import { code, list } from './support/text.ts';
import { shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A change of type checks a constraint of all rows again',
    why: 'The change stores nothing anew, but the column is in a CHECK or a foreign key, and PostgreSQL reads the table from end to end to check it again. Nobody reads or writes it until that is done.',
    fix: 'Drop the constraint, change the type, and add the constraint again as NOT VALID in one revision, which takes no time; validate it in the next, which lets everybody read and write.',
    severity: 'warning',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before:
        "CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50) CONSTRAINT users_name_check CHECK (name <> ''))",
      bad: `def upgrade():\n    op.alter_column("users", "name", type_=sa.String(100))\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    op.drop_constraint("users_name_check", "users")\n    op.alter_column("users", "name", type_=sa.String(100))\n    op.create_check_constraint("users_name_check", "users", "name <> ''", postgresql_not_valid=True)\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
    },
  },
  messages: {
    checks: ({ table, column, constraints }: Data) => ({
      message: `Changing the type of ${shownColumn(table, column)} reads ${shownRelation(table)} from end to end to check ${constraints.length > 0 ? list(constraints.map(({ name }) => name)) : 'its constraints'} again, and nobody can read or write it until that is done.`,
      help: `Let the constraint rest meanwhile:${code(
        ...constraints.map(({ name }) => alterTable(table, `DROP CONSTRAINT ${quoteIdent(name)}`)),
        '# here the change of type',
        ...constraints.map((part) =>
          alterTable(
            table,
            `ADD CONSTRAINT ${quoteIdent(part.name)} ${textOf(part, 'definition') ?? ''} NOT VALID`,
          ),
        ),
      )}\nValidate it in the next revision:${code(...constraints.map(({ name }) => alterTable(table, `VALIDATE CONSTRAINT ${quoteIdent(name)}`)))}`,
    }),
  },
  check(subject, tell) {
    const changes = alteredTables(subject, tell, 'alter column type', { needs: ['rewritten', 'scanned'] });
    for (const { table, change, trace } of changes) {
      const isTold = storedAnew(trace) || rebuilt(trace).length > 0;
      if (isTold || !wasRead(trace, table)) continue;
      tell.report(
        'checks',
        { table, column: change.column, constraints: checkedFor(subject, table, change.column) },
        whereOf(subject, {
          about: shownColumn(table, change.column),
          table,
        }),
      );
    }
  },
});

interface Data {
  readonly table: Relation;
  readonly column: string;
  /** Those that the column is in. */
  readonly constraints: readonly Part[];
}

const checkedFor = (subject: StatementSubject, table: Relation, column: string): readonly Part[] =>
  (tableAt(subject, 'before', table)?.constraints ?? []).filter(
    (part) =>
      ['check', 'foreign key'].includes(constraintOf(part)?.type ?? '') &&
      constraintColumns(part).includes(column),
  );
