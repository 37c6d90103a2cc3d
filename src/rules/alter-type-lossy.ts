import type { Relation } from '../model/trace.ts';
import { quoteIdent } from '../sql/quote.ts';
import { defineRule } from './rule.ts';
import { alteredTables, shownColumn, storedAnew } from './support/altered.ts';
import { spelled } from './support/change.ts';
import { alterTable } from './support/op.ts';
import { code } from './support/text.ts';
import { shownRelation, whereOf } from './support/traced.ts';
import { lossOf } from './support/type-change.ts';
import type { Loss } from './support/type-loss.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A change of type has no room for all values',
    why: 'The new type cannot hold every value of the old one. One row with such a value makes the command fail, or loses a part of it without a word, and no downgrade brings that back. It passes here because no such row is there. The table is stored anew as well: nobody reads or writes it until that is done.',
    fix: 'Count the rows first. Where the aim is that values stay small, keep the type and add a CHECK that is NOT VALID at first and validated in a later revision.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, name varchar(100))',
      bad: `def upgrade():\n    op.alter_column("users", "name", type_=sa.String(20))\n\ndef downgrade():\n    op.alter_column("users", "name", type_=sa.String(100))`,
      good: `def upgrade():\n    op.create_check_constraint("users_name_check", "users", "char_length(name) <= 20", postgresql_not_valid=True)\n\ndef downgrade():\n    op.drop_constraint("users_name_check", "users")`,
    },
  },
  messages: {
    loses: (data: Data) => ({
      message: `${shownColumn(data.table, data.column)} is ${data.from}, and the new type has no room for values ${data.loss.what}: ${outcome(data)}. ${shownRelation(data.table)} is stored anew as well, and nobody can read or write it until that is done.`,
      help: advice(data),
    }),
  },
  check(subject, tell) {
    for (const altered of alteredTables(subject, tell, 'alter column type', { needs: ['rewritten'] })) {
      const { table, change, trace } = altered;
      const lossy = lossOf(subject, altered);
      if (!lossy || !storedAnew(trace)) continue;
      tell.report(
        'loses',
        { table, column: change.column, ...lossy, isConverted: change.using !== undefined },
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
  /** The old type. */
  readonly from: string;
  readonly loss: Loss;
  /** Whether the command says how with USING. */
  readonly isConverted: boolean;
}

function outcome({ loss, isConverted }: Data): string {
  if (loss.does === 'changes') return 'they become other values, and no downgrade brings them back';
  return isConverted
    ? 'they make the command fail, or become what its USING makes of them'
    : 'one of them makes the command fail';
}

function advice({ table, column, loss: { test } }: Data): string {
  const name = quoteIdent(column);
  if (test === undefined)
    return `Look at the rows in production first. Where some would lose something, make a column of the new type beside ${column}, decide row by row, and drop ${column} in a later release.`;
  const bad = test.replaceAll('$', name);
  const check = quoteIdent(`${table.name}_${column}_check`);
  return [
    `Count the rows in production first:${code(`SELECT count(*) FROM ${spelled(table)} WHERE ${bad}`)}`,
    `Where values only have to stay small from now on, keep the type:${code(alterTable(table, `ADD CONSTRAINT ${check} CHECK (NOT (${bad})) NOT VALID`))}`,
    `And when all rows do, in a later revision:${code(alterTable(table, `VALIDATE CONSTRAINT ${check}`))}`,
  ].join('\n');
}
