import { defineRule } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { hasStillColumn, wasColumn } from './support/names.ts';
import { seen } from './support/seen.ts';
import { code } from './support/text.ts';
import { oldTable, shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A column is dropped',
    why: 'What the column holds is gone, and no downgrade brings it back. The release that still runs while this one is deployed names the column in every SELECT and INSERT of its models, and fails.',
    fix: 'Release code that does not map the column any more, and drop it in a later release. A column that was made in the same change is not reported.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, nickname text)',
      bad: `def upgrade():\n    op.drop_column("users", "nickname")\n\ndef downgrade():\n    op.add_column("users", sa.Column("nickname", sa.Text()))`,
      good: `def upgrade():\n    # The column stays until no release reads it.\n    op.execute("COMMENT ON COLUMN users.nickname IS 'unused since release 12'")\n\ndef downgrade():\n    op.execute("COMMENT ON COLUMN users.nickname IS NULL")`,
    },
  },
  messages: {
    replaced: ({ column, table }: Data) => ({
      message: `Dropping ${table}.${column} deletes what it holds: the column of that name that there is afterwards is another one.`,
      help: `Where what it holds is not needed any more, or has been copied before, say so on the line:${code('# migrate-check: ignore[drop-column] <reason>')}`,
    }),
    dropped: ({ column, table }: Data) => ({
      message: `Dropping ${table}.${column} deletes what it holds, and the running release fails on every statement that names it.`,
      help: `Release code that does not map ${column} first, and drop the column in a later release. Where that has happened, say so on the line:${code('# migrate-check: ignore[drop-column] <reason>')}`,
    }),
  },
  check(subject, { report, notChecked }) {
    for (const action of actionsIn(subject, 'drop column')) {
      if (action.kind !== 'table' || !seen(subject, 'DROP COLUMN', ['locks'], notChecked)) continue;
      const table = oldTable(subject, action.table, notChecked);
      if (!table || !wasColumn(subject, table, action.column)) continue;
      report(
        hasStillColumn(subject, table, action.column) ? 'replaced' : 'dropped',
        { column: action.column, table: shownRelation(table) },
        whereOf(subject, { about: `${shownRelation(table)}.${action.column}`, table }),
      );
    }
  },
});

interface Data {
  readonly column: string;
  readonly table: string;
}
