import type { StatementSubject } from './rule.ts';
import { defineRule } from './rule.ts';
import { type Altered, alteredTables, shownColumn } from './support/altered.ts';
import { columnFact } from './support/columns.ts';
import { wasColumn } from './support/names.ts';
import { op } from './support/op.ts';
import { code, py } from './support/text.ts';
import { whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A column may be NULL from now on',
    why: 'Code that reads the column has never met a NULL in it, and the release that still runs does not expect one. Once rows hold NULL, the downgrade fails.',
    fix: 'Release code that can read NULL first. Where a value is only unknown for a while, a default keeps the column NOT NULL.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL)',
      bad: `def upgrade():\n    op.alter_column("users", "email", nullable=True)\n\ndef downgrade():\n    op.alter_column("users", "email", nullable=False)`,
      good: `def upgrade():\n    op.alter_column("users", "email", server_default="")\n\ndef downgrade():\n    op.alter_column("users", "email", server_default=None)`,
    },
  },
  messages: {
    nullable: ({ table, change: { column } }: Altered<'drop not null'>) => ({
      message: `${shownColumn(table, column)} may be NULL from now on: the running release does not expect that, and the downgrade fails once a row holds NULL.`,
      help: `Release code that reads NULL first. Or keep it NOT NULL by a default:${code(
        op('alter_column', table, py(table.name), py(column), 'server_default=sa.text("<value>")'),
      )}`,
    }),
  },
  check(subject, tell) {
    for (const altered of alteredTables(subject, tell, 'drop not null')) {
      if (!loosens(subject, altered)) continue;
      const { table, change } = altered;
      tell.report(
        'nullable',
        altered,
        whereOf(subject, {
          about: shownColumn(table, change.column),
        }),
      );
    }
  },
});

/** Whether a column of before was NOT NULL, and is there without it when the revision is done. */
function loosens(
  subject: StatementSubject,
  { table, change: { column } }: Altered<'drop not null'>,
): boolean {
  const nullable = (when: 'before' | 'after') => columnFact(subject, when, [table, column], 'nullable');
  return wasColumn(subject, table, column) && nullable('before') === 'no' && nullable('after') === 'yes';
}
