import type { Relation } from '../model/trace.ts';
import { defineRule } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { spelled } from './support/change.ts';
import { isReadable, isStillNamed, readable } from './support/names.ts';
import { op } from './support/op.ts';
import { seen } from './support/seen.ts';
import { code, py } from './support/text.ts';
import { oldTable, shownRelation, whereOf } from './support/traced.ts';
import { execute } from './support/undo.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A table is renamed',
    why: 'The release that still runs while this one is deployed names the table in every statement of its models, and fails from the moment of the rename. A table whose name a view or another table has when the revision is done is not reported, nor is one that was made in the same change.',
    fix: 'Keep the name in the database and give the model another. Or leave a view with the old name in its place, in the same revision: one that selects from a single table can be written to like the table.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE users (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    op.rename_table("users", "accounts")\n\ndef downgrade():\n    op.rename_table("accounts", "users")`,
      good: `def upgrade():\n    op.rename_table("users", "accounts")\n    op.execute("CREATE VIEW users AS SELECT * FROM accounts")\n\ndef downgrade():\n    op.execute("DROP VIEW users")\n    op.rename_table("accounts", "users")`,
    },
  },
  messages: {
    renamed: ({ relation, to }: { relation: Relation; to: string }) => ({
      message: `Renaming the ${relation.kind} ${shownRelation(relation)} to ${to} breaks the running release: from then on every statement of it that names ${shownRelation(relation)} fails.`,
      help: `Leave a view with the old name in its place, and drop it in a later release:${code(
        op('rename_table', relation, py(relation.name), py(to)),
        execute(
          `CREATE VIEW ${spelled(relation)} AS SELECT * FROM ${spelled({ schema: relation.schema, name: to })}`,
        ),
      )}`,
    }),
  },
  check(subject, { report, notChecked }) {
    for (const { kind, name, to } of actionsIn(subject, 'rename')) {
      if (!readable.has(kind) || !seen(subject, 'RENAME', ['locks'], notChecked)) continue;
      const relation = oldTable(subject, name, notChecked);
      if (!relation || !isReadable(relation) || isStillNamed(subject, relation)) continue;
      report(
        'renamed',
        { relation, to },
        whereOf(subject, {
          about: shownRelation(relation),
          table: relation,
        }),
      );
    }
  },
});
