import type { Relation } from '../model/trace.ts';
import type { Rename } from '../sql/rename.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { shownColumn } from './support/altered.ts';
import { columnFact } from './support/columns.ts';
import { hasStillColumn, wasColumn } from './support/names.ts';
import { addColumn } from './support/op.ts';
import { readType } from './support/read-type.ts';
import { type NotChecked, seen } from './support/seen.ts';
import { code, py } from './support/text.ts';
import { oldTable, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A column is renamed',
    why: 'The release that still runs while this one is deployed names the column in every SELECT and INSERT of its models, and fails from the moment of the rename. The other order fails as well: the new release needs the new name. A column that was made in the same change, and one whose name another column has afterwards, are not reported.',
    fix: 'Keep the name in the database and give the attribute of the model another. Where it has to change in the database, add a column of the new name, write both for one release, and drop the old one in a later release.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, mail text)',
      bad: `def upgrade():\n    op.alter_column("users", "mail", new_column_name="email")\n\ndef downgrade():\n    op.alter_column("users", "email", new_column_name="mail")`,
      good: `def upgrade():\n    # The release writes both; a later one drops mail.\n    op.add_column("users", sa.Column("email", sa.Text()))\n\ndef downgrade():\n    op.drop_column("users", "email")`,
    },
  },
  messages: {
    renamed: ({ table, from, to, type }: Data) => ({
      message: `Renaming ${shownColumn(table, from)} to ${to} breaks the running release: from then on every statement of it that names ${from} fails.`,
      help: `Keep the name in the database, and give the attribute of the model the new one:${code(`${to} = sa.orm.mapped_column(${py(from)})`)}\nOr add a column that both releases can live with, write both, and drop ${from} in a later release:${code(
        type ? addColumn(table, to, type) : `op.add_column(${py(table.name)}, sa.Column(${py(to)}, <type>))`,
      )}`,
    }),
  },
  check(subject, { report, notChecked }) {
    for (const rename of actionsIn(subject, 'rename')) {
      if (rename.kind !== 'column' || !seen(subject, 'RENAME COLUMN', ['locks'], notChecked)) continue;
      const data = breaking(subject, rename, notChecked);
      if (!data) continue;
      const { table, from } = data;
      report(
        'renamed',
        data,
        whereOf(subject, {
          about: shownColumn(table, from),
          table,
        }),
      );
    }
  },
});

interface Data {
  readonly table: Relation;
  readonly from: string;
  readonly to: string;
  /** Undefined where it is not known. */
  readonly type: ReturnType<typeof readType>;
}

function breaking(subject: StatementSubject, rename: Rename, notChecked: NotChecked): Data | undefined {
  const table = rename.table && oldTable(subject, rename.table, notChecked);
  const from = rename.name.name;
  if (!table || !wasColumn(subject, table, from) || hasStillColumn(subject, table, from)) return undefined;
  const type = columnFact(subject, 'before', [table, from], 'type');
  return { table, from, to: rename.to, type: type === undefined ? undefined : readType(type) };
}
