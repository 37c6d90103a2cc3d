import type { Relation } from '../model/trace.ts';
import { quoteIdent } from '../sql/quote.ts';
import { defineRule } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { spelled } from './support/change.ts';
import { isReadable, isStillNamed, readable } from './support/names.ts';
import { alterTable } from './support/op.ts';
import { seen } from './support/seen.ts';
import { code } from './support/text.ts';
import { oldTable, shownRelation, whereOf } from './support/traced.ts';
import { execute } from './support/undo.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A table moves to another schema',
    why: 'The release that still runs while this one is deployed finds the table by its old schema or by its search path, and fails from the moment of the move. A table whose name a view has in the old schema when the revision is done is not reported, nor is one that was made in the same change.',
    fix: 'Leave a view in the old schema, in the same revision: one that selects from a single table can be written to like the table. Drop it in a later release.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      before: 'CREATE SCHEMA archive; CREATE TABLE users (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    op.execute("ALTER TABLE users SET SCHEMA archive")\n\ndef downgrade():\n    op.execute("ALTER TABLE archive.users SET SCHEMA public")`,
      good: `def upgrade():\n    op.execute("ALTER TABLE users SET SCHEMA archive")\n    op.execute("CREATE VIEW users AS SELECT * FROM archive.users")\n\ndef downgrade():\n    op.execute("DROP VIEW users")\n    op.execute("ALTER TABLE archive.users SET SCHEMA public")`,
    },
  },
  messages: {
    moved: ({ relation, to }: { relation: Relation; to: string }) => ({
      message: `Moving the ${relation.kind} ${shownRelation(relation)} to the schema ${to} breaks the running release: from then on every statement of it that finds it in ${relation.schema} fails.`,
      help: `Leave a view in the old schema, and drop it in a later release:${code(
        alterTable(relation, `SET SCHEMA ${quoteIdent(to)}`),
        execute(
          `CREATE VIEW ${spelled(relation)} AS SELECT * FROM ${spelled({ schema: to, name: relation.name })}`,
        ),
      )}`,
    }),
  },
  check(subject, { report, notChecked }) {
    for (const { kind, name, to } of actionsIn(subject, 'set schema')) {
      if (!readable.has(kind) || !seen(subject, 'SET SCHEMA', ['locks'], notChecked)) continue;
      const relation = oldTable(subject, name, notChecked);
      if (!relation || !isReadable(relation) || isStillNamed(subject, relation)) continue;
      report(
        'moved',
        { relation, to },
        whereOf(subject, {
          about: shownRelation(relation),
          table: relation,
        }),
      );
    }
  },
});
